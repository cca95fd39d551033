/*
A withdrawal, and everything that ends with it in the same decision: referrals that rest on it are cut, whoever received something is asked to
stop and erase, and where the work on the case itself was withdrawn all of it stops. One outcome, so that no crash and no queue can leave a
recipient with a file that the person took back.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { AccountId } from '../../../people/contract.ts'
import { type CaseKnown, caseMachine } from '../case/case-machine.ts'
import type { CaseMoved, CaseState } from '../case/case-words.ts'
import { type Position, stepsFrom } from '../case/machine.ts'
import { type ReferralFile, type Referrals, endReferral } from '../referral/referral.ts'
import type { ReferralEvent } from '../referral/referral-words.ts'
import type { ConsentCommand, ConsentEvent } from './consent-words.ts'
import type { Consents } from './consent-state.ts'

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

export function decideWithdrawal(
  { consents, referrals, standing }: Reach,
  command: Withdraw,
  { isUnderLegalHold, ...stamp }: Stamp & Pick<CaseKnown, 'isUnderLegalHold'>,
): Outcome<readonly ReachEvent[]> {
  const kept = consents.kept.find((one) => one.given.consent === command.consent)
  if (!kept) return refused('unknown-consent')
  const wanted = command.items.length === 0 ? kept.given.items.map((item) => item.id) : command.items
  const unknown = wanted.filter((id) => !kept.given.items.some((item) => item.id === id))
  if (unknown.length > 0) return refused('unknown-consent-item', { items: unknown })
  const items = wanted.filter((id) => !kept.withdrawn.has(id))
  if (items.length === 0) return refused('consent-already-withdrawn')
  const endsCase = kept.given.items.some((item) => items.includes(item.id) && item.purpose === 'case-management' && item.answer === 'yes')
  const stopsCase = endsCase && stepsFrom(caseMachine, standing.at).includes('withdraw-consent')
  const touched = [...referrals.values()].filter(
    (file) => stopsCase || (file.basis?.kind === 'consent-item' && items.includes(file.basis.id)),
  )
  const moved: readonly CaseMoved[] = stopsCase ? [stopCase(stamp, isUnderLegalHold)] : []
  return accepted([
    { kind: 'consent.withdrawn.v1', payload: { consent: command.consent, items, ...stamp } },
    ...touched.flatMap((file) => cutOff(file, 'consent-withdrawn', stamp)),
    ...moved,
  ])
}

export const stopCase = (stamp: Stamp, isUnderLegalHold: boolean): CaseMoved => ({
  kind: 'case.moved.v1',
  payload: { step: 'withdraw-consent', to: 'consent-withdrawn', erasure: isUnderLegalHold ? 'held' : 'offered', ...stamp },
})

/** Cut where it is open, and whoever ever had the package is asked to erase it. */
export function cutOff(file: ReferralFile, because: 'consent-withdrawn' | 'override-lapsed', stamp: Stamp): readonly ReachEvent[] {
  const reason = because === 'override-lapsed' ? 'override-not-confirmed' : because
  const ended = endReferral(file, reason, stamp)
  if (file.basis === null) return ended
  const { referral, recipient } = file
  return [...ended, { kind: 'disclosure.erasure-asked.v1', payload: { referral, recipient, because, at: stamp.at } }]
}
