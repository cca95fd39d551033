/* The door for decisions about goods: the way back in one recursive query, the exact shares from the engine, legs and places beside. */
import { asId, calendarDate, listOf, mustParse, orNull, record, text, yesOrNo } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { LotOrigin, OriginDoor, WayLeg } from '../../contract-origin.ts'
import { type EngineRoom, findComposition } from './engine.ts'
import { LAST_DAY } from './reference.ts'
import { type LegRow, listLegs, listPlaceNames } from './store-origin.ts'
import { lineageOf } from './trace-lot.ts'

/** Of a sending without a paper the number is `null`. */
const SentUnder = listOf(
  record({ number: orNull(text()), despite: yesOrNo(), validFrom: orNull(calendarDate()), validUntil: orNull(calendarDate()) }),
)

export const createOriginDoor = (room: EngineRoom): OriginDoor<Tx> => ({
  originOf: async (tx, tenant, lot) => {
    const lineage = await lineageOf(tx, tenant, lot)
    if (lineage === null) return null
    const { found } = await findComposition({ tx, tenant, room, day: LAST_DAY }, lot)
    if (found === null) throw new Error(`lot ${lot} is not in the record`)
    const lots = lineage.lots.map((one) => one.id)
    const { total, siteUnknown, gained, overdrawn, voided } = found.unexplained
    return {
      trace: lineage.trace,
      lots,
      kinds: [...new Set(lineage.lots.map((one) => one.kind))],
      shares: {
        unit: found.inMilligrams ? 'milligrams' : 'grams',
        mass: found.mass,
        sites: found.sites.map(({ site, amount, hundredths, lots: bags }) => ({
          ...{ site: asId('site', site), amount, hundredthsOfPercent: hundredths, lots: bags },
        })),
        unexplained: { total, siteUnknown, gained, overdrawn, voided },
      },
      legs: legsOf(await listLegs(tx, tenant, lots)),
      places: await listPlaceNames(tx, tenant, lots),
    } satisfies LotOrigin
  },
})

/** Lines of the same two hands together: days, papers with the number of lots under each, and the lots without one. */
function legsOf(rows: readonly LegRow[]): readonly WayLeg[] {
  return [...Map.groupBy(rows, (row) => `${row.from} ${row.to}`).values()].flatMap((lines) => {
    const [first] = lines
    if (first === undefined) return []
    const papers = new Map<string, WayLeg['papers'][number]>()
    let [withoutPaper, withoutTransport, lots] = [0, 0, 0]
    for (const line of lines) {
      lots += line.lots
      if (!line.carried) withoutTransport += line.lots
      const under = line.papers === null ? [] : mustParse(SentUnder, JSON.parse(line.papers))
      const named = under.flatMap(({ number, ...paper }) => (number === null ? [] : [{ ...paper, number }]))
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
