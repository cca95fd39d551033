/*
Our own addresses and our own names in EPCIS. Lots, sites and parties have HTTPS identifiers below `/id/`, so that nobody needs a
licence of GS1; what EPCIS has no field for (mineral, kind of lot, dates on papers) stands in an extension whose names end alike on
every server of this program, so that one reads what another wrote.
*/
import { type Json, type JsonObject, isList, isObject } from './json.ts'

const EPCIS_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'
const NAMES = '/ns/epcis/'
const PREFIX = 'chanzo'

/** The `@context` of what we export. */
export const contextOf = (base: string): Json => [EPCIS_CONTEXT, { [PREFIX]: `${base}${NAMES}` }]

/** Names of ours in an event that is written; objects inside too. Absent and null values are left out. */
export function ours(fields: { readonly [name: string]: Json | undefined }): JsonObject {
  const said = Object.entries(fields).flatMap(([name, value]): readonly (readonly [string, Json])[] =>
    value === undefined || value === null ? [] : [[`${PREFIX}:${name}`, named(value)]],
  )
  return Object.fromEntries(said)
}
function named(value: Json): Json {
  if (isList(value)) return value.map(named)
  return isObject(value) ? ours(value) : value
}

/** The same names, read from the normal form of an event: without the address before them. */
export function oursIn(value: Json | undefined): { readonly [name: string]: Json } {
  if (!isObject(value)) return {}
  const found = Object.entries(value).flatMap(([name, part]): readonly (readonly [string, Json])[] => {
    const at = name.indexOf(NAMES)
    return at < 0 ? [] : [[name.slice(at + NAMES.length), plain(part)]]
  })
  return Object.fromEntries(found)
}
function plain(value: Json): Json {
  if (isList(value)) return value.map(plain)
  return isObject(value) ? { ...oursIn(value) } : value
}

const address = (base: string, ...parts: readonly string[]): string => `${base}/id/${parts.map(encodeURIComponent).join('/')}`
/** A thing that can be held: a tagged bag, a sachet, a bar, a container, a seal, a scale. */
export const objectUri = (base: string, number: string): string => address(base, 'obj', number)
/** The address that is printed on the tag itself. */
export const tagUri = (base: string, issuer: string, tag: string): string => address(base, 'obj', issuer, tag)
/** Matter by mass: the content of a bag or a lot. */
export const classUri = (base: string, mineral: string, number: string): string => address(base, 'class', mineral, number)
export const siteUri = (base: string, site: string): string => address(base, 'loc', site)
/** A part of a place leads to the page of the place. */
export const pitUri = (base: string, site: string, pit: string): string => `${siteUri(base, site)}#${encodeURIComponent(pit)}`
export const depotUri = (base: string, organisation: string): string => `${partyUri(base, organisation)}#depot`
export const partyUri = (base: string, organisation: string): string => address(base, 'party', organisation)
export const paperUri = (base: string, type: string, number: string): string => address(base, 'bt', `${type}-${number}`)

/** What an identifier calls its thing: the last part of its path, or what stands behind the last colon of a URN. */
export function nameInUri(uri: string): string {
  const last = uri.startsWith('urn:') ? uri.slice(uri.lastIndexOf(':') + 1) : (uri.split(/[?#]/)[0] ?? '').split('/').at(-1)
  try {
    return decodeURIComponent(last ?? '')
  } catch {
    return last ?? ''
  }
}
