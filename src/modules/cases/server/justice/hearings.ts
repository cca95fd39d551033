/* Hearings ahead of cases in whose team somebody is, as numbers that mean nothing outside. Leaves the transaction in the scope of the program. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import { hearingsAhead } from '../../domain/justice/hearings-ahead.ts'
import { localDay } from '../../domain/clocks/instants.ts'
import { memberOf } from '../../domain/access/access.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { reviewDueOn } from '../../domain/witness/witness.ts'
import type { CaseDoors } from '../file/doors.ts'
import { asProgram } from '../record/records.ts'
import { casesInHandsOf } from './store-hearings.ts'

/** For who reads a witness and works no case: what is due for the witness, and hearings. Nobody else hears of it, nor that there is one. */
export async function remindersOfWitness(
  { records, rules }: Pick<CaseDoors, 'records' | 'rules'>,
  tx: Tx,
  { tenant, account, now, worksCases }: HearingsFor & { readonly worksCases: boolean },
): Promise<readonly string[]> {
  await asProgram(tx)
  const rulesOf = rules.at(tx, tenant, now)
  const found: string[] = []
  for (const id of await casesInHandsOf(tx, tenant, account)) {
    const one = await records.load(tx, tenant, id)
    if (one === null || memberOf(one.whole.access, account)?.as !== 'witness-reader') continue
    const { zone } = (await rulesOf(one.whole.file.organisation)).rules.calendar
    if (isReviewDue(one.whole, now, zone)) found.push(`${id}/review/${reviewDueOn(one.whole.witness)}`)
    // Who works cases is told of hearings already.
    if (!worksCases) found.push(...hearingsAhead(one.whole.things.tracks, localDay(now, zone)))
  }
  return found
}
export const isReviewDue = ({ witness }: Pick<CaseWhole, 'witness'>, now: string, zone: string): boolean => {
  const due = reviewDueOn(witness)
  return due !== null && due <= localDay(now, zone)
}

interface HearingsFor {
  readonly tenant: string
  readonly account: string
  readonly now: string
}
export async function hearingsFor(
  { records, rules }: Pick<CaseDoors, 'records' | 'rules'>,
  tx: Tx,
  { tenant, account, now }: HearingsFor,
): Promise<readonly string[]> {
  await asProgram(tx)
  const rulesOf = rules.at(tx, tenant, now)
  const found: string[] = []
  for (const id of await casesInHandsOf(tx, tenant, account)) {
    const one = await records.load(tx, tenant, id)
    const member = one === null ? null : memberOf(one.whole.access, account)
    // Glass that was broken is for reading what was asked, not for hearing what comes.
    if (one === null || !member || member.as === 'break-glass') continue
    const { calendar } = (await rulesOf(one.whole.file.organisation)).rules
    found.push(...hearingsAhead(one.whole.things.tracks, localDay(now, calendar.zone)))
  }
  return found
}
