/* What each tier is told of actors, put together here: who is not cleared gets sorts and areas, and a word that names are kept back. */
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, listOf, mustParse, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import {
  type ActorDesk,
  type ActorDetail,
  ActorKind,
  type ActorLine,
  type ActorsAnswer,
  DdrStatus,
  type GridAnswer,
  type GridLine,
  PlaceActor,
  RelateActor,
  type RelationLine,
} from '../../contract-actors.ts'
import { isNear, matchSpelling } from '../../domain/actors/spelling.ts'
import { type Tier, sees } from '../../domain/tiers/tiers.ts'
import {
  type ActorRow,
  type SpellingRow,
  countActors,
  countWaiting,
  listActors,
  listPlaces,
  listSpellings,
  listWaiting,
  relationsOf,
} from './store-actors.ts'

interface Asked {
  readonly tenant: string
  readonly tier: Tier
}
const Areas = listOf(text(12))
const actorId = (id: string) => asId('conflict-actor', id)

function lineOf(row: ActorRow, spellings: readonly SpellingRow[]): ActorLine {
  const aliases = spellings.filter((one) => one.actor === row.id && one.written !== row.name).map((one) => one.written)
  return {
    ...{ id: actorId(row.id), name: row.name, isSecret: row.secret !== null, aliases, areas: mustParse(Areas, row.areas) },
    ...{ kind: mustParse(ActorKind, row.kind), ddr: mustParse(DdrStatus, row.ddr) },
  }
}

export async function actorsFor(tx: Tx, { tenant, tier }: Asked): Promise<ActorsAnswer> {
  const rows = (await listActors(tx, tenant)).filter((row) => row.mergedInto === null)
  if (!sees(tier, 'cleared')) return { actors: [], total: 0, kinds: countsOf(rows), withheld: ['actor-names'] }
  const spellings = await listSpellings(tx, tenant)
  return { actors: rows.map((row) => lineOf(row, spellings)), total: await countActors(tx, tenant), kinds: countsOf(rows), withheld: [] }
}
function countsOf(rows: readonly ActorRow[]): ActorsAnswer['kinds'] {
  const counts = new Map<string, ActorsAnswer['kinds'][number]>()
  for (const row of rows) {
    const areas = mustParse(Areas, row.areas)
    for (const area of areas.length === 0 ? [null] : areas) {
      const key = `${row.kind} ${area ?? ''}`
      const actors = (counts.get(key)?.actors ?? 0) + 1
      counts.set(key, { kind: mustParse(ActorKind, row.kind), area, actors })
    }
  }
  return [...counts.keys()].toSorted().flatMap((key) => counts.get(key) ?? [])
}

export async function actorFor(tx: Tx, { tenant, tier }: Asked, id: string): Promise<Outcome<ActorDetail>> {
  const rows = await listActors(tx, tenant)
  const row = rows.find((one) => one.id === id)
  if (row === undefined) return refused('unknown-actor')
  const spellings = await listSpellings(tx, tenant)
  const nameOf = (other: string): string => rows.find((one) => one.id === other)?.name ?? other
  const own = spellings.filter((one) => one.actor === id)
  const relations: RelationLine[] = (await relationsOf(tx, tenant, id)).map(({ from, to, content }) => {
    const { kind, strength, from: since, until, reliability, credibility } = mustParse(RelateActor, content)
    const ends = { from: actorId(from), fromName: nameOf(from), to: actorId(to), toName: nameOf(to) }
    return { ...ends, kind, strength, since, until, reliability, credibility }
  })
  const near = rows.filter(
    (other) =>
      other.id !== id &&
      other.mergedInto === null &&
      spellings.some((one) => one.actor === other.id && own.some((mine) => isNear(mine.written, one.written))),
  )
  return accepted({
    ...lineOf(row, spellings),
    described: row.described,
    secret: row.secret !== null && sees(tier, 'named') ? asId('secret-name', row.secret) : null,
    mergedInto: row.mergedInto === null ? null : actorId(row.mergedInto),
    spellings: own.map(({ written, source }) => ({ written, source })),
    relations,
    grid: (await gridLines(tx, tenant, nameOf)).filter((one) => one.actor === id),
    near: near.slice(0, 20).map((one) => ({ id: actorId(one.id), name: one.name })),
  })
}

const gridLines = async (tx: Tx, tenant: string, nameOf: (id: string) => string): Promise<readonly GridLine[]> =>
  (await listPlaces(tx, tenant)).map(({ actor, content }) => ({
    ...{ actor: actorId(actor), name: nameOf(actor) },
    ...mustParse(PlaceActor, content),
  }))

/** The newest place of each actor, within the round that was asked for or at all. */
export async function gridFor(tx: Tx, tenant: string, round: string | undefined): Promise<GridAnswer> {
  const names = new Map((await listActors(tx, tenant)).map((row) => [row.id, row.name]))
  const all = await gridLines(tx, tenant, (id) => names.get(id) ?? id)
  const newest = new Map<string, GridLine>()
  for (const line of all) if (round === undefined || line.round === round) newest.set(line.actor, line)
  return { places: [...newest.values()], rounds: [...new Set(all.map((one) => one.round))] }
}

/** Each is compared with every spelling, so a desk holds no more at once. */
const MOST_WAITING = 500
export async function deskFor(tx: Tx, tenant: string): Promise<ActorDesk> {
  const names = new Map((await listActors(tx, tenant)).map((row) => [row.id, row.name]))
  const known = await listSpellings(tx, tenant)
  const waiting = (await listWaiting(tx, tenant, MOST_WAITING)).map(({ written, source }) => {
    const match = matchSpelling([written], known)
    const near = match.kind === 'near' ? match.actors.slice(0, 20) : []
    return { written, source, near: near.map((id) => ({ id: actorId(id), name: names.get(id) ?? id })) }
  })
  return { waiting, ...(await countWaiting(tx, tenant)) }
}

/** Every name and spelling that the register holds, whoever it leads to. */
export const allActorNames = async (tx: Tx, tenant: string): Promise<readonly string[]> => [
  ...(await listActors(tx, tenant)).map((one) => one.name),
  ...(await listSpellings(tx, tenant)).map((one) => one.written),
]

/** Every name of these actors, the one they go by first; who is not in the register is not in the answer. A secret one has its label alone. */
export async function actorNamesOf(tx: Tx, tenant: string, actors: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = new Set(actors)
  const rows = (await listActors(tx, tenant)).filter((row) => asked.has(row.id))
  const spellings = rows.length === 0 ? [] : await listSpellings(tx, tenant)
  return new Map(
    rows.map(({ id, name, mergedInto }) => {
      const further = spellings.filter((one) => one.actor === (mergedInto ?? id) && one.written !== name)
      return [id, [name, ...further.map((one) => one.written)]]
    }),
  )
}
