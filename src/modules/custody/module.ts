/*
Custody as the program sees it: routes, projections, kinds of event, and the door through which other modules ask where a lot
comes from. It is given the doors of sites and people, and knows nothing else of them.
*/
import { mustParse } from '../../kernel/schema.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import { SiteId } from '../sites/contract.ts'
import { type CustodyDoor, LotId } from './contract.ts'
import type { ChainDoor } from './contract-chain.ts'
import type { OriginDoor } from './contract-origin.ts'
import type { TagsDoor } from './contract-tags.ts'
import type { TradesDoor } from './contract-trades.ts'
import type { WayDoor } from './contract-way.ts'
import type { CustodyDoors } from './server/doors.ts'
import { createExchangeDoor } from './server/lots/exchange-door.ts'
import { createWireLotsDoor } from './server/lots/wire-lots-door.ts'
import { createBulkDoor } from './server/lots/bulk-bags.ts'
import { type CustodyHolds, createHoldsDoor } from './server/lots/holds-door.ts'
import { goldRoutes, meltAggregate, priceAggregate } from './server/gold/http-gold.ts'
import { lotRoutes } from './server/lots/http.ts'
import { processingAggregate, purchaseAggregate } from './server/lots/http-acts.ts'
import { executeLot, lotAggregate } from './server/lots/lot-commands.ts'
import { weighingRoutes } from './server/weighing/http-weighing.ts'
import { baselineAggregate, baselineRoutes } from './server/tags/http-baselines.ts'
import { lockboxAggregate, lockboxRoutes } from './server/tags/http-lockboxes.ts'
import { tagRequestAggregate, tagRequestRoutes } from './server/tags/http-requests.ts'
import { tagPages } from './server/tags/http-tag-page.ts'
import { tagBatchAggregate, tagRoutes } from './server/tags/http-tags.ts'
import { lockboxProjection, tagLifeProjection, tagRequestProjection } from './server/tags/projections-tags.ts'
import { createTagsDoor } from './server/tags/tags-door.ts'
import { hitAggregate, ledgerAggregate, thresholdAggregate } from './server/plausibility/aggregates.ts'
import { figureRoutes } from './server/plausibility/http-figures.ts'
import { hitRoutes } from './server/plausibility/http-hits.ts'
import { plausibilityProjection } from './server/plausibility/projection.ts'
import { type ScanDone, type ScanHouse, type ScanReport, finishRun, startRun } from './server/plausibility/scan.ts'
import { lotProjection, tagProjection } from './server/lots/projections.ts'
import { listMovedGrams } from './server/lots/store-derogation-moves.ts'
import { listProductionDays } from './server/lots/store-production.ts'
import { chainDoor } from './server/lots/chain-door.ts'
import { createTradesDoor } from './server/lots/trades-door.ts'
import { createWayDoor } from './server/lots/way-door.ts'
import { findLotIdByNumber, findTenantOfLot, listTenantsOfNumber } from './server/lots/store-lot-reads.ts'
import { tracingRoutes } from './server/tracing/http-tracing.ts'
import { createOriginDoor } from './server/tracing/origin-door.ts'
import { sheetProjection } from './server/sheets/projections-sheets.ts'
import { bookAggregate, sheetRoutes } from './server/sheets/http-sheets.ts'
import { sheetAggregate } from './server/sheets/post-sheet.ts'
import type { SheetHouse } from './server/sheets/sheet-house.ts'
import type { EngineRoom } from './server/tracing/engine.ts'
import { type TraceDesk, createTraceDesk } from './server/tracing/trace-desk.ts'
import { type TraceByNumber, createTraceLot, lineageOf } from './server/tracing/trace-lot.ts'

/** For committees: what stands still, as far as it may be told. */
export { heldLotsOf } from './server/lots/holds-door.ts'
export { hitNotices } from './server/plausibility/notices.ts'

