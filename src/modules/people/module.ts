/*
Hands people to the program: routes, projection, the kinds of event, the door for other modules, and the three things that only
the program itself may use: who sends a request, which key a device signs with, and the mount of the sign-in routes.
*/
import type { FastifyInstance } from 'fastify'
import { asId, mustParse } from '../../kernel/schema.ts'
import type { Database } from '../../platform/database/connect.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Authenticate } from '../../platform/http/http-server.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { RescueKey } from '../../platform/keys/rescue-key.ts'
import {
  type AccountCareDoor,
  type TrainingDoor,
  type DevicesDoor,
  type OfficesDoor,
  OrganisationKind,
  type OrganisationBrief,
  type PeopleDoor,
} from './contract.ts'
import {
  accountAggregate,
  careAggregate,
  deviceAggregate,
  factorPolicyAggregate,
  factorResetAggregate,
  officeAggregate,
  organisationAggregate,
} from './server/aggregates.ts'
import { createAuthenticate } from './server/authenticate.ts'
import { type CollectLogins, createCollectLogins } from './server/collect-logins.ts'
import { createAttempts } from './server/count-attempts.ts'
import { createChallenges } from './server/device-challenge.ts'
import { createDevicesDoor } from './server/devices-door.ts'
import type { Areas } from './server/facts.ts'
import { peopleRoutes } from './server/http.ts'
import { accountRoutes } from './server/http-accounts.ts'
import { deviceSessionRoutes } from './server/http-device-sessions.ts'
import { deviceRoutes } from './server/http-devices.ts'
import { isUndertakingSigned } from './server/care.ts'
import { opensFiles } from './domain/account-care.ts'
import { careRoutes } from './server/http-care.ts'
import { trainingAggregate, trainingDoor, trainingRoutes } from './server/http-training.ts'
import { colleagueRoutes } from './server/http-colleagues.ts'
import { type ReceiversOf, officeRoutes } from './server/http-offices.ts'
import { secondFactorRoutes } from './server/http-second-factor.ts'
import { factorRules } from './server/second-factor.ts'
import { mountSignIn } from './server/mount-sign-in.ts'
import { peopleProjection } from './server/projection.ts'
import { createSignIn } from './server/sign-in.ts'
import { findMachineName, findUser } from './server/store-sign-in.ts'
import { isOfficeLocked, lockedNow } from './server/store-offices.ts'
import { type OrganisationRow, findEnrolledKey, findSigningKey, listOrganisationRows } from './server/store.ts'

export { type AddParts, type NewOrganisation, type NewPerson, addAccount, addOrganisation, addToken } from './server/add-account.ts'
export { restIdleAccounts } from './server/care.ts'
export { whoOfAccount } from './server/who-of-account.ts'
export { type NewIssuer, addIssuer } from './server/add-issuer.ts'
export { type NewPassword, setPassword } from './server/set-password.ts'

export interface PeopleParts {
  readonly database: Database
  readonly tenant: string
  readonly places: Areas
  /** Address under which people reach the server; stands in QR codes, and https makes cookies `Secure`. */
  readonly baseUrl: string
  /** At least 32 random characters, kept with the keys of the server. */
  readonly secret: string
  readonly clock: () => string
  readonly rescueKey: RescueKey
  /** Only there an organisation may do without the second factor. */
  readonly isDemonstration: boolean
  /** Bodies to which a body sends people on. */
  readonly receiversOf: ReceiversOf
}

export interface PeopleModule extends ServerModule {
  readonly door: PeopleDoor<Tx>
  readonly devices: DevicesDoor<Tx>
  readonly offices: OfficesDoor<Tx>
  readonly care: AccountCareDoor<Tx>
  readonly training: TrainingDoor<Tx>
  /** Who sends these headers; `null` for a stranger. */
  readonly authenticate: Authenticate
  /** Raw public key of an enrolled device: `now` one that may sign for this account now; `ever` the one it came in with, for anybody. */
  readonly deviceKey: (
    tx: Tx,
    query: { readonly tenant: string; readonly device: string; readonly account: string | null; readonly when: 'now' | 'ever' },
  ) => Promise<Uint8Array | null>
  /** The name behind an account, for paper on which a standard demands it; never for lists, addresses or events. */
  readonly nameOf: (tx: Tx, account: string) => Promise<string | null>
  /** Passwords for ODK Collect and its like. */
  readonly collect: CollectLogins
  /** Adds /api/auth/* to the server; call it once, after the server was made and before it listens. */
  readonly mountSignIn: (app: FastifyInstance) => void
}

export function createPeopleModule({
  database,
  tenant,
  places,
  baseUrl,
  secret,
  clock,
  rescueKey,
  isDemonstration,
  receiversOf,
}: PeopleParts): PeopleModule {
  const attempts = createAttempts(database)
  const factors = factorRules(isDemonstration)
  const signIn = createSignIn({
    pool: database.pool,
    baseUrl,
    secret,
    ...attempts,
    mustKeepFactor: (account) => database.read((tx) => factors.mustKeep(tx, tenant, account)),
  })
  const parts = { database, places, baseUrl, factors }
  const collect = createCollectLogins({ ...parts, tenant, secret, clock, attempt: attempts.attempt })
  const sessions = { ...parts, tenant, challenges: createChallenges(secret), attempt: attempts.attempt, rescueKey }
  return {
    name: 'people',
    routes: [
      ...peopleRoutes(parts),
      ...accountRoutes(parts),
      ...deviceRoutes(parts),
      ...deviceSessionRoutes(sessions),
      ...officeRoutes(receiversOf),
      ...careRoutes,
      ...trainingRoutes,
      ...secondFactorRoutes(factors, isDemonstration),
      ...colleagueRoutes,
    ],
    projections: [peopleProjection],
    aggregates: [
      ...[organisationAggregate, accountAggregate, deviceAggregate, officeAggregate, careAggregate, trainingAggregate],
      ...[factorPolicyAggregate, factorResetAggregate],
    ],
    door: {
      organisations: async (tx, ids, of = tenant) => (await listOrganisationRows(tx, of, { ids })).map(briefOf),
      listOrganisations: async (tx, kind, of = tenant) => (await listOrganisationRows(tx, of, kind ? { kind } : {})).map(briefOf),
    },
    devices: createDevicesDoor(places),
    care: { opensFiles, isUndertakingSigned, isFactorMet: factors.isFactorMet },
    training: trainingDoor,
    offices: { isLockedDown: isOfficeLocked, lockedNow },
    authenticate: createAuthenticate({ database, signIn, tenant, places, clock, collect }),
    collect,
    nameOf: async (tx, account) => (await findUser(tx, account))?.name ?? findMachineName(tx, account),
    deviceKey: async (tx, query) => {
      const { tenant: of, device, when } = query
      const key = when === 'now' ? await findSigningKey(tx, of, query) : await findEnrolledKey(tx, of, device)
      return key === null ? null : new Uint8Array(Buffer.from(key, 'base64'))
    },
    mountSignIn: (app) => mountSignIn(app, signIn, new URL(baseUrl).protocol.replace(':', '')),
  }
}

const briefOf = ({ id, name, kind, area }: OrganisationRow): OrganisationBrief => ({
  id: asId('organisation', id),
  name,
  kind: mustParse(OrganisationKind, kind),
  area,
})
