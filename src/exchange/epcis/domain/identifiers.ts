/*
One thing, one identifier. Partners write the same bag as an EPC URN or as a GS1 Digital Link at their own domain; cooperatives have
no GS1 keys at all and use HTTPS addresses. Everything that stores, hashes, queries or resolves asks this file for the one form.
It refuses to ask anybody: neither GS1 nor a resolver is called.
*/
import { digitalLinkOf, isAtGs1, keyOfDigitalLink, namesAKey } from './digital-link.ts'
import { keyOfUrn, prefixDigits, urnOf } from './epc-urn.ts'
import { type Gs1Key, checkDigitIsRight } from './gs1-keys.ts'

/** What an identifier turned out to be. `problem`: it has the form of a GS1 identifier but cannot be one (`check-digit`, `not-a-gs1-key`). */
export interface Identified {
  /** The one form in which we keep and compare it. */
  readonly canonical: string
  readonly gs1: boolean
  readonly problem: 'check-digit' | 'not-a-gs1-key' | null
}

const keyOfUri = (uri: string): Gs1Key | null => (uri.startsWith('urn:') ? keyOfUrn(uri) : keyOfDigitalLink(uri))

/** Check digits are asked of links at GS1's own domain: elsewhere a path may look like a key by chance, and a URN carries none. */
export function identify(uri: string): Identified {
  const key = keyOfUri(uri)
  if (!key) return { canonical: uri, gs1: false, problem: isAtGs1(uri) && namesAKey(uri) ? 'not-a-gs1-key' : null }
  const wrong = !uri.startsWith('urn:') && isAtGs1(uri) && !checkDigitIsRight(key)
  return { canonical: digitalLinkOf(key), gs1: true, problem: wrong ? 'check-digit' : null }
}

/** EPC URN and GS1 Digital Link of one thing give one text; other URIs are kept as they are. */
export const canonicalUri = (uri: string): string => identify(uri).canonical
/** The canonical Digital Link, or `null` when the text is no GS1 identifier. */
export function normaliseId(text: string): string | null {
  const { canonical, gs1 } = identify(text)
  return gs1 ? canonical : null
}
/** Why this cannot be the identifier that it looks like; `null` when it is fine or no GS1 identifier. */
export const identifierProblem = (uri: string): Identified['problem'] => identify(uri).problem
export const toDigitalLink = canonicalUri
export const sameThing = (a: string, b: string): boolean => canonicalUri(a) === canonicalUri(b)

/** How many digits of a GS1 key are the company prefix, asked with the digits in which it stands; `null` when nobody has told us. */
export type PrefixLengths = (digits: string) => number | null

/** The EPC URN of a thing; unchanged where there is none or the length of the company prefix is not known. */
export function toUrn(uri: string, lengths: PrefixLengths): string {
  if (uri.startsWith('urn:')) return uri
  const key = keyOfDigitalLink(uri)
  const length = key && lengths(prefixDigits(key))
  return key && length !== null ? (urnOf(key, length) ?? uri) : uri
}

/** The company prefix that a URN shows: what captures teach about lengths. */
export const companyPrefixOf = (uri: string): string | null =>
  keyOfUrn(uri) ? (/^urn:epc:[a-z]+:[a-z]+:(\d{6,12})\./.exec(uri)?.[1] ?? null) : null

/** Lengths by known company prefixes, the longest that fits; `otherwise` where none does. */
export function prefixLengthsOf(prefixes: Iterable<string>, otherwise: number | null = null): PrefixLengths {
  const known = new Set(prefixes)
  return (digits) => {
    for (let length = 12; length >= 6; length -= 1) if (known.has(digits.slice(0, length))) return length
    return otherwise
  }
}
