/*
The way to the server: questions (GET) and commands (POST) under /api on the same origin. A command carries an id made here
and kept until it is answered, so that sending twice after a lost connection gives the first answer and not a second act.
Answers carry the moment at which they were true; the service worker may give a kept one when there is no network.
*/
import { uuidV7 } from '../kernel/ids.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Answer, CommandOptions, Receipt } from './answer.ts'
import { noteConnection } from './connection.ts'
import { fieldHand } from './device.ts'
import { DeviceFull } from './field/sealed-store.ts'
import { needRefusals } from './words.ts'

export type { Answer, CommandOptions, Receipt } from './answer.ts'

export interface RefusalNote {
  readonly code: string
  readonly facts: { readonly [name: string]: unknown }
}
export type TroubleKind = 'offline' | 'signed-out' | 'not-allowed' | 'missing' | 'refused' | 'invalid' | 'too-many' | 'fault'
export interface Trouble {
  readonly kind: TroubleKind
  readonly refusal: RefusalNote | null
  readonly faults: readonly { readonly path: string; readonly problem: string }[]
  readonly faultId: string | null
}
/** What a screen must be able to explain: see `ErrorState`. */
export class ApiTrouble extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(trouble.refusal?.code ?? trouble.kind)
    this.trouble = trouble
  }
}
export function troubleOf(error: unknown): Trouble {
  if (error instanceof ApiTrouble) return error.trouble
  // A telephone without room refuses by itself, and its words say what to do about it.
  const isFull = error instanceof DeviceFull
  const refusal = isFull ? { code: 'device-full', facts: {} } : null
  return { kind: isFull ? 'refused' : 'fault', refusal, faults: [], faultId: null }
}

/** The answer is trusted to have the shape that the caller names: it is our own server, and its schema is tested there. */
export function ask<Data>(path: string, signal?: AbortSignal): Promise<Answer<Data>> {
  const hand = fieldHand()
  return hand === null ? askServer<Data>(path, signal) : hand.answer<Data>(path, () => askServer<Data>(path, signal))
}

async function askServer<Data>(path: string, signal?: AbortSignal): Promise<Answer<Data>> {
  const response = await send(path, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) })
  const data: Data = await response.json()
  return { data, answeredAt: answerTime(response) }
}

/** A photograph or paper, asked as everything else is: a telephone's session goes along, which the address in an image would not take. */
export async function askFile(path: string, signal: AbortSignal): Promise<Blob> {
  const response = await send(path, { signal })
  return response.blob()
}

/** The id of what a command made or changed, out of the receipt's subject `lot:0193…`. */
export const madeId = ({ subject }: Receipt): string => subject.slice(subject.indexOf(':') + 1)

/** Sends a command; the same path and data get the same id until an answer came, also over a reload of the page. */
export async function command(path: string, data: unknown, options: CommandOptions = {}): Promise<Receipt> {
  const hand = fieldHand()
  if (hand?.takes(path)) return hand.queue(path, data, options)
  const place = `chanzo.command:${path}:${fingerprint(canonicalJson(data))}`
  const id = options.id ?? sessionStorage.getItem(place) ?? newId()
  sessionStorage.setItem(place, id)
  const { happenedAt, proof } = options
  const body = JSON.stringify({ id, data, ...(happenedAt ? { happenedAt } : {}), ...(proof === undefined ? {} : { proof }) })
  try {
    const response = await send(path, { method: 'POST', headers: jsonHeaders, body })
    sessionStorage.removeItem(place)
    const receipt: Receipt = await response.json()
    return receipt
  } catch (error) {
    if (isAnswer(troubleOf(error).kind)) sessionStorage.removeItem(place)
    throw error
  }
}

/** POST to the sign-in service and other plain endpoints that know no command id. */
export async function post<Data>(path: string, body: unknown): Promise<Data> {
  const response = await send(path, { method: 'POST', headers: jsonHeaders, body: JSON.stringify(body) })
  const data: Data = await response.json()
  return data
}

/** Sends a file as it is; its kind is what the browser says of it. */
export async function sendFile<Data>(path: string, file: Blob): Promise<Data>
export async function sendFile(path: string, file: Blob): Promise<unknown> {
  const hand = fieldHand()
  if (hand !== null && path === '/api/files') return hand.keepFile(file)
  const headers = { accept: 'application/json', 'content-type': file.type === '' ? 'application/octet-stream' : file.type }
  const response = await send(path, { method: 'POST', headers, body: file })
  return response.json()
}

/** A new UUIDv7. */
export const newId = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))

const jsonHeaders = { 'content-type': 'application/json', accept: 'application/json' }

const commanded = new Set<string>()
/** True for a path to which something was sent: asking it would get no answer. */
export const isCommandPath = (path: string): boolean => commanded.has(path)

async function send(path: string, request: RequestInit): Promise<Response> {
  if (request.method === 'POST') commanded.add(path)
  const hand = fieldHand()
  const authorization = hand?.authorization() ?? null
  const headers = new Headers(request.headers)
  if (authorization !== null) headers.set('authorization', authorization)
  // No cookie goes with what an open telephone asks: whoever signed in here by password is not its holder, and answers to a cookie are kept in clear.
  const credentials = hand === null ? 'same-origin' : 'omit'
  let response: Response
  try {
    response = await fetch(path, { credentials, ...request, headers })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    noteConnection(false)
    throw new ApiTrouble({ kind: 'offline', refusal: null, faults: [], faultId: null })
  }
  // Set by the service worker on an answer that it had kept.
  noteConnection(response.headers.get('x-chanzo-kept') === null)
  if (response.ok) return response
  throw await troubleIn(response)
}

/** What a response that is not well says. */
export async function troubleIn(response: Response): Promise<ApiTrouble> {
  const trouble = await readTrouble(response)
  // A refusal is shown in words: they are fetched with the first one.
  if (trouble.refusal !== null) await needRefusals()
  return new ApiTrouble(trouble)
}

interface ErrorBody {
  readonly refusal?: { readonly code: string; readonly facts?: { readonly [name: string]: unknown } }
  readonly fault?: { readonly id: string }
}
async function readTrouble(response: Response): Promise<Trouble> {
  const body: ErrorBody | null = await response.json().catch(() => null)
  const refusal = body?.refusal ? { code: body.refusal.code, facts: body.refusal.facts ?? {} } : null
  return { kind: kindOf(response.status, body), refusal, faults: faultsOf(refusal?.facts['faults']), faultId: body?.fault?.id ?? null }
}
function kindOf(status: number, body: ErrorBody | null): TroubleKind {
  const code = body?.refusal?.code
  if (status === 401) return 'signed-out'
  if (status === 429) return 'too-many'
  if (status >= 500) return body === null && status !== 500 ? 'offline' : 'fault'
  if (code === 'not-understood') return 'invalid'
  if (code === 'not-allowed') return 'not-allowed'
  return status === 404 && !code ? 'missing' : 'refused'
}
function faultsOf(value: unknown): Trouble['faults'] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'path' in one && 'problem' in one
      ? [{ path: String(one.path), problem: String(one.problem) }]
      : [],
  )
}
/** A fault or a lost connection may be asked again with the same id; everything else is an answer. */
const isAnswer = (kind: TroubleKind): boolean => kind !== 'offline' && kind !== 'fault' && kind !== 'too-many' && kind !== 'signed-out'
const answerTime = (response: Response): string => {
  const said = Date.parse(response.headers.get('date') ?? '')
  return new Date(Number.isNaN(said) ? Date.now() : said).toISOString()
}
/** FNV-1a: names a form's content in the store without keeping the content. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(36)
}
