/*
Turns the list of routes into a listening server. It asks who is there, checks `allow`, hands over, and turns refusals into
statuses and faults into an id. It knows no module: authentication and the table of statuses arrive as functions.

Cookies are sent by browsers for pages of other sites too, so a write that a browser sends from elsewhere is refused by its
Sec-Fetch-Site or Origin before anything is read.
*/
import { isUtf8 } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Outcome } from '../../kernel/outcome.ts'
import { retryOnClash } from '../database/retry.ts'
import { ClockFault } from '../log/clock-guard.ts'
import type { Log } from '../log/log.ts'
import type { Receipt } from '../log/receipt.ts'
import { markAsSpecimen } from './document-page.ts'
import { LARGE_BYTES, type Places, placesForLargeBodies } from './large-bodies.ts'
import { readableReply } from './refusal-page.ts'
import { type Door, type Reply, type Route, needsOf, permits } from './route.ts'
import { type Upgrade, isWebSocket, joinUpgrades } from './upgrade.ts'
import type { Who } from './who.ts'

export type Headers = { readonly [name: string]: string | undefined }
/** The request belongs to the question: some proofs (HTTP Digest) are made for one address only. */
export type Authenticate = (headers: Headers, request: { readonly method: string; readonly url: string }) => Promise<Who | null>
export interface HttpOptions {
  readonly routes: readonly Route[]
  readonly upgrades?: readonly Upgrade[]
  readonly log: Log
  readonly tenant: string
  readonly clock: () => string
  /** Who sends these headers with this request; `null` for a stranger. */
  readonly authenticate: Authenticate
  readonly refusalStatus: (code: string) => number
  /** Called once for a fault, with its id; never with what the user sent. */
  readonly reportFault: (fault: { readonly id: string; readonly route: string; readonly error: unknown }) => void
  /** Whether the addresses that a proxy in front of us names are believed. */
  readonly trustProxy?: boolean
  /** True for a demonstration: every page that the server writes says so across itself. */
  readonly specimen?: boolean
  /** True when browsers reach us over TLS, also through a proxy: they are told to come back that way only. */
  readonly overTls?: boolean
}

const BODY_LIMIT = 2 * 1024 * 1024

export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 500 },
    // Clients that only offer another protocol (h2c, as Java does) are answered in the one that they asked in.
    http: { shouldUpgradeCallback: isWebSocket },
  })
  // The list of all sites is 700 kB as it stands and 60 kB compressed: the difference between minutes and seconds on 2G.
  await app.register(compress, {
    threshold: 2048,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  })
  readOnlyJson(app)
  const fromAnywhere = new Set(options.routes.filter((route) => route.fromAnywhere).map(({ method, path }) => `${method} ${path}`))
  app.addHook('onRequest', async (request, reply) => {
    securityHeaders(reply, options.overTls ?? false)
    if (fromAnywhere.has(`${request.method} ${request.routeOptions.url ?? ''}`)) return
    if (request.method !== 'GET' && request.method !== 'HEAD' && isCrossSite(request))
      await reply.code(403).send({ refusal: { code: 'request-from-another-site', facts: {} } })
  })
  app.setErrorHandler((error, request, reply) => sendFault({ error, request, reply, options }))
  const places = placesForLargeBodies()
  for (const route of options.routes) {
    if (route.takesBytes === undefined)
      app.route({
        method: route.method,
        url: route.path,
        ...(route.inItsWords
          ? { errorHandler: (error, request, reply) => sendFault({ error, request, reply, options, inItsWords: route.inItsWords }) }
          : {}),
        handler: (request, reply) => answer({ route, request, reply, options }),
      })
    else await takeBytes(app, { route, most: route.takesBytes, options, places })
  }
  joinUpgrades(app, {
    upgrades: options.upgrades ?? [],
    authenticate: options.authenticate,
    reportFault: (route, error) => options.reportFault({ id: randomUUID(), route, error }),
  })
  return app
}

