/*
Exchanges unfinished forms with the server, so that two telephones of one body go on from each other and neither overwrites the other. What
is typed lies in the keep as on a desk; beside it, in the box `draft`, lie the revisions that were made or seen here. A form that is open on
the screen is left alone; where two went on from the same state both stay, and the conflict desk shows them.
*/
import type { DraftHead, DraftHeads, DraftRevision } from '../../modules/field/contract.ts'
import { followsFrom, isParted, meet } from '../../modules/field/domain/draft-history.ts'
import { parcelInRow } from '../../modules/field/domain/parcel.ts'
import type { FileKeep, Keep } from '../device.ts'
import {
  type DraftState,
  type KeptText,
  type KnownRevision,
  draftNames,
  draftState,
  isDraftName,
  keptText,
  putKeptText,
  saveState,
} from './draft-box.ts'
import { photoKept } from './photo-box.ts'
import type { SealedStore } from './sealed-store.ts'
import { SyncTrouble } from './session-wire.ts'

export interface DraftParts {
  readonly store: SealedStore
  readonly keep: Keep
  readonly files: FileKeep
  /** As the device; throws `SyncTrouble`. */
  readonly post: (path: string, body: unknown) => Promise<unknown>
  readonly holder: { readonly account: string; readonly device: string }
  readonly newId: () => string
  /** Whether this form is on the screen now. */
  readonly isOpen: (draft: string) => boolean
}
const MOST_REVISIONS = 50

/** One round: what changed here goes out, what changed elsewhere comes in. Throws `SyncTrouble` when the server is not reached. */
export async function syncDrafts(parts: DraftParts): Promise<{ readonly parted: number }> {
  for (const draft of await draftNames(parts)) if (!parts.isOpen(draft)) await noteDraft(parts, draft)
  const asked: string[] = []
  for (const draft of await draftNames(parts)) {
    const state = await draftState(parts.store, draft)
    const unsent = state.revisions.filter((one) => !one.sent).slice(0, MOST_REVISIONS)
    if (unsent.length === 0) asked.push(draft)
    else await send(parts, draft, unsent)
  }
  await hear(parts, await exchange(parts, { revisions: [], drafts: asked.slice(0, 200), inspections: await inspectionsHere(parts.store) }))
  const states = await parts.store.list('draft')
  return {
    parted: states.filter(({ value }) => typeof value === 'object' && value !== null && 'parted' in value && value.parted === true).length,
  }
}

/** Makes a revision of what changed since the last; a draft that is no longer here was handed in from its last state. */
export async function noteDraft({ store, keep, files, newId, holder }: Omit<DraftParts, 'post' | 'isOpen'>, draft: string): Promise<void> {
  const state = await draftState(store, draft)
  const text = keptText(keep, draft)
  const here = state.revisions.find((one) => one.revision === state.here)
  if (text === null && (here === undefined || here.state !== 'open')) return
  if (here !== undefined && (await isLeftBehind(store, { state, here, text }))) return putHere(keep, draft, here)
  if (text !== null && here?.xml === text.xml && here.state === 'open') return
  const said = text ?? (here === undefined ? null : { xml: here.xml, at: here.at, savedAt: here.savedAt })
  if (said === null) return
  const made: KnownRevision = {
    revision: newId(),
    draft,
    parents: here === undefined ? [] : [here.revision],
    state: text === null ? 'finished' : 'open',
    xml: said.xml,
    at: said.at === '' ? '/' : said.at,
    savedAt: said.savedAt,
    files: await filesOf(files, draft),
    account: holder.account,
    device: holder.device,
    mine: true,
    sent: false,
  }
  await saveState(store, draft, { ...state, here: made.revision, revisions: [...state.revisions, made] })
}

/**
 * The state and the text are two writes: after a kill between them, or without room for the second, the text is older than the state that it
 * belongs to, or not there at all. Taken for typed, it would undo a colleague's work; taken for handed in, it would end a form nobody finished.
 */
async function isLeftBehind(
  store: Pick<SealedStore, 'list'>,
  { state, here, text }: { readonly state: DraftState; readonly here: KnownRevision; readonly text: KeptText | null },
): Promise<boolean> {
  if (text === null) return !(await wasHandedIn(store, here.xml))
  return state.revisions.some(
    (one) =>
      one.revision !== here.revision &&
      one.xml === text.xml &&
      one.savedAt === text.savedAt &&
      followsFrom(state.revisions, here.revision, one.revision),
  )
}
/** A form leaves the drafts only by its parcel. What has no id of its own is not asked for. */
async function wasHandedIn(store: Pick<SealedStore, 'list'>, xml: string): Promise<boolean> {
  const instance = /instanceID>([^<]+)</.exec(xml)?.[1]
  if (instance === undefined) return true
  const sent = [...(await store.list('outbox')), ...(await store.list('sent'))]
  return sent.some(({ value }) => parcelInRow(value)?.text.includes(instance) === true)
}
function putHere(keep: Pick<Keep, 'setItem' | 'removeItem'>, draft: string, { state, xml, at, savedAt }: KnownRevision | DraftHead): void {
  if (state === 'open') putKeptText(keep, draft, { xml, at: at === '/' ? '' : at, savedAt })
  else keep.removeItem(`chanzo.form.${draft}`)
}

