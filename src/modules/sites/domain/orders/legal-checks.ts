/*
The legal check of a draft: every question of the list gets a verdict with its reason, none is silent. It decides nothing: signing
asks the same questions again and refuses. What only warns is said and does not stop a Minister.
*/
import { addMonths } from '../../../../kernel/calendar.ts'
import type { Facts } from '../../../../kernel/outcome.ts'
import { instrumentIn } from './legal-instruments.ts'
import type { AnnexFacts } from './order.ts'
import { type CheckName, type OrderDraft, type Verdict, checkNames } from './order-draft.ts'

export interface CheckedLine {
  /** Counts from 1, as rows of a table do. */
  readonly row: number
  readonly key: string
  readonly facts: AnnexFacts | null
  readonly candidates: number
}
export interface CheckFacts {
  readonly today: string
  readonly numberTaken: boolean
  readonly supersededKnown: boolean
  readonly lines: readonly CheckedLine[]
}
export interface CheckAnswer {
  readonly check: CheckName
  readonly verdict: Verdict
  readonly reason: string
  readonly facts: Facts
}
type Said = Omit<CheckAnswer, 'check'>
const says = (verdict: Verdict, reason: string, facts: Facts = {}): Said => ({ verdict, reason, facts })
const passes = (facts: Facts = {}): Said => says('passes', 'passes', facts)
const notConcerned = says('not-concerned', 'not-concerned')

/** All checks, in their order. */
export function legalChecks(draft: OrderDraft, facts: CheckFacts): readonly CheckAnswer[] {
  return checkNames.map((check) => ({ check, ...questions[check](draft, facts) }))
}
/** Nothing fails: the draft can be signed. */
export const isReady = (checks: readonly Pick<CheckAnswer, 'verdict'>[]): boolean => checks.every((one) => one.verdict !== 'fails')

const rowsOf = (lines: readonly CheckedLine[]): Facts => ({
  n: lines.length,
  rows: lines.map((line) => `${line.row} (${line.key})`).join(', '),
})
const recordOf = ({ facts }: CheckedLine): string | undefined => facts?.survivor ?? facts?.site
const colourOf = (draft: OrderDraft, row: number) => draft.annex[row - 1]?.colour ?? 'red'
const failsFor = (lines: readonly CheckedLine[], reason: string): Said =>
  lines.length === 0 ? passes() : says('fails', reason, rowsOf(lines))

