/* What is said of a list of trainings that is read. */
import type { trainingListFr } from './fr.ts'

export const trainingListEn: { readonly [Key in keyof typeof trainingListFr]: string } = {
  'refusal.training-list-empty': 'The list has no row under its headings.',
  'refusal.training-list-columns': 'Columns are missing: {missing}.',
  'training-list.problem.empty': 'the cell is empty',
  'training-list.problem.not-in-the-list': 'this word is not in the list',
  'training-list.problem.not-a-day': 'this is not a day (YYYY-MM-DD), or it comes before the first',
  'training-list.problem.not-a-number': 'this is not a number that fits',
  'training-list.problem.more-than-half-days': 'more attendance than half-days',
  'training-list.problem.unknown-area': 'this place is not in the register',
  'training-list.problem.badge-twice': 'this badge stands twice in the session',
  'training-list.problem.other-session': 'the row says something else of the session than the first',
}
