/*
Other sites within some kilometres of one. For who is not cleared both ends are the rounded positions that every list shows them, so that
neither a distance nor being on the list tells more than the map does.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type NearbySites, boxAround, distanceKilometres } from '../../domain/register/near.ts'
import { COARSE_DEGREES, type PositionPrecision, coarsePosition } from '../../domain/register/precision.ts'
import type { Question } from '../../domain/status/status-fact.ts'
import { shortStandingsOf } from '../status/standings.ts'
import { listSiteIdsInBox } from './store-near.ts'
import { type SiteTableRow, findSiteRow, siteRowsById } from './store-register.ts'

export interface NearWish {
  readonly site: string
  readonly within: number
  readonly question: Question
  readonly precision: PositionPrecision
}

export async function readNear(tx: Tx, tenant: string, { site, within, question, precision }: NearWish): Promise<Outcome<NearbySites>> {
  const row = await findSiteRow(tx, tenant, site)
  if (row === null) return refused('no-such-site')
  const shown = (one: SiteTableRow) => shownPoint(one, precision)
  const centre = shown(row)
  const common = { positionPrecision: precision, ...question, within, hasPosition: centre !== null }
  if (centre === null) return accepted({ ...common, sites: [] })
  // A rounded position lies at most half a step from the real one, at both ends.
  const slack = precision === 'exact' ? 0 : COARSE_DEGREES
  const ids = await listSiteIdsInBox(tx, tenant, { ...boxAround(centre, within, slack), knownAt: question.knownAt })
  const near = (await siteRowsById(tx, tenant, ids))
    .flatMap((one) => {
      const at = shown(one)
      const distance = at === null ? null : distanceKilometres(centre, at)
      return one.id === row.id || distance === null || distance > within ? [] : [{ one, distance }]
    })
    .toSorted((a, b) => a.distance - b.distance || (a.one.name < b.one.name ? -1 : 1))
  // Out of memory, with every site of the register: a telephone that is packed asks this for hundreds of sites in a row.
  const wanted = new Set(near.map(({ one }) => one.id))
  const standings = near.length === 0 ? [] : await shortStandingsOf(tx, tenant, question)
  const byId = new Map(standings.filter(({ row: other }) => wanted.has(other.id)).map((other) => [other.row.id, other]))
  const sites = near.flatMap(({ one, distance }): NearbySites['sites'] => {
    const found = byId.get(one.id)
    if (found === undefined) return []
    return [
      {
        id: asId('site', one.id),
        name: one.name,
        minerals: [...one.minerals],
        standing: found.short,
        lastVisitOn: found.lastVisitOn,
        kilometres: precision === 'exact' ? Math.round(distance * 10) / 10 : Math.round(distance),
      },
    ]
  })
  return accepted({ ...common, sites })
}

function shownPoint({ latitude, longitude }: SiteTableRow, precision: PositionPrecision) {
  if (latitude === null || longitude === null) return null
  return precision === 'exact' ? { latitude, longitude } : coarsePosition({ latitude, longitude })
}
