/*
Packs a finished inspection for a colleague's telephone, and takes it there: parcels as they were signed, and the few answers of the server
without which they could not be read. A file is sealed under a code that the giver reads aloud; codes on a screen are held face to face.
*/
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { parse } from '../../../kernel/schema.ts'
import type { OverlayParts } from '../../../app/field/offline-part.ts'
import { keptAnswers } from '../../../app/field/kept-answers.ts'
import { chance, fromBase64, fromUtf8, joined, open, seal, sealingKey, toBase64, toUtf8 } from '../../../app/field/keys.ts'
import { offlineParts } from '../../../app/field/offline-parts.ts'
import type { Phone } from '../../../app/field/phone.ts'
import { PHONE_COST, pinKey } from '../../../app/field/pin-key.ts'
import type { Parcel } from '../contract.ts'
import { FILE_MARK, HandOverContent, MOST_UNPACKED_BYTES, readHandOverFile } from '../domain/hand-over.ts'
import { readParcel } from '../domain/parcel.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What one module's screens ask about an inspection; `form` is large and goes into files only. */
export function pathsFor(inspection: string, shown: unknown): { readonly small: readonly string[]; readonly form: readonly string[] } {
  const { site, mission, form, answers } = fieldsOf(shown)
  const named = [form, ...(Array.isArray(answers) ? answers.map((one) => fieldsOf(one)['form']) : [])]
  const small = [
    `/api/inspections/${inspection}`,
    ...(typeof mission === 'string' ? [`/api/missions/${mission}`] : []),
    ...(typeof site === 'string' ? [`/api/sites/${site}/standing`, `/api/inspections?phase=accepted&site=${site}`] : []),
    ...(typeof site === 'string' && typeof mission !== 'string' ? [`/api/sites/${site}`] : []),
  ]
  return { small, form: [...new Set(named.flatMap(formPaths))] }
}
function formPaths(ref: unknown): readonly string[] {
  const { form, version } = fieldsOf(ref)
  if (typeof form !== 'string' || typeof version !== 'string') return []
  return [`/api/forms/${form}`, `/api/forms/${form}/versions/${encodeURIComponent(version)}`]
}
export const fieldsOf = (value: unknown): { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** The page of the inspection as this phone shows it: what waits is written in. */
export async function shownHere(phone: Phone, inspection: string): Promise<unknown> {
  const answers = keptAnswers(phone.store)
  return shownWith(inspection, {
    waiting: (await phone.outbox.items()).filter((item) => item.state === 'ready' || item.state === 'kept' || item.state === 'sending'),
    kept: async (path) => (await answers.read(path))?.data,
    now: phone.now(),
  })
}
async function shownWith(inspection: string, parts: OverlayParts): Promise<unknown> {
  const path = `/api/inspections/${inspection}`
  let shown = (await parts.kept(path)) ?? null
  for (const part of offlineParts) {
    const written = await part.overlay(path, shown, parts)
    if (written !== undefined) shown = written
  }
  return shown
}

export async function contentFor(phone: Phone, inspection: string, withForm: boolean): Promise<HandOverContent> {
  const answers = keptAnswers(phone.store)
  const { small, form } = pathsFor(inspection, await shownHere(phone, inspection))
  const pages: unknown[] = []
  for (const path of withForm ? [...small, ...form] : small) {
    const kept = await answers.read(path)
    if (kept !== null) pages.push({ path, ...kept })
  }
  const parcels = await phone.outbox.parcelsOf(`inspection:${inspection}`)
  const content = parse(HandOverContent, { v: 1, inspection, madeAt: phone.now(), parcels, pages })
  if (!content.ok) throw new Error('a hand-over that cannot be read again')
  return content.value
}

/* ---- bytes ---- */

export const packed = (content: HandOverContent): Promise<Bytes> =>
  streamed(fromUtf8(canonicalJson(content)), new CompressionStream('deflate-raw'))

/** Null for what is not a hand-over of this or an older version. */
export async function unpacked(bytes: Bytes): Promise<HandOverContent | null> {
  try {
    const value: unknown = JSON.parse(toUtf8(await streamed(bytes, new DecompressionStream('deflate-raw'))))
    const read = parse(HandOverContent, value)
    return read.ok ? read.value : null
  } catch {
    return null
  }
}
/** Stops where it grows beyond what a phone of ours could have packed. */
async function streamed(bytes: Bytes, through: CompressionStream | DecompressionStream): Promise<Bytes> {
  const parts: Bytes[] = []
  let size = 0
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return joined(...parts)
    size += value.length
    if (size > MOST_UNPACKED_BYTES) {
      await reader.cancel()
      throw new Error('more than a hand-over holds')
    }
    parts.push(new Uint8Array(value))
  }
}

