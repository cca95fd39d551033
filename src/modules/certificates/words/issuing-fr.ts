/* Mots du serveur : tranches de numéros, certificats provisoires, clés, et ce que la feuille et la page publique en disent. */
export const issuingFr = {
  'refusal.block-already-reserved': 'Cette tranche est déjà réservée. Ouvrez-la dans la liste.',
  'refusal.unknown-block': 'Aucune tranche ne porte cet identifiant. Revenez à la liste des tranches.',
  'refusal.block-closed': 'Cette tranche est close. Réservez-en une autre pour ce bureau.',
  'refusal.not-an-office': '{name} n’est pas un bureau qui délivre. Choisissez un bureau du CEEC ou du ministère.',
  'refusal.no-telephone-of-that-office':
    '{name} n’a pas ce téléphone, ou son titulaire ne peut pas délivrer. Faites enrôler le téléphone d’un validateur de ce bureau.',
  'refusal.block-size': '{size} numéros : il en faut de 1 à {most}. Réservez moins, puis une autre tranche quand elle est employée.',
  'refusal.block-term': 'La tranche vaudrait {days} jours : il en faut de 1 à {most}. Choisissez une autre date.',
  'refusal.block-of-another-telephone': 'Cette tranche est celle d’un autre téléphone. Délivrez avec le téléphone qui la porte.',
  'refusal.no-block-here': 'Ce téléphone ne porte aucune tranche. Demandez-en une au bureau central, puis ouvrez cet écran avec réseau.',
  'refusal.block-used-up': 'Tous les numéros de {name} sur ce téléphone sont employés. Demandez une autre tranche au bureau central.',
  'refusal.block-over':
    'La tranche de ce téléphone vaut du {from} au {until}. Vérifiez l’heure du téléphone, ou demandez une autre tranche.',
  'refusal.block-before-rescue':
    'Ce téléphone continue un autre depuis le {on} : celui-ci a pu employer d’autres numéros. Demandez une nouvelle tranche, demain au plus tôt.',
  'refusal.only-provisional-here':
    'Un téléphone ne délivre que des certificats provisoires. Le certificat définitif se délivre au bureau central.',
  'refusal.provisional-not-of-this-block':
    'Ce code n’est pas un certificat provisoire signé par ce téléphone avec un numéro de cette tranche. Rendez la feuille à son bureau.',
  'refusal.provisional-too-long':
    'Un certificat provisoire vaut {most} jours au plus ; celui-ci en dit {days}. Délivrez-le de nouveau avec une date plus proche.',
  'refusal.unknown-provisional': 'Aucun certificat provisoire en attente ne porte le numéro {number}. Vérifiez le numéro imprimé.',
  'refusal.provisional-already-withdrawn': 'Le certificat provisoire {number} est déjà retiré. Il n’y a rien d’autre à faire.',
  'refusal.provisional-already-confirmed': 'Le certificat {number} est confirmé. Pour qu’il ne compte plus, révoquez-le.',
  'refusal.provisional-number-used-twice':
    'Deux feuilles portent le numéro {number} : aucune ne compte. Retirez-le et délivrez sous un autre numéro.',
  'refusal.provisional-differs':
    'La feuille {number} dit {sheet} ; le dossier dit {lot}. Retirez la feuille avec ce motif, puis délivrez sous un autre numéro.',
  'refusal.lot-has-a-provisional':
    'Le bureau a déjà délivré le certificat provisoire {certificate} pour le lot {lot}. Confirmez ce numéro, ou retirez-le d’abord.',
  'refusal.use-in-the-future': 'Le lot ne peut pas être parti le {on} : ce jour n’est pas venu. Choisissez aujourd’hui ou un jour passé.',
  'refusal.signing-key-retired':
    'La clé de ce serveur ne vaut plus, et la nouvelle n’est pas ici. L’administrateur remet le dossier des clés en place, ou fait une nouvelle clé.',
  'refusal.key-already-known': 'Cette clé a déjà servi. Faites-en une nouvelle.',
  'refusal.unknown-key': 'Aucune clé de cet émetteur n’a cette valeur. Copiez-la de la liste des clés.',
  'refusal.key-already-revoked': 'Cette clé est déjà révoquée depuis le {since}. Si le vol est plus ancien, donnez un jour plus tôt.',
  'verdict.provisional': 'Provisoire',
  'verify.provisional-by': 'Délivré sans réseau par {office}, avant les contrôles. Il attend d’être confirmé.',
  'verify.provisional-confirmed':
    'Délivré sans réseau par {office} ; confirmé depuis. Demandez la feuille définitive, qui porte le même numéro.',
  'verify.provisional-withdrawn': 'Ce certificat provisoire a été retiré le {on}. Retenez le lot et appelez l’autorité émettrice.',
  'verify.provisional-without-office':
    'Il se dit provisoire, mais aucun bureau ne l’a signé. Retenez le lot et appelez l’autorité émettrice.',
  'verify.office-only-provisional':
    '{office} ne peut délivrer que des certificats provisoires. Retenez le lot et appelez l’autorité émettrice.',
  'verify.number-of-another-block': 'Le numéro {number} n’est pas de ceux de {office}. Retenez le lot et appelez l’autorité émettrice.',
  'verify.provisional-too-long':
    'Un certificat provisoire vaut {most} jours au plus ; celui-ci en dit {days}. Appelez l’autorité émettrice.',
  'certificate.status.provisional': 'provisoire',
  'certificate.status.withdrawn': 'retiré',
  'certificate.status-provisional':
    'Délivré sans réseau par un bureau, avant les contrôles ; à confirmer. Il vaut comme tel jusqu’au {expiresOn}.',
  'certificate.status-provisional-over':
    'Délivré sans réseau par un bureau, jamais confirmé. Son dernier jour était le {expiresOn} : il ne compte plus.',
  'certificate.status-withdrawn': 'Retiré le {on}. Il ne compte pas.',
  'certificate.status-used': 'Le lot est parti avec ce certificat le {on}. Il ne couvre aucun autre départ.',
  'certificate.phrase': 'Phrase de contrôle',
  'certificate.phrase-explain': 'À lire au téléphone : les six mots de la feuille doivent être ceux-ci. Comparez aussi les faits.',
  'certificate.pattern': 'Motif de la feuille',
  'certificate.pattern-explain': 'Chaque certificat a le sien. Un autre motif sur la feuille : un autre certificat.',
  'certificate.office': 'Bureau',
  'paper.void.provisional': 'PROVISOIRE',
  'paper.void.withdrawn': 'RETIRÉ',
  'paper.copy': 'Copie : sans les noms. L’original nomme le vérificateur et le validateur.',
  'paper.position.verifier': 'Vérificateur, CEEC',
  'paper.position.validator': 'Validateur, CEEC',
  'paper.name-by-hand': 'nom à la main',
  'paper.phrase': 'Phrase de contrôle, à lire au téléphone',
  'paper.pattern': 'Motif de ce certificat',
  'paper.link': 'Page publique',
  'paper.confirms': 'Confirme le certificat provisoire du {on}',
  'certificate.ledger': 'Vérifier sur cet appareil qu’il figure au registre public',
  'paper.ledger': 'Registre public : {size} entrées, racine {root}. À taper sur {address} ou dans « chanzo ledger verify --since ».',
  'paper.serial': 'N°',
} as const
