/*
The way of a lot for decisions: the trace as the checks ask for it, the lots beneath it, the legs. The same answer as `lineageOf`, which reads every
lot whole for a tree on a screen; here no lot becomes more than the few values that a decision looks at.
*/
import { asId, calendarDate, listOf, mustParse, orNull, record, text, yesOrNo } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { SiteId } from '../../../sites/contract.ts'
import type { WayLeg } from '../../contract-origin.ts'
import { type LotId, LotKind, type LotTrace, type RootBag } from '../../contract.ts'
import { type Draw, type LotNode, rootShares } from '../../domain/tracing/tracing.ts'
import { readLot } from '../lots/lot-shapes.ts'
import { findLotRow } from '../lots/store-lot-reads.ts'
import { type LegLine, type WayRow, findWay } from './store-way.ts'
import { assaysOf, readFinding, stateAmong } from './trace-lot.ts'

export interface Way {
  readonly trace: LotTrace
  /** The lot and everything beneath, in the order of their ids. */
  readonly lots: readonly LotId[]
  readonly kinds: readonly LotKind[]
  readonly legs: readonly WayLeg[]
  readonly places: readonly string[]
}

/** `null` when the lot is not known. Cost: one statement over what lies beneath the lot, and two about the lot itself. */
export async function wayOf(tx: Tx, tenant: string, lot: LotId): Promise<Way | null> {
  const own = await findLotRow(tx, tenant, lot)
  const row = own === null ? null : await findWay(tx, tenant, lot)
  if (own === null || row === null) return null
  const { number, kind, mineral, massGrams, drawnGrams, holder, formedOn, state } = readLot(own)
  const lots = split(row.ids).map((id): LotId => asId('lot', id))
  const certified = (row.certified ?? []).map((one) => ({ ...one, lot: asId('lot', one.lot) }))
  const inputs = (row.inputs ?? []).map((one) => ({ ...one, lot: asId('lot', one.lot) }))
  return {
    lots,
    kinds: row.kinds.map((one) => mustParse(LotKind, one)),
    legs: legsOf(row.legs ?? []),
    places: row.places ?? [],
    trace: {
      ...{ lot, number, kind, mineral, massGrams, drawnGrams, holder, formedOn, certified, inputs },
      findings: (row.findings ?? []).map(readFinding),
      assays: await assaysOf(tx, tenant, lot),
      roots: rootsOf(row, { lot, lots }),
      state: stateAmong(state, row.isStopped),
      holders: holdersOf(row),
    },
  }
}

const split = (list: string | null): readonly string[] => (list === null || list === '' ? [] : list.split(','))

function rootsOf(row: WayRow, { lot, lots }: { readonly lot: LotId; readonly lots: readonly LotId[] }): readonly RootBag[] {
  const [grams, sites, days] = [split(row.grams).map(Number), row.sites.split(','), split(row.days)]
  const draws = drawsOf(row)
  const nodes = new Map(lots.map((id, n): [LotId, LotNode] => [id, { lot: id, massGrams: grams[n] ?? 0, draws: draws.get(id) ?? [] }]))
  const places = new Map(lots.map((id, n) => [id, n]))
  const siteOf = remembered((id): SiteId => asId('site', id))
  return rootShares(nodes, lot).map(({ lot: bag, drawnGrams }) => {
    const n = places.get(bag) ?? -1
    const [site = '', producedOn = '', massGrams = 0] = [sites[n], days[n], grams[n]]
    return { lot: bag, site: site === '' ? null : siteOf(site), tag: row.tags[n] ?? null, producedOn, massGrams, drawnGrams }
  })
}

function drawsOf(row: WayRow): ReadonlyMap<string, readonly Draw[]> {
  return new Map(
    (row.draws ?? []).map(({ into, from, drawn }) => {
      const grams = split(drawn)
      return [into, split(from).map((id, n): Draw => ({ from: asId('lot', id), drawnGrams: Number(grams[n]) }))] as const
    }),
  )
}

function holdersOf(row: WayRow): LotTrace['holders'] {
  const since = split(row.handsSince)
  const bodyOf = remembered((id): OrganisationId => asId('organisation', id))
  return split(row.hands).map((organisation, n) => ({ organisation: bodyOf(organisation), since: since[n] ?? '' }))
}

/** Of thousands of lines a hundred names: each is looked at once. */
function remembered<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const made = make(name)
    known.set(name, made)
    return made
  }
}

/** Of a sending without a paper the number is `null`. */
const SentUnder = listOf(
  record({ number: orNull(text()), despite: yesOrNo(), validFrom: orNull(calendarDate()), validUntil: orNull(calendarDate()) }),
)
type PaperOfLeg = Omit<WayLeg['papers'][number], 'lots' | 'sentOn'>
function papersOf({ paper, papers }: LegLine): readonly PaperOfLeg[] {
  if (papers === null) return paper === null ? [] : [{ number: paper, despite: false, validFrom: null, validUntil: null }]
  return mustParse(SentUnder, papers).flatMap(({ number, ...one }) => (number === null ? [] : [{ ...one, number }]))
}

/** Lines of the same two hands together: days, papers with the number of lots under each, and the lots without one. */
function legsOf(rows: readonly LegLine[]): readonly WayLeg[] {
  return [...Map.groupBy(rows, (row) => `${row.from} ${row.to}`).values()].flatMap((lines) => {
    const [first] = lines
    if (first === undefined) return []
    const papers = new Map<string, WayLeg['papers'][number]>()
    let [withoutPaper, withoutTransport, lots] = [0, 0, 0]
    for (const line of lines) {
      lots += line.lots
      if (!line.carried) withoutTransport += line.lots
      const named = papersOf(line)
      if (line.carried && named.length === 0) withoutPaper += line.lots
      for (const paper of named) {
        const known = papers.get(paper.number)
        const sentOn = line.sentOn ?? line.since
        papers.set(paper.number, {
          ...paper,
          lots: (known?.lots ?? 0) + line.lots,
          sentOn: known && known.sentOn > sentOn ? known.sentOn : sentOn,
          despite: paper.despite || (known?.despite ?? false),
        })
      }
    }
    const days = {
      since: lines.map((line) => line.since).toSorted()[0] ?? first.since,
      until:
        lines
          .map((line) => line.until)
          .toSorted()
          .at(-1) ?? first.until,
    }
    const hands = { from: asId('organisation', first.from), to: asId('organisation', first.to) }
    return [{ ...hands, lots, ...days, papers: [...papers.values()], withoutPaper, withoutTransport }]
  })
}
