/*
The server's registry: every module is made here, in the order in which they need each other, and handed the doors of those before
it. Removing a module is deleting its folder and its lines here and in src/app/screens.ts.
*/
import type { FastifyInstance } from 'fastify'
import type { EpcisModule } from '../exchange/epcis/module.ts'
import type { ChainListsModule } from '../exchange/chain-lists/module.ts'
import type { ListHouse } from '../exchange/site-lists/server/run-list.ts'
import type { RisksModule } from '../modules/risks/module.ts'
import type { WebhooksModule } from '../exchange/webhooks/module.ts'
import type { Authenticate } from '../platform/http/http-server.ts'
import type { ServerModule } from '../platform/http/server-module.ts'
import type { LogOptions } from '../platform/log/log.ts'
import type { ModuleParts } from './module-parts.ts'
import { makeBorder } from './modules-at-the-border.ts'
import { type RecordModules, makeRecord } from './modules-of-record.ts'
import { type DeskModules, makeDesks } from './modules-of-work.ts'

export interface Modules {
  readonly all: readonly ServerModule[]
  readonly places: RecordModules['places']
  readonly people: RecordModules['people']
  readonly documents: RecordModules['documents']
  readonly forms: RecordModules['forms']
  readonly sites: RecordModules['sites']
  readonly siteLists: ListHouse
  readonly notices: DeskModules['notices']
  readonly voices: DeskModules['voices']
  readonly field: DeskModules['field']
  readonly conflict: DeskModules['conflict']
  readonly outreach: DeskModules['outreach']
  readonly mobility: DeskModules['mobility']
  readonly directory: DeskModules['directory']
  readonly cases: DeskModules['cases']
  readonly releases: DeskModules['releases']
  readonly custody: RecordModules['custody']
  readonly certificates: RecordModules['certificates']
  readonly incidents: RecordModules['incidents']
  readonly operators: RecordModules['operators']
  readonly papers: RecordModules['papers']
  readonly risks: RisksModule
  readonly epcis: EpcisModule
  readonly webhooks: WebhooksModule
  readonly ledger: RecordModules['ledger']
  readonly chainLists: ChainListsModule
  readonly authenticate: Authenticate
  readonly deviceKey: LogOptions['deviceKey']
  readonly mountSignIn: (app: FastifyInstance) => void
}

export function createModules(parts: ModuleParts): Modules {
  const record = makeRecord(parts)
  const border = makeBorder(parts, record)
  const desks = makeDesks(parts, record)
  const { places, people, documents, forms, sites, ledger, custody, certificates, operators, incidents, papers, risks } = record
  const { epcis, chainLists, webhooks, siteLists } = border
  const { conflict, outreach, mobility, field, notices, voices, directory, cases, releases } = desks
  return {
    all: inOrder({ ...record, ...border, ...desks }),
    places,
    people,
    documents,
    forms,
    sites,
    ledger,
    papers,
    siteLists,
    notices,
    voices,
    conflict,
    outreach,
    mobility,
    directory,
    cases,
    releases,
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

type Made = ReturnType<typeof makeRecord> & ReturnType<typeof makeBorder> & ReturnType<typeof makeDesks>
/** The order in which routes are mounted and projections run. */
function inOrder(made: Made): readonly ServerModule[] {
  const { places, people, documents, forms, sites, ledger, custody, certificates, operators, incidents, papers, risks } = made
  const { htcds, epcis, chainLists, icglr, untp, ogc, ipis, odk, webhooks, siteListsModule, rmi } = made
  const {
    conflict,
    outreach,
    coordination,
    mobility,
    projects,
    hxl,
    iati,
    field,
    notices,
    voices,
    reports,
    signals,
    directory,
    releases,
    personalKeys,
    emergency,
    cases,
    stays,
    rules,
  } = made
  return [
    ...[places, people, documents, forms, sites, ledger, custody, certificates, operators, incidents, papers],
    ...[ipis, icglr, untp, epcis, ogc, odk, siteListsModule, chainLists, notices, field, voices, conflict],
    ...[outreach, coordination, mobility, projects, hxl, iati],
    ...[signals, cases, stays, personalKeys, directory, emergency, rules, webhooks, reports, releases, rmi, htcds, risks],
  ]
}
