/*
Checks that follow from papers and bodies: 1 exporter, 7 assay, 8 taxes, 9 transport, 11 cards and approvals, 12 documents. A
paper that nobody attached leaves its check not yet made, never passed; attaching one can only make the answer more honest.
*/
import { type CheckInput, type Look, type Paper, look } from './check-input.ts'
import { gradeAgreement } from './rulebook.ts'

const papersOf = <Kind extends Paper['kind']>(papers: readonly Paper[], kind: Kind): readonly Extract<Paper, { kind: Kind }>[] =>
  papers.filter((paper): paper is Extract<Paper, { kind: Kind }> => paper.kind === kind)

/** 1: an exporter holds the lot, its approval covers the day, its audit status is not red. */
export function lookAtExporter({ exporter, organisations, trace, papers, on }: CheckInput): readonly Look[] {
  const body = organisations.find((each) => each.id === exporter)
  if (body === undefined) return [look('failed', 'exporter-unknown')]
  const looks: Look[] = []
  const trades = body.kind === 'exporter' || body.kind === 'processor'
  looks.push(look(trades ? 'passed' : 'failed', trades ? 'exporter-kind' : 'not-an-exporter', { organisation: body.name, kind: body.kind }))
  if (trace.holder !== exporter) looks.push(look('failed', 'lot-held-by-another', { organisation: body.name }))
  const approvals = papersOf(papers, 'exporter-approval')
  const approval = approvals.findLast((each) => each.by === 'authority') ?? approvals.at(-1)
  if (approval === undefined) return [...looks, look('not-yet-checked', 'no-approval-attached')]
  const facts = {
    reference: approval.reference,
    validFrom: approval.validFrom,
    validUntil: approval.validUntil,
    status: approval.auditStatus,
  }
  if (on < approval.validFrom || on > approval.validUntil) looks.push(look('failed', 'approval-not-valid', facts))
  else if (approval.auditStatus === 'red') looks.push(look('failed', 'exporter-red', facts))
  else if (approval.by === 'exporter') looks.push(look('review', 'approval-declared', facts))
  else if (approval.auditStatus === 'green') looks.push(look('passed', 'approval-valid', facts))
  else looks.push(look('review', 'exporter-under-conditions', facts))
  return looks
}

interface Measured {
  readonly reference: string
  readonly value: number
  /** Brought by somebody who does not trade in the lot. */
  readonly independent: boolean
}

/** Assays that custody keeps of the lot; only where there are none, the papers that people typed. Gold in parts per thousand. */
function measuredOf({ trace, papers }: CheckInput, element: string): readonly Measured[] {
  const interested: readonly string[] = trace.holders.map((holder) => holder.organisation)
  const kept = trace.assays
    .filter((assay) => assay.element === element)
    .map(({ lab, assayedOn, value, unit, organisation }) => {
      const factor = element === 'Au' && unit === 'percent' ? 10 : element !== 'Au' && unit === 'per-mille' ? 0.1 : 1
      return {
        reference: `${lab}, ${assayedOn}`,
        value: value * factor,
        independent: organisation !== null && !interested.includes(organisation),
      }
    })
  if (kept.length > 0) return kept
  return papersOf(papers, 'assay')
    .filter((assay) => assay.element === element)
    .map(({ reference, value, by }) => ({ reference, value, independent: by === 'authority' }))
}

/** 7: there is an assay, its value can be, it is not the exporter's own word, and the declared grade agrees with it. */
export function lookAtAssay(input: CheckInput): readonly Look[] {
  const { trace, terms, rules } = input
  if (trace.mineral === 'other') return [look('not-yet-checked', 'no-range-for-mineral', { mineral: trace.mineral })]
  const range = rules.grades.value[trace.mineral]
  const measured = measuredOf(input, range.element)
  if (measured.length === 0) return [look('not-yet-checked', 'no-assay-attached', { element: range.element })]
  const [from, to] = range.accept
  const declared = declaredGrade(terms.grade, range.element)
  return measured.map(({ reference, value, independent }) => {
    const facts = { reference, element: range.element, value, from, to, atMost: range.atMost }
    if (value <= 0 || value > range.atMost) return look('failed', 'grade-impossible', facts)
    if (value < from || value > to) return look('review', 'grade-unusual', facts)
    if (!agrees(declared, value)) return look('review', 'grade-differs', { ...facts, declared: terms.grade })
    return independent ? look('passed', 'grade-in-range', facts) : look('review', 'grade-declared', facts)
  })
}

/** The first number of the declared grade, in the unit of the range; `null` when it names none. */
function declaredGrade(grade: string, element: string): number | null {
  const found = /\d+(?:[.,]\d+)?/.exec(grade)?.[0]
  if (found === undefined) return null
  const value = Number(found.replace(',', '.'))
  return element === 'Au' && grade.includes('%') ? value * 10 : value
}
const agrees = (declared: number | null, value: number): boolean =>
  declared !== null && Math.abs(declared - value) * 10_000 <= value * gradeAgreement.value

/** 8: receipts of taxes are attached; one of nothing pays nothing, and one that the exporter declares is for somebody to judge. */
export function lookAtTaxes({ papers, rules }: CheckInput): readonly Look[] {
  const receipts = papersOf(papers, 'tax-receipt').filter((receipt) => receipt.amountCents > 0)
  const seen = receipts.filter((receipt) => receipt.by === 'authority')
  const fewest = rules.fewestTaxReceipts.value
  if (receipts.length < fewest) return [look('not-yet-checked', 'no-receipt-attached')]
  return (seen.length >= fewest ? seen : receipts).map(({ reference, taxType, authority, amountCents, currency, paidOn, by }) => {
    const facts = { reference, taxType, authority, amountCents, currency, paidOn }
    return by === 'authority' ? look('passed', 'tax-receipt', facts) : look('review', 'tax-receipt-declared', facts)
  })
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
