/* Ce que le serveur et l’appareil refusent des pièces d’un dossier. */
export const attachmentsFr = {
  'refusal.unknown-attachment': 'Cette pièce n’est pas dans ce dossier, ou vous ne la lisez pas. Rechargez la page.',
  'refusal.attachment-without-head': 'La pièce est venue sans sa description scellée. Ajoutez-la de nouveau.',
  'refusal.attachments-too-many': 'Ce dossier tient déjà {most} pièces. Effacez celles qui ne servent plus.',
  'refusal.attachment-proves-consent': 'Cette pièce prouve un accord : elle part avec le dossier et pas avant.',
  'refusal.attachment-only-with-a-draft': 'Une pièce part avec un référencement qui n’est pas encore envoyé. Préparez-en un nouveau.',
  'refusal.attachment-outside-package':
    'Ce référencement ne transmet pas cette sorte de renseignement, ou la pièce n’en est pas. Elle ne part pas.',
  'refusal.attachment-not-here-yet': 'La pièce n’est pas encore arrivée entière. Attendez l’envoi de l’appareil qui l’a prise.',
  'refusal.attachment-too-large': 'La pièce est trop grande : au plus {most} Mo. Photographiez-la, ou séparez les pages.',
  'refusal.attachment-not-readable': 'Cet appareil ne lit pas ce fichier. Prenez une photo, un PDF ou un enregistrement.',
  'refusal.attachment-acts': 'Ce PDF contient un programme, un fichier caché ou un verrou. Imprimez-le et photographiez les pages.',
} as const
