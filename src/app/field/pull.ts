/*
Brings what the telephone carries: pages of the server's answers go into the sealed box, each page in one write with the cursor, so that a
kill between two pages costs one page. Screens are read meanwhile; what they show of a thing is the newest that is here.
*/
import type { Pulled } from '../../modules/field/contract.ts'
import { dropNotCarried } from './carried-cases.ts'
import { pulledAnswer, pulledAnswerGone } from './kept-answers.ts'
import type { Carried } from './phone.ts'
import type { Change, SealedStore } from './sealed-store.ts'
import { SyncTrouble } from './session-wire.ts'

export interface PullParts {
  readonly store: SealedStore
  /** As the device; throws `SyncTrouble`. */
  readonly post: (path: string, body: unknown) => Promise<unknown>
  readonly carried: Carried
  readonly told?: (done: number, of: number) => void
  /** Something about persons is here no more: no screen may go on showing it. */
  readonly letGo?: () => void
}

/** As it lies in the box `setting`. */
export interface PullState {
  readonly cursor: string | null
  readonly choice: string
  /** Of the round that runs: paths that came, where it tells everything; else null. */
  readonly got: readonly string[] | null
  readonly done: number
  readonly of: number
  /** When the last round was brought to its end, by the server's clock. */
  readonly carriedAt: string | null
}
const KEY = 'pull'
const NOTHING: PullState = { cursor: null, choice: '', got: null, done: 0, of: 0, carriedAt: null }
const MOST_PAGES = 400

export async function pullState(store: Pick<SealedStore, 'read'>): Promise<PullState> {
  const value = await store.read('setting', KEY)
  return isState(value) ? value : NOTHING
}

/** Runs a round to its end, from where the last one was cut. An older server that carries nothing is left in peace. */
export async function pullAll(parts: PullParts): Promise<PullState> {
  const choice = choiceOf(parts.carried)
  let state = await pullState(parts.store)
  if (state.choice !== choice) state = { ...NOTHING, choice, carriedAt: state.carriedAt }
  for (let turn = 0; turn < MOST_PAGES; turn++) {
    const page = await pageAfter(parts, state.cursor)
    if (page === null) return state
    const done = state.done + page.answers.length
    state = await takePage(parts.store, state, page)
    parts.told?.(done, Math.max(page.of, done))
    if (page.done) {
      if ((await dropNotCarried(parts.store, page.serverTime.slice(0, 10))) > 0) parts.letGo?.()
      return state
    }
  }
  return state
}

async function pageAfter({ post, carried }: PullParts, cursor: string | null): Promise<Pulled | null> {
  try {
    const said = await post('/api/field/pulls', { cursor, missions: carried.missions, areas: carried.areas })
    if (isPage(said)) return said
    throw new SyncTrouble('fault')
  } catch (error) {
    if (error instanceof SyncTrouble && error.code === 'no-such-route') return null
    // Who counts at a road or gives a test carries no sites: nothing to bring is no trouble. A right that was lost after something was carried is.
    if (error instanceof SyncTrouble && error.code === 'not-allowed' && cursor === null) return null
    throw error
  }
}

async function takePage(store: SealedStore, before: PullState, page: Pulled): Promise<PullState> {
  const isFirst = before.got === null && before.done === 0
  const got = page.whole === true ? [...(before.got ?? []), ...page.answers.map((one) => one.path)] : null
  const state: PullState = {
    cursor: page.cursor,
    choice: before.choice,
    got: page.done ? null : got,
    done: page.done ? 0 : (isFirst ? 0 : before.done) + page.answers.length,
    of: page.done ? 0 : page.of,
    carriedAt: page.done ? page.serverTime : before.carriedAt,
  }
  const told = new Set(page.answers.map((one) => one.path))
  const gone = new Set(await goneKeys(store, page, page.done ? got : null))
  const changes: Change[] = [
    ...[...gone].filter((path) => !told.has(path)).flatMap(pulledAnswerGone),
    ...page.answers.map(({ path, data }) => pulledAnswer(path, { data, answeredAt: page.serverTime })),
    { box: 'setting', key: KEY, put: state },
  ]
  await store.write(changes)
  return state
}

/** What was said of a thing that is gone goes under whatever path; after a round that told everything also what it did not name. */
async function goneKeys(store: Pick<SealedStore, 'keys'>, page: Pulled, whole: readonly string[] | null): Promise<readonly string[]> {
  if (page.gone.length === 0 && whole === null) return []
  const pulled = (await store.keys('answer')).filter((key) => key.startsWith('/'))
  const ids = new Set(page.gone.flatMap((path) => path.match(UUID) ?? [path]))
  const named = new Set(whole)
  return pulled.filter((path) => (path.match(UUID) ?? [path]).some((id) => ids.has(id)) || (whole !== null && !named.has(path)))
}
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Asks how much it would be, before anything is carried. */
export const sizePath = ({ missions, areas }: Carried): string =>
  `/api/field/pulls/size?${new URLSearchParams({
    ...(missions.length > 0 ? { missions: missions.join(',') } : {}),
    ...(areas.length > 0 ? { areas: areas.join(',') } : {}),
  }).toString()}`

const choiceOf = ({ missions, areas }: Carried): string => [[...missions].toSorted().join(), [...areas].toSorted().join()].join('|')

const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null
const isState = (value: unknown): value is PullState => isObject(value) && 'cursor' in value && 'choice' in value && 'carriedAt' in value
const isPage = (value: unknown): value is Pulled =>
  isObject(value) &&
  typeof value['cursor'] === 'string' &&
  typeof value['done'] === 'boolean' &&
  typeof value['serverTime'] === 'string' &&
  Array.isArray(value['answers']) &&
  Array.isArray(value['gone'])
