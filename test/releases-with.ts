/*
The routes of releases over HTTP with coded people of the test's own: a program of its own has no cases to count, and a test must be able to say who they are.
Beside it stands a program on a real database, whose log, projections and sign-in are the real ones.
*/
import type { FastifyInstance } from 'fastify'
import { refusalStatus } from '../src/bin/refusal-status.ts'
import { ctdcTable } from '../src/exchange/ctdc/from-coded-case.ts'
import { htcdsTable } from '../src/exchange/htcds/from-coded-case.ts'
import type { CodedCase, PlaceCount } from '../src/modules/releases/contract.ts'
import { type ReleasesModule, createReleasesModule } from '../src/modules/releases/module.ts'
import { createHttpServer } from '../src/platform/http/http-server.ts'
import type { TestDatabase } from './database.ts'

export interface Stock {
  people: readonly CodedCase[]
  /** By quarter. */
  signals: { readonly [quarter: string]: readonly PlaceCount[] }
  isFrozen: boolean
}
export const codedPerson = (more: Partial<CodedCase> = {}): CodedCase => ({
  ...{ uses: ['statistics', 'research'], quarter: '2026-Q1', admin1: 'XL1', admin2: 'XL101', gender: 'Feminine', ageBand: '18--20' },
  ...{ citizenships: ['COD'], countryOfExploitation: 'COD', monthsOfExploitation: null, methodsOfControl: ['DebtBondage'] },
  ...{ exploitation: ['ForcedLabour'], labourIndustries: ['B_MiningAndQuarrying'], sexualKinds: [], recruiterRelations: [] },
  ...{ methodsOfRecruitment: [], traffickingStatus: null, decidedBy: null, relationshipToTrafficker: null, education: null },
  ...{ maritalStatus: null, rolesInProcess: [], status: 'Active', service: null, reporter: 'NGO' },
  ...more,
})
export const codedPeople = (count: number, more: Partial<CodedCase> = {}): readonly CodedCase[] =>
  Array.from({ length: count }, () => codedPerson(more))

export async function releasesWith(
  { program }: TestDatabase,
  stock: Stock,
): Promise<{ readonly app: FastifyInstance; readonly releases: ReleasesModule }> {
  const releases = createReleasesModule({
    ...{ secret: 'a secret of the test', writers: { ctdc: ctdcTable, htcds: htcdsTable } },
    statistics: { rows: () => stock.people, signals: (_tx, _tenant, quarter) => Promise.resolve(stock.signals[quarter] ?? []) },
    isFrozen: () => Promise.resolve(stock.isFrozen),
    ...{ database: program.database, tenant: program.tenant, clock: program.clock },
  })
  const app = await createHttpServer({
    ...{ routes: releases.routes, upgrades: [], log: program.log, tenant: program.tenant, clock: program.clock, refusalStatus },
    ...{ authenticate: program.modules.authenticate, overTls: false },
    reportFault: ({ error }) => {
      throw error
    },
  })
  program.modules.mountSignIn(app)
  return { app, releases }
}
