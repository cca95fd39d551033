/* What stands on a sheet of a test on a telephone, in the language that the person chose: the answers decide nothing about these words, and no word says which was right. */
export const sheetFr = {
  name: 'Français',
  badge: 'Badge {badge}',
  pre: 'avant la formation',
  post: 'après la formation',
  question: 'Question {at} sur {of}',
  open: 'Laisser sans réponse',
  next: 'Suivante',
  back: 'Précédente',
  end: 'Votre copie',
  all: 'Vous avez répondu à toutes les questions.',
  left: 'Sans réponse : {questions}. Vous pouvez y revenir ou remettre la copie ainsi.',
  look: 'Revoir les questions',
  give: 'Remettre ma copie',
  given: 'Badge {badge} : copie remise. Merci. Passez le téléphone.',
} as const
export type SheetWords = { readonly [Key in keyof typeof sheetFr]: string }
