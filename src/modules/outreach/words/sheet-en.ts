/* What stands on a sheet of a test on a telephone, in English. */
import type { SheetWords } from './sheet-fr.ts'

export const sheetEn: SheetWords = {
  name: 'English',
  badge: 'Badge {badge}',
  pre: 'before the training',
  post: 'after the training',
  question: 'Question {at} of {of}',
  open: 'Leave open',
  next: 'Next',
  back: 'Back',
  end: 'Your sheet',
  all: 'You answered every question.',
  left: 'Left open: {questions}. You can go back, or hand the sheet in like this.',
  look: 'Look at the questions again',
  give: 'Hand in my sheet',
  given: 'Badge {badge}: handed in. Thank you. Pass the telephone on.',
}
