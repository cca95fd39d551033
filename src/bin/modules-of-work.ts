/* The modules that serve people at their work: telephones, notices, the desk of voices, reports. */
import { caseMeasures, createCasesModule } from '../modules/cases/module.ts'
import { createKeysModule, keyNotices, nameReadersFrom, underSigned } from '../modules/cases/module-keys.ts'
import { createEmergencyModule, emergencyNotices, hasOwner } from '../modules/cases/module-emergency.ts'
import { createRulesModule } from '../modules/cases/module-rules.ts'
import { createDirectoryModule } from '../modules/cases/module-directory.ts'
import { createSignalsModule, placeCountsFrom } from '../modules/cases/module-signals.ts'
import { createStaysModule, occupiedBeds } from '../modules/cases/module-stays.ts'
import { heldLotsOf, hitNotices } from '../modules/custody/module.ts'
import { ctdcTable } from '../exchange/ctdc/from-coded-case.ts'
import { createHxlModule } from '../exchange/hxl/module.ts'
import { createIatiModule } from '../exchange/iati/module.ts'
import { htcdsTable } from '../exchange/htcds/from-coded-case.ts'
import { conflictMeasures, createConflictModule, nameNotices, textWarnings, warningNotices } from '../modules/conflict/module.ts'
import { coordinationNotices, createCoordinationModule } from '../modules/coordination/module.ts'
import { createFieldModule } from '../modules/field/module.ts'
import { incidentMeasures, incidentNotices } from '../modules/incidents/module.ts'
import { type MobilityModule, createMobilityModule, mobilityNotices } from '../modules/mobility/module.ts'
import { createNoticesModule } from '../modules/notices/module.ts'
import { exporterNotices, operatorNotices } from '../modules/operators/module.ts'
import { createOutreachModule } from '../modules/outreach/module.ts'
import { createReleasesModule } from '../modules/releases/module.ts'
import { createProjectsModule, projectNotices } from '../modules/projects/module.ts'
import { createReportsModule } from '../modules/reports/module.ts'
import { siteMeasures, statusMeasures } from '../modules/sites/module.ts'
import { createVoicesModule, voiceNotices } from '../modules/voices/module.ts'
import { keyAccountsOf, recipientsOf, siteNoticesWith } from './notice-sources.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { NoticeSource } from '../modules/notices/contract.ts'
import type { ModuleParts } from './module-parts.ts'
import type { RecordModules } from './modules-of-record.ts'

export function makeDesks(parts: ModuleParts, record: RecordModules) {
  const { database, log, tenant, clock, baseUrl, secret, dispatch, dispatchTogether, keys } = parts
  const { places, people, documents, forms, sites, custody, operators, incidents, risks } = record
  const field = createFieldModule({
    ...{ database, tenant, clock, dispatch, dispatchTogether, devices: people.devices, people: people.door, sites: sites.door },
    ...{ fieldSites: sites.field, forms: forms.door, keepSent: documents.keepSent, rescueKey: keys.rescue() },
  })
  const notices = createNoticesModule({
    ...{ database, tenant, baseUrl, clock },
    sources: noticeSourcesOf({ parts, record, cases: () => cases.notices }),
    recipients: recipientsOf,
  })
  const voices = createVoicesModule({
    ...{ database, tenant, clock, baseUrl, secret, dispatch, people: people.door, places: places.door, sites: sites.door },
    ...{ documents: documents.door, keepPhoto: documents.keepFile, incidents: () => incidents.door },
    alerts: textWarnings({ places: places.door, sites: sites.door }, { database, tenant, clock, log }),
  })
  const mobility = createMobilityModule({ places: places.door, sites: sites.door, clock })
  const conflict = createConflictModule({
    rushes: mobility.door.alerts,
    ...{ database, dispatch, places: places.door, people: people.door, sites: sites.door },
    names: {
      ...{ people: people.door, accounts: keyAccountsOf, fitReaders: nameReadersFrom({ accounts: keyAccountsOf }) },
      liaisons: nameReadersFrom({ accounts: keyAccountsOf }, 'conflict.name-request'),
      underSigned: (routes) => underSigned(people.care, routes),
    },
    way: custody.way,
    incidents: () => incidents.door,
    toldPlaces: (tx, tenantOf) => releases.door.toldPlaces(tx, tenantOf),
  })
  const reports = createReportsModule({
    ...{ database, dispatch, sites: sites.door, people: people.door, places: places.door, trades: custody.trades },
    // A register that a programme leaves out answers null here, and what it would say is a gap of the report.
    later: { incidents: () => incidents.door, risks: () => risks.door, exporters: () => operators.exporters },
  })
  const rules = createRulesModule({ people: people.door, care: people.care })
  const directory = createDirectoryModule({ people: people.door, places: places.door, occupied: occupiedBeds, rules: rules.door })
  const cases = createCasesModule({
    ...{
      rules: rules.door,
      secret: keys.records(),
      people: people.door,
      care: people.care,
      directory: directory.door,
      training: people.training,
      accounts: keyAccountsOf,
      isLockedDown: people.offices.isLockedDown,
    },
    house: { database, log, tenant, clock },
  })
  const personalKeys = createKeysModule({
    ...{ database, accounts: keyAccountsOf, records: cases.records, care: people.care, training: people.training, rules: rules.door },
  })
  const emergency = createEmergencyModule({ care: people.care, rules: rules.door }, (tx, asked) => hasOwner(cases, tx, asked))
  const releases = createReleasesModule({
    ...{ secret, writers: { ctdc: ctdcTable, htcds: htcdsTable } },
    ...{ database, tenant, clock },
    statistics: { rows: cases.codedRows, signals: placeCountsFrom({ records: cases.records, sites: sites.door, places: places.door }) },
    isFrozen: async (tx, tenantOf) => (await people.offices.lockedNow(tx, tenantOf)).length > 0,
  })
  const signals = createSignalsModule({ sites: sites.door, places: places.door, toldPlaces: releases.door.toldPlaces, database })
  const stays = createStaysModule({ secret: keys.records(), directory: directory.door, care: people.care, rules: rules.door })
  const together = makeTogether(parts, record, {
    warningCounts: conflict.warningCounts,
    countVoices: voices.door.receivedBetween,
    mobility,
  })
  const own = { cases, conflict, stays, field, notices, voices, reports, signals, directory, releases, personalKeys, emergency, rules }
  return { ...own, ...together }
}

