/*
Checks that follow from papers along the way: 9 a transport paper for every leg, 12 the documents of the chain. Papers of the register and
those under which custody says that goods were sent come first; papers attached to the dossier by hand fill what is left.
*/
import type { WayLeg } from '../../custody/contract-origin.ts'
import type { CheckInput, Look } from './check-input.ts'
import { look, mendedBy } from './check-input.ts'
import { papersOf } from './check-papers.ts'
import type { RequiredDocument } from './rulebook.ts'

type Registered = NonNullable<CheckInput['beside']['papers']>[number]
const CARRIES = 'transport-authorisation'
/** The division of mines issues what goods travel under. */
const ISSUER = 'MINES_PROV'

const nameIn = ({ organisations }: Pick<CheckInput, 'organisations'>, body: string): string =>
  organisations.find((each) => each.id === body)?.name ?? body

/** 9: one paper for each change of hands with a journey, and one for the way out. */
export function lookAtTransport(input: CheckInput): readonly Look[] {
  const legs = input.beside.origin?.legs
  if (legs === undefined) return [...handsWithPapers(input), ...wayOut(input)]
  const inner = legs.length === 0 ? [look('not-applicable', 'no-leg')] : legs.flatMap((leg) => lookAtLeg(input, leg))
  return [...inner, ...wayOut(input)]
}

function lookAtLeg(input: CheckInput, leg: WayLeg): readonly Look[] {
  const [from, to] = [nameIn(input, leg.from), nameIn(input, leg.to)]
  const facts = { from, to, lots: leg.lots }
  const numbers = new Set(leg.papers.map((one) => one.number.toUpperCase()))
  const registered = (input.beside.papers ?? []).filter(
    (one) => one.type === CARRIES && (numbers.has(one.number.toUpperCase()) || isOfLeg(one, leg)),
  )
  const faults = [...endedPapers(leg, { from, to }), ...registered.flatMap((one) => faultsOf(one, { from, to }))]
  if (leg.withoutTransport === leg.lots && registered.length === 0) return [look('not-applicable', 'leg-without-journey', facts)]
  const attached = papersOf(input.papers, 'transport-paper').filter((one) => one.from === leg.from && one.to === leg.to)
  const linked = registered.filter((one) => isOfLeg(one, leg) && one.state !== 'cancelled' && one.state !== 'draft')
  const uncovered = linked.length + attached.length > 0 ? 0 : leg.withoutPaper
  if (uncovered > 0) return [...faults, mendedBy(ISSUER, look('failed', 'leg-lots-without-paper', { ...facts, uncovered }))]
  const references = [...new Set([...leg.papers.map((one) => one.number), ...[...linked, ...attached].map(numberOf)])]
  const reference = references.slice(0, 4).join(', ')
  const inRegister = registered.length
  return [...faults, look('passed', 'leg-covered-by', { ...facts, reference, papers: references.length, inRegister })]
}

const numberOf = (one: { readonly number: string } | { readonly reference: string }): string =>
  'number' in one ? one.number : one.reference
const isOfLeg = ({ links }: Registered, leg: Pick<WayLeg, 'from' | 'to'>): boolean =>
  links.some((link) => link.kind === 'leg' && link.from === leg.from && link.to === leg.to)

/** Goods that left after the end of the paper. */
const endedPapers = (leg: WayLeg, between: { readonly from: string; readonly to: string }): readonly Look[] =>
  leg.papers
    .filter((one) => one.validUntil !== null && one.validUntil < one.sentOn)
    .map(({ number, validUntil, sentOn, despite }) =>
      despite
        ? look('review', 'leg-paper-ended-despite', { ...between, number, validUntil, sentOn })
        : look('failed', 'leg-paper-ended', { ...between, number, validUntil, sentOn }),
    )

function faultsOf(paper: Registered, between: { readonly from: string; readonly to: string }): readonly Look[] {
  const { number, state } = paper
  if (state === 'cancelled') return [mendedBy(ISSUER, look('failed', 'leg-paper-cancelled', { ...between, number }))]
  const doubts = new Set(paper.uses.flatMap((use) => use.doubts.map((doubt) => doubt.code)))
  return doubts.size === 0 ? [] : [look('review', 'leg-paper-doubtful', { ...between, number, doubts: [...doubts].toSorted() })]
}

