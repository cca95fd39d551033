/*
One request of a telephone to its server and what came back; how it travels is lent, so that tests lose, double and delay it. A slow link is no
lost link: the patience grows with the size of what is sent.
*/

export interface Told {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly headers: { readonly [name: string]: string }
  readonly body: string | Uint8Array<ArrayBuffer> | null
}
export interface Heard {
  readonly status: number
  /** Parsed JSON, or null. */
  readonly body: unknown
}
/** Rejects when the server was not reached. */
export type Wire = (told: Told, signal: AbortSignal) => Promise<Heard>

/** Why a round stops: `offline`, `device-removed`, `account-closed`, `device-full`, `fault`, or the server's own word. */
export class SyncTrouble extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

const LEAST_PATIENCE_MS = 60_000
/** A link slower than this sends nothing. */
const SLOWEST_BYTES_PER_SECOND = 2000

export const patienceMs = (body: Told['body']): number => LEAST_PATIENCE_MS + ((body?.length ?? 0) / SLOWEST_BYTES_PER_SECOND) * 1000

/** In a browser. No cookie goes with it: whoever signed in at a desk before is not the holder of the phone. */
export const fetchWire: Wire = async ({ method, path, headers, body }, signal) => {
  const response = await fetch(path, { method, headers, body, signal, credentials: 'omit', cache: 'no-store' })
  const text = await response.text()
  return { status: response.status, body: parsed(text) }
}

export async function heardOf(wire: Wire, told: Told): Promise<Heard> {
  const over = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => {
      over.abort()
      failed(new SyncTrouble('offline'))
    }, patienceMs(told.body))
  })
  try {
    const heard = await Promise.race([wire(told, over.signal), late])
    // A gateway answers for a server that is not there.
    if (heard.status === 502 || heard.status === 503 || heard.status === 504)
      throw new SyncTrouble(refusalIn(heard.body)?.code ?? 'offline')
    return heard
  } catch (error) {
    throw error instanceof SyncTrouble ? error : new SyncTrouble('offline')
  } finally {
    clearTimeout(timer)
  }
}

export const isOk = ({ status }: Heard): boolean => status >= 200 && status < 300

export const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export interface RefusalHeard {
  readonly code: string
  readonly facts: { readonly [name: string]: unknown }
}
/** The refusal in an answer's body. */
export const refusalIn = (body: unknown): RefusalHeard | null => (isRecord(body) ? readRefusal(body['refusal']) : null)
export function readRefusal(value: unknown): RefusalHeard | null {
  if (!isRecord(value) || typeof value['code'] !== 'string') return null
  return { code: value['code'], facts: isRecord(value['facts']) ? value['facts'] : {} }
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