/** What is done and counted together: committees, teaching and receiving, flows, projects and what they tell outside. */
function makeTogether({ database, secret, baseUrl }: ModuleParts, record: RecordModules, { warningCounts, countVoices, mobility }: Told) {
  const { places, people, documents, sites, incidents } = record
  const coordination = createCoordinationModule({
    ...{ people: people.door, places: places.door, documents: documents.door, sites: sites.door },
    ...{ blueRequests: sites.blueRequests, incidentsAtLevels: incidents.atLevels, concerning: incidents.door.concerning },
    ...{ warningCounts, rushes: mobility.door.alerts, heldLots: heldLotsOf },
  })
  const teaching = { database, secret, baseUrl, documents: documents.door, countVoices }
  const outreach = createOutreachModule({ ...teaching, places: places.door, people: people.door })
  // Whoever counts something hands in its measures; one line for each module that does.
  const together = [...outreach.measures, ...coordination.measures, ...mobility.measures]
  const measures = () => [...siteMeasures, ...statusMeasures, ...incidentMeasures, ...conflictMeasures, ...caseMeasures, ...together]
  const projects = createProjectsModule({ database, secret, places: places.door, measures })
  const hxl = createHxlModule({ projects: projects.door, places: places.door })
  const iati = createIatiModule({ projects: projects.door })
  return { projects, hxl, iati, outreach, coordination, mobility }
}
/** What those who count are told by others: numbers, never which. */
interface Told {
  readonly mobility: MobilityModule
  readonly warningCounts: Parameters<typeof createCoordinationModule>[0]['warningCounts']
  readonly countVoices: Parameters<typeof createOutreachModule>[0]['countVoices']
}
export type DeskModules = ReturnType<typeof makeDesks>

/** Who has something to tell people that wait for it. Notices are made before cases are, so theirs are asked for late. */
const noticeSourcesOf = ({ parts, record, cases }: NoticeParts): readonly NoticeSource<Tx>[] => {
  const { tenant, clock } = parts
  const { places, people, production, sites, operators, risks, certificates } = record
  return [
    siteNoticesWith(production),
    operatorNotices(operators.doors),
    hitNotices({ sites: sites.door, people: people.door }),
    incidentNotices({ people: people.door }),
    voiceNotices({ people: people.door, places: places.door, tenant, clock }),
    risks.notices,
    certificates.notices,
    exporterNotices(operators.doors),
    emergencyNotices({ offices: people.offices }),
    keyNotices,
    projectNotices,
    mobilityNotices,
    warningNotices({ people: people.door }),
    nameNotices,
    coordinationNotices,
    {
      name: 'cases',
      isPersonal: (reader) => cases().isPersonal?.(reader) ?? false,
      waiting: (...asked) => cases().waiting(...asked),
    },
  ]
}
interface NoticeParts {
  readonly parts: ModuleParts
  readonly record: RecordModules
  readonly cases: () => NoticeSource<Tx>
}
