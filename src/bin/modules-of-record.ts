/*
The modules that keep the record: people and places, sites, custody, operators, papers, certificates, incidents, risks, and the public ledger of their
acts. Each is made from the doors of those before it; what is needed the other way round is asked back when somebody asks.
*/
import { receiversOf } from '../modules/cases/module-emergency.ts'
import { certificatesPublisher } from '../modules/certificates/ledger-publisher.ts'
import { createCertificatesModule } from '../modules/certificates/module.ts'
import { createCustodyModule } from '../modules/custody/module.ts'
import { createPapersModule } from '../modules/documents/module-papers.ts'
import { createDocumentsModule } from '../modules/documents/module.ts'
import { createLedgerModule } from '../modules/ledger/module.ts'
import { createFormsModule } from '../modules/forms/module.ts'
import { createIncidentsModule } from '../modules/incidents/module.ts'
import { createOperatorsModule } from '../modules/operators/module.ts'
import { createPeopleModule } from '../modules/people/module.ts'
import { createPlacesModule } from '../modules/places/module.ts'
import { orderPublisher } from '../modules/sites/ledger-publisher.ts'
import { statisticsLedger } from '../modules/releases/module.ts'
import { reportLedger } from '../modules/reports/module.ts'
import type { RisksDoor } from '../modules/risks/contract.ts'
import { createRisksModule } from '../modules/risks/module.ts'
import { createSitesModule } from '../modules/sites/module.ts'
import type { ProductionOf } from '../modules/sites/server/register/place-of-site.ts'
import type { HeldByIncident, SuspendedTrade } from '../modules/custody/contract-holds.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { ModuleParts } from './module-parts.ts'

export function makeRecord(parts: ModuleParts) {
  const { database, keys, tenant, clock, baseUrl, secret, log } = parts
  const places = createPlacesModule({ tenant, database, log, clock })
  const people = createPeopleModule({
    database,
    tenant,
    places: places.door,
    baseUrl,
    secret,
    clock,
    rescueKey: keys.rescue(),
    isDemonstration: parts.isDemonstration,
    receiversOf,
  })
  const documents = createDocumentsModule({ database })
  const forms = createFormsModule({ database })
  const siteDoors = { places: places.door, people: people.door, documents: documents.door, forms: forms.door, database }
  // Custody is made from the sites' door; sites ask it back only when somebody reads a queue.
  const production: ProductionOf = (tx, tenantOf, question) => custody.door.production(tx, tenantOf, question)
  const sites = createSitesModule({ ...siteDoors, production })
  // What others publish becomes an entry of the ledger in the order of the log; one line for each module that does.
  const ledger = createLedgerModule({
    database,
    log,
    keys,
    clock,
    tenant,
    baseUrl,
    publishers: [orderPublisher, certificatesPublisher, reportLedger, statisticsLedger],
  })
  // Incidents are made from custody, which asks them back when somebody wants to free a lot.
  const heldByIncident: HeldByIncident<Tx> = (tx, tenantOf, asked) => incidents.door.holding(tx, tenantOf, asked)
  const suspendedTrade = suspendedBy(() => risks.door)
  const custody = createCustodyModule({ sites: sites.door, people: people.door, heldByIncident, suspendedTrade }, baseUrl, {
    ...{ database, documents: documents.door, log, clock },
    // Operators and papers are made from custody; the scan asks them back when it runs.
    later: { operators: () => operators.door, papers: () => papers.door },
  })
  const certificates = createCertificatesModule({
    ...{ custody: custody.door, sites: sites.door, people: people.door, keys, baseUrl },
    ...{ devices: people.devices, nameOf: people.nameOf, documents: documents.door, ledger: () => ledger.door },
    registers: {
      ...{ origin: custody.origin, titles: sites.door.titles, operators: () => operators.door, papers: () => papers.door },
      ...{ exporters: () => operators.exporters, incidents: () => incidents.door, risks: () => risks.door },
    },
  })
  const operators = createOperatorsModule({
    ...{ people: people.door, places: places.door, documents: documents.door, trades: custody.trades, database, secret },
  })
  const incidents = createIncidentsModule(
    { sites: sites.door, people: people.door, places: places.door, documents: documents.door, holds: custody.holds },
    { database, log, clock, tenant },
  )
  const risks = createRisksModule({
    ...{ people: people.door, sites: sites.door, exporters: operators.exporters, trades: custody.trades, chain: custody.chain },
    ...{ workersOf: custody.holds.workersOf, incidents: () => incidents.door, documents: documents.door },
  })
  const papers = createPapersModule({
    ...{
      people: people.door,
      places: places.door,
      sites: sites.door,
      trades: custody.trades,
      documents: documents.door,
      database,
      baseUrl,
    },
  })
  return {
    ...{ places, people, documents, forms, siteDoors, production, sites, ledger },
    ...{ custody, certificates, operators, incidents, risks, papers },
  }
}

/** Since when trade stands still with any of them. */
const suspendedBy =
  (risks: () => RisksDoor<Tx>): SuspendedTrade<Tx> =>
  async (tx, tenant, { sites, organisations, on }) => {
    const places = sites.map((site) => ({ kind: 'site' as const, site }))
    const bodies = organisations.map((organisation) => ({ kind: 'organisation' as const, organisation }))
    const found = await risks().suspensions(tx, tenant, { subjects: [...places, ...bodies], on })
    const [first] = found.map((one) => one.since).toSorted()
    return first === undefined ? null : { since: first }
  }
export type RecordModules = ReturnType<typeof makeRecord>
