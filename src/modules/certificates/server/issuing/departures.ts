/*
Goods that left under a certificate that did not count (revoked, of a stolen key, expired) or a second time under one: told to those who certify, whoever
recorded it and by whatever way it came, because whoever stands at the border may have seen nothing but a thank-you. Kept and told; a person decides.
*/
import { addDays, todayAt } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Reader, Waiting } from '../../../notices/contract.ts'
import { listAlarmingUses } from './store-issued.ts'

/** Ours (D): after these days of being recorded it stands in the page of the certificate alone. */
const TOLD_DAYS = 30

export async function departureNotices(tx: Tx, { tenant, capabilities }: Reader, now: string): Promise<readonly Waiting[]> {
  if (!['certificates.verify', 'certificates.validate', 'certificates.revoke'].some((one) => capabilities.has(one))) return []
  const found = await listAlarmingUses(tx, tenant, addDays(todayAt(now), -TOLD_DAYS))
  const [only, ...more] = found
  if (only === undefined) return []
  const path = more.every(({ number }) => number === only.number) ? `/certificates/${only.number}` : '/certificates?tab=certificates'
  return [{ kind: 'departuresInAlarm', count: found.length, path, keys: found.map((use) => `${use.number}/${use.ordinal}`).slice(0, 500) }]
}
