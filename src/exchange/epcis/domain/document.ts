/*
Reads what a partner sends: an EPCISDocument, an EPCISQueryDocument or one event with its context. Each event is judged alone, so that a
capture may keep the good ones; what is wrong is named with its place in the document. The event as sent and its one normal form stand
side by side. Nothing is fetched: contexts are known or they are not.
*/
import { type Found, at, tooDeep } from './checks.ts'
import { joinedContext, prefixesOf } from './context.ts'
import { documentCheck, queryDocumentCheck } from './document-shapes.ts'
import { eventCheck } from './event-shapes.ts'
import { type Json, type JsonObject, isList, isObject, isText, objectsOf } from './json.ts'
import { normalEvent } from './normal-event.ts'
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
  /** No problem anywhere. With `ok: false` the events without problems may still be captured (error behaviour `proceed`) unless a problem has no `eventIndex`. */
  readonly ok: boolean
  readonly kind: 'document' | 'query-document' | 'event'
  readonly context: Json
  readonly events: readonly ReadEvent[]
  /** Vocabularies of master data in the head of the document, or beside the results. */
  readonly masterData: readonly JsonObject[]
  readonly problems: readonly Problem[]
}
export interface ReadOptions {
  /** Prefixes from `GS1-Extensions` headers: used where the document's own context does not bind them. */
  readonly extensions?: { readonly [prefix: string]: string }
  /** What the door takes: `POST /events` one event, `POST /capture` documents; default `any`. */
  readonly expect?: 'any' | 'document' | 'event'
}

export function readDocument(json: unknown, options: ReadOptions = {}): ReadDocument {
  const kind = kindOf(json)
  const nothing = { ok: false, kind, context: null, events: [], masterData: [] } as const
  const refuse = (reason: string, detail: string, path = ''): ReadDocument => ({
    ...nothing,
    problems: [{ path, reason, detail, eventIndex: null }],
  })
  if (!isPlainObject(json)) return refuse('not-an-object', typeof json)
  if (tooDeep(json)) return refuse('too-deep', '')
  if (!isText(json['type'])) return refuse('missing-field', 'type', '/type')
  if (options.expect === 'event' && kind !== 'event') return refuse('not-an-event', json['type'].slice(0, 200), '/type')
  if (options.expect === 'document' && kind === 'event') return refuse('not-a-document', json['type'].slice(0, 200), '/type')
  return kind === 'event' ? readBareEvent(json, options) : readWhole(json, kind, options)
}

function readBareEvent(json: JsonObject, options: ReadOptions): ReadDocument {
  const found: Found[] = []
  if (json['@context'] === undefined) found.push({ path: '/@context', reason: 'missing-field', detail: '@context' })
  eventCheck(json, '', found)
  const event = readEvent(json, { document: null, path: '', index: 0, found, options })
  return {
    ok: event.problems.length === 0,
    kind: 'event',
    context: event.context,
    events: [event],
    masterData: [],
    problems: event.problems,
  }
}

function readWhole(json: JsonObject, kind: 'document' | 'query-document', options: ReadOptions): ReadDocument {
  const around: Found[] = []
  const check = kind === 'document' ? documentCheck : queryDocumentCheck
  check(json, '', around)
  const context = json['@context'] ?? null
  const { list, path, vocabularies } = kind === 'document' ? insideDocument(json) : insideQueryDocument(json)
  const events = list.map((item, index) => {
    const found: Found[] = []
    const place = at(path, index)
    eventCheck(item, place, found)
    return readEvent(item, { document: context, path: place, index, found, options })
  })
  const problems = [...around.map((one) => ({ ...one, eventIndex: null })), ...events.flatMap((event) => event.problems)]
  return { ok: problems.length === 0, kind, context, events, masterData: vocabularies, problems }
}

interface Reading {
  readonly document: Json
  readonly path: string
  readonly index: number
  readonly found: readonly Found[]
  readonly options: ReadOptions
}
function readEvent(item: Json, { document, index, found, options }: Reading): ReadEvent {
  const raw = isObject(item) ? item : {}
  const context = joinedContext(document, raw['@context'])
  const problems = found.map((one) => ({ ...one, eventIndex: index }))
  const prefixes = prefixesOf(context, new Map(Object.entries(options.extensions ?? {})))
  return { raw, context, normal: problems.length === 0 ? normalEvent(raw, prefixes) : null, problems }
}

interface Inside {
  readonly list: readonly Json[]
  readonly path: string
  readonly vocabularies: readonly JsonObject[]
}
function insideDocument(json: JsonObject): Inside {
  const [body, head] = [json['epcisBody'], json['epcisHeader']]
  const master = isObject(head) && isObject(head['epcisMasterData']) ? head['epcisMasterData'] : {}
  const list = isObject(body) ? body['eventList'] : undefined
  return { list: isList(list) ? list : [], path: '/epcisBody/eventList', vocabularies: objectsOf(master['vocabularyList']) }
}
function insideQueryDocument(json: JsonObject): Inside {
  const body = json['epcisBody']
  const results = isObject(body) && isObject(body['queryResults']) ? body['queryResults']['resultsBody'] : undefined
  const inner = isObject(results) ? results : {}
  return {
    list: isList(inner['eventList']) ? inner['eventList'] : [],
    path: '/epcisBody/queryResults/resultsBody/eventList',
    vocabularies: objectsOf(inner['vocabularyList']),
  }
}

function kindOf(json: unknown): ReadDocument['kind'] {
  const type = isPlainObject(json) ? json['type'] : undefined
  if (type === 'EPCISDocument') return 'document'
  return type === 'EPCISQueryDocument' ? 'query-document' : 'event'
}
/** What a JSON reader gave back: an object, and therefore plain JSON inside. */
const isPlainObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
