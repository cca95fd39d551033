/*
Checks that follow from papers attached to the dossier: 7 assay, 8 taxes. A paper that nobody attached fails its check: the dossier is the place
where it would be, so its absence is known, and leaving it out must never be easier than bringing it.
*/
import { type CheckInput, type Look, type Paper, look } from './check-input.ts'

export const papersOf = <Kind extends Paper['kind']>(papers: readonly Paper[], kind: Kind): readonly Extract<Paper, { kind: Kind }>[] =>
  papers.filter((paper): paper is Extract<Paper, { kind: Kind }> => paper.kind === kind)

/** One number on the papers of two exports: perhaps one lorry, perhaps one payment for two lots. Somebody says which. */
export const lookElsewhere = ({ elsewhere = [] }: Pick<CheckInput, 'elsewhere'>, kind: Paper['kind']): readonly Look[] =>
  elsewhere
    .filter((one) => one.kind === kind)
    .map(({ reference, lots }) => look('review', 'paper-elsewhere', { reference, lots: lots.join(', ') }))

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
  if (measured.length === 0) return [look('failed', 'no-assay-attached', { element: range.element })]
  const [from, to] = range.accept
  const declared = declaredGrade(terms.grade, range.element)
  return measured.map(({ reference, value, independent }) => {
    const facts = { reference, element: range.element, value, from, to, atMost: range.atMost }
    if (value <= 0 || value > range.atMost) return look('failed', 'grade-impossible', facts)
    if (value < from || value > to) return look('review', 'grade-unusual', facts)
    if (!agrees(declared, value, rules.gradeAgreement.value)) return look('review', 'grade-differs', { ...facts, declared: terms.grade })
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
const agrees = (declared: number | null, value: number, agreement: number): boolean =>
  declared !== null && Math.abs(declared - value) * 10_000 <= value * agreement

/** 8: receipts of taxes are attached; one of nothing pays nothing, and one that the exporter declares is for somebody to judge. */
export function lookAtTaxes({ papers, rules }: CheckInput): readonly Look[] {
  const receipts = papersOf(papers, 'tax-receipt').filter((receipt) => receipt.amountCents > 0)
  const seen = receipts.filter((receipt) => receipt.by === 'authority')
  const fewest = rules.fewestTaxReceipts.value
  if (receipts.length < fewest) return [look('failed', 'no-receipt-attached')]
  return (seen.length >= fewest ? seen : receipts).map(({ reference, taxType, authority, amountCents, currency, paidOn, by }) => {
    const facts = { reference, taxType, authority, amountCents, currency, paidOn }
    return by === 'authority' ? look('passed', 'tax-receipt', facts) : look('review', 'tax-receipt-declared', facts)
  })
}
