/*
Rules of training as numbers. Nobody prescribes them to us: each is our own proposal (D), shown as one. It refuses to turn an unknown into a zero: who has no
score before has no gain, and who knew everything before has no normalised one.
*/
import { addDays } from '../../../../kernel/calendar.ts'

export const trainingRules = {
  /** Half-days present, in hundredths, from which somebody counts as trained. */
  trainedPercent: 80,
  /** Days after the last day of a session when practice is asked about. */
  followUpDays: 182,
  /** Before that day, what is coming is already on the list. */
  soonDays: 30,
} as const

export const isTrained = (present: number, halfDays: number): boolean =>
  halfDays > 0 && present * 100 >= trainingRules.trainedPercent * halfDays
export const followUpDay = (lastDay: string): string => addDays(lastDay, trainingRules.followUpDays)

/** Practice that is looked at sooner is not practice after half a year. */
export const followUpEarliest = (lastDay: string): string => addDays(lastDay, trainingRules.followUpDays - trainingRules.soonDays)

export interface Scores {
  /** Tenths of a percent. */
  readonly preTenths: number | null
  readonly postTenths: number | null
}
export interface Gain {
  readonly of: number
  readonly preMeanTenths: number | null
  readonly postMeanTenths: number | null
  readonly gainTenths: number | null
  readonly normalisedThousandths: number | null
  readonly normalisedOf: number
}
const FULL = 1000

export function gainOf(all: readonly Scores[]): Gain {
  const both = all.flatMap(({ preTenths: pre, postTenths: post }) => (pre === null || post === null ? [] : [{ pre, post }]))
  const open = both.filter(({ pre }) => pre < FULL)
  const mean = (values: readonly number[]): number | null =>
    values.length === 0 ? null : Math.round(values.reduce((sum, one) => sum + one, 0) / values.length)
  return {
    of: both.length,
    preMeanTenths: mean(both.map(({ pre }) => pre)),
    postMeanTenths: mean(both.map(({ post }) => post)),
    gainTenths: mean(both.map(({ pre, post }) => post - pre)),
    normalisedThousandths: mean(open.map(({ pre, post }) => ((post - pre) / (FULL - pre)) * 1000)),
    normalisedOf: open.length,
  }
}
/** Tenths of a percent of right answers; an item left open is not right. */
export function scoreTenths(answers: readonly (number | null)[], right: readonly number[]): number | null {
  if (right.length === 0) return null
  const hits = right.filter((one, at) => answers[at] === one).length
  return Math.round((hits * FULL) / right.length)
}