export async function sealedFile(content: HandOverContent, code: string): Promise<Bytes> {
  const salt = chance(16)
  const key = await sealingKey(await pinKey(code.replaceAll('-', ''), salt, PHONE_COST))
  return joined(fromUtf8(`${FILE_MARK} ${toBase64(salt)}\n`), await seal(key, await packed(content), FILE_MARK))
}
export async function openedFile(bytes: Bytes, code: string): Promise<HandOverContent | 'not-ours' | 'wrong-code'> {
  const file = readHandOverFile(bytes)
  if (file === null) return 'not-ours'
  try {
    const key = await sealingKey(await pinKey(code, fromBase64(file.salt), PHONE_COST))
    const plain = await open(key, file.sealed, FILE_MARK)
    return plain === null ? 'wrong-code' : ((await unpacked(plain)) ?? 'not-ours')
  } catch {
    return 'not-ours'
  }
}

/* ---- taking ---- */

export interface Preview {
  /** The page as it will be on this phone; null: it cannot be shown here. */
  readonly page: unknown
  readonly added: number
  readonly damaged: number
  /** Answers name a form that this phone does not carry and that did not come along. */
  readonly formMissing: boolean
}
export async function previewOf(phone: Phone, { inspection, parcels, pages }: HandOverContent): Promise<Preview> {
  const answers = keptAnswers(phone.store)
  const brought = new Map(pages.map((page) => [page.path, page.data]))
  const items = await phone.outbox.items()
  const known = new Set(items.map((item) => item.id))
  const fresh = parcels.filter((parcel) => !known.has(parcel.id))
  const waiting = fresh.flatMap((parcel) => waitingOf(parcel))
  const kept = async (path: string): Promise<unknown> => (await answers.read(path))?.data ?? brought.get(path)
  const here = items.filter((item) => item.state === 'ready' || item.state === 'kept' || item.state === 'sending')
  const page = await shownWith(inspection, { waiting: [...here, ...waiting], kept, now: phone.now() })
  const versions = pathsFor(inspection, page).form.filter((path) => path.includes('/versions/'))
  const formMissing = (await Promise.all(versions.map(kept))).some((one) => one === undefined)
  return { page, added: waiting.length, damaged: fresh.length - waiting.length, formMissing }
}
function waitingOf(parcel: Parcel): OverlayParts['waiting'] {
  const text = readParcel(parcel)
  if (text === null) return []
  const subject = offlineParts.map((part) => part.subjectOf(text.path, text.id)).find((one) => one !== null)
  return subject
    ? [{ ...{ id: text.id, path: text.path, subject, data: text.data, account: text.account, happenedAt: text.happenedAt }, mine: false }]
    : []
}

/** Parcels join the outbox, twice is once; an answer that this phone has itself is never replaced by a colleague's. */
export async function take(
  phone: Phone,
  { parcels, pages }: HandOverContent,
): Promise<{ readonly added: number; readonly damaged: number }> {
  const answers = keptAnswers(phone.store)
  const now = phone.now()
  // As old as the colleague's telephone says, but never of tomorrow: such a page would stand over what the server says today.
  for (const { path, data, answeredAt } of pages)
    if ((await answers.read(path)) === null) await answers.keep(path, { data, answeredAt: answeredAt < now ? answeredAt : now })
  return phone.outbox.takeOver(parcels)
}