async function send(parts: DraftParts, draft: string, unsent: readonly KnownRevision[]): Promise<void> {
  try {
    const heads = await exchange(parts, { revisions: unsent.map(plain), drafts: [draft], inspections: [] })
    const gone = new Set(unsent.map((one) => one.revision))
    const state = await draftState(parts.store, draft)
    const revisions = state.revisions.map((one) => (gone.has(one.revision) ? { ...one, sent: true } : one))
    await saveState(parts.store, draft, { ...state, refused: null, revisions })
    await hear(parts, heads)
  } catch (error) {
    // A stranger's draft stays on the stranger's phone, and says why; whether one may try again is seen at the next round.
    if (!(error instanceof SyncTrouble) || !REFUSALS.includes(error.code)) throw error
    await saveState(parts.store, draft, { ...(await draftState(parts.store, draft)), refused: error.code })
  }
}
const REFUSALS = ['not-a-member', 'no-such-inspection', 'not-allowed', 'not-understood']

async function exchange(parts: DraftParts, body: object): Promise<DraftHeads['drafts']> {
  try {
    const said = await parts.post('/api/field/drafts', body)
    return isHeads(said) ? said.drafts : []
  } catch (error) {
    // A server that knows no drafts, or an account that inspects nothing: there is nothing to exchange.
    if (
      error instanceof SyncTrouble &&
      (error.code === 'no-such-route' || ('inspections' in body && error.code === 'not-allowed' && isEmpty(body)))
    )
      return []
    throw error
  }
}
const isEmpty = (body: object): boolean => 'revisions' in body && Array.isArray(body.revisions) && body.revisions.length === 0

async function hear(parts: DraftParts, drafts: DraftHeads['drafts']): Promise<void> {
  for (const { draft, heads } of drafts) if (isDraftName(draft) && heads.length > 0) await take(parts, draft, heads)
}

/** Keeps what came and goes on from it where nothing was typed here since; else it only says that they parted. */
async function take(parts: DraftParts, draft: string, heads: readonly DraftHead[]): Promise<void> {
  const { store, keep } = parts
  const before = await draftState(store, draft)
  const known = new Set(before.revisions.map((one) => one.revision))
  const revisions = [...before.revisions, ...heads.filter((head) => !known.has(head.revision)).map((head) => ({ ...head, sent: true }))]
  const parted = isParted(heads)
  const state: DraftState = { ...before, revisions, heads: heads.map((head) => head.revision), parted }
  const [head] = heads
  const text = keptText(keep, draft)
  const here = before.revisions.find((one) => one.revision === before.here)
  const isClean =
    here === undefined ? text === null : text === null ? here.state !== 'open' : text.xml === here.xml && here.state === 'open'
  const mayTake = heads.length === 1 && head !== undefined && head.revision !== before.here && isClean && !parts.isOpen(draft)
  // What was made here and is not sent yet is newer than what came.
  const isBehind = mayTake && (here === undefined || (here.sent && meet(revisions, here.revision, head.revision) !== 'ahead'))
  // Before anything else is waited for: whoever opens the form meanwhile must begin from what the state says it goes on from.
  if (isBehind) putHere(keep, draft, head)
  if (isBehind && head.state === 'finished') await sendFiles(parts, draft, head.xml)
  await saveState(store, draft, isBehind ? { ...state, here: head.revision } : state)
}

/** What a colleague handed in names photographs that only this telephone has: they follow by their hash, as every photograph does. */
async function sendFiles({ store, files }: Pick<DraftParts, 'store' | 'files'>, draft: string, xml: string): Promise<void> {
  for (const { name, sha256, bytes } of await filesOf(files, draft)) {
    const place = `${draft}/${name}`
    const content = xml.includes(`>${name}<`) ? await files.read(place) : null
    if (content === null) continue
    await store.write([...photoKept({ sha256, mediaType: 'image/jpeg', bytes }, content), { box: 'file', key: place, drop: true }])
  }
}

const plain = ({ sent: _sent, account: _account, device: _device, mine: _mine, ...revision }: KnownRevision) => revision

/** Whether the form of this draft is on the screen: its inspection's form is. */
export const isOnScreen = (draft: string, path: string = location.pathname): boolean =>
  path.startsWith(`/inspections/${draft.slice(0, draft.indexOf('.'))}/`)

/** Photographs by the hash of their bytes; they go to the server with the form itself. */
async function filesOf(files: FileKeep, draft: string): Promise<DraftRevision['files']> {
  const found: DraftRevision['files'] = []
  for (const place of await files.keys(`${draft}/`)) {
    const bytes = await files.read(place)
    if (bytes === null) continue
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    found.push({
      name: place.slice(draft.length + 1),
      sha256: Array.from(digest, (one) => one.toString(16).padStart(2, '0')).join(''),
      bytes: bytes.length,
    })
  }
  return found
}

/** Of the pulled answers: in these a colleague's draft may be waiting. */
async function inspectionsHere(store: Pick<SealedStore, 'keys'>): Promise<readonly string[]> {
  const found = (await store.keys('answer')).flatMap((key) => /^\/api\/inspections\/([0-9a-f-]{36})$/.exec(key)?.[1] ?? [])
  return [...new Set(found)].slice(0, 500)
}

const isHeads = (value: unknown): value is DraftHeads =>
  typeof value === 'object' && value !== null && 'drafts' in value && Array.isArray(value.drafts)
