/*
The server's registry: every module is made here, in the order in which they need each other, and handed the doors of those before
it. Removing a module is deleting its folder and its lines here and in src/app/screens.ts.
*/
import type { FastifyInstance } from 'fastify'
import { type EpcisModule, createEpcisModule } from '../exchange/epcis/module.ts'
import { createIcglrModule } from '../exchange/icglr/module.ts'
import { createOgcModule } from '../exchange/ogc/module.ts'
import { createUntpModule } from '../exchange/untp/module.ts'
import { createIpisModule } from '../exchange/ipis/module.ts'
import { createOdkModule } from '../exchange/odk/module.ts'
import { type ChainListsModule, createChainListsModule } from '../exchange/chain-lists/module.ts'
import { createRmiModule } from '../exchange/rmi/module.ts'
import { createSiteListsModule } from '../exchange/site-lists/module.ts'
import type { ListHouse } from '../exchange/site-lists/server/run-list.ts'
import { certificatesPublisher } from '../modules/certificates/ledger-publisher.ts'
import { createCertificatesModule } from '../modules/certificates/module.ts'
import { createCustodyModule, hitNotices } from '../modules/custody/module.ts'
import { createPapersModule } from '../modules/documents/module-papers.ts'
import { createDocumentsModule } from '../modules/documents/module.ts'
import { createFieldModule } from '../modules/field/module.ts'
import { createLedgerModule } from '../modules/ledger/module.ts'
import { createFormsModule } from '../modules/forms/module.ts'
import { createIncidentsModule, incidentNotices } from '../modules/incidents/module.ts'
import { createNoticesModule } from '../modules/notices/module.ts'
import { createOperatorsModule, exporterNotices, operatorNotices } from '../modules/operators/module.ts'
import { createPeopleModule, whoOfAccount } from '../modules/people/module.ts'
import { createPlacesModule } from '../modules/places/module.ts'
import { orderPublisher } from '../modules/sites/ledger-publisher.ts'
import { createReportsModule, reportLedger } from '../modules/reports/module.ts'
import { type RisksModule, createRisksModule } from '../modules/risks/module.ts'
import { createSitesModule } from '../modules/sites/module.ts'
import { type WebhooksModule, createWebhooksModule } from '../exchange/webhooks/module.ts'
import { certificateHooks } from '../modules/certificates/hook-source.ts'
import { lotHooks } from '../modules/custody/hook-source.ts'
import { siteHooks } from '../modules/sites/hook-source.ts'
import { createVoicesModule } from '../modules/voices/module.ts'
import type { ProductionOf } from '../modules/sites/server/register/place-of-site.ts'
import { recipientsOf, siteNoticesWith } from './notice-sources.ts'
import { refusalStatus } from './refusal-status.ts'
import { wordsOf } from './sentences.ts'
import { listSitesWith } from './sites-for-export.ts'
import { registerForLists } from './register-for-lists.ts'
import type { HeldByIncident } from '../modules/custody/contract-holds.ts'
import type { Database } from '../platform/database/connect.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Dispatch, DispatchTogether } from '../platform/http/dispatch.ts'
import type { Authenticate } from '../platform/http/http-server.ts'
import type { ServerModule } from '../platform/http/server-module.ts'
import type { KeyRing } from '../platform/keys/signer.ts'
import type { Log, LogOptions } from '../platform/log/log.ts'
import { version } from './version.ts'

export interface ModuleParts {
  readonly database: Database
  readonly keys: KeyRing
  readonly tenant: string
  readonly clock: () => string
  readonly baseUrl: string
  readonly secret: string
  /** The log is opened after the modules are made, because it runs their projections. */
  readonly log: () => Log
  /** Another route of this server, asked from inside; the routes are known once all modules are made. */
  readonly dispatch: Dispatch
  readonly dispatchTogether: DispatchTogether
}

export interface Modules {
  readonly all: readonly ServerModule[]
  readonly places: ReturnType<typeof createPlacesModule>
  readonly people: ReturnType<typeof createPeopleModule>
  readonly documents: ReturnType<typeof createDocumentsModule>
  readonly forms: ReturnType<typeof createFormsModule>
  readonly sites: ReturnType<typeof createSitesModule>
  readonly siteLists: ListHouse
  readonly notices: ReturnType<typeof createNoticesModule>
  readonly field: ReturnType<typeof createFieldModule>
  readonly custody: ReturnType<typeof createCustodyModule>
  readonly certificates: ReturnType<typeof createCertificatesModule>
  readonly incidents: ReturnType<typeof createIncidentsModule>
  readonly operators: ReturnType<typeof createOperatorsModule>
  readonly papers: ReturnType<typeof createPapersModule>
  readonly risks: RisksModule
  readonly epcis: EpcisModule
  readonly webhooks: WebhooksModule
  readonly ledger: ReturnType<typeof createLedgerModule>
  readonly chainLists: ChainListsModule
  readonly authenticate: Authenticate
  readonly deviceKey: LogOptions['deviceKey']
  readonly mountSignIn: (app: FastifyInstance) => void
}