/** A route whose body is a file. Who may not send one is told so before a byte of it is read. */
async function takeBytes(
  app: FastifyInstance,
  {
    route,
    most,
    options,
    places,
  }: { readonly route: Route; readonly most: number; readonly options: HttpOptions; readonly places: Places },
): Promise<void> {
  await app.register(async (inner) => {
    inner.removeAllContentTypeParsers()
    inner.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: most }, (_request, body, done) => done(null, body))
    const { inItsWords } = route
    inner.setErrorHandler(async (error, request, reply) => {
      const isTooLarge = typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode === 413
      if (!isTooLarge) return sendFault({ error, request, reply, options, inItsWords })
      await say({ request, reply, inItsWords }, 413, { refusal: { code: 'file-too-large', facts: { most: Math.floor(most / 1e6) } } })
    })
    inner.route({
      method: route.method,
      url: route.path,
      onRequest: async (request, reply) => {
        const at = performance.now()
        const who = (await options.authenticate(plainHeaders(request), request)) ?? stranger(options.tenant, languageOf(request))
        const denied = denial(route, who)
        if (denied) return say({ request, reply, inItsWords }, denied.status, denied.body)
        asJustAsked.set(request, { who, at })
        if (most < LARGE_BYTES) return
        const leave = places.take()
        if (leave === null) return say({ request, reply, inItsWords }, 503, { refusal: { code: 'busy-with-large-files', facts: {} } })
        reply.raw.once('close', leave)
        reply.raw.once('finish', leave)
      },
      handler: (request, reply) => answer({ route, request, reply, options }),
    })
  })
}

/** A body takes its time on the way, and its sender may be shut out meanwhile: after this long they are asked for again. */
const JUST_ASKED_MS = 250
const asJustAsked = new WeakMap<FastifyRequest, { readonly who: Who; readonly at: number }>()
function justAsked(request: FastifyRequest): Who | null {
  const asked = asJustAsked.get(request)
  return asked && performance.now() - asked.at < JUST_ASKED_MS ? asked.who : null
}

interface Answering {
  readonly route: Route
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly options: HttpOptions
}

async function answer({ route, request, reply, options }: Answering): Promise<void> {
  const headers = plainHeaders(request)
  const language = languageOf(request)
  const who = justAsked(request) ?? (await options.authenticate(headers, request)) ?? stranger(options.tenant, language)
  const denied = denial(route, who)
  const asked = { accept: route.path.startsWith('/api/') ? '' : (headers['accept'] ?? ''), language }
  if (denied) return send(reply, options, route.inItsWords?.(denied, { headers, language }) ?? readableReply(denied, asked))
  const done = await route.answerTo({
    params: request.params,
    query: request.query,
    body: request.body,
    headers,
    who,
    language,
    tenant: who.account === '' ? options.tenant : who.tenant,
    now: options.clock(),
    address: request.ip,
    door: doorOf(options.log),
  })
  await send(reply, options, readableReply(done, asked))
}

export function denial(route: Route, who: Who): Reply | null {
  if (route.allow.kind === 'anyone') return null
  if (who.account === '') return { status: 401, body: { refusal: { code: who.shut ?? 'not-signed-in', facts: {} } } }
  if (permits(route.allow, who)) return null
  return { status: 403, body: { refusal: { code: 'not-allowed', facts: { needs: needsOf(route.allow).join(', ') } } } }
}

