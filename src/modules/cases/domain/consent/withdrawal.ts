/*
A withdrawal, and everything that ends with it in the same decision: referrals that rest on it are cut, whoever received something is asked to
stop and erase, and where the work on the case itself was withdrawn all of it stops. One outcome, so that no crash and no queue can leave a
recipient with a file that the person took back.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { AccountId } from '../../../people/contract.ts'
import { type CaseKnown, caseMachine } from '../case/case-machine.ts'
import type { CaseMoved, CaseState } from '../case/case-words.ts'
import { type Position, stepsFrom } from '../machine.ts'
import { type ReferralFile, type Referrals, endReferral } from '../referral/referral.ts'
import type { ReferralEvent } from '../referral/referral-words.ts'
import type { ConsentCommand, ConsentEvent } from './consent-words.ts'
import type { Consents } from './consent-state.ts'
import { type KeptConsent, isSameQuestion } from './gate.ts'

export type ReachEvent = ConsentEvent | ReferralEvent | CaseMoved
export interface Reach {
  readonly consents: Consents
  readonly referrals: Referrals
  readonly standing: Position<CaseState>
}
export interface Stamp {
  readonly by: AccountId
  readonly at: string
}
type Withdraw = Extract<ConsentCommand, { step: 'withdraw' }>
type Taking = Stamp & Pick<CaseKnown, 'isUnderLegalHold'>

export function decideWithdrawal(reach: Reach, command: Withdraw, taking: Taking): Outcome<readonly ReachEvent[]> {
  const kept = reach.consents.kept.find((one) => one.given.consent === command.consent)
  if (!kept) return refused('unknown-consent')
  const wanted = command.items.length === 0 ? kept.given.items.map((item) => item.id) : command.items
  const unknown = wanted.filter((id) => !kept.given.items.some((item) => item.id === id))
  if (unknown.length > 0) return refused('unknown-consent-item', { items: unknown })
  const events = takeBack(reach, [...wanted, ...earlierYes(reach, kept, wanted)], taking)
  return events.length === 0 ? refused('consent-already-withdrawn') : accepted(events)
}

/** Somebody who was asked twice takes both answers back at once: what was sent on the first is cut with the second. */
function earlierYes({ consents }: Reach, kept: KeptConsent, wanted: readonly string[]): readonly string[] {
  const meant = kept.given.items.filter((item) => wanted.includes(item.id))
  return consents.kept
    .flatMap((one) => (one === kept ? [] : one.given.items))
    .filter((item) => item.answer === 'yes' && meant.some((one) => isSameQuestion(one, item)))
    .map((item) => item.id)
}

/** Items of whatever consent, and all that hangs on them. */
export function takeBack({ consents, referrals, standing }: Reach, ids: readonly string[], taking: Taking): readonly ReachEvent[] {
  const stamp = { by: taking.by, at: taking.at }
  const gone = consents.kept.flatMap(({ given, withdrawn }) =>
    given.items.filter((item) => ids.includes(item.id) && !withdrawn.has(item.id)).map((item) => ({ consent: given.consent, item })),
  )
  const said = [...new Set(gone.map((one) => one.consent))].map((consent): ReachEvent => {
    const items = gone.filter((one) => one.consent === consent).map((one) => one.item.id)
    return { kind: 'consent.withdrawn.v1', payload: { consent, items, ...stamp } }
  })
  const endsWork = gone.some(({ item }) => item.purpose === 'case-management' && item.answer === 'yes')
  const stopsCase = endsWork && stepsFrom(caseMachine, standing.at).includes('withdraw-consent')
  const rests = ({ basis }: ReferralFile): boolean => basis?.kind === 'consent-item' && gone.some(({ item }) => item.id === basis.id)
  return [
    ...said,
    ...[...referrals.values()].filter((file) => stopsCase || rests(file)).flatMap((file) => cutOff(file, 'consent-withdrawn', stamp)),
    ...(stopsCase ? [stopCase(stamp, taking.isUnderLegalHold)] : []),
  ]
}

export const stopCase = (stamp: Stamp, isUnderLegalHold: boolean): CaseMoved => ({
  kind: 'case.moved.v1',
  payload: { step: 'withdraw-consent', to: 'consent-withdrawn', erasure: isUnderLegalHold ? 'held' : 'offered', ...stamp },
})

const reasons = {
  ...({
    'consent-withdrawn': 'consent-withdrawn',
    'consent-expired': 'consent-expired',
    'override-lapsed': 'override-not-confirmed',
  } as const),
}
/** Cut where it is open, and whoever ever had the package is asked to erase it. */
export function cutOff(file: ReferralFile, because: keyof typeof reasons, stamp: Stamp): readonly ReachEvent[] {
  const ended = endReferral(file, reasons[because], stamp)
  if (file.basis === null) return ended
  const { referral, recipient } = file
  return [...ended, { kind: 'disclosure.erasure-asked.v1', payload: { referral, recipient, because, at: stamp.at } }]
}
