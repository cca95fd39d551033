/* What the browser of a telephone in the hall sends, in the oldest shape there is: fields of a form, and two cookies. It refuses nothing; what it does not know is empty. */
import type { Incoming } from '../../../../platform/http/route.ts'
import { HALL_LANGUAGES, type HallLanguage } from '../../page/hall-frame.ts'

const COOKIE = 'chanzo-hall'
const LANGUAGE = 'chanzo-hall-language'
/** Three days: as long as a workshop, with the evening before. */
const kept = (name: string, value: string): string => `${name}=${value}; Path=/hall; HttpOnly; SameSite=Lax; Max-Age=259200`

export interface Form {
  readonly field: (name: string) => string
  readonly all: (name: string) => readonly string[]
}
/** Plain fields, as the oldest browser sends them. */
export function formOf({ body }: Incoming): Form {
  const bytes = body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : Buffer.alloc(0)
  const fields = new URLSearchParams(bytes.toString('utf8'))
  const clean = (text: string): string => text.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim().slice(0, 4000)
  return { field: (name) => clean(fields.get(name) ?? ''), all: (name) => fields.getAll(name).map(clean) }
}
/** At most so long, and never half a sign. */
export const cut = (text: string, most: number): string => text.slice(0, most).toWellFormed()
export const textOf = (from: unknown, name: string): string => {
  const found: unknown = typeof from === 'object' && from !== null ? Object.getOwnPropertyDescriptor(from, name)?.value : undefined
  return typeof found === 'string' ? found : ''
}

const cookieOf = ({ headers }: Incoming, name: string, shape: string): string | null =>
  new RegExp(`(?:^|; )${name}=(${shape})(?:;|$)`).exec(headers['cookie'] ?? '')?.[1] ?? null
export const tokenOf = (incoming: Incoming): string | null => cookieOf(incoming, COOKIE, String.raw`[\w-]{32}`)
export const tokenToKeep = (token: string): string => kept(COOKIE, token)

const known = (text: string | null): HallLanguage | null => HALL_LANGUAGES.find(([one]) => one === text)?.[0] ?? null
/** Chosen on a page, now or before; else the first language of the browser that these pages speak; else French. */
export function languageOf(incoming: Incoming): HallLanguage {
  const accepted = (incoming.headers['accept-language'] ?? '').split(',').map((one) => known(one.trim().slice(0, 2).toLowerCase()))
  return (
    known(textOf(incoming.query, 'l')) ?? known(cookieOf(incoming, LANGUAGE, '[a-z]{2}')) ?? accepted.find((one) => one !== null) ?? 'fr'
  )
}
export function languageToKeep(incoming: Incoming): string | null {
  const chosen = known(textOf(incoming.query, 'l'))
  return chosen === null ? null : kept(LANGUAGE, chosen)
}
