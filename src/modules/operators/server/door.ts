/* The door: whether a body was in order on a day, what a card said, who a digger is by the number of a card. */
import { mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { ArtisanId, CardKind, type EntityType, EntityType as Entity, type OperatorsDoor } from '../contract.ts'
import { cardClock } from '../domain/card-state.ts'
import { neededBy, normaliseNumber, typeOfKind } from '../domain/card-rules.ts'
import { ageOn, partyVerdict } from '../domain/party.ts'
import { OrganisationId } from '../../people/contract.ts'
import { actsOf, cardsOnDay } from './card-answers.ts'
import { type OperatorDoors, briefOf } from './doors.ts'
import { listCards } from './store-cards.ts'
import { listArtisans, listDoubles, listOperators } from './store.ts'

/** As described, or what its kind makes it. */
export async function entityTypeOf(
  tx: Tx,
  doors: Pick<OperatorDoors, 'people'>,
  asked: { readonly tenant: string; readonly organisation: string },
): Promise<EntityType | null> {
  const [row] = await listOperators(tx, asked.tenant, [asked.organisation])
  if (row) return mustParse(Entity, row.entityType)
  const brief = await briefOf(tx, doors, asked)
  return brief === null ? null : typeOfKind(brief.kind)
}

export const createOperatorsDoor = (doors: OperatorDoors): OperatorsDoor<Tx> => ({
  partyOn: async (tx, tenant, { organisation, on, zone = null }) => {
    const entityType = await entityTypeOf(tx, doors, { tenant, organisation })
    const needs = entityType === null ? null : neededBy[entityType]
    const rows = await listCards(tx, tenant, { organisations: [organisation] })
    const cards = await cardsOnDay(tx, doors, { tenant, on, rows })
    return { entityType, needs, cards, ...partyVerdict(needs, cards, zone) }
  },
  partiesOn: async (tx, tenant, asked) => {
    const ids = [...new Set(asked.map((one) => one.organisation))]
    const described = new Map((await listOperators(tx, tenant, ids)).map((row) => [row.organisation, mustParse(Entity, row.entityType)]))
    const kinds = new Map<string, EntityType | null>(
      (await doors.people.organisations(tx, ids, tenant)).map((body) => [body.id, typeOfKind(body.kind)]),
    )
    const held = Map.groupBy(await listCards(tx, tenant, { organisations: ids }), (row) => row.organisation)
    const cards = new Map(
      [...held].map(([body, rows]) => [
        body,
        rows.map((row) => ({ kind: mustParse(CardKind, row.kind), stateOn: cardClock(actsOf(row)) })),
      ]),
    )
    return asked.map(({ organisation, on }) => {
      const entityType = described.get(organisation) ?? kinds.get(organisation) ?? null
      const needs = entityType === null ? null : neededBy[entityType]
      const standing = (cards.get(organisation) ?? []).flatMap(({ kind, stateOn }) => {
        const state = stateOn(on)
        return state === null ? [] : [{ kind, state: state.state, zone: null, period: state.period }]
      })
      const { fault, nearest } = partyVerdict(needs, standing, null)
      return { organisation, on, needs, fault, number: nearest?.period?.number ?? null, validUntil: nearest?.period?.validUntil ?? null }
    })
  },
  cardOn: async (tx, tenant, { number, on }) =>
    cardsOnDay(tx, doors, { tenant, on, rows: await listCards(tx, tenant, { number: normaliseNumber(number) }) }),
  diggerOn: async (tx, tenant, { cardNumber, on }) => {
    const rows = await listCards(tx, tenant, { kind: 'miner-card', number: normaliseNumber(cardNumber) })
    const [card] = await cardsOnDay(tx, doors, { tenant, on, rows })
    if (!card || card.holder.kind !== 'artisan') return null
    const [row] = await listArtisans(tx, tenant, { ids: [card.holder.artisan] })
    if (!row) return null
    return {
      artisan: card.holder.artisan,
      ageYears: ageOn(row.birthDate, on),
      cooperative: row.cooperative === null ? null : mustParse(OrganisationId, row.cooperative),
      member: row.cooperative !== null && row.memberSince !== null && row.memberSince <= on,
      cardState: card.state,
      sameIdentityAs: (await listDoubles(tx, tenant, row.id)).map((one) => mustParse(ArtisanId, one)),
    }
  },
  membersOn: async (tx, tenant, { cooperative, on }) =>
    (await listArtisans(tx, tenant, { cooperative })).filter((one) => one.memberSince !== null && one.memberSince <= on).length,
})
