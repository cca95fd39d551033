/* The rapid safety tool as it is filled: a level at once, with what made it and what is still open. The server rates again; this shows the same. */
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { type RiskRating, type SafetyAnswer, type SafetyAnswers, firstSafetyRules, rateRisk } from '../../domain/clocks/risk.ts'
import type { HappenedEvent } from '../file/fold.ts'
import { safetySigns } from './safety-labels.ts'

export interface Typed {
  readonly answers: { readonly [sign: string]: SafetyAnswer }
  readonly lastThreatOn: string
  readonly violenceOn: string
  readonly endedOn: string
}
export const blankTyped: Typed = { answers: {}, lastThreatOn: '', violenceOn: '', endedOn: '' }
/** A day counts from its noon: the hour is not asked. */
const instantOf = (day: string): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T12:00:00.000Z` : undefined)

export function answersOf({ answers, lastThreatOn, violenceOn, endedOn }: Typed): SafetyAnswers {
  const of = (sign: (typeof safetySigns)[number]): SafetyAnswer => answers[sign] ?? 'not-asked'
  const [threat, violence, ended] = [instantOf(lastThreatOn), instantOf(violenceOn), instantOf(endedOn)]
  return {
    ...{ whereaboutsKnown: of('whereaboutsKnown'), threatened: of('threatened'), acuteMedical: of('acuteMedical') },
    ...{ childExploited: of('childExploited'), sexualViolence: of('sexualViolence'), witnessStatement: of('witnessStatement') },
    ...{ shelterExitForced: of('shelterExitForced'), exploitationEnded: of('exploitationEnded'), debtCollector: of('debtCollector') },
    ...{ dependantsAtRisk: of('dependantsAtRisk'), unstableHousing: of('unstableHousing') },
    ...(threat === undefined ? {} : { lastThreatAt: threat }),
    ...(violence === undefined ? {} : { sexualViolenceAt: violence }),
    ...(ended === undefined ? {} : { exploitationEndedAt: ended }),
  }
}
const dayOf = (at: string | undefined): string => at?.slice(0, 10) ?? ''

export interface LastRating {
  readonly at: string
  readonly by: string
  readonly typed: Typed
}
/** What the person answered last: the form starts there, so that nobody is asked twice what has not changed. */
export function lastRatingOf(events: readonly HappenedEvent[]): LastRating | null {
  const last = events.map(({ event }) => event).findLast((one) => one.kind === 'case-risk.rated.v1')
  if (last === undefined) return null
  const { answers: told, at, by } = last.payload
  const answers: { [sign: string]: SafetyAnswer } = {}
  for (const sign of safetySigns) if (told[sign] !== 'not-asked') answers[sign] = told[sign]
  const { lastThreatAt, sexualViolenceAt, exploitationEndedAt } = told
  const days = { lastThreatOn: dayOf(lastThreatAt), violenceOn: dayOf(sexualViolenceAt), endedOn: dayOf(exploitationEndedAt) }
  return { at, by, typed: { answers, ...days } }
}
/** Whether what is open could make it graver than it is already. */
export const mayBeGraver = ({ level, atMost }: Pick<RiskRating, 'level' | 'atMost'>): boolean => level !== atMost

export const ratingOf = (typed: Typed, now: string, rules = firstSafetyRules): RiskRating =>
  rateRisk({ answers: answersOf(typed), now, rules })

/** The edit on which a new rating rests; a colleague's that came since makes a conflict that a person settles. */
export const basedOn = ({ file }: Pick<CaseWhole, 'file'>) => file.fields.values.get('risk-level')?.current.edit ?? null
