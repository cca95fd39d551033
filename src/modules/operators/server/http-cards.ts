/*
Cards and approvals: the desk that issues, renews and withdraws them, the holder who applies and reports a loss, and whoever checks a number. A new card
gets the id of the command that brought it. The printed twin carries the number as text and as a code.
*/
import { dayOf, todayAt } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, listOf, maybe, mustParse, parse, record, text } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate, Moment } from '../../../platform/log/aggregate.ts'
import { covers } from '../../people/contract.ts'
import { ApplyForCard, ArtisanId, CardDetail, CardId, CardKind, CardSummary, EndCard, EnterCard, IssueCard } from '../contract.ts'
import {
  type CardCommand,
  type CardContext,
  type CardEvent,
  type CardStanding,
  type HolderFacts,
  cardDecider,
  cardKinds,
} from '../domain/card.ts'
import { normaliseNumber } from '../domain/card-rules.ts'
import { cardPage } from '../page/card-page.ts'
import { actsOf, cardsOnDay } from './card-answers.ts'
import { entityTypeOf } from './door.ts'
import { type OperatorDoors, briefOf, oversees, placesByArea, reachTo } from './doors.ts'
import { type CardRow, findCardOfNumber, listCards } from './store-cards.ts'
import { listArtisans, listDoubles } from './store.ts'

export const cardAggregate: Aggregate<CardStanding, CardCommand, CardEvent, CardContext> = {
  name: 'card',
  decider: cardDecider,
  kinds: cardKinds,
}
const params = record({ card: CardId })

interface Asked {
  readonly tenant: string
  readonly who: Who
  readonly moment: Moment
  readonly card: string
}
async function holderFacts(
  tx: Tx,
  doors: OperatorDoors,
  { tenant, who, holder }: Pick<Asked, 'tenant' | 'who'> & { readonly holder: NonNullable<CardStanding>['holder'] },
): Promise<HolderFacts> {
  if (holder.kind === 'organisation') {
    const body = await briefOf(tx, doors, { tenant, organisation: holder.organisation })
    if (body === null) return null
    const entityType = await entityTypeOf(tx, doors, { tenant, organisation: holder.organisation })
    return { kind: 'organisation', entityType, ...(await reachTo(tx, doors, { tenant, who, body })) }
  }
  const [row] = await listArtisans(tx, tenant, { ids: [holder.artisan] })
  if (!row) return null
  const body = row.cooperative === null ? null : await briefOf(tx, doors, { tenant, organisation: row.cooperative })
  const reach = body === null ? { inside: who.territory === 'everywhere', own: false } : await reachTo(tx, doors, { tenant, who, body })
  const others = (await listArtisans(tx, tenant, { ids: await listDoubles(tx, tenant, row.id) })).filter((one) => one.cooperative !== null)
  const { birthDate, nationality, cooperative } = row
  return { kind: 'artisan', birthDate, nationality, cooperative, others: others.map((one) => mustParse(ArtisanId, one.id)), ...reach }
}

async function cardFacts(
  tx: Tx,
  doors: OperatorDoors,
  { tenant, who, moment, card, state, command }: Asked & { readonly state: CardStanding; readonly command: CardCommand },
): Promise<CardContext> {
  const holder = 'holder' in command ? command.holder : (state?.holder ?? null)
  const kind = 'kind' in command ? command.kind : (state?.kind ?? null)
  const bearer =
    'number' in command && kind !== null ? await findCardOfNumber(tx, tenant, { kind, number: normaliseNumber(command.number) }) : null
  const happenedOn = dayOf(moment.happenedAt) > moment.today ? moment.today : dayOf(moment.happenedAt)
  return {
    today: moment.today,
    happenedAt: moment.happenedAt,
    happenedOn,
    organisation: who.organisation,
    holder: holder === null ? null : await holderFacts(tx, doors, { tenant, who, holder }),
    oversees: oversees(who),
    mayApprove: who.capabilities.has('operators.approve'),
    numberTaken: bearer !== null && bearer !== card,
  }
}

type Writing = Parameters<Parameters<typeof writeRoute>[0]['write']>[0]
type About = Pick<Writing, 'door' | 'who' | 'tenant' | 'envelope'>

type Execute = (asked: About, card: string, command: CardCommand) => ReturnType<About['door']['execute']>

export function cardRoutes(doors: OperatorDoors): readonly Route[] {
  const execute: Execute = ({ door, who, tenant, envelope }, card, command) =>
    door.execute({
      aggregate: cardAggregate,
      subject: card,
      command,
      envelope,
      who,
      context: (tx, state, moment) => cardFacts(tx, doors, { tenant, who, moment, card, state, command }),
    })
  return [...reads(doors), ...newCards(execute), ...besideCard(execute)]
}

const newCards = (execute: Execute): readonly Route[] => [
  writeRoute({
    path: '/api/card-applications',
    allow: can('operators.apply'),
    summary: 'Applies for a card or an approval; the file of an approval that comes late is kept with the days',
    body: ApplyForCard,
    write: ({ data, ...asked }) => execute(asked, asked.envelope.id, { type: 'apply', ...data }),
  }),
  writeRoute({
    path: '/api/cards',
    allow: can('operators.issue'),
    summary: 'Enters a card or an approval that is issued without an application in this register',
    body: EnterCard,
    write: ({ data, ...asked }) => execute(asked, asked.envelope.id, { type: 'enter', ...data }),
  }),
]

