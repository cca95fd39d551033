/*
What must be done before a case closes, by the reason for which it closes (D). Whom one cannot find one cannot ask for feedback; of somebody who
died nothing more is asked; but open referrals, services and a bed are always brought to an end first, because each keeps somebody's file open.
Lost contact is a reason only after three attempts over sixty days.
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'
import type { ClosureItem, ClosureReason } from './case-words.ts'
import { elapsedDays } from '../clocks/instants.ts'

const ALL: readonly ClosureItem[] = [
  ...(['goals-reviewed', 'risk-rated-anew', 'safe-contact-renewed', 'post-closure-checks-agreed'] as const),
  ...(['way-back-explained', 'feedback-asked', 'consents-reviewed', 'retention-explained'] as const),
]
export const closureChecklist: { readonly [Reason in ClosureReason]: readonly ClosureItem[] } = {
  ...{ 'goals-achieved': ALL, 'subject-request': ALL, relocated: ALL },
  ...{ transferred: [...ALL, 'handed-over'], 'aged-out-transferred': [...ALL, 'handed-over'] },
  'lost-contact': ['goals-reviewed', 'consents-reviewed'],
  deceased: ['goals-reviewed'],
  ineligible: ['way-back-explained', 'consents-reviewed', 'retention-explained'],
  'safety-of-subject': ['goals-reviewed', 'risk-rated-anew', 'safe-contact-renewed'],
  duplicate: ['handed-over'],
}
export interface LostContactRule {
  readonly evidence: Evidence
  readonly attempts: number
  readonly days: number
}
export const firstLostContactRule: LostContactRule = { attempts: 3, days: 60, evidence: 'D' }

export interface ClosureAsked {
  readonly reason: ClosureReason
  readonly done: readonly ClosureItem[]
  readonly openReferrals: number
  readonly openServices: number
  readonly isInShelter: boolean
  /** When it was tried in vain to reach the person. */
  readonly attemptsAt: readonly string[]
  readonly rule: LostContactRule
}
type Missing = ClosureItem | 'open-referrals' | 'open-services' | 'open-shelter-stay' | 'contact-attempts'

export function closureMissing(asked: ClosureAsked): readonly Missing[] {
  return [
    ...closureChecklist[asked.reason].filter((item) => !asked.done.includes(item)),
    ...(asked.openReferrals > 0 ? (['open-referrals'] as const) : []),
    ...(asked.openServices > 0 ? (['open-services'] as const) : []),
    ...(asked.isInShelter ? (['open-shelter-stay'] as const) : []),
    ...(asked.reason === 'lost-contact' && !isLost(asked.attemptsAt, asked.rule) ? (['contact-attempts'] as const) : []),
  ]
}
function isLost(attemptsAt: readonly string[], rule: LostContactRule): boolean {
  const sorted = attemptsAt.toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  return sorted.length >= rule.attempts && first !== undefined && last !== undefined && elapsedDays(first, last) >= rule.days
}