const questions: { readonly [name in CheckName]: (draft: OrderDraft, facts: CheckFacts) => Said } = {
  'text-complete': (draft) => {
    const missing = (['number', 'signedOn', 'effectiveFrom', 'signatoryRole'] as const).filter((name) => draft[name] === undefined)
    return missing.length === 0 ? passes() : says('fails', 'missing', { missing: missing.join(', '), n: missing.length })
  },
  'number-unique': (draft, { numberTaken }) => {
    if (draft.number === undefined) return says('warns', 'no-number')
    return numberTaken ? says('fails', 'taken', { number: draft.number }) : passes({ number: draft.number })
  },
  dates: (draft, { today }) => datesCheck(draft, today),
  retroactive: ({ signedOn, effectiveFrom }) => {
    if (signedOn === undefined || effectiveFrom === undefined) return notConcerned
    return effectiveFrom < signedOn ? says('warns', 'backwards', { signedOn, effectiveFrom }) : passes()
  },
  'legal-basis': ({ legalBasis }) => {
    if (legalBasis.length === 0) return says('fails', 'none')
    const unknown = legalBasis.filter((line) => instrumentIn(line) === null)
    return unknown.length === 0
      ? passes({ n: legalBasis.length })
      : says('warns', 'unknown', { n: unknown.length, texts: unknown.join(' ; ') })
  },
  annex: ({ annex }) => (annex.length === 0 ? says('fails', 'empty') : passes({ n: annex.length })),
  'sites-known': (_draft, { lines }) => {
    const unclear = lines.filter((line) => line.candidates > 1)
    const unknown = lines.filter((line) => (line.facts === null || !line.facts.known) && line.candidates <= 1)
    if (unknown.length > 0) return says('fails', 'unknown', rowsOf(unknown))
    return failsFor(unclear, 'unclear')
  },
  duplicates: (_draft, { lines }) => {
    const named = lines.filter((line) => line.facts !== null)
    return failsFor(
      named.filter((line, at) => named.findIndex((other) => recordOf(other) === recordOf(line)) !== at),
      'twice',
    )
  },
  territory: (_draft, { lines }) =>
    failsFor(
      lines.filter((line) => line.facts?.outside),
      'outside',
    ),
  inspected: ({ orderKind }, { lines }) => {
    if (orderKind !== 'validation') return says('not-concerned', 'exempt', { orderKind })
    return failsFor(
      lines.filter((line) => line.facts?.known && line.facts.inspection === null),
      'missing',
    )
  },
  'colours-counted': (draft) => countsCheck(draft),
  deviations: (draft, { lines }) => deviationsCheck(draft, lines),
  'red-minimum': (draft, { lines }) => {
    if (draft.orderKind !== 'validation' || draft.effectiveFrom === undefined) return notConcerned
    const from = draft.effectiveFrom
    const early = lines.filter(
      (line) => colourOf(draft, line.row) !== 'red' && line.facts !== null && (line.facts.redMinimumUntil ?? '') > from,
    )
    return failsFor(early, 'early')
  },
  extension: (draft, { lines }) => {
    if (draft.orderKind !== 'extension') return notConcerned
    const strangers = lines.filter((line) => line.facts?.known && line.facts.orderedColour !== colourOf(draft, line.row))
    if (strangers.length > 0) return says('fails', 'nothing', rowsOf(strangers))
    // The texts read know the extension of a red; a green or a yellow that goes on without a visit is the Minister's to answer for.
    const unseen = lines.filter((line) => line.facts?.known && colourOf(draft, line.row) !== 'red')
    return unseen.length > 0 ? says('warns', 'without-visit', rowsOf(unseen)) : passes()
  },
  withdrawal: (draft, { lines }) => {
    if (draft.orderKind === 'red_listing')
      return failsFor(
        lines.filter((line) => colourOf(draft, line.row) !== 'red'),
        'red-only',
      )
    if (draft.orderKind !== 'withdrawal') return notConcerned
    const idle = lines.filter((line) => line.facts?.known && line.facts.orderedColour === null)
    return idle.length > 0 ? says('warns', 'nothing-to-withdraw', rowsOf(idle)) : says('warns', 'leaves-none', { n: lines.length })
  },
  stocks: (draft, { lines }) => {
    if (draft.orderKind !== 'derogation') return notConcerned
    const bare = lines.filter(({ row }) => {
      const line = draft.annex[row - 1]
      return !line?.quantityGrams || line.foundOn === undefined || line.stockReason === undefined
    })
    return failsFor(bare, 'bare')
  },
  superseded: ({ supersedes }, { supersededKnown }) => {
    if (supersedes === undefined) return notConcerned
    return supersededKnown ? passes() : says('fails', 'unknown')
  },
  scan: ({ scan }) => (scan === undefined ? says('warns', 'none') : passes()),
}

function datesCheck({ signedOn, effectiveFrom, durationMonths, effectiveTo }: OrderDraft, today: string): Said {
  if (signedOn !== undefined && signedOn > today) return says('fails', 'future', { day: signedOn })
  if (durationMonths === 0) return says('fails', 'reversed')
  if (durationMonths !== undefined && durationMonths > 120) return says('fails', 'too-long', { most: 120 })
  if (effectiveFrom === undefined) return says('warns', 'open')
  if (effectiveTo !== undefined && effectiveTo <= effectiveFrom) return says('fails', 'reversed')
  const byMonths = durationMonths === undefined ? undefined : addMonths(effectiveFrom, durationMonths)
  if (byMonths !== undefined && effectiveTo !== undefined && byMonths !== effectiveTo)
    return says('fails', 'disagree', { byMonths, effectiveTo })
  return byMonths === undefined && effectiveTo === undefined ? says('passes', 'by-rule') : passes()
}

function countsCheck({ annex, statedCounts }: OrderDraft): Said {
  const colours = ['green', 'yellow', 'red'] as const
  const counted = { green: 0, yellow: 0, red: 0 }
  for (const line of annex) counted[line.colour] += 1
  if (statedCounts === undefined) return says('warns', 'not-stated', counted)
  const stated = { green: statedCounts.green ?? 0, yellow: statedCounts.yellow ?? 0, red: statedCounts.red ?? 0 }
  const facts = { ...counted, statedGreen: stated.green, statedYellow: stated.yellow, statedRed: stated.red }
  return colours.every((colour) => stated[colour] === counted[colour]) ? passes(facts) : says('fails', 'differ', facts)
}

function deviationsCheck(draft: OrderDraft, lines: readonly CheckedLine[]): Said {
  if (draft.orderKind !== 'validation') return notConcerned
  const deviating = lines.filter((line) => line.facts?.inspection && line.facts.inspection.colour !== colourOf(draft, line.row))
  const silent = deviating.filter((line) => draft.annex[line.row - 1]?.deviationReason === undefined)
  if (silent.length > 0) return says('fails', 'silent', rowsOf(silent))
  return deviating.length > 0 ? says('warns', 'deviates', rowsOf(deviating)) : passes()
}