class Undone extends Error {
  readonly refused: Outcome<Receipt>
  constructor(refused: Outcome<Receipt>) {
    super('undone by a refusal')
    this.refused = refused
  }
}
type Together = Parameters<Door['together']>[1]
interface Counted {
  readonly door: Pick<Door, 'execute' | 'read'>
  readonly taken: () => number
}
function counted(door: Door): Counted {
  let taken = 0
  return {
    door: {
      read: door.read,
      execute: async (request) => {
        const outcome = await door.execute(request)
        if (outcome.ok) taken += 1
        return outcome
      },
    },
    taken: () => taken,
  }
}
/** A refusal after something was written must leave nothing behind: it travels out as what undoes it, and is an answer again outside. */
async function undoneWhenRefused(
  transaction: (leave: (inside: Counted, work: Together) => Promise<Outcome<Receipt>>) => Promise<Outcome<Receipt>>,
): Promise<Outcome<Receipt>> {
  try {
    return await transaction(async ({ door, taken }, work) => {
      const outcome = await work(door)
      if (!outcome.ok && taken() > 0) throw new Undone(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Undone) return error.refused
    throw error
  }
}

/** `isKept` for commands that this server kept before it applies them: their ids may be of another time. */
export const doorOf = (
  log: Pick<Log, 'execute' | 'read'> & Partial<Pick<Log, 'together'>>,
  { isKept = false }: { readonly isKept?: boolean } = {},
): Door => ({
  read: log.read,
  together: ({ who, commands }, work) => {
    const { together } = log
    // Inside of a transaction that others share, all of it stands or falls with theirs.
    if (!together) return work(doorOf(log, { isKept }))
    return retryOnClash(() =>
      undoneWhenRefused((leave) =>
        together({ tenant: who.tenant, commands }, (inside) => leave(counted(doorOf(inside, { isKept })), work)),
      ),
    )
  },
  execute: ({ who, ...request }) =>
    log.execute({
      ...request,
      isKept,
      tenant: who.tenant,
      actor: { account: who.account, organisation: who.organisation, role: who.roles.length > 0 ? who.roles.join('+') : null },
    }),
})

async function send(reply: FastifyReply, options: HttpOptions, done: Reply): Promise<void> {
  const code = refusalCode(done.body)
  const status = done.status === 409 && code !== null ? options.refusalStatus(code) : done.status
  reply.code(status).headers({ 'cache-control': 'no-store', ...done.headers })
  if (done.contentType) reply.type(done.contentType)
  if (done.contentType?.startsWith('text/html'))
    reply.header('content-security-policy', done.headers?.['content-security-policy'] ?? PAGE_POLICY)
  const isPage = options.specimen === true && done.contentType?.startsWith('text/html') === true && typeof done.body === 'string'
  await reply.send(isPage ? markAsSpecimen(done.body) : done.body)
}

function refusalCode(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('refusal' in body)) return null
  const { refusal } = body
  return typeof refusal === 'object' && refusal !== null && 'code' in refusal && typeof refusal.code === 'string' ? refusal.code : null
}

interface Failing extends Omit<Answering, 'route'> {
  readonly error: unknown
  readonly inItsWords?: Route['inItsWords']
}
/** What the server itself says, in the words of the route's standard where it has its own. */
async function say(
  { request, reply, inItsWords = (said) => said }: Pick<Failing, 'request' | 'reply' | 'inItsWords'>,
  status: number,
  body: unknown,
): Promise<void> {
  const said = inItsWords({ status, body }, { headers: plainHeaders(request), language: languageOf(request) })
  if (said.contentType) reply.type(said.contentType)
  await reply
    .code(said.status)
    .headers(said.headers ?? {})
    .send(said.body)
}
async function sendFault(failing: Failing): Promise<void> {
  const { error, request, options } = failing
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  if (status < 500)
    return say(failing, status, { refusal: { code: status === 413 ? 'too-large' : 'not-understood', facts: { faults: [] } } })
  if (error instanceof ClockFault) {
    options.reportFault({ id: 'clock', route: request.routeOptions.url ?? 'unknown', error })
    return say(failing, 503, { refusal: { code: 'clock-not-right', facts: {} } })
  }
  const id = randomUUID()
  options.reportFault({ id, route: request.routeOptions.url ?? 'unknown', error })
  return say(failing, 500, { fault: { id } })
}

/** `wasm-unsafe-eval` lets the app compile WebAssembly, and nothing else: a telephone makes its keys with Argon2id (docs/decisions/0017-device-store.md). */
const POLICY = `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`
/** For pages that the server writes itself: no script, nothing fetched, nothing sent. */
const PAGE_POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

function securityHeaders(reply: FastifyReply, overTls: boolean): void {
  reply.headers({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), geolocation=(self), microphone=(self)',
    'content-security-policy': POLICY,
    ...(overTls ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  })
}

/** A form of another site can send text or form fields without asking; here only JSON is read, and only when it is UTF-8 throughout. */
function readOnlyJson(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = typeof body === 'string' ? body : isUtf8(body) ? body.toString('utf8') : null
    if (text === null) done(Object.assign(new Error('not UTF-8'), { statusCode: 400 }))
    else parseJson(request, text, done)
  })
}

function isCrossSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none'
  const { origin, host } = request.headers
  return typeof origin === 'string' && origin !== `http://${host}` && origin !== `https://${host}`
}

export function languageOf(request: FastifyRequest): 'fr' | 'en' {
  const { query } = request
  const asked = typeof query === 'object' && query !== null && 'language' in query ? query.language : undefined
  if (asked === 'fr' || asked === 'en') return asked
  const preferred = (request.headers['accept-language'] ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return preferred.find((one) => one === 'fr' || one === 'en') === 'en' ? 'en' : 'fr'
}

function plainHeaders(request: FastifyRequest): Headers {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]))
}

const stranger = (tenant: string, language: 'fr' | 'en'): Who => ({
  tenant,
  account: '',
  organisation: null,
  roles: [],
  capabilities: new Set(),
  territory: [],
  language,
})
