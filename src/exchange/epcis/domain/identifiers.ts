import type { JsonObject } from './json.ts'

/** What an identifier turned out to be. `problem`: it has the form of a GS1 identifier but cannot be one (`check-digit`, `key-length`, …). */
export interface Identified {
  /** The one form in which we keep and compare it. */
  readonly canonical: string
  readonly gs1: boolean
  readonly problem: string | null
}
/** How many digits of a GS1 key are the company prefix; `null` when nobody has told us. A URN cannot be written without it. */
export type PrefixLengths = (canonical: string) => number | null

export const identify = (uri: string): Identified => ({ canonical: uri, gs1: false, problem: null })
/** EPC URN and GS1 Digital Link of one thing give one text; other URIs are kept as they are. */
export const canonicalUri = (uri: string): string => identify(uri).canonical
/** Why this cannot be the identifier that it looks like; `null` when it is fine or no GS1 identifier. */
export const identifierProblem = (uri: string): string | null => identify(uri).problem
export const toDigitalLink = (uri: string): string => identify(uri).canonical
export const toUrn = (uri: string, _lengths: PrefixLengths = () => null): string => uri
export const sameThing = (a: string, b: string): boolean => canonicalUri(a) === canonicalUri(b)
export type { JsonObject }
