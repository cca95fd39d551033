/* The door: whether a body was in order on a day, what a card said, who a digger is by the number of a card. */
import { mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { ArtisanId, type EntityType, EntityType as Entity, type OperatorsDoor } from '../contract.ts'
import { neededBy, normaliseNumber, typeOfKind } from '../domain/card-rules.ts'
import { ageOn, partyVerdict } from '../domain/party.ts'
import { OrganisationId } from '../../people/contract.ts'
import { cardsOnDay } from './card-answers.ts'
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
