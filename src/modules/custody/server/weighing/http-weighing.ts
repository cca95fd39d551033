/* What a telephone must carry of a site to weigh there without network; a desk with a hand scanner asks the same. */
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { mustParse, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { SiteId } from '../../../sites/contract.ts'
import { LotId, VoidLot } from '../../contract.ts'
import { CarriedTags } from '../../contract-weighing.ts'
import type { CustodyDoors } from '../doors.ts'
import { executeLot } from '../lots/lot-commands.ts'
import { findLotRow } from '../lots/store-lot-reads.ts'
import { isInside } from '../tags/tag-facts.ts'
import { listPartsOfSite, listRuns } from './store-carried-tags.ts'

/** A site has some deliveries a year; the newest are the ones in the box. */
const MOST_PARTS = 60
const MOST_RUNS = 2_000

export const weighingRoutes = (doors: CustodyDoors): readonly Route[] => [
  readRoute({
    path: '/api/weighing/:site',
    allow: can('custody.weigh'),
    summary: 'The tags of a site that a telephone carries: runs of given, used and declared numbers',
    params: record({ site: SiteId }),
    answer: CarriedTags,
    read: async ({ tx, tenant, who, params: { site } }) => {
      const [brief] = await doors.sites.briefs(tx, [site], tenant)
      if (!brief) return refused('unknown-site')
      // Free numbers are what a false bag needs; who may not weigh there has no use for them.
      return isInside(who.territory, brief)
        ? accepted(await carriedTags(tx, tenant, site))
        : refused('outside-your-territory', { site, place: brief.name })
    },
  }),
  writeRoute({
    path: '/api/lots/:lot/withdrawals',
    allow: can('custody.weigh'),
    summary: 'Whoever weighed a bag says with a reason that it should not have been written; the record stays readable, voided',
    params: record({ lot: LotId }),
    body: VoidLot,
    write: async ({ data, params: { lot }, ...asked }) => {
      // Another's bag is voided at a desk, by who may put lots in quarantine.
      const row = await asked.door.read((tx) => findLotRow(tx, asked.tenant, lot))
      if (row !== null && (row.kind !== 'bag' || row.recordedBy !== asked.who.account))
        return refused('not-your-bag', { number: row.number })
      return executeLot(doors, asked, { lot, command: { type: 'void-lot', isWithdrawal: true, ...data } })
    },
  }),
]

async function carriedTags(tx: Tx, tenant: string, site: SiteId): Promise<CarriedTags> {
  const parts = await listPartsOfSite(tx, tenant, { site, most: MOST_PARTS + 1 })
  let whole = parts.length <= MOST_PARTS
  const batches: object[] = []
  for (const part of parts.slice(0, MOST_PARTS)) {
    const runs = await listRuns(tx, tenant, { ...part, most: MOST_RUNS + 1 })
    if (runs.length > MOST_RUNS) whole = false
    const shown = runs.slice(0, MOST_RUNS)
    batches.push({
      ...part,
      used: shown.filter((run) => run.as === null).map(({ from, to }) => ({ from, to })),
      declared: shown.filter((run) => run.as !== null),
    })
  }
  return mustParse(CarriedTags, { site, whole: whole ? 'yes' : 'no', batches })
}
