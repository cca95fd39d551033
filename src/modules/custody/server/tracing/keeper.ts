/*
One tenant's graph, kept: brought up from its snapshot or from the record, held up to date by the log, laid out anew when the tail has grown
long or when a change cannot be added. It runs in the worker and asks the database itself; whoever waits for it never waits on the server's
own thread.
*/
import type { Database } from '../../../../platform/database/connect.ts'
import { type Scratch, createScratch } from '../../domain/tracing/composition.ts'
import { type Graph, bytesOf } from '../../domain/tracing/graph.ts'
import { grow } from '../../domain/tracing/grow.ts'
import { askBelow, askComposition, askImpact, askScan } from '../../domain/tracing/questions.ts'
import { copyRecord } from './copy-record.ts'
import type { EngineState, Found, Question } from './engine.ts'
import { factOf, namesFrom } from './reference.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'
import * as store from './store-graph.ts'

/** More lots at once are copied with the whole record. */
const MOST_TAIL = 20_000
/** Events read at one go; a tail that is longer than this many is not worth following. */
const MOST_EVENTS = 200_000
/** Added lots that are kept beside the layout before it is made anew. */
const MOST_LATE = 100_000

export interface Keeper {
  /** Follows the log to its head; makes the graph first where there is none. */
  readonly follow: () => Promise<void>
  readonly answer: (question: Question) => Found | null
  readonly state: () => EngineState
}

interface Kept {
  graph: Graph
  position: number
  madeAt: string
  from: 'snapshot' | 'record'
}
export interface KeeperOptions {
  readonly database: Database
  readonly tenant: string
  /** Where the snapshot lies; without it none is kept. */
  readonly file: string | null
  readonly clock: () => string
}

export function createKeeper({ database, tenant, file, clock }: KeeperOptions): Keeper {
  const scratch: Scratch = createScratch()
  let kept: Kept | null = null
  let ready: { readonly milliseconds: number; readonly at: string } | null = null
  const build = async (): Promise<Kept | null> => {
    const built = await layOutRecord(database, tenant)
    if (built && file !== null)
      writeSnapshot(file, built.graph, { tenant, position: built.position, hash: built.hash, madeAt: built.madeAt })
    return built
  }
  const follow = async (): Promise<void> => {
    const began = performance.now()
    const wasReady = kept !== null
    kept ??= (file === null ? null : await fromSnapshot(database, tenant, file)) ?? (await build())
    if (kept && (await takeTail(database, tenant, kept)) === 'stale') kept = await build()
    if (!wasReady && kept) ready = { milliseconds: Math.round(performance.now() - began), at: clock() }
  }
  return {
    follow,
    answer: (question) => (kept ? answerFrom(kept.graph, question, scratch) : null),
    state: () => ({
      engine: kept ? 'ready' : 'starting',
      position: kept?.position ?? 0,
      lots: kept?.graph.count ?? 0,
      draws: kept?.graph.edgeCount ?? 0,
      bytes: kept ? bytesOf(kept.graph) : 0,
      from: kept?.from ?? null,
      readyInMilliseconds: ready?.milliseconds ?? null,
      readyAt: ready?.at ?? null,
    }),
  }
}

function answerFrom(graph: Graph, question: Question, scratch: Scratch): Found {
  const { kind, day } = question
  if (kind === 'composition') return { kind, found: askComposition(graph, question.lot, { day, scratch }) }
  if (kind === 'impact') return { kind, found: askImpact(graph, question.site, { since: question.since, day, scratch }) }
  if (kind === 'scan') return { kind, found: askScan(graph, question.thresholds) }
  return { kind, found: askBelow(graph, question.lots, day) }
}

/** Lots, draws and the place in the log, of one moment. */
async function layOutRecord(database: Database, tenant: string): Promise<(Kept & { readonly hash: string }) | null> {
  const prepared = await database.read(async (tx) => ({ place: await store.readPlace(tx, tenant), size: await store.readSize(tx, tenant) }))
  if (!prepared.place) return null
  const client = await database.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const place = (await client.query(store.placeText(tenant))).rows[0]
    const names = {
      sites: await idsOf(client.query(store.sitesText(tenant))),
      holders: await idsOf(client.query(store.holdersText(tenant))),
    }
    const graph = await copyRecord(client, tenant, { size: prepared.size, names })
    await client.query('commit')
    return { graph, position: Number(place.position), hash: String(place.hash), madeAt: String(place.madeAt), from: 'record' }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
const idsOf = async (asked: Promise<{ rows: { id: string }[] }>): Promise<string[]> => (await asked).rows.map((row) => row.id)

/** Only one that was made of this very history, and of the read tables as they are. */
async function fromSnapshot(database: Database, tenant: string, file: string): Promise<Kept | null> {
  const found = readSnapshot(file, tenant)
  if (!found) return null
  const { position, madeAt, graph } = found
  const isOurs = await database.read(async (tx) => {
    const place = await store.readPlace(tx, tenant)
    return place?.madeAt === madeAt && place.position >= position && (await store.hashAt(tx, tenant, position)) === found.hash
  })
  return isOurs ? { graph, position, madeAt, from: 'snapshot' } : null
}

/** Reads again the lots that the log named since, in one consistent picture. */
function takeTail(database: Database, tenant: string, kept: Kept): Promise<'grown' | 'stale'> {
  return database.read(async (tx) => {
    const place = await store.readPlace(tx, tenant)
    if (!place || place.madeAt !== kept.madeAt || place.position < kept.position) return 'stale'
    if (place.position === kept.position) return 'grown'
    if (place.position - kept.position > MOST_EVENTS) return 'stale'
    const named = await store.listNamedLots(tx, tenant, { after: kept.position, until: place.position })
    if (named.length > MOST_TAIL || kept.graph.count - kept.graph.baseCount > MOST_LATE) return 'stale'
    const { graph } = kept
    const names = namesFrom(graph.sites, graph.holders)
    const draws = new Map<string, { from: string; drawn: number }[]>()
    for (const { into, from, drawn } of await store.listDrawsInto(tx, tenant, named)) {
      const known = draws.get(into)
      if (known) known.push({ from, drawn })
      else draws.set(into, [{ from, drawn }])
    }
    const lots = (await store.listGraphLots(tx, tenant, named)).map((row) => ({
      id: row.id,
      fact: factOf(row, names),
      draws: draws.get(row.id) ?? [],
    }))
    if (grow(graph, lots) === 'stale') return 'stale'
    kept.position = place.position
    return 'grown'
  })
}
