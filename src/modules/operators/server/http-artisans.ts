/*
Artisans of a cooperative. Lists say a card number, a cooperative and an age class; the name is the answer of one route, to who holds
`operators.persons`. A name never enters the log: it is written beside it after the log has taken the rest, once, and taken away by an erasure.
*/
import { dayOf, todayAt } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { listOf, mustParse, parse, record } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { fileReply } from '../../../platform/http/file-reply.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate, Moment } from '../../../platform/log/aggregate.ts'
import { OrganisationId, covers } from '../../people/contract.ts'
import {
  ArtisanDetail,
  ArtisanId,
  ArtisanPerson,
  ArtisanSummary,
  ErasePerson,
  MoveArtisan,
  RegisterArtisan,
  type ArtisanSummary as Summary,
} from '../contract.ts'
import {
  type ArtisanCommand,
  type ArtisanContext,
  type ArtisanEvent,
  type ArtisanStanding,
  artisanDecider,
  artisanKinds,
} from '../domain/artisan.ts'
import { ageClassOn, partyVerdict } from '../domain/party.ts'
import { cardsOnDay } from './card-answers.ts'
import { type OperatorDoors, briefOf, oversees, placesByArea, reachTo } from './doors.ts'
import { listCards } from './store-cards.ts'
import { type ArtisanRow, deletePerson, findPerson, insertPerson, listArtisans, listSameIdentity } from './store.ts'

export const artisanAggregate: Aggregate<ArtisanStanding, ArtisanCommand, ArtisanEvent, ArtisanContext> = {
  name: 'artisan',
  decider: artisanDecider,
  kinds: artisanKinds,
}
const params = record({ artisan: ArtisanId })

/** Whoever oversees sees the cooperatives of the territory; a cooperative its own members. What is not seen does not exist. */
async function seen(
  tx: Tx,
  doors: OperatorDoors,
  asked: { readonly tenant: string; readonly who: Who; readonly cooperative: string | null },
): Promise<boolean> {
  const { tenant, who, cooperative } = asked
  if (!oversees(who)) return cooperative !== null && who.organisation === cooperative
  if (who.territory === 'everywhere') return true
  if (cooperative === null) return false
  const body = await briefOf(tx, doors, { tenant, organisation: cooperative })
  return body !== null && covers(who.territory, (await placesByArea(tx, doors, tenant))(body.area))
}
async function artisanSeen(
  tx: Tx,
  doors: OperatorDoors,
  asked: { readonly tenant: string; readonly who: Who; readonly artisan: string },
): Promise<ArtisanRow | null> {
  const [row] = await listArtisans(tx, asked.tenant, { ids: [asked.artisan] })
  return row && (await seen(tx, doors, { ...asked, cooperative: row.cooperative })) ? row : null
}

async function summaries(
  tx: Tx,
  doors: OperatorDoors,
  { tenant, on, rows }: { readonly tenant: string; readonly on: string; readonly rows: readonly ArtisanRow[] },
): Promise<readonly Summary[]> {
  const cards = await cardsOnDay(tx, doors, { tenant, on, rows: await listCards(tx, tenant, { artisans: rows.map((row) => row.id) }) })
  const bodies = [...new Set(rows.flatMap((row) => (row.cooperative === null ? [] : [mustParse(OrganisationId, row.cooperative)])))]
  const names = new Map<string, string>((await doors.people.organisations(tx, bodies, tenant)).map((one) => [one.id, one.name]))
  return rows.map((row) =>
    mustParse(ArtisanSummary, {
      id: row.id,
      cooperative: row.cooperative,
      cooperativeName: row.cooperative === null ? null : (names.get(row.cooperative) ?? null),
      sex: row.sex,
      ageClass: ageClassOn(row.birthDate, on),
      card: partyVerdict(
        'miner-card',
        cards.filter((card) => card.holder.kind === 'artisan' && card.holder.artisan === row.id),
        null,
      ).nearest,
      sameAs: row.sameAs,
    }),
  )
}

export const artisanRoutes = (doors: OperatorDoors): readonly Route[] => [...reads(doors), ...writes(doors), photoRoute(doors)]

const reads = (doors: OperatorDoors): readonly Route[] => [
  readRoute({
    path: '/api/operators/:organisation/artisans',
    allow: can('operators.read'),
    summary: 'Members of a cooperative: card number, age class, never a name',
    params: record({ organisation: OrganisationId }),
    answer: record({ cooperative: OrganisationId, artisans: listOf(ArtisanSummary) }),
    read: async ({ tx, tenant, who, params: { organisation }, now }) => {
      if (!(await seen(tx, doors, { tenant, who, cooperative: organisation }))) return refused('unknown-operator')
      const rows = await listArtisans(tx, tenant, { cooperative: organisation })
      return accepted({ cooperative: organisation, artisans: [...(await summaries(tx, doors, { tenant, on: todayAt(now), rows }))] })
    },
  }),
  readRoute({
    path: '/api/artisans/:artisan',
    allow: can('operators.read'),
    summary: 'One artisan without the name: cooperative, age class, cards',
    params,
    answer: ArtisanDetail,
    read: async ({ tx, tenant, who, params: { artisan }, now }) => {
      const row = await artisanSeen(tx, doors, { tenant, who, artisan })
      if (row === null) return refused('unknown-artisan')
      const on = todayAt(now)
      const [summary] = await summaries(tx, doors, { tenant, on, rows: [row] })
      if (!summary) return refused('unknown-artisan')
      const { nationality, memberSince, registeredOn } = row
      const cards = await cardsOnDay(tx, doors, { tenant, on, rows: await listCards(tx, tenant, { artisans: [artisan] }) })
      return accepted({ artisan: summary, nationality, memberSince, registeredOn, erased: row.erasedAt !== null, cards: [...cards] })
    },
  }),
  readRoute({
    path: '/api/artisans/:artisan/person',
    allow: can('operators.persons'),
    summary: 'Name, day of birth, telephone and photograph of one artisan, for who may see persons',
    params,
    answer: ArtisanPerson,
    read: async ({ tx, tenant, who, params: { artisan } }) => {
      const row = await artisanSeen(tx, doors, { tenant, who, artisan })
      if (row === null) return refused('unknown-artisan')
      const person = await findPerson(tx, tenant, artisan)
      return accepted({
        name: person?.name ?? null,
        phone: person?.phone ?? null,
        photo: person?.photo ?? null,
        birthDate: row.birthDate,
      })
    },
  }),
]

