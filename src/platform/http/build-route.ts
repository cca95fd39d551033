/*
The four shapes of route that modules write: read, write, page, raw. Each parses what came in by its schemas, opens the
transaction, and turns the outcome into a reply; a module's function sees only parsed values.
*/
import type { Outcome } from '../../kernel/outcome.ts'
import { type Fault, type Infer, type Schema, parse, record } from '../../kernel/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { CommandEnvelope, Receipt } from '../log/receipt.ts'
import { documentPage } from './document-page.ts'
import type { Html } from './html.ts'
import type { Allow, Door, Incoming, Reply, Route } from './route.ts'
import { anyone } from './route.ts'
import type { Who } from './who.ts'

type AnySchema = Schema<unknown>
type ValueOf<S extends AnySchema | undefined> = S extends AnySchema ? Infer<S> : Record<string, never>

interface Described {
  readonly path: string
  readonly summary: string
}

/** GET: one consistent read. A refusal such as `unknown-site` becomes its status; the answer is checked by its schema in tests. */
export function readRoute<
  P extends AnySchema | undefined = undefined,
  Q extends AnySchema | undefined = undefined,
  A extends AnySchema = AnySchema,
>(
  route: Described & {
    readonly allow: Allow
    readonly params?: P
    readonly query?: Q
    readonly answer: A
    readonly read: (asked: {
      readonly tx: Tx
      readonly who: Who
      readonly tenant: string
      readonly params: ValueOf<P>
      readonly query: ValueOf<Q>
      readonly now: string
    }) => Promise<Outcome<Infer<A>>>
  },
): Route {
  const { path, summary, allow, read } = route
  return {
    method: 'GET',
    kind: 'read',
    path,
    summary,
    allow,
    schemas: { ...(route.params ? { params: route.params } : {}), ...(route.query ? { query: route.query } : {}), answer: route.answer },
    answerTo: async (incoming) => {
      const parsed = parseAll<P, Q>(incoming, { params: route.params, query: route.query })
      if (!parsed.ok) return badInput(parsed.faults)
      const outcome = await incoming.door.read((tx) =>
        read({ tx, who: incoming.who, tenant: incoming.tenant, params: parsed.params, query: parsed.query, now: incoming.now }),
      )
      return outcomeReply(outcome)
    },
  }
}

/** POST: a command. Wire body `{ id, happenedAt?, proof?, data }`; answer: the receipt, or the refusal. */
export function writeRoute<P extends AnySchema | undefined = undefined, B extends AnySchema = AnySchema>(
  route: Described & {
    readonly allow: Allow
    readonly params?: P
    readonly body: B
    readonly write: (asked: {
      readonly door: Door
      readonly who: Who
      readonly tenant: string
      readonly params: ValueOf<P>
      readonly data: Infer<B>
      readonly envelope: CommandEnvelope
      readonly now: string
    }) => Promise<Outcome<Receipt>>
  },
): Route {
  const { path, summary, allow, write } = route
  const wire = record({ ...CommandEnvelope.shape, data: route.body })
  return {
    method: 'POST',
    kind: 'write',
    path,
    summary,
    allow,
    schemas: { ...(route.params ? { params: route.params } : {}), body: wire, answer: Receipt },
    answerTo: async (incoming) => {
      const parsed = parseAll<P, undefined>(incoming, { params: route.params, query: undefined })
      const envelope = parse(CommandEnvelope, envelopeOf(incoming.body))
      const data = parse(route.body, dataOf(incoming.body))
      if (!parsed.ok) return badInput(parsed.faults)
      if (!envelope.ok) return badInput(envelope.faults)
      if (!data.ok) return badInput(data.faults.map((fault) => ({ ...fault, path: `data.${fault.path}` })))
      const { door, who, tenant, now } = incoming
      return outcomeReply(await write({ door, who, tenant, params: parsed.params, data: data.value, envelope: envelope.value, now }))
    },
  }
}

