/* Ce que le serveur et l’appareil refusent des pièces d’un dossier. */
export const attachmentsFr = {
  'refusal.unknown-attachment': 'Cette pièce n’est pas dans ce dossier, ou vous ne la lisez pas. Rechargez la page.',
  'refusal.attachment-without-head': 'La pièce est venue sans sa description scellée. Ajoutez-la de nouveau.',
  'refusal.attachments-too-many': 'Ce dossier tient déjà {most} pièces. Effacez celles qui ne servent plus.',
  'refusal.attachment-proves-consent': 'Cette pièce prouve un accord : elle part avec le dossier et pas avant.',
  'refusal.attachment-only-with-a-draft': 'Une pièce part avec un référencement qui n’est pas encore envoyé. Préparez-en un nouveau.',
  'refusal.attachment-outside-package':
    'Ce référencement ne transmet pas cette sorte de renseignement, ou la pièce n’en est pas. Elle ne part pas.',
} as const
