/*
One command as its author's device signed it: how its text is made, what is signed, and how a text that came from elsewhere is read. The same
functions run on the telephone that signs, on the one that carries and on the server that judges. They know no key and ask no schema library,
because a telephone loads them first of all; what a route demands of `data` is the business of the route.
*/
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import type { Parcel, ParcelText } from '../contract.ts'

/** What its author says; plain texts, because that is how a telephone holds them. */
export interface ParcelWords {
  readonly id: string
  readonly device: string
  readonly account: string
  readonly path: string
  readonly happenedAt: string
  readonly after: readonly string[]
  readonly data: unknown
}

/** Predecessors that a text may name. */
export const MOST_AFTER = 50
/** Characters that a text may have. */
export const MOST_TEXT = 600_000

export const parcelText = ({ id, device, account, path, happenedAt, after, data }: ParcelWords): string =>
  canonicalJson({ v: 1, id, device, account, path, happenedAt, after: after.toSorted(), data: data ?? null })

export const parcelMessage = (text: string): string => `chanzo-parcel-v1\n${text}`

/** What stands in a parcel; null when it is damaged or names another command or device than its wrapper. */
export function readParcel({ id, device, text }: Pick<Parcel, 'id' | 'device' | 'text'>): ParcelText | null {
  const said = readParcelText(text)
  return said !== null && said.id === id && said.device === device ? said : null
}

/** Null when it is no text of a parcel, or not the one text that its words have. */
export function readParcelText(text: string): ParcelText | null {
  if (text.length > MOST_TEXT) return null
  const value = parsed(text)
  return isParcelText(value) && canonicalJson(value) === text ? value : null
}

export const isParcel = (value: unknown): value is Parcel =>
  isRecord(value) && isId(value['id']) && isId(value['device']) && typeof value['text'] === 'string' && isSignature(value['signature'])

export const isParcelText = (value: unknown): value is ParcelText =>
  isRecord(value) &&
  value['v'] === 1 &&
  [value['id'], value['device'], value['account']].every(isId) &&
  isPath(value['path']) &&
  typeof value['happenedAt'] === 'string' &&
  INSTANT.test(value['happenedAt']) &&
  Array.isArray(value['after']) &&
  value['after'].length <= MOST_AFTER &&
  value['after'].every(isId) &&
  'data' in value

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const isId = (value: unknown): boolean => typeof value === 'string' && UUID.test(value)
const isPath = (value: unknown): boolean => typeof value === 'string' && value.length <= 300 && /^\/api\/[\w/:.%-]+$/.test(value)
/** 64 bytes of Ed25519. */
const isSignature = (value: unknown): boolean => typeof value === 'string' && /^[A-Za-z0-9+/]{86}==$/.test(value)
const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The parcel in a row of a telephone's boxes `outbox` and `sent`, as a rescue file brings it. */
export const parcelInRow = (value: unknown): Parcel | null => (isRecord(value) && isParcel(value['parcel']) ? value['parcel'] : null)
