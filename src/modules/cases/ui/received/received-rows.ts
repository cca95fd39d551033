/* The desk of a receiving body: what is urgent and due first, what a code on a slip leads to, and what may be done next. */
import type { ReceivedReferral } from '../../contract.ts'

const RANK: readonly string[] = ['high', 'medium', 'low']
/** By urgency, then by when the answer is due; what nobody waits for any more last. */
export function inOrder(referrals: readonly ReceivedReferral[]): readonly ReceivedReferral[] {
  const waits = (one: ReceivedReferral): number => (one.state === 'sent' || one.state === 'acknowledged' ? 0 : 1)
  return referrals.toSorted(
    (a, b) =>
      waits(a) - waits(b) ||
      RANK.indexOf(a.urgency) - RANK.indexOf(b.urgency) ||
      (a.respondBy ?? '9').localeCompare(b.respondBy ?? '9') ||
      a.slip.localeCompare(b.slip),
  )
}
/** As somebody reads it from paper or says it on the telephone: letters of any size, with or without the dash. */
export function hasCode({ slip }: Pick<ReceivedReferral, 'slip'>, typed: string): boolean {
  const plain = (text: string): string => text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return plain(slip).includes(plain(typed))
}
export type NextAct = 'acknowledge' | 'accept' | 'reject' | 'begin-service' | 'complete' | 'close-without-service'
const NEXT: { readonly [state: string]: readonly NextAct[] } = {
  sent: ['acknowledge', 'accept', 'reject', 'close-without-service'],
  acknowledged: ['accept', 'reject', 'close-without-service'],
  accepted: ['begin-service', 'complete', 'close-without-service'],
  'in-service': ['complete', 'close-without-service'],
}
export const nextActs = (state: string): readonly NextAct[] => NEXT[state] ?? []
