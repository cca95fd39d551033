/*
Organisations and accounts over HTTP. A list shows identifiers, roles and areas; a name and an address are shown for one account
at a time, to whoever manages people. The id of a new thing is the id of the command that made it.
*/
import { type Outcome, refused } from '../../../kernel/outcome.ts'
import { count, email, listOf, maybe, oneOf, orNull, record, text, yesOrNo } from '../../../kernel/schema.ts'
import type { Database } from '../../../platform/database/connect.ts'
import { rawRoute, readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Door, type Route, can, signedIn } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { CommandEnvelope, Receipt } from '../../../platform/log/receipt.ts'
import { AccountId, OrganisationId, OrganisationKind } from '../contract.ts'
import { type AccountCommand, AccountClosed, RoleGranted, RoleWithdrawn, TerritorySchema, TerritorySet } from '../domain/account.ts'
import { type OrganisationCommand, OrganisationAmended, OrganisationIdentifiers, OrganisationRegistered } from '../domain/organisation.ts'
import { grantsOf, ROLE_IDS } from '../domain/roles.ts'
import { withSignIn } from './add-account.ts'
import { answerAs } from './answer-as.ts'
import { accountAggregate, organisationAggregate } from './aggregates.ts'
import { type Areas, accountContext, isAreaKnown } from './facts.ts'
import { findAccount, listAccounts, listOrganisationRows } from './store.ts'
import { deleteCredentials, deleteSessions, findUser, hasSecondFactor } from './store-sign-in.ts'

export interface RouteParts {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly places: Areas
  readonly baseUrl: string
}

const OrganisationShown = record({
  id: OrganisationId,
  name: text(160),
  kind: OrganisationKind,
  area: orNull(text(12)),
  country: text(2),
  identifiers: OrganisationIdentifiers,
})
const AccountShown = record({
  id: AccountId,
  kind: oneOf('person', 'machine'),
  organisation: orNull(OrganisationId),
  roles: listOf(text(40)),
  territory: TerritorySchema,
  registeredAt: text(30),
  closedAt: orNull(text(30)),
})
const OneAccount = record({ ...AccountShown.shape, name: orNull(text(160)), email: orNull(text(254)), secondFactor: yesOrNo() })
const Me = record({
  account: AccountId,
  tenant: text(40),
  name: orNull(text(160)),
  organisation: orNull(record({ id: OrganisationId, name: text(160), kind: OrganisationKind })),
  roles: listOf(text(40)),
  capabilities: listOf(text(40)),
  territory: TerritorySchema,
  language: oneOf('fr', 'en'),
  secondFactor: yesOrNo(),
})
const RoleShown = record({
  role: text(40),
  grants: listOf(record({ evidence: oneOf('V', 'S', 'U', 'D'), source: text(), may: listOf(text(40)) })),
})
const NewPerson = record({
  email: email(),
  name: text(160),
  password: text(200),
  language: oneOf('fr', 'en'),
  organisation: orNull(OrganisationId),
  roles: listOf(text(40), 30),
  territory: TerritorySchema,
})
const AccountParams = record({ account: AccountId })

export function peopleRoutes(parts: RouteParts): readonly Route[] {
  return [meRoute, rolesRoute, signOutRoute(parts), ...organisationRoutes(parts), ...accountRoutes(parts)]
}

const meRoute = readRoute({
  path: '/api/me',
  summary: 'who is signed in, and what that account may do',
  allow: signedIn,
  answer: Me,
  read: async ({ tx, who }) => {
    const user = await findUser(tx, who.account)
    const organisations = who.organisation ? await listOrganisationRows(tx, who.tenant, { ids: [who.organisation] }) : []
    const { account, tenant, roles, capabilities, territory, language } = who
    const organisation = organisations[0] ? { id: organisations[0].id, name: organisations[0].name, kind: organisations[0].kind } : null
    const secondFactor = await hasSecondFactor(tx, account)
    return answerAs(Me, {
      account,
      tenant,
      name: user?.name ?? null,
      organisation,
      roles,
      capabilities: [...capabilities].sort(),
      territory,
      language,
      secondFactor,
    })
  },
})

const rolesRoute = readRoute({
  path: '/api/roles',
  summary: 'every role, its powers, and how well each is documented',
  allow: signedIn,
  answer: record({ roles: listOf(RoleShown) }),
  read: async () => answerAs(record({ roles: listOf(RoleShown) }), { roles: ROLE_IDS.map((role) => ({ role, grants: grantsOf(role) })) }),
})

const signOutRoute = ({ database }: RouteParts): Route =>
  rawRoute({
    method: 'POST',
    path: '/api/sign-out-everywhere',
    summary: 'ends every session of the account that asks, on every browser',
    allow: signedIn,
    schemas: { answer: record({ ended: count() }) },
    answer: async ({ who }) => ({ status: 200, body: { ended: await database.transaction((tx) => deleteSessions(tx, who.account)) } }),
  })

