/*
What somebody was trained in, said by another: a part of the curriculum, the day, until when it counts. Nobody notes their own. What has run out counts for a
time yet, with a warning, so that nobody's work ends over night; then it is as if it had not been. The parts are those of the programme's curriculum (S), the
months and days ours (D).
*/
import { addDays, addMonths } from '../../../kernel/calendar.ts'
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, oneOf, record, text } from '../../../kernel/schema.ts'

export const curriculum = [
  ...(['TIP_CONCEPTS', 'IDENTIFICATION', 'INTERVIEW', 'ASSISTANCE', 'REFERRAL'] as const),
  ...(['CHILD_PROTECTION', 'DATA_PROTECTION'] as const),
] as const
export const Curriculum = oneOf(...curriculum)
export type Curriculum = (typeof curriculum)[number]
/** D. */
export const TRAINING_RULES = { mostMonths: 24, graceDays: 30 } as const

export const NoteTraining = record({ curriculum: Curriculum, trainedOn: calendarDate(), validUntil: calendarDate() })
export type NoteTraining = Infer<typeof NoteTraining>
export const TrainingNoted = record({ ...NoteTraining.shape, by: text(60) })
export const trainingKinds = { 'account-training.noted.v1': TrainingNoted }
export type TrainingEvent = DomainEvent<'account-training.noted.v1', Infer<typeof TrainingNoted>>
export interface TrainingContext {
  readonly by: string
  readonly today: string
  readonly isSelf: boolean
  /** An open account that opens files, of a body whose trainings one may note. */
  readonly concerned: boolean
}

/** Refusals: `unknown-account`, `training-not-your-own`, `training-in-the-future`, `training-days-not-valid`, `training-over-already`. */
export const trainingDecider: Decider<null, NoteTraining, TrainingEvent, TrainingContext> = {
  initial: null,
  decide: (_state, { curriculum: part, trainedOn, validUntil }, { by, today, isSelf, concerned }) => {
    if (!concerned) return refused('unknown-account')
    if (isSelf) return refused('training-not-your-own')
    if (trainedOn > today) return refused('training-in-the-future', { day: trainedOn })
    const most = addMonths(trainedOn, TRAINING_RULES.mostMonths)
    if (validUntil <= trainedOn || validUntil > most) return refused('training-days-not-valid', { most })
    // What counts no more opens nothing; said of a colleague, it would only take away what they have.
    if (validUntil < today) return refused('training-over-already', { day: validUntil })
    return accepted([{ kind: 'account-training.noted.v1', payload: { curriculum: part, trainedOn, validUntil, by } }])
  },
  evolve: () => null,
}

export type TrainingState = 'none' | 'valid' | 'run-out' | 'over'
/** `run-out`: it still counts, and says so; `over` and `none` do not. */
export function trainingState(validUntil: string | null, today: string): TrainingState {
  if (validUntil === null) return 'none'
  if (today <= validUntil) return 'valid'
  return today <= addDays(validUntil, TRAINING_RULES.graceDays) ? 'run-out' : 'over'
}
