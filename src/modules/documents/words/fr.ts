/* Les phrases des refus de ce module. */
export const fr = {
  'refusal.file-kind-not-taken':
    'Ce genre de fichier ({kind}) n’est pas pris. Envoyez un PDF, un PNG ou un JPEG ; un autre document s’enregistre d’abord en PDF.',
  'refusal.file-empty': 'Le fichier est vide. Ouvrez-le sur votre appareil pour voir s’il est lisible, puis choisissez-le à nouveau.',
  'refusal.file-not-what-it-says':
    'Ce fichier se dit {says}, mais son contenu est autre ({is}). Enregistrez-le en {says} depuis le programme qui l’a fait (sur un iPhone : Réglages, Appareil photo, « Le plus compatible »), puis renvoyez-le.',
  'refusal.file-damaged':
    'Ce fichier {kind} est abîmé ({problem}) et n’a pas été gardé. Ouvrez-le sur votre appareil, enregistrez-le à nouveau, puis renvoyez-le.',
  'refusal.file-cut-short':
    'La fin de ce fichier {kind} manque ; il n’a pas été gardé. Copiez-le à nouveau depuis l’appareil d’origine, puis renvoyez-le.',
  'refusal.file-too-large':
    'Ce fichier dépasse {most} Mo. Réduisez la photo, ou numérisez le papier à 150 points par pouce, puis renvoyez.',
  'refusal.picture-too-large':
    'Cette image a {widthPixels} × {heightPixels} points, plus que ce qu’un téléphone peut montrer ({most} millions). Réduisez-la, puis renvoyez.',
  'refusal.picture-unusual':
    'Cette image {kind} est écrite d’une façon que les navigateurs ne montrent pas. Enregistrez-la en JPEG ordinaire, puis renvoyez-la.',
  'refusal.pdf-acts':
    'Ce PDF contient autre chose que des pages ({what}) : il pourrait agir quand on l’ouvre. Imprimez-le en PDF, puis renvoyez le résultat.',
  'refusal.pdf-locked':
    'Ce PDF est protégé par un mot de passe et ne peut pas être vérifié. Enregistrez-le sans protection, puis renvoyez-le.',
  'refusal.upload-damaged':
    'Ce fichier est arrivé abîmé : son empreinte ne va pas. Il sera renvoyé depuis le début ; si cela se répète, reprenez la photo.',
  'refusal.uploads-too-many':
    'Trop de fichiers attendent d’être complets ({files} fichiers, {megabytes} Mo au plus). Laissez finir ceux qui sont commencés, puis envoyez celui-ci.',
  'refusal.unknown-paper': 'Cette pièce n’existe pas, ou vous n’y avez pas part. Vérifiez le numéro dans la liste des pièces.',
  'refusal.unknown-paper-issuer': 'L’organisation qui délivre cette pièce n’est pas connue. Choisissez-la dans la liste.',
  'refusal.paper-exists': 'Cette pièce existe déjà. Ouvrez sa page.',
  'refusal.paper-of-an-authority':
    'Une autorisation de transport est délivrée par la division des Mines, non par celui qui vend ou transporte. Demandez-la à la division et nommez-la comme émettrice.',
  'refusal.paper-not-yours': 'Cette pièce est d’une autre organisation. Demandez-lui de la délivrer, de la corriger ou de l’annuler.',
  'refusal.paper-type-unknown': 'Ce type de pièce n’est pas dans la liste du programme. Choisissez-en un autre.',
  'refusal.paper-fields-missing': 'À remplir ou à corriger : {fields}.',
  'refusal.paper-dates-not-valid': 'La fin ({until}) est avant le début ({from}). Corrigez les dates.',
  'refusal.paper-scan-not-sent': 'La copie n’est pas arrivée sur le serveur. Envoyez-la de nouveau.',
  'refusal.paper-number-taken': 'Le numéro {number} est déjà celui d’une pièce de ce type et de cette organisation. Vérifiez le numéro.',
  'refusal.paper-is-issued': 'Cette pièce est déjà délivrée et ne change plus. Annulez-la et établissez-en une autre.',
  'refusal.paper-is-cancelled': 'Cette pièce est annulée. Établissez-en une autre.',
  'refusal.paper-day-in-the-future': 'Le {on} n’est pas encore arrivé. Indiquez un jour passé ou aujourd’hui.',
} as const