function organisationRoutes({ places }: RouteParts): readonly Route[] {
  const decide = (asked: Asked, subject: string, command: OrganisationCommand): Promise<Outcome<Receipt>> =>
    asked.door.execute({
      aggregate: organisationAggregate,
      subject,
      command,
      context: async (tx) => ({ areaKnown: await isAreaKnown(tx, places, command.area) }),
      envelope: asked.envelope,
      who: asked.who,
    })
  return [
    readRoute({
      path: '/api/organisations',
      summary: 'organisations by name; those of one kind if asked',
      allow: signedIn,
      query: record({ kind: maybe(OrganisationKind) }),
      answer: record({ organisations: listOf(OrganisationShown) }),
      read: async ({ tx, tenant, query }) =>
        answerAs(record({ organisations: listOf(OrganisationShown) }), {
          organisations: await listOrganisationRows(tx, tenant, query.kind ? { kind: query.kind } : {}),
        }),
    }),
    writeRoute({
      path: '/api/organisations',
      summary: 'registers an organisation',
      allow: can('people.manage'),
      body: OrganisationRegistered,
      write: (asked) => decide(asked, asked.envelope.id, { type: 'register', ...asked.data }),
    }),
    writeRoute({
      path: '/api/organisations/:organisation/amendments',
      summary: 'corrects the name, area or numbers of an organisation, with a reason',
      allow: can('people.manage'),
      params: record({ organisation: OrganisationId }),
      body: OrganisationAmended,
      write: (asked) => decide(asked, asked.params.organisation, { type: 'amend', ...asked.data }),
    }),
  ]
}

function accountRoutes({ places, database }: RouteParts): readonly Route[] {
  const decide = ({ door, who, envelope }: Asked, account: string, command: AccountCommand): Promise<Outcome<Receipt>> =>
    door.execute({
      aggregate: accountAggregate,
      subject: account,
      command,
      context: (tx) => accountContext(tx, { tenant: who.tenant, account, command, asker: who, places }),
      envelope,
      who,
    })
  const change = { allow: can('people.manage'), params: AccountParams }
  return [
    readRoute({
      path: '/api/accounts',
      summary: 'accounts by identifier with organisation, roles and territory; no names',
      allow: can('people.manage'),
      answer: record({ accounts: listOf(AccountShown) }),
      read: async ({ tx, tenant }) => answerAs(record({ accounts: listOf(AccountShown) }), { accounts: await listAccounts(tx, tenant) }),
    }),
    readRoute({
      path: '/api/accounts/:account',
      summary: 'one account with the name and address behind it',
      ...change,
      answer: OneAccount,
      read: async ({ tx, tenant, params }) => {
        const found = await findAccount(tx, tenant, params.account)
        if (!found) return refused('unknown-account')
        const user = await findUser(tx, params.account)
        const secondFactor = await hasSecondFactor(tx, params.account)
        return answerAs(OneAccount, { ...found, name: user?.name ?? null, email: user?.email ?? null, secondFactor })
      },
    }),
    writeRoute({
      path: '/api/accounts',
      summary: 'gives a person an account with roles and a territory; name, address and password stay out of the log',
      allow: can('people.manage'),
      body: NewPerson,
      write: (asked) => {
        const { email: address, name, password, language, ...fact } = asked.data
        const account = asked.envelope.id
        const row = { account, tenant: asked.tenant, name, email: address, password, language }
        return withSignIn(database, row, () => decide(asked, account, { type: 'register', kind: 'person', ...fact }))
      },
    }),
    writeRoute({
      path: '/api/accounts/:account/grants',
      summary: 'gives an account a role',
      ...change,
      body: RoleGranted,
      write: (asked) => decide(asked, asked.params.account, { type: 'grant-role', ...asked.data }),
    }),
    writeRoute({
      path: '/api/accounts/:account/withdrawals',
      summary: 'takes a role back, with a reason',
      ...change,
      body: RoleWithdrawn,
      write: (asked) => decide(asked, asked.params.account, { type: 'withdraw-role', ...asked.data }),
    }),
    writeRoute({
      path: '/api/accounts/:account/territories',
      summary: 'sets where an account may act, with a reason',
      ...change,
      body: TerritorySet,
      write: (asked) => decide(asked, asked.params.account, { type: 'set-territory', ...asked.data }),
    }),
    writeRoute({
      path: '/api/accounts/:account/closures',
      summary: 'closes an account and ends its sessions, with a reason',
      ...change,
      body: AccountClosed,
      write: async (asked) => {
        const outcome = await decide(asked, asked.params.account, { type: 'close', ...asked.data })
        // A crash between the two leaves sessions that open nothing, because a closed account is nobody.
        if (outcome.ok) await database.transaction((tx) => deleteCredentials(tx, asked.params.account))
        return outcome
      },
    }),
  ]
}

interface Asked {
  readonly door: Door
  readonly who: Who
  readonly envelope: CommandEnvelope
}
