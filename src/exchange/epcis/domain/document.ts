import type { Json, JsonObject } from './json.ts'
import type { Problem } from './problem.ts'

export interface ReadEvent {
  /** As sent, its own `@context` included. */
  readonly raw: JsonObject
  /** What its names mean: the document's context followed by the event's own. Hash and storage need it. */
  readonly context: Json
  /** One form for comparing: full CBV URIs, canonical identifiers, times in UTC milliseconds, extension names as full URIs. `null` with problems. */
  readonly normal: JsonObject | null
  readonly problems: readonly Problem[]
}
export interface ReadDocument {
  /** No problem anywhere. With `ok: false` the events without problems may still be captured (error behaviour `proceed`) unless `eventIndex` is null in a problem. */
  readonly ok: boolean
  readonly kind: 'document' | 'query-document' | 'event'
  readonly context: Json
  readonly events: readonly ReadEvent[]
  readonly problems: readonly Problem[]
}
export interface ReadOptions {
  /** Prefixes from `GS1-Extensions` headers: used where the document's own context does not bind them. */
  readonly extensions?: { readonly [prefix: string]: string }
  /** A bare event is accepted only where one is expected (`POST /events`); default `any`. */
  readonly expect?: 'any' | 'document' | 'event'
}
export const readDocument = (_json: unknown, _options: ReadOptions = {}): ReadDocument => ({
  ok: false,
  kind: 'document',
  context: null,
  events: [],
  problems: [],
})
