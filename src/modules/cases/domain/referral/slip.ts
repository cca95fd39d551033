/*
The paper that somebody carries to a service. A checkpoint may read it: it says whom to ring, on which day and with which code, and nothing about who
carries it or why. Where no point of the directory was named, the telephone is written on it by hand. The code says nothing of the case.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { ReferralFile } from './referral.ts'
import { recipientReads } from './referral-machine.ts'

export interface Slip {
  readonly code: string
  /** As the directory has it; `null`: sent to a body, and the telephone is written by hand. */
  readonly servicePoint: string | null
  readonly on: string
}
const CODE = /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/

export function slipOf(
  file: Pick<ReferralFile, 'state'>,
  { code, servicePoint, on }: { readonly code: string; readonly servicePoint: string | null; readonly on: string },
): Outcome<Slip> {
  if (!recipientReads(file.state)) return refused('referral-not-so-far', { state: file.state, step: 'print-slip' })
  if (!CODE.test(code)) throw new Error('a slip has a drawn code of two groups of four')
  return accepted({ code, servicePoint, on })
}
