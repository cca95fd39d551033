/*
Checks that follow from who took part: 1 the exporter's approval and its status after audit, 11 the cards and approvals of every hand on the
day on which it took goods. The registers are asked first; what somebody attached by hand is evidence for a person's judgement.
*/
import type { ExporterStanding } from '../../operators/contract-exporters.ts'
import type { PartyBrief } from '../../operators/contract.ts'
import { type CheckInput, type Look, look, mendedBy } from './check-input.ts'
import { papersOf } from './check-papers.ts'

/** 1: an exporter holds the lot, its approval covers the day, its audit status is not red. */
export function lookAtExporter(input: CheckInput): readonly Look[] {
  const { exporter, organisations, trace, beside } = input
  const body = organisations.find((each) => each.id === exporter)
  if (body === undefined) return [look('failed', 'exporter-unknown')]
  const trades = body.kind === 'exporter' || body.kind === 'processor'
  const facts = { organisation: body.name, kind: body.kind }
  return [
    trades ? look('passed', 'exporter-kind', facts) : look('failed', 'not-an-exporter', facts),
    ...(trace.holder === exporter ? [] : [look('failed', 'lot-held-by-another', { organisation: body.name })]),
    ...(beside.exporter === null ? lookAtAttached(input, false) : lookAtRegistered(input, beside.exporter)),
  ]
}

function lookAtRegistered(input: CheckInput, standing: ExporterStanding): readonly Look[] {
  const { approval, approvalHolds, status, validUntil, lapsed, audit, mayExport, appealed } = standing
  if (approval === null && status === 'none') return [...lookAtAttached(input, true), look('not-yet-checked', 'exporter-not-in-register')]
  const of = { number: approval?.number ?? null, validFrom: approval?.validFrom ?? null, validUntil: approval?.validUntil ?? null }
  const approved =
    approval === null
      ? [...lookAtAttached(input, true), mendedBy('MINES_NAT', look('not-yet-checked', 'no-approval-registered'))]
      : [approvalHolds ? look('passed', 'approval-registered', of) : mendedBy('MINES_NAT', look('failed', 'approval-not-running', of))]
  if (status === 'none') return [...approved, mendedBy('CEEC_VERIFIER', look('not-yet-checked', 'exporter-not-audited'))]
  const facts = { status, validUntil, audit, appealed }
  if (lapsed) return [...approved, look('failed', 'exporter-status-overdue', facts)]
  if (status === 'red') return [...approved, look('failed', 'exporter-status-red', facts)]
  // The approval was judged above; of the status alone yellow and blue carry conditions that somebody reads.
  if (status === 'green' && (mayExport === 'yes' || !approvalHolds)) return [...approved, look('passed', 'exporter-status', facts)]
  if (mayExport === 'no' && approvalHolds) return [...approved, look('failed', 'exporter-may-not-export', facts)]
  return [...approved, look('review', 'exporter-status-conditions', facts)]
}

/** What was attached to the dossier. Beside a register that knows nothing of the exporter it is for somebody to judge, whoever brought it. */
function lookAtAttached({ papers, on }: CheckInput, registerIsSilent: boolean): readonly Look[] {
  const approvals = papersOf(papers, 'exporter-approval')
  const approval = approvals.findLast((each) => each.by === 'authority') ?? approvals.at(-1)
  if (approval === undefined) return registerIsSilent ? [] : [look('not-yet-checked', 'no-approval-attached')]
  const { reference, validFrom, validUntil, auditStatus: status } = approval
  const facts = { reference, validFrom, validUntil, status }
  if (on < validFrom || on > validUntil) return [look('failed', 'approval-not-valid', facts)]
  if (status === 'red') return [look('failed', 'exporter-red', facts)]
  if (approval.by === 'exporter') return [look('review', 'approval-declared', facts)]
  if (registerIsSilent) return [look('review', 'approval-attached-only', facts)]
  return [status === 'green' ? look('passed', 'approval-valid', facts) : look('review', 'exporter-under-conditions', facts)]
}

/** 11: every hand held the card or approval that its kind needs, on each day on which it took goods. */
export function lookAtParties({ trace, organisations, beside }: CheckInput): readonly Look[] {
  const trading = ['cooperative', 'trader', 'processor', 'exporter']
  const bodyOf = (id: string) => organisations.find((each) => each.id === id)
  const strange = [...new Set(trace.holders.map((holder) => holder.organisation))].flatMap((holder) => {
    const body = bodyOf(holder)
    if (body !== undefined && trading.includes(body.kind)) return []
    return [look('review', 'holder-may-not-trade', { organisation: body?.name ?? null, kind: body?.kind ?? null })]
  })
  if (beside.parties === null) return [...strange, look('not-yet-checked', 'cards-not-in-the-data')]
  const byBody = [...Map.groupBy(beside.parties, (one) => one.organisation)]
  return [...strange, ...byBody.map(([body, days]) => lookAtParty(bodyOf(body)?.name ?? body, days))]
}

const ended: readonly (PartyBrief['fault'] | undefined)[] = ['expired', 'withdrawn', 'not-yet-valid', 'other-zone']

/** Of one body the gravest day, and how many days were looked at. */
function lookAtParty(organisation: string, days: readonly PartyBrief[]): Look {
  const facts = (one: PartyBrief | undefined) => ({
    ...{ organisation, days: days.length, on: one?.on ?? null, needs: one?.needs ?? null, fault: one?.fault ?? null },
    ...{ number: one?.number ?? null, validUntil: one?.validUntil ?? null },
  })
  const wrong = days.find((one) => ended.includes(one.fault ?? undefined))
  if (wrong) return look('failed', 'card-not-valid', facts(wrong))
  const lost = days.find((one) => one.fault === 'reported-lost')
  if (lost) return look('review', 'card-reported-lost', facts(lost))
  const none = days.find((one) => one.fault === 'no-card')
  if (none) return look('not-yet-checked', 'no-card-registered', facts(none))
  return days.every((one) => one.needs === null)
    ? look('not-applicable', 'no-card-needed', facts(days[0]))
    : look('passed', 'cards-valid', facts(days.at(-1)))
}