/** Each made from the doors of those before it. */
function makeModules(parts: ModuleParts) {
  const { database, keys, tenant, clock, baseUrl, secret, log, dispatch, dispatchTogether } = parts
  const places = createPlacesModule({ tenant, database, log, clock })
  const people = createPeopleModule({ database, tenant, places: places.door, baseUrl, secret, clock, rescueKey: keys.rescue() })
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
    publishers: [orderPublisher, certificatesPublisher, reportLedger],
  })
  // Incidents are made from custody, which asks them back when somebody wants to free a lot.
  const heldByIncident: HeldByIncident<Tx> = (tx, tenantOf, asked) => incidents.door.holding(tx, tenantOf, asked)
  const custody = createCustodyModule({ sites: sites.door, people: people.door, heldByIncident }, baseUrl, {
    ...{ database, documents: documents.door, log, clock },
    // Operators and papers are made from custody; the scan asks them back when it runs.
    later: { operators: () => operators.door, papers: () => papers.door },
  })
  const certificates = createCertificatesModule({
    ...{ custody: custody.door, sites: sites.door, people: people.door, keys, baseUrl },
    ...{ devices: people.devices, nameOf: people.nameOf, ledger: () => ledger.door },
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
    ...{ workersOf: custody.holds.workersOf, incidents: () => incidents.door },
  })
  const epcis = createEpcisModule({
    ...{ database, log, dispatch, baseUrl, tenant, clock, custody: custody.exchange, sites: sites.door, people: people.door },
    whoOf: (account) => database.read((tx) => whoOfAccount(tx, tenant, account)),
  })
  const chainLists = createChainListsModule({
    ...{ database, log, clock, tenant, dispatch, sites: sites.door, people: people.door, places: places.door },
    ...{ bulk: custody.bulk, voidLot: custody.voidLot, whoOf: (account) => database.read((tx) => whoOfAccount(tx, tenant, account)) },
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
  const icglr = createIcglrModule({
    sites: sites.door,
    people: people.door,
    lots: custody.wireLots,
    certificates: certificates.credentials,
    log,
    baseUrl,
  })
  const untp = createUntpModule({
    ...{
      database,
      keys,
      baseUrl,
      sites: sites.door,
      people: people.door,
      custody: custody.door,
      things: custody.exchange,
      lots: custody.wireLots,
    },
    ...{ certificates: certificates.credentials, authorityOf: certificates.authorityOf },
  })
  const ogc = createOgcModule({ sites: sites.door, places: places.door, baseUrl, version })
  const ipis = createIpisModule()
  const odk = createOdkModule({
    ...{ database, forms: forms.door, fieldwork: sites.fieldwork, people: people.door, keepFile: documents.keepFile, baseUrl },
    ...{ logins: people.collect, challenge: people.collect.challenge, statusOf: refusalStatus },
    sentence: (language, key, facts) => wordsOf(key, facts, language),
  })
  const field = createFieldModule({
    ...{ database, tenant, clock, dispatch, dispatchTogether, devices: people.devices, people: people.door, sites: sites.door },
    ...{ fieldSites: sites.field, forms: forms.door, keepSent: documents.keepSent, rescueKey: keys.rescue() },
  })
  const notices = createNoticesModule({
    database,
    tenant,
    baseUrl,
    clock,
    sources: [
      siteNoticesWith(production),
      operatorNotices(operators.doors),
      hitNotices({ sites: sites.door, people: people.door }),
      incidentNotices({ people: people.door }),
      risks.notices,
      exporterNotices(operators.doors),
    ],
    recipients: recipientsOf,
  })
  const voices = createVoicesModule({
    ...{ database, tenant, clock, baseUrl, secret, dispatch, people: people.door, places: places.door, sites: sites.door },
    ...{ documents: documents.door, keepPhoto: documents.keepFile, incidents: () => incidents.door },
  })
  // What each module tells machines of partners; one line for each that does.
  const webhooks = createWebhooksModule({
    ...{
      database,
      tenant,
      clock,
      secret,
      people: people.door,
      custody: custody.exchange,
      sources: [siteHooks, lotHooks, certificateHooks],
    },
  })
  const reports = createReportsModule({
    ...{ database, dispatch, sites: sites.door, people: people.door, places: places.door, trades: custody.trades },
    // A register that a programme leaves out answers null here, and what it would say is a gap of the report.
    later: { incidents: () => incidents.door, risks: () => risks.door, exporters: () => operators.exporters },
  })
  const siteLists: ListHouse = { database, log, places: places.door, ...registerForLists }
  return {
    ...{ places, people, documents, forms, siteDoors, sites, ledger, custody, certificates, operators, epcis, chainLists, papers },
    ...{ icglr, untp, ogc, ipis, odk, field, notices, siteLists, incidents, voices, webhooks, reports, risks },
  }
}

export function createModules(parts: ModuleParts): Modules {
  const made = makeModules(parts)
  const { places, people, documents, forms, sites, custody, certificates, operators, epcis, chainLists, papers, ledger } = made
  const { icglr, untp, ogc, ipis, odk, field, notices, siteLists, siteDoors, incidents, voices, webhooks, reports, risks } = made
  return {
    all: [
      places,
      people,
      documents,
      forms,
      sites,
      ledger,
      custody,
      certificates,
      operators,
      incidents,
      papers,
      ipis,
      icglr,
      untp,
      epcis,
      ogc,
      odk,
      createSiteListsModule(siteLists, listSitesWith(siteDoors)),
      chainLists,
      notices,
      field,
      voices,
      webhooks,
      reports,
      createRmiModule({ dispatch: parts.dispatch }),
      risks,
    ],
    places,
    people,
    documents,
    forms,
    sites,
    ledger,
    papers,
    siteLists,
    notices,
    field,
    custody,
    certificates,
    incidents,
    operators,
    epcis,
    webhooks,
    risks,
    chainLists,
    authenticate: people.authenticate,
    deviceKey: people.deviceKey,
    mountSignIn: people.mountSignIn,
  }
}
