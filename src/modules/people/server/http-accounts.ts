/*
Accounts over HTTP. A list shows identifiers, roles and areas; a name and an address are shown for one account at a time, to
whoever manages people. The id of a new account is the id of the command that made it.
*/
import { type Outcome, refused } from '../../../kernel/outcome.ts'
import { email, listOf, oneOf, orNull, record, text, yesOrNo } from '../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Receipt } from '../../../platform/log/receipt.ts'
import { AccountId, OrganisationId } from '../contract.ts'
import { type AccountCommand, AccountClosed, RoleGranted, RoleWithdrawn, TerritorySchema, TerritorySet } from '../domain/account.ts'
import { withSignIn } from './add-account.ts'
import { accountAggregate } from './aggregates.ts'
import { answerAs } from './answer-as.ts'
import { accountContext } from './facts.ts'
import type { Asked, RouteParts } from './route-parts.ts'
import { findAccount, listAccounts } from './store.ts'
import { deleteCredentials, findUser, hasSecondFactor } from './store-sign-in.ts'

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

const change = { allow: can('people.manage'), params: AccountParams }

export const accountRoutes = (parts: RouteParts): readonly Route[] => [...shownRoutes, ...changeRoutes(parts)]

const shownRoutes: readonly Route[] = [
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
]

function changeRoutes({ places, database }: RouteParts): readonly Route[] {
  const decide = ({ door, who, envelope }: Asked, account: string, command: AccountCommand): Promise<Outcome<Receipt>> =>
    door.execute({
      aggregate: accountAggregate,
      subject: account,
      command,
      context: (tx) => accountContext(tx, { tenant: who.tenant, account, command, asker: who, places }),
      envelope,
      who,
    })
  return [
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
