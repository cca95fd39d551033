/* Mots des écrans des certificats : la vérification par n'importe qui, le bureau, un dossier, un certificat. */
export const screenFr = {
  'verify-page.title': 'Vérification',
  'verify-page.nav': 'Vérifier',
  'verify-page.link': 'Vérifier un certificat',
  'verify-page.explain': 'Lisez le code imprimé sur le certificat. Tout se passe sur cet appareil, aussi sans réseau.',
  'verify-page.private': 'Ni le code ni l’image ne quittent cet appareil.',
  'verify-page.camera': 'Lire avec l’appareil photo',
  'verify-page.camera.look': 'Tenez le code entier dans l’image, à plat et à la lumière.',
  'verify-page.camera.stop': 'Fermer l’appareil photo',
  'verify-page.camera.refused': 'L’appareil photo n’est pas accessible.',
  'verify-page.camera.refused.do':
    'Autorisez-le dans les réglages du navigateur, ou photographiez le code et donnez l’image comme fichier.',
  'verify-page.file': 'Donner un fichier (image, texte, JSON)',
  'verify-page.paste': 'Ou coller le texte du code',
  'verify-page.paste.hint': 'Il commence par ASM1:',
  'verify-page.check': 'Vérifier ce texte',
  'verify-page.again': 'Lire un autre code',
  'verify-page.trouble.no-code-in-picture':
    'Aucun code n’est lisible dans ce fichier. Photographiez de plus près, à plat, sans reflet. Un PDF ne se lit pas : imprimez-le ou faites-en une image.',
  'verify-page.trouble.file-too-large': 'Ce fichier est trop grand. Donnez une image ou le texte du code.',

  'verify-page.do': 'À faire :',
  'verify-page.do.genuine':
    'comparez les lignes ci-dessous avec les papiers et les colis. Si une seule diffère, retenez le lot et appelez l’émetteur.',
  'verify-page.do.altered':
    'n’acceptez pas ce certificat. Gardez le papier, notez le porteur et le lieu selon votre procédure, prévenez l’émetteur.',
  'verify-page.do.expired': 'le lot ne peut plus partir avec ce certificat. L’exportateur doit demander un nouveau certificat.',
  'verify-page.do.not-yet-valid': 'vérifiez la date de cet appareil. Si elle est juste, attendez le premier jour de validité.',
  'verify-page.do.revoked': 'n’acceptez pas ce certificat. Retenez le lot et prévenez l’émetteur.',
  'verify-page.do.unknown-issuer':
    'ne tenez pas ce certificat pour bon. Mettez les listes à jour, puis relisez ; si rien ne change, demandez à l’émetteur.',
  'verify-page.do.unreadable': 'relisez le code entier. Si le papier est abîmé, demandez à l’exportateur le fichier du certificat.',
  'verify-page.certificate': 'Certificat CIRGL',
  'verify-page.validity': 'Valable du {issuedOn} au {expiresOn}',

  'verify-page.compare': 'Comparez avec les colis',
  'verify-page.compare.explain': 'Un code authentique sur d’autres colis ne prouve rien.',
  'verify-page.mineral': 'Minerai',
  'verify-page.mass': 'Masse nette',
  'verify-page.grade': 'Teneur',
  'verify-page.tags': 'Étiquettes',
  'verify-page.lot': 'Numéro du lot',
  'verify-page.exporter': 'Exportateur',
  'verify-page.hs': 'Code SH',
  'verify-page.origin': 'Pays d’origine',
  'verify-page.origin.unknown': 'source inconnue',
  'verify-page.sites': 'D’où vient ce lot',
  'verify-page.sites.more': 'et {n} {n|autre site|autres sites}, que le code ne nomme pas.',

  'verify-page.revocation.not': 'Non révoqué',
  'verify-page.revocation.asOf': 'au {asOf}',
  'verify-page.revocation.unknown':
    'On ne sait pas s’il a été révoqué : cet appareil n’a pas de liste de révocation assez récente. Mettez à jour avant d’accepter.',
  'verify-page.list.today': 'Cette liste est d’aujourd’hui.',
  'verify-page.list.age': 'Cette liste a {n} {n|jour|jours}.',
  'verify-page.list.old': 'Les listes de cet appareil sont trop vieilles pour s’y fier.',
  'verify-page.list.refresh': 'Mettre à jour',
  'verify-page.list.kept': 'Listes gardées sur cet appareil, reçues le {when}.',
  'verify-page.list.none':
    'Cet appareil n’a pas encore la liste des clés des émetteurs. Connectez-le une fois au réseau ; ensuite il vérifie seul.',
  'verify-page.list.another-root':
    'La liste reçue est signée par une autre clé racine que celle que cet appareil connaît. Elle n’est pas prise. Demandez à l’émetteur par une autre voie.',
  'verify-page.list.not-signed': 'Une liste reçue n’est pas signée comme il faut. Elle n’est pas prise ; les anciennes restent.',
} as const
