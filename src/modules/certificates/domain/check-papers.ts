/*
Checks that follow from papers and bodies: 1 exporter, 7 assay, 8 taxes, 9 transport, 11 cards and approvals, 12 documents. A
paper that nobody attached leaves its check not yet made, never passed; attaching one can only make the answer more honest.
*/
import type { AttachedFact } from '../contract.ts'
import { type CheckInput, type Look, look } from './check-input.ts'

const papersOf = <Kind extends AttachedFact['kind']>(
  papers: readonly AttachedFact[],
  kind: Kind,
): readonly Extract<AttachedFact, { kind: Kind }>[] =>
  papers.filter((paper): paper is Extract<AttachedFact, { kind: Kind }> => paper.kind === kind)

/** 1: an exporter holds the lot, its approval covers the day, its audit status is not red. */
export function lookAtExporter({ exporter, organisations, trace, papers, on }: CheckInput): readonly Look[] {
  const body = organisations.find((each) => each.id === exporter)
  if (body === undefined) return [look('failed', 'exporter-unknown')]
  const looks: Look[] = []
  const trades = body.kind === 'exporter' || body.kind === 'processor'
  looks.push(look(trades ? 'passed' : 'failed', trades ? 'exporter-kind' : 'not-an-exporter', { organisation: body.name, kind: body.kind }))
  if (trace.holder !== exporter) looks.push(look('failed', 'lot-held-by-another', { organisation: body.name }))
  const approvals = papersOf(papers, 'exporter-approval')
  const approval = approvals.at(-1)
  if (approval === undefined) return [...looks, look('not-yet-checked', 'no-approval-attached')]
  const facts = {
    reference: approval.reference,
    validFrom: approval.validFrom,
    validUntil: approval.validUntil,
    status: approval.auditStatus,
  }
  if (on < approval.validFrom || on > approval.validUntil) looks.push(look('failed', 'approval-not-valid', facts))
  else if (approval.auditStatus === 'red') looks.push(look('failed', 'exporter-red', facts))
  else if (approval.auditStatus === 'green') looks.push(look('passed', 'approval-valid', facts))
  else looks.push(look('review', 'exporter-under-conditions', facts))
  return looks
}

/** 7: an assay is attached and its value can be. */
export function lookAtAssay({ trace, papers, rules }: CheckInput): readonly Look[] {
  if (trace.mineral === 'other') return [look('not-yet-checked', 'no-range-for-mineral', { mineral: trace.mineral })]
  const range = rules.grades.value[trace.mineral]
  const assays = papersOf(papers, 'assay').filter((assay) => assay.element === range.element)
  if (assays.length === 0) return [look('not-yet-checked', 'no-assay-attached', { element: range.element })]
  const [from, to] = range.accept
  return assays.map((assay) => {
    const facts = { reference: assay.reference, element: assay.element, value: assay.value, from, to, atMost: range.atMost }
    if (assay.value <= 0 || assay.value > range.atMost) return look('failed', 'grade-impossible', facts)
    return assay.value < from || assay.value > to ? look('review', 'grade-unusual', facts) : look('passed', 'grade-in-range', facts)
  })
}

/** 8: receipts of taxes are attached. */
export function lookAtTaxes({ papers, rules }: CheckInput): readonly Look[] {
  const receipts = papersOf(papers, 'tax-receipt')
  if (receipts.length < rules.fewestTaxReceipts.value) return [look('not-yet-checked', 'no-receipt-attached')]
  return receipts.map(({ reference, taxType, authority, amountCents, currency, paidOn }) =>
    look('passed', 'tax-receipt', { reference, taxType, authority, amountCents, currency, paidOn }),
  )
}

/** 9: one paper for each change of hands, and one for the way out. */
export function lookAtTransport({ trace, papers, organisations, on }: CheckInput): readonly Look[] {
  const nameOf = (body: string): string => organisations.find((each) => each.id === body)?.name ?? body
  const attached = papersOf(papers, 'transport-paper')
  const legs = trace.holders.flatMap((holder, at) => {
    const next = trace.holders[at + 1]
    return next === undefined || next.organisation === holder.organisation ? [] : [{ from: holder.organisation, to: next.organisation }]
  })
  const covered = legs.map(({ from, to }) => {
    const paper = attached.find((each) => each.from === from && each.to === to)
    const facts = { from: nameOf(from), to: nameOf(to), reference: paper?.reference ?? null }
    return look(paper ? 'passed' : 'not-yet-checked', paper ? 'leg-covered' : 'leg-without-paper', facts)
  })
  const wayOut = attached.find((each) => each.from === trace.holder && each.to === undefined)
  const export_ = { from: nameOf(trace.holder), to: null, reference: wayOut?.reference ?? null }
  if (wayOut?.validUntil !== undefined && wayOut.validUntil < on) {
    return [...covered, look('failed', 'paper-expired', { reference: wayOut.reference, validUntil: wayOut.validUntil })]
  }
  return [...covered, look(wayOut ? 'passed' : 'not-yet-checked', wayOut ? 'leg-covered' : 'leg-without-paper', export_)]
}

/** 11: cards and approvals are not in the data yet; a body that may not trade at all is seen all the same. */
export function lookAtParties({ trace, organisations }: CheckInput): readonly Look[] {
  const trading = ['cooperative', 'trader', 'processor', 'exporter']
  const strange = [...new Set(trace.holders.map((holder) => holder.organisation))].flatMap((holder) => {
    const body = organisations.find((each) => each.id === holder)
    return body !== undefined && trading.includes(body.kind)
      ? []
      : [look('review', 'holder-may-not-trade', { organisation: body?.name ?? null, kind: body?.kind ?? null })]
  })
  return [...strange, look('not-yet-checked', 'cards-not-in-the-data')]
}

/** 12: nobody keeps the list of documents yet. */
export const lookAtDocuments = (): readonly Look[] => [look('not-yet-checked', 'documents-not-in-the-data')]
