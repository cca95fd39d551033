/* Refus autour des clés : la phrase secrète, les gardiens, la récupération, et ce qui ne s’ouvre pas sur cet appareil. */
export const keysFr = {
  'refusal.passphrase-too-short': 'La phrase secrète a au moins {least} caractères. Ajoutez des mots, ou prenez les {words} mots proposés.',
  'refusal.passphrase-too-long': 'La phrase secrète a au plus {most} caractères. Raccourcissez-la.',
  'refusal.passphrase-too-easy': 'Cette phrase serait essayée parmi les premières. Prenez une phrase à vous, ou les mots proposés.',
  'refusal.wrong-passphrase': 'Ce n’est pas la bonne phrase secrète. Vérifiez les majuscules et la langue du clavier, puis réessayez.',
  'refusal.passkey-unavailable': 'La clé d’accès n’a pas répondu sur cet appareil. Réessayez, ou utilisez une phrase secrète.',
  'refusal.locked': 'Votre clé s’est verrouillée. Déverrouillez-la, puis recommencez : rien de ce que vous avez écrit n’est parti.',
  'refusal.not-a-reader': 'Ce texte n’est pas scellé pour vous. Si vous devez le lire, demandez-le à la personne qui suit le dossier.',
  'refusal.cannot-open': 'Ce texte ne s’ouvre pas avec votre clé : il est abîmé ou scellé pour une autre. Signalez-le à la supervision.',
  'refusal.text-too-long':
    'Ce contenu est trop grand pour être scellé ({bytes} octets, au plus {most}). Coupez le texte en deux ou réduisez la photo.',
  'refusal.receiver-without-key':
    'Personne dans cet organisme n’a encore de clé : rien d’écrit ne peut lui être scellé. Envoyez les codes seuls, donnez un billet, ou appelez avec la personne.',
  'refusal.no-reader': 'Personne ne pourrait ouvrir ce dossier. Choisissez au moins une personne qui a une clé.',
  'refusal.custodians-must-be-three': 'Il faut trois personnes différentes ; vous en avez nommé {named}. Complétez la liste.',
  'refusal.custodian-not-oneself': 'Vous ne pouvez pas vous nommer vous-même. Choisissez trois autres personnes.',
  'refusal.custodian-without-key':
    'Une des personnes nommées n’a pas encore de clé, ou n’a pas cette fonction dans votre organisation. Elle crée d’abord sa clé.',
  'refusal.no-custodians-to-confirm': 'Aucune nomination n’attend de confirmation. Rechargez la page.',
  'refusal.custodians-confirmed-by-one-of-them': 'La confirmation revient à l’une des trois personnes nommées. Prévenez-la.',
  'refusal.shares-do-not-fit':
    'Les parts reçues ne vont pas ensemble ({shares} sur {needed} utilisables). Demandez aux gardiens de donner leur part à nouveau.',
  'refusal.shares-not-for-custodians':
    'Ces parts ne vont pas aux trois gardiens actuels, ou vous ne lisez pas ce dossier. Rechargez la page et recommencez.',
  'refusal.vault-key-changed':
    'La clé de ce coffre n’est pas celle que dit le dossier. Rien n’a été envoyé. N’écrivez plus dans ce dossier et appelez la personne chargée de la protection des données.',
  'refusal.colleague-key-changed':
    'La clé de cette personne n’est plus celle que vous connaissiez. N’envoyez rien. Appelez-la et comparez les chiffres : avant {before}, maintenant {now}.',
  'refusal.no-personal-key': 'Vous n’avez pas de clé en usage, ou c’en est une autre. Ouvrez « Ma clé ».',
  'refusal.public-key-known': 'Cette clé a déjà été enregistrée. Créez-en une nouvelle.',
  'refusal.unknown-key-recovery': 'Aucune demande de ce numéro ne vous concerne. Revenez à la liste.',
  'refusal.key-recovery-over': 'Cette demande est terminée. Rechargez la page.',
  'refusal.key-recovery-for-old-key': 'Cette demande porte sur une clé qui a été remplacée depuis. La personne en fait une nouvelle.',
  'refusal.key-recovery-by-others': 'On ne donne pas de part à soi-même. Deux autres gardiens le font.',
  'refusal.no-shares-of-yours': 'Vous ne gardez aucune part utile à cette demande. Rechargez la page.',
  'refusal.unknown-consent-proof': 'Cette preuve n’existe pas pour vous. Revenez à la liste.',
  'refusal.proof-share-for-custodian': 'Une part se prête à un autre gardien de la même preuve. Choisissez-le dans la liste.',
  'refusal.share-given-already': 'Vous avez déjà donné votre part. Il manque peut-être celle d’un autre gardien.',
  'refusal.two-custodians-needed': 'Il faut {needed} gardiens ; {given} a donné sa part jusqu’ici. Attendez, ou appelez les autres.',
} as const
