/* What is known on this telephone of unfinished forms: revisions made or seen, the one from which the typed text follows, and whether others parted. */
import type { DraftHead } from '../../modules/field/contract.ts'
import type { Keep } from '../device.ts'
import type { SealedStore } from './sealed-store.ts'

export interface KnownRevision extends Pick<DraftHead, 'draft' | 'state' | 'xml' | 'at' | 'savedAt' | 'files' | 'mine'> {
  readonly revision: string
  readonly parents: readonly string[]
  readonly account: string
  readonly device: string | null
  readonly sent: boolean
}
export interface DraftState {
  readonly revisions: readonly KnownRevision[]
  /** The revision that the text in the keep is, or goes on from. */
  readonly here: string | null
  /** As the server last said. */
  readonly heads: readonly string[]
  readonly parted: boolean
  /** Why the server does not take it. */
  readonly refused: string | null
}
export interface KeptText {
  readonly xml: string
  readonly at: string
  readonly savedAt: string
}
const NOTHING: DraftState = { revisions: [], here: null, heads: [], parted: false, refused: null }
const PLACE = 'chanzo.form.'
const NAME = /^[0-9a-f]{8}-[0-9a-f-]{27}\.[a-z][a-z-]*\.[^.]+\..+$/
/** `<inspection>.<body>.<form>.<version>`; forms that are only tried out have other names. */
export const isDraftName = (name: string): boolean => NAME.test(name)

export async function draftState(store: Pick<SealedStore, 'read'>, draft: string): Promise<DraftState> {
  const value = await store.read('draft', draft)
  return isState(value) ? value : NOTHING
}
/** All revisions of a conflict stay; without one only the last states are kept, because the server has them all. */
export const saveState = (store: Pick<SealedStore, 'write'>, draft: string, state: DraftState): Promise<void> =>
  store.write([{ box: 'draft', key: draft, put: { ...state, revisions: trimmed(state) } }])
const MOST_KEPT = 12
function trimmed({ revisions, here, heads, parted }: DraftState): readonly KnownRevision[] {
  if (parted || revisions.length <= MOST_KEPT) return revisions
  const needed = new Set([here, ...heads])
  const [old, fresh] = [revisions.slice(0, -MOST_KEPT), revisions.slice(-MOST_KEPT)]
  return [...old.filter((one) => !one.sent || needed.has(one.revision)), ...fresh]
}

export async function draftNames({
  keep,
  store,
}: {
  readonly keep: Keep
  readonly store: Pick<SealedStore, 'keys'>
}): Promise<readonly string[]> {
  const typed = keep.keys().flatMap((key) => (key.startsWith(PLACE) ? [key.slice(PLACE.length)] : []))
  return [...new Set([...typed, ...(await store.keys('draft'))])].filter(isDraftName).toSorted()
}
export function keptText(keep: Pick<Keep, 'getItem'>, draft: string): KeptText | null {
  try {
    const value: unknown = JSON.parse(keep.getItem(PLACE + draft) ?? 'null')
    return isText(value) ? { xml: value.xml, at: value.at, savedAt: value.savedAt } : null
  } catch {
    return null
  }
}
export const putKeptText = (keep: Pick<Keep, 'setItem'>, draft: string, text: KeptText): void =>
  keep.setItem(PLACE + draft, JSON.stringify(text))

const isText = (value: unknown): value is KeptText =>
  typeof value === 'object' &&
  value !== null &&
  'xml' in value &&
  typeof value.xml === 'string' &&
  'at' in value &&
  typeof value.at === 'string' &&
  'savedAt' in value &&
  typeof value.savedAt === 'string'
const isState = (value: unknown): value is DraftState =>
  typeof value === 'object' &&
  value !== null &&
  'revisions' in value &&
  Array.isArray(value.revisions) &&
  'here' in value &&
  'heads' in value
