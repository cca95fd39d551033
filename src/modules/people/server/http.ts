/*
Who am I, which roles there are, signing out everywhere, and organisations, over HTTP. The id of a new organisation is the id of
the command that made it.
*/
import type { Outcome } from '../../../kernel/outcome.ts'
import { count, instant, listOf, maybe, oneOf, orNull, record, text, yesOrNo } from '../../../kernel/schema.ts'
import { rawRoute, readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can, signedIn } from '../../../platform/http/route.ts'
import type { Receipt } from '../../../platform/log/receipt.ts'
import { AccountId, OrganisationId, OrganisationKind } from '../contract.ts'
import { TerritorySchema } from '../domain/account.ts'
import { type OrganisationCommand, OrganisationAmended, OrganisationIdentifiers, OrganisationRegistered } from '../domain/organisation.ts'
import { grantsOf, ROLE_IDS } from '../domain/roles.ts'
import { FactorRule } from '../domain/second-factor.ts'
import { answerAs } from './answer-as.ts'
import { organisationAggregate } from './aggregates.ts'
import { isAreaKnown } from './facts.ts'
import type { Asked, RouteParts } from './route-parts.ts'
import { listOrganisationRows } from './store.ts'
import { listFactors } from './store-second-factor.ts'
import { deleteSessions, findUser, hasSecondFactor } from './store-sign-in.ts'

const OrganisationShown = record({
  id: OrganisationId,
  name: text(160),
  kind: OrganisationKind,
  area: orNull(text(12)),
  country: text(2),
  identifiers: OrganisationIdentifiers,
})
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
  /** Whether this account must have one: `waived` on a demonstration that does without. */
  secondFactorRule: FactorRule,
  /** When two others took it off; `null`: never. */
  secondFactorResetAt: orNull(instant()),
})
const RoleShown = record({
  role: text(40),
  grants: listOf(record({ evidence: oneOf('V', 'S', 'U', 'D'), source: text(), may: listOf(text(40)) })),
})

export function peopleRoutes(parts: RouteParts): readonly Route[] {
  return [meRoute(parts), rolesRoute, signOutRoute(parts), ...organisationRoutes(parts)]
}

const meRoute = ({ factors }: RouteParts): Route =>
  readRoute({
    path: '/api/me',
    summary: 'who is signed in, and what that account may do',
    allow: signedIn,
    answer: Me,
    read: async ({ tx, who }) => {
      const user = await findUser(tx, who.account)
      const organisations = who.organisation ? await listOrganisationRows(tx, who.tenant, { ids: [who.organisation] }) : []
      const { account, tenant, roles, capabilities, territory, language } = who
      const organisation = organisations[0] ? { id: organisations[0].id, name: organisations[0].name, kind: organisations[0].kind } : null
      const secondFactorRule = await factors.ruleFor(tx, tenant, who)
      const [row] = secondFactorRule === 'none' ? [] : await listFactors(tx, tenant, account)
      return answerAs(Me, {
        ...{ account, tenant, name: user?.name ?? null, organisation, roles, capabilities: [...capabilities].sort(), territory, language },
        ...{ secondFactor: await hasSecondFactor(tx, account), secondFactorRule, secondFactorResetAt: row?.resetAt ?? null },
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
      context: async (tx) => ({ areaKnown: await isAreaKnown(tx, places, { tenant: asked.who.tenant, area: command.area }) }),
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
