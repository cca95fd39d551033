/*
The register of operators: who trades, with which card or approval, until when. Bodies come from people; what is said of them here is the mineral
side. How to reach a body is told to itself and to who registers operators, because it may be a person's telephone.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { calendarDate, listOf, maybe, mustParse, record } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import { type OrganisationBrief, OrganisationId } from '../../people/contract.ts'
import {
  type CardSummary,
  DescribeOperator,
  DescribeOperatorBody,
  EntityType,
  OperatorDetail,
  OperatorSummary,
  type OperatorSummary as Summary,
} from '../contract.ts'
import { neededBy, typeOfKind } from '../domain/card-rules.ts'
import { type OperatorCommand, type OperatorContext, type OperatorEvent, operatorDecider, operatorKinds } from '../domain/operator.ts'
import { partyVerdict } from '../domain/party.ts'
import { cardsOnDay } from './card-answers.ts'
import { type OperatorDoors, briefOf, oversees, reachTo } from './doors.ts'
import { listCards } from './store-cards.ts'
import { countMembers, findContact, listOperators, setContact } from './store.ts'

type Described = Parameters<typeof operatorDecider.evolve>[0]
export const operatorAggregate: Aggregate<Described, OperatorCommand, OperatorEvent, OperatorContext> = {
  name: 'operator',
  decider: operatorDecider,
  kinds: operatorKinds,
}
const params = record({ organisation: OrganisationId })
/** Bodies of these kinds stand in the register before anybody described them. */
const TRADING: readonly string[] = ['cooperative', 'trader', 'processor', 'exporter', 'concession-holder', 'importer']

export interface RegisterAsked {
  readonly tenant: string
  readonly on: string
  readonly organisation?: string
}
/** Every operator as it stands on a day; one when asked for one. */
export async function operatorsOn(
  tx: Tx,
  doors: Pick<OperatorDoors, 'people'>,
  { tenant, on, organisation }: RegisterAsked,
): Promise<readonly Summary[]> {
  const described = new Map((await listOperators(tx, tenant)).map((row) => [row.organisation, mustParse(EntityType, row.entityType)]))
  const bodies = (await doors.people.listOrganisations(tx, undefined, tenant)).filter(
    (one) => (TRADING.includes(one.kind) || described.has(one.id)) && (organisation === undefined || one.id === organisation),
  )
  const rows = await listCards(tx, tenant, { organisations: bodies.map((one) => one.id), withoutArtisans: true })
  const cards = await cardsOnDay(tx, doors, { tenant, on, rows })
  const members = new Map((await countMembers(tx, tenant)).map((one) => [one.cooperative, one.artisans]))
  return bodies.map((body) => summaryOf(body, described.get(body.id) ?? typeOfKind(body.kind), { cards, members }))
}

function summaryOf(
  body: OrganisationBrief,
  entityType: EntityType | null,
  { cards, members }: { readonly cards: readonly CardSummary[]; readonly members: ReadonlyMap<string, number> },
): Summary {
  const held = cards.filter((card) => card.holder.kind === 'organisation' && card.holder.organisation === body.id)
  const needs = entityType === null ? null : neededBy[entityType]
  return {
    organisation: body.id,
    name: body.name,
    kind: body.kind,
    area: body.area,
    entityType,
    needs,
    card: partyVerdict(needs, held, null).nearest,
    artisans: members.get(body.id) ?? 0,
  }
}

export const operatorRoutes = (doors: OperatorDoors): readonly Route[] => [
  readRoute({
    path: '/api/operators',
    allow: can('operators.read'),
    summary: 'Operators by name with the card or approval that each needs, as it stands on the day; `?on=` asks for another day',
    query: record({ on: maybe(calendarDate()) }),
    answer: record({ on: calendarDate(), operators: listOf(OperatorSummary) }),
    read: async ({ tx, tenant, query, now }) => {
      const on = query.on ?? todayAt(now)
      return accepted({ on, operators: [...(await operatorsOn(tx, doors, { tenant, on }))] })
    },
  }),
  readRoute({
    path: '/api/operators/:organisation',
    allow: can('operators.read'),
    summary: 'One operator: what was said of it, its cards and approvals with their clocks',
    params,
    answer: OperatorDetail,
    read: async ({ tx, tenant, who, params: { organisation }, now }) => {
      const on = todayAt(now)
      const [operator] = await operatorsOn(tx, doors, { tenant, on, organisation })
      if (!operator) return refused('unknown-operator')
      const [row] = await listOperators(tx, tenant, [organisation])
      const told = who.organisation === organisation || (who.capabilities.has('operators.register') && oversees(who))
      const contact = told ? await findContact(tx, tenant, organisation) : null
      const rows = await listCards(tx, tenant, { organisations: [organisation] })
      return accepted({
        operator,
        described: row ? mustParse(DescribeOperator, row.described) : null,
        describedAt: row?.describedAt ?? null,
        contact:
          contact === null
            ? null
            : { ...(contact.phone === null ? {} : { phone: contact.phone }), ...(contact.email === null ? {} : { email: contact.email }) },
        cards: [...(await cardsOnDay(tx, doors, { tenant, on, rows }))],
      })
    },
  }),
  writeRoute({
    path: '/api/operators/:organisation/descriptions',
    allow: can('operators.register'),
    summary: 'Says what an organisation is in the chain, under which numbers and where; how to reach it is kept apart from the log',
    params,
    body: DescribeOperatorBody,
    write: async ({ door, who, tenant, params: { organisation }, data: { contact, ...described }, envelope, now }) => {
      const taken = await door.execute({
        aggregate: operatorAggregate,
        subject: organisation,
        command: { type: 'describe', ...described },
        envelope,
        who,
        context: async (tx) => {
          const body = await briefOf(tx, doors, { tenant, organisation })
          const reach = body === null ? { inside: false, own: false } : await reachTo(tx, doors, { tenant, who, body })
          return { known: body !== null, ...reach, oversees: oversees(who) }
        },
      })
      if (taken.ok && contact !== undefined)
        await doors.database.transaction((tx) =>
          setContact(tx, tenant, { organisation, phone: contact.phone ?? null, email: contact.email ?? null, at: now }),
        )
      return taken
    },
  }),
]