export type CustodyModule = ServerModule & {
  readonly exchange: ReturnType<typeof createExchangeDoor>
  /** For the ICGLR's protocol. */
  readonly wireLots: ReturnType<typeof createWireLotsDoor>
  /** For imports of old lists: bags by the thousand, and the way back for one. */
  readonly bulk: ReturnType<typeof createBulkDoor>
  readonly voidLot: (asked: Parameters<typeof executeLot>[1], lot: string, reason: string) => ReturnType<typeof executeLot>
  /** For incidents. */
  readonly holds: CustodyHolds
  readonly door: CustodyDoor<Tx>
  /** For the dossier of an export: the way, the shares and the legs of a lot in one question. */
  readonly origin: OriginDoor<Tx>
  readonly tags: TagsDoor<Tx>
  readonly trades: TradesDoor<Tx>
  /** For screenings of red flags. */
  readonly chain: ChainDoor<Tx>
  /** For the map of conflicts. */
  readonly way: WayDoor<Tx>
  readonly traceLot: TraceByNumber
  readonly traceDesk: TraceDesk
  /** Empty until a server starts the trace engine; then the record alone answers. */
  readonly engine: EngineRoom
  /** One whole scan of the rules; `null` while another one runs, or where no log was given. */
  readonly scan: (tenant: string, askedBy: string, report?: ScanReport) => Promise<ScanDone | null>
}

/** `baseUrl`: where this server is found from outside; printed on tags. `papers`: where photographs and what is being typed are kept; none: no log sheets. */
export function createCustodyModule(
  doors: CustodyDoors,
  baseUrl: string,
  papers: (Pick<SheetHouse, 'database' | 'documents'> & Partial<Pick<ScanHouse, 'log' | 'clock' | 'later'>>) | null = null,
): CustodyModule {
  const engine: EngineRoom = { current: null }
  const scanHouse: ScanHouse | null =
    papers?.log && papers.clock ? { database: papers.database, log: papers.log, clock: papers.clock, later: papers.later } : null
  return {
    engine,
    name: 'custody',
    routes: [
      ...tagRoutes(doors, baseUrl),
      ...tagRequestRoutes(doors),
      ...lockboxRoutes(doors),
      ...baselineRoutes(doors),
      ...tagPages(doors),
      ...lotRoutes(doors),
      ...goldRoutes(doors, papers),
      ...tracingRoutes({ doors, room: engine }),
      ...weighingRoutes(doors),
      ...hitRoutes(doors),
      ...figureRoutes(doors, scanHouse),
      ...(papers === null ? [] : sheetRoutes({ ...doors, ...papers })),
    ],
    projections: [
      tagProjection,
      tagRequestProjection,
      lockboxProjection,
      lotProjection,
      tagLifeProjection,
      sheetProjection,
      plausibilityProjection,
    ],
    aggregates: [
      hitAggregate,
      thresholdAggregate,
      ledgerAggregate,
      tagBatchAggregate,
      tagRequestAggregate,
      lockboxAggregate,
      baselineAggregate,
      lotAggregate,
      purchaseAggregate,
      meltAggregate,
      priceAggregate,
      processingAggregate,
      bookAggregate,
      sheetAggregate,
    ],
    door: custodyDoor,
    origin: createOriginDoor(engine),
    tags: createTagsDoor(),
    trades: createTradesDoor(doors.sites),
    chain: chainDoor,
    way: createWayDoor(doors),
    traceLot: createTraceLot(doors.sites),
    traceDesk: createTraceDesk(doors),
    scan: async (tenant, askedBy, report) => {
      if (scanHouse === null) return null
      const begun = await startRun({ house: scanHouse, doors, tenant }, askedBy)
      return begun.ok ? finishRun({ house: scanHouse, doors, tenant }, begun.value, report) : null
    },
    exchange: createExchangeDoor(doors),
    bulk: createBulkDoor(doors),
    holds: createHoldsDoor(doors),
    wireLots: createWireLotsDoor(doors),
    voidLot: (asked, lot, reason) => executeLot(doors, asked, { lot, command: { type: 'void-lot', isWithdrawal: true, reason } }),
  }
}

const custodyDoor: CustodyDoor<Tx> = {
  movedUnderDerogation: listMovedGrams,
  production: async (tx, tenant, question) =>
    (await listProductionDays(tx, tenant, question)).map(({ site, days }) => ({ site: mustParse(SiteId, site), producedOn: days })),
  trace: async (tx, lot, tenant) => {
    const home = tenant ?? (await findTenantOfLot(tx, lot))
    return home === null ? null : ((await lineageOf(tx, home, lot))?.trace ?? null)
  },
  findLotByNumber: async (tx, number, tenant) => {
    if (tenant !== undefined) {
      const lot = await findLotIdByNumber(tx, tenant, number)
      return lot === null ? null : mustParse(LotId, lot)
    }
    const found = await listTenantsOfNumber(tx, number)
    return found.length === 1 && found[0] ? mustParse(LotId, found[0].id) : null
  },
}