/** A public page: HTML from the server, no script, open to strangers. `null` is a page that does not exist. */
export function pageRoute<P extends AnySchema | undefined = undefined, Q extends AnySchema | undefined = undefined>(
  route: Described & {
    readonly params?: P
    readonly query?: Q
    readonly page: (asked: {
      readonly tx: Tx
      readonly tenant: string
      readonly params: ValueOf<P>
      readonly query: ValueOf<Q>
      readonly language: 'fr' | 'en'
      readonly now: string
    }) => Promise<Html | null>
  },
): Route {
  return {
    method: 'GET',
    kind: 'page',
    path: route.path,
    summary: route.summary,
    allow: anyone,
    schemas: { ...(route.params ? { params: route.params } : {}), ...(route.query ? { query: route.query } : {}) },
    answerTo: async (incoming) => {
      const parsed = parseAll<P, Q>(incoming, { params: route.params, query: route.query })
      const { language, now, tenant } = incoming
      const page = parsed.ok
        ? await incoming.door.read((tx) => route.page({ tx, tenant, params: parsed.params, query: parsed.query, language, now }))
        : null
      if (!page) return htmlReply(404, notFoundPage(language))
      return htmlReply(200, page)
    },
  }
}

/** A route with its own words for the wire (files, lists for machines, other standards). */
export function rawRoute(
  route: Described & {
    readonly method: Route['method']
    /** The body is a file of at most so many bytes. */
    readonly takesBytes?: number
    readonly allow: Allow
    readonly schemas?: Route['schemas']
    readonly inItsWords?: NonNullable<Route['inItsWords']>
    readonly answer: (incoming: Incoming) => Promise<Reply>
  },
): Route {
  return {
    method: route.method,
    kind: 'raw',
    path: route.path,
    summary: route.summary,
    allow: route.allow,
    schemas: route.schemas ?? {},
    ...(route.takesBytes === undefined ? {} : { takesBytes: route.takesBytes }),
    ...(route.inItsWords ? { inItsWords: route.inItsWords } : {}),
    answerTo: route.answer,
  }
}

export const badInput = (faults: readonly Fault[]): Reply => ({
  status: 400,
  body: { refusal: { code: 'not-understood', facts: { faults: faults.map(({ path, problem }) => ({ path, problem })) } } },
})

/** 200 with the value, or the refusal; the table of statuses is applied by the server. */
export const outcomeReply = (outcome: Outcome<unknown>): Reply =>
  outcome.ok ? { status: 200, body: outcome.value } : { status: 409, body: { refusal: outcome.refusal } }

const htmlReply = (status: number, page: Html): Reply => ({ status, body: page.html, contentType: 'text/html; charset=utf-8' })

function notFoundPage(language: 'fr' | 'en'): Html {
  const words =
    language === 'fr'
      ? { title: 'Page introuvable', body: 'Rien ne porte cette adresse. Vérifiez le numéro imprimé.' }
      : { title: 'Page not found', body: 'Nothing has this address. Check the number as printed.' }
  return documentPage({ title: words.title, language, body: { html: `<p>${words.body}</p>` } })
}

type Parts<P extends AnySchema | undefined, Q extends AnySchema | undefined> =
  | { readonly ok: true; readonly params: ValueOf<P>; readonly query: ValueOf<Q> }
  | { readonly ok: false; readonly faults: readonly Fault[] }

function parseAll<P extends AnySchema | undefined, Q extends AnySchema | undefined>(
  incoming: Incoming,
  schemas: { readonly params: P | undefined; readonly query: Q | undefined },
): Parts<P, Q> {
  const params = parsePart<P>(schemas.params, incoming.params)
  const query = parsePart<Q>(schemas.query, incoming.query)
  if (!params.ok) return params
  if (!query.ok) return query
  return { ok: true, params: params.value, query: query.value }
}

function parsePart<S extends AnySchema | undefined>(
  schema: S | undefined,
  input: unknown,
): { readonly ok: true; readonly value: ValueOf<S> } | { readonly ok: false; readonly faults: readonly Fault[] }
function parsePart(
  schema: AnySchema | undefined,
  input: unknown,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly faults: readonly Fault[] } {
  return schema ? parse(schema, input) : { ok: true, value: {} }
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const dataOf = (body: unknown): unknown => (isObject(body) ? body['data'] : undefined)
function envelopeOf(body: unknown): unknown {
  if (!isObject(body)) return body
  const { data: _data, ...envelope } = body
  return envelope
}