const photoRoute = (doors: OperatorDoors): Route =>
  rawRoute({
    method: 'GET',
    path: '/api/artisans/:artisan/photo',
    allow: can('operators.persons'),
    summary: 'Photograph of one artisan',
    schemas: { params },
    answer: async (incoming) => {
      const asked = parse(params, incoming.params)
      if (!asked.ok) return badInput(asked.faults)
      const { tenant, who, door } = incoming
      const file = await door.read(async (tx) => {
        const row = await artisanSeen(tx, doors, { tenant, who, artisan: asked.value.artisan })
        const person = row === null ? null : await findPerson(tx, tenant, row.id)
        return person?.photo ? doors.documents.content(tx, tenant, person.photo) : null
      })
      return file === null ? outcomeReply(refused('no-such-photo')) : fileReply(file, 'artisan')
    },
  })

interface Asked {
  readonly tenant: string
  readonly who: Who
  readonly moment: Moment
  readonly artisan: string | null
  readonly cooperative: string | null
  readonly identityHash?: string | null
}
async function artisanFacts(tx: Tx, doors: OperatorDoors, asked: Asked): Promise<ArtisanContext> {
  const { tenant, who, moment, artisan, identityHash = null } = asked
  const [row] = artisan === null ? [] : await listArtisans(tx, tenant, { ids: [artisan] })
  // Whoever moves a member out must have to do with where the member is; whoever registers, with where the member comes to.
  const place = row?.cooperative ?? asked.cooperative
  const body = place === null ? null : await briefOf(tx, doors, { tenant, organisation: place })
  const target = asked.cooperative === null ? null : await briefOf(tx, doors, { tenant, organisation: asked.cooperative })
  const known = body !== null && (asked.cooperative === null || target?.kind === 'cooperative')
  return {
    today: moment.today,
    happenedOn: dayOf(moment.happenedAt) > moment.today ? moment.today : dayOf(moment.happenedAt),
    cooperative: known && body !== null ? await reachTo(tx, doors, { tenant, who, body }) : null,
    oversees: oversees(who),
    sameAs: identityHash === null ? [] : (await listSameIdentity(tx, tenant, identityHash)).map((one) => mustParse(ArtisanId, one)),
  }
}

const writes = (doors: OperatorDoors): readonly Route[] => [
  writeRoute({
    path: '/api/artisans',
    allow: can('operators.register'),
    summary: 'Registers a member of a cooperative; the name is kept apart from the log, of the identity number only a keyed hash',
    body: RegisterArtisan,
    write: async ({ door, who, tenant, data: { person, identityNumber, ...rest }, envelope, now }) => {
      if (person.photo && (await door.read((tx) => doors.documents.kept(tx, tenant, [person.photo?.file.sha256 ?? '']))).length === 0)
        return refused('photo-not-sent')
      const identityHash = identityNumber === undefined ? null : doors.identityHash(tenant, identityNumber)
      const taken = await door.execute({
        aggregate: artisanAggregate,
        subject: envelope.id,
        command: { type: 'register', ...rest, identityHash },
        envelope,
        who,
        context: (tx, _state, moment) =>
          artisanFacts(tx, doors, { tenant, who, moment, artisan: null, cooperative: rest.cooperative, identityHash }),
      })
      if (taken.ok)
        await doors.database.transaction((tx) =>
          insertPerson(tx, tenant, {
            artisan: envelope.id,
            name: person.name,
            phone: person.phone ?? null,
            photo: person.photo?.file.sha256 ?? null,
            at: now,
          }),
        )
      return taken
    },
  }),
  writeRoute({
    path: '/api/artisans/:artisan/moves',
    allow: can('operators.register'),
    summary: 'An artisan joins another cooperative, or leaves without joining one',
    params,
    body: MoveArtisan,
    write: ({ door, who, tenant, params: { artisan }, data, envelope }) =>
      door.execute({
        aggregate: artisanAggregate,
        subject: artisan,
        command: { type: 'move', ...data },
        envelope,
        who,
        context: (tx, _state, moment) => artisanFacts(tx, doors, { tenant, who, moment, artisan, cooperative: data.cooperative }),
      }),
  }),
  writeRoute({
    path: '/api/artisans/:artisan/erasure',
    allow: can('operators.persons'),
    summary: 'Takes the name, telephone and photograph of an artisan away; the log and the cards stay',
    params,
    body: ErasePerson,
    write: async ({ door, who, tenant, params: { artisan }, data, envelope }) => {
      const taken = await door.execute({
        aggregate: artisanAggregate,
        subject: artisan,
        command: { type: 'erase', ...data },
        envelope,
        who,
        context: (tx, _state, moment) => artisanFacts(tx, doors, { tenant, who, moment, artisan, cooperative: null }),
      })
      if (taken.ok) await doors.database.transaction((tx) => deletePerson(tx, tenant, artisan))
      return taken
    },
  }),
]
