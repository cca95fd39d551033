/*
The paper that somebody carries to a service. A checkpoint may read it: it says where to go, on which day and with which code, and nothing about who
carries it or why. The code is drawn by the caller and is derived from nothing.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { ReferralFile } from './referral.ts'
import { recipientReads } from './referral-machine.ts'

export interface Slip {
  readonly code: string
  /** As the directory has it; the screen prints its public address. */
  readonly servicePoint: string
  readonly on: string
}
const CODE = /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/

export function slipOf(
  file: Pick<ReferralFile, 'state'>,
  { code, servicePoint, on }: { readonly code: string; readonly servicePoint: string | null; readonly on: string },
): Outcome<Slip> {
  if (!recipientReads(file.state)) return refused('referral-not-so-far', { state: file.state, step: 'print-slip' })
  if (servicePoint === null) return refused('slip-needs-service-point')
  if (!CODE.test(code)) throw new Error('a slip has a drawn code of two groups of four')
  return accepted({ code, servicePoint, on })
}