interface Beside<Body extends Parameters<typeof writeRoute>[0]['body']> {
  readonly thing: string
  readonly needs: string
  readonly summary: string
  readonly body: Body
  readonly command: (data: Infer<Body>) => CardCommand
}
function besideCard(execute: Execute): readonly Route[] {
  const route = <Body extends Parameters<typeof writeRoute>[0]['body']>({ thing, needs, summary, body, command }: Beside<Body>): Route =>
    writeRoute({
      path: `/api/cards/:card/${thing}`,
      allow: can(needs),
      summary,
      params,
      body,
      write: ({ data, ...asked }) => execute(asked, mustParse(params, asked.params).card, command(data)),
    })
  return [
    route({
      thing: 'issues',
      needs: 'operators.issue',
      summary: 'Issues what was applied for, or renews: a new period with its number',
      body: IssueCard,
      command: (data) => ({ type: 'issue', ...data }),
    }),
    route({
      thing: 'refusal',
      needs: 'operators.issue',
      summary: 'Turns an application down, with the reason',
      body: EndCard,
      command: (data) => ({ type: 'refuse', ...data }),
    }),
    route({
      thing: 'withdrawal',
      needs: 'operators.issue',
      summary: 'Withdraws a card or an approval from a day on, with the reason',
      body: EndCard,
      command: (data) => ({ type: 'withdraw', ...data }),
    }),
    route({
      thing: 'loss',
      needs: 'operators.apply',
      summary: 'Reports a card lost: it counts no more until another is issued',
      body: EndCard,
      command: (data) => ({ type: 'report-lost', ...data }),
    }),
  ]
}

/** Cards of bodies are everybody's; those of artisans are seen by who oversees the ground of their cooperative, and by the cooperative. */
async function seenCards(
  tx: Tx,
  doors: OperatorDoors,
  { tenant, who, on, rows }: Pick<Asked, 'tenant' | 'who'> & { readonly on: string; readonly rows: readonly CardRow[] },
) {
  const cards = await cardsOnDay(tx, doors, { tenant, on, rows })
  if (oversees(who) && who.territory === 'everywhere') return cards
  const members = await listArtisans(tx, tenant, { ids: rows.flatMap((row) => (row.artisan === null ? [] : [row.artisan])) })
  const cooperativeOf = new Map(members.map((one) => [one.id, one.cooperative]))
  const areas = new Map<string, string | null>(
    (await doors.people.listOrganisations(tx, 'cooperative', tenant)).map((one) => [one.id, one.area]),
  )
  const placeOf = await placesByArea(tx, doors, tenant)
  return cards.filter(({ holder }) => {
    if (holder.kind === 'organisation') return true
    const cooperative = cooperativeOf.get(holder.artisan) ?? null
    if (cooperative === null) return false
    return oversees(who) ? covers(who.territory, placeOf(areas.get(cooperative) ?? null)) : cooperative === who.organisation
  })
}

const reads = (doors: OperatorDoors): readonly Route[] => [
  readRoute({
    path: '/api/cards',
    allow: can('operators.read'),
    summary: 'Cards and approvals, those that end first; `?number=` checks one number, `?on=` as of a day',
    query: record({ kind: maybe(CardKind), number: maybe(text(40)), on: maybe(calendarDate()) }),
    answer: record({ on: calendarDate(), cards: listOf(CardSummary) }),
    read: async ({ tx, tenant, who, query, now }) => {
      const on = query.on ?? todayAt(now)
      const rows = await listCards(tx, tenant, {
        ...(query.kind === undefined ? {} : { kind: query.kind }),
        ...(query.number === undefined ? {} : { number: normaliseNumber(query.number) }),
      })
      return accepted({ on, cards: [...(await seenCards(tx, doors, { tenant, who, on, rows }))] })
    },
  }),
  readRoute({
    path: '/api/cards/:card',
    allow: can('operators.read'),
    summary: 'One card or approval with everything that happened to it',
    params,
    answer: CardDetail,
    read: async ({ tx, tenant, who, params: { card: id }, now }) => {
      const rows = await listCards(tx, tenant, { ids: [id] })
      const [card] = await seenCards(tx, doors, { tenant, who, on: todayAt(now), rows })
      const [row] = rows
      if (!card || !row) return refused('unknown-card')
      const acts = actsOf(row).map(({ what, on, number, validUntil, reason }) => ({
        ...{ what, on, number: number ?? null, until: validUntil ?? null, reason: reason ?? null },
      }))
      return accepted({ card, acts })
    },
  }),
  rawRoute({
    method: 'GET',
    path: '/cards/:card/print',
    allow: can('operators.read'),
    summary: 'The card to print: number, validity, zone, with the number as a code; no name',
    schemas: { params },
    answer: async ({ params: given, tenant, who, door, now, language }) => {
      const asked = parse(params, given)
      if (!asked.ok) return badInput(asked.faults)
      const on = todayAt(now)
      const card = await door.read(async (tx) => {
        const rows = await listCards(tx, tenant, { ids: [asked.value.card] })
        return (await seenCards(tx, doors, { tenant, who, on, rows }))[0] ?? null
      })
      if (card === null || card.number === null) return { ...outcomeReply(refused('unknown-card')), status: 404 }
      return { status: 200, body: cardPage(card, { language, on }).html, contentType: 'text/html; charset=utf-8' }
    },
  }),
]
