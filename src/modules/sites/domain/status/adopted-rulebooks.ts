/*
Which rulebook a tenant chose for a country, and which of its uncertain values it set otherwise. A choice is a dated fact: it says from
which day it applies, and it is known from the moment it was written, so every status can be asked for as the law was known then. Only
values that nobody read in the source (S, U, D) can be set; what is V is law here until another rulebook is chosen.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import { type Infer, calendarDate, count, eitherOf, exactly, listOf, oneOf, record, taggedBy, text } from '../../../../kernel/schema.ts'
import { MEMBER_STATES } from '../../contract-icglr-id.ts'
import { type StatusRulebook, type StatusRules, statusRulebookOn, statusRulebooks } from './rulebooks.ts'

export const periodNames = [
  'greenMonths',
  'yellowMonths',
  'redMinimumMonths',
  'redExtensionMonths',
  'blueMonths',
  'blueObjectionDays',
  'blueAfterGreenCountsFrom',
] as const
export const PeriodName = oneOf(...periodNames)
export type PeriodName = Infer<typeof PeriodName>
export const PeriodSet = record({ name: PeriodName, value: eitherOf(count(), oneOf('lapse', 'green')) })
export type PeriodSet = Infer<typeof PeriodSet>

/** `rulebook.adopted.v1`, on a subject of its own. */
export const RulebookAdopted = record({
  country: text(2),
  rulebook: text(40),
  /** First day of whose statuses it speaks. */
  from: calendarDate(),
  periods: listOf(PeriodSet, 10),
  /** Why, and where it stands: shown as the source of every value that is set. */
  reason: text(2000),
})
export type RulebookAdopted = Infer<typeof RulebookAdopted>
export const rulebookKinds = { 'rulebook.adopted.v1': RulebookAdopted } as const
export interface RulebookEvent {
  readonly kind: 'rulebook.adopted.v1'
  readonly payload: RulebookAdopted
}
export const RulebookCommand = taggedBy('say', [record({ say: exactly('adopt'), ...RulebookAdopted.shape })])
export type RulebookCommand = Infer<typeof RulebookCommand>
export interface RulebookState {
  readonly adopted: boolean
}

/** Longer than ten years is a slip of the finger, and a day that no calendar has would stop every status (D). */
const LONGEST = 120
/** How far a value may be trusted in the text itself. */
const evidenceOf = (rules: StatusRules, name: PeriodName): Evidence => rules[name].evidence

function decide({ adopted }: RulebookState, { say: _say, ...choice }: RulebookCommand): Outcome<readonly RulebookEvent[]> {
  if (adopted) return refused('rulebook-already-adopted')
  if (!MEMBER_STATES.includes(choice.country)) return refused('country-not-a-member', { country: choice.country })
  const book = statusRulebooks.find((one) => one.id === choice.rulebook)
  if (book === undefined) return refused('unknown-rulebook', { rulebook: choice.rulebook })
  if (book.values.country !== '*' && book.values.country !== choice.country)
    return refused('rulebook-of-another-country', { country: book.values.country })
  if (choice.from < book.from) return refused('rulebook-not-yet-in-force', { from: book.from })
  for (const { name, value } of choice.periods) {
    if (evidenceOf(book.values, name) === 'V') return refused('period-is-read-in-the-source', { period: name })
    if (
      (name === 'blueAfterGreenCountsFrom') !== (typeof value === 'string') ||
      value === 0 ||
      (typeof value === 'number' && value > LONGEST)
    )
      return refused('period-not-valid', { period: name })
  }
  return accepted([{ kind: 'rulebook.adopted.v1', payload: choice }])
}
export const rulebookDecider: Decider<RulebookState, RulebookCommand, RulebookEvent, Record<string, never>> = {
  initial: { adopted: false },
  decide,
  evolve: () => ({ adopted: true }),
}

/** A choice as it was recorded. */
export interface Adoption extends RulebookAdopted {
  readonly id: string
  readonly recordedAt: string
}

/** The choice that speaks for a country on a day, by what was known: the newest to apply, then the newest recorded. */
export function adoptionOn(
  adoptions: readonly Adoption[],
  { country, day, knownAt }: { readonly country: string; readonly day: string; readonly knownAt: string },
): Adoption | null {
  return adoptions
    .filter((one) => one.country === country && one.from <= day && one.recordedAt <= knownAt)
    .reduce<Adoption | null>((best, one) => (best === null || isLater(one, best) ? one : best), null)
}
const isLater = (one: Adoption, other: Adoption): boolean =>
  one.from === other.from ? one.recordedAt > other.recordedAt : one.from > other.from

/**
 * The rulebook that a choice makes: the text with the values that were set, under a name that tells it from the text. A text that was
 * in force by itself keeps its first day, so that choosing it again moves no clock.
 */
export function bookOf(choice: Adoption): StatusRulebook {
  const base = statusRulebooks.find((one) => one.id === choice.rulebook)
  if (base === undefined) throw new Error(`a choice names the rulebook ${choice.rulebook}, which this program does not know`)
  const from = statusRulebookOn(choice.country, choice.from).id === base.id ? base.from : choice.from
  if (choice.periods.length === 0 && from === base.from) return base
  const values = choice.periods.reduce((rules, set) => withPeriod(rules, set, choice.reason), base.values)
  return { ...base, id: `${base.id}@${choice.from}`, from, values }
}

function withPeriod(rules: StatusRules, { name, value }: PeriodSet, source: string): StatusRules {
  if (name === 'blueAfterGreenCountsFrom') return typeof value === 'string' ? { ...rules, [name]: { value, evidence: 'D', source } } : rules
  return typeof value === 'number' ? { ...rules, [name]: { value, evidence: 'D', source } } : rules
}