/** Where custody tells no legs: whoever held it after whom. */
function handsWithPapers(input: CheckInput): readonly Look[] {
  const { holders } = input.trace
  const attached = papersOf(input.papers, 'transport-paper')
  return holders.flatMap((holder, at) => {
    const next = holders[at + 1]
    if (next === undefined || next.organisation === holder.organisation) return []
    const paper = attached.find((each) => each.from === holder.organisation && each.to === next.organisation)
    const facts = { from: nameIn(input, holder.organisation), to: nameIn(input, next.organisation), reference: paper?.reference ?? null }
    return [paper ? look('passed', 'leg-covered', facts) : look('failed', 'leg-without-paper', facts)]
  })
}

function wayOut(input: CheckInput): readonly Look[] {
  const { trace, papers, on, beside } = input
  const from = nameIn(input, trace.holder)
  const paper = papersOf(papers, 'transport-paper').find((each) => each.from === trace.holder && each.to === undefined)
  if (paper?.validUntil !== undefined && paper.validUntil < on) {
    return [look('failed', 'paper-expired', { reference: paper.reference, validUntil: paper.validUntil })]
  }
  const registered = (beside.papers ?? []).find(
    (one) => one.state === 'issued' && [CARRIES, 'shipment-papers'].includes(one.type) && isLinkedTo(one, trace.lot),
  )
  const reference = paper?.reference ?? registered?.number ?? null
  if (reference === null) return [look('failed', 'leg-without-paper', { from, to: null, reference })]
  return [look('passed', 'leg-covered', { from, to: null, reference })]
}
const isLinkedTo = ({ links }: Registered, lot: string): boolean => links.some((link) => link.kind === 'lot' && link.lot === lot)

/** 12: the papers that the chain asks for, each by its type in the register. Their names are unverified (U): what is missing is for somebody to judge. */
export function lookAtDocuments(input: CheckInput): readonly Look[] {
  const { papers } = input.beside
  if (papers === null) return [look('not-yet-checked', 'documents-not-in-the-data')]
  return input.rules.documents.value.map((required) => lookAtDocument(input, required, papers))
}

function lookAtDocument(input: CheckInput, { type, step, when }: RequiredDocument, papers: readonly Registered[]): Look {
  const facts = { document: type, step }
  if (!isAsked(input, when)) return look('not-applicable', 'document-not-asked', facts)
  const found = papers.filter((one) => one.type === type)
  const good = found.find((one) => one.state === 'issued' || one.state === 'used')
  if (good) return look('passed', 'document-there', { ...facts, number: good.number, papers: found.length })
  const ended = found.find((one) => one.state === 'expired')
  if (ended) return look('review', 'document-ended', { ...facts, number: ended.number, validUntil: ended.validUntil })
  const cancelled = found.find((one) => one.state === 'cancelled')
  if (cancelled) return look('failed', 'document-cancelled', { ...facts, number: cancelled.number })
  const attached = attachedInstead(input, type)
  if (attached !== null) return look('passed', 'document-attached', { ...facts, number: attached })
  const draft = found[0]
  if (draft) return look('review', 'document-draft', { ...facts, number: draft.number })
  return look('review', 'document-missing', facts)
}

/** What the dossier itself carries of the same kind. */
function attachedInstead({ papers, trace }: CheckInput, type: string): string | null {
  if (type === CARRIES) return papersOf(papers, 'transport-paper')[0]?.reference ?? null
  if (type !== 'valuation-report') return null
  const kept = trace.assays[0]
  return kept ? `${kept.lab}, ${kept.assayedOn}` : (papersOf(papers, 'assay')[0]?.reference ?? null)
}

function isAsked({ trace, organisations, beside }: CheckInput, when: RequiredDocument['when']): boolean {
  if (when === 'always') return true
  if (when === 'processing') return beside.origin?.kinds.some((kind) => kind === 'processed-lot') ?? false
  const legs = beside.origin?.legs
  if (when === 'journey') return legs === undefined || legs.some((leg) => leg.withoutTransport < leg.lots)
  const kindOf = (body: string) => organisations.find((each) => each.id === body)?.kind
  if (when === 'trader') return trace.holders.some((one) => kindOf(one.organisation) === 'trader')
  return legs === undefined || legs.some((leg) => leg.to === trace.holder)
}
