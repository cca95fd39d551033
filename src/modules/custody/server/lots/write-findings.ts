/* Findings are written beside every lot they speak of; one that is critical holds them all. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { StoredEvent } from '../../../../platform/log/event.ts'
import type { Finding } from '../../contract.ts'
import { isCritical } from '../../domain/plausibility/arrival-rules.ts'
import { holdLots, insertFindings } from './store-lots.ts'

export async function writeFindings(
  tx: Tx,
  event: StoredEvent,
  spoken: { readonly of: readonly string[]; readonly findings: readonly Finding[] },
): Promise<void> {
  const { of: speaksOf, findings } = spoken
  const place = { eventId: event.id, ordinal: event.subjectVersion, learnedAt: event.learnedAt }
  await insertFindings(tx, event.tenant, spoken, place)
  if (!isCritical(findings)) return
  const because = [...new Set(findings.filter((one) => one.severity === 'C').map((one) => one.rule))].join(' ')
  await holdLots(tx, event.tenant, speaksOf, { because, at: event.learnedAt, by: event.actor.account })
}
