/*
A large file on its way from a desk: how much of it has gone, and a way to stop. `fetch` tells neither, so this one way is the browser's older one; what
the server answers is read as everywhere. What was stopped half-way changed nothing: the server acts when it has the whole file.
*/
import { ApiTrouble, troubleIn } from './api.ts'

/** As much of `XMLHttpRequest` as is used. */
export interface LargeRequest {
  readonly status: number
  readonly responseText: string
  readonly upload: Pick<EventTarget, 'addEventListener'>
  readonly addEventListener: EventTarget['addEventListener']
  readonly open: (method: string, path: string) => void
  readonly setRequestHeader: (name: string, value: string) => void
  readonly send: (file: Blob) => void
  readonly abort: () => void
}
export interface LargeSending {
  readonly signal: AbortSignal
  /** Bytes that have left, of how many. */
  readonly told: (sent: number, of: number) => void
  /** A browser's `XMLHttpRequest`; tests lend their own. */
  readonly open?: () => LargeRequest
}

/** Rejects with an `AbortError` when it was stopped. */
export function sendLarge<Data>(path: string, file: Blob, sending: LargeSending): Promise<Data>
export function sendLarge(path: string, file: Blob, { signal, told, open = () => new XMLHttpRequest() }: LargeSending): Promise<unknown> {
  return new Promise((done, failed) => {
    const stopped = () => failed(new DOMException('stopped by the person', 'AbortError'))
    if (signal.aborted) return stopped()
    const request = open()
    const stop = () => request.abort()
    signal.addEventListener('abort', stop, { once: true })
    request.addEventListener('loadend', () => signal.removeEventListener('abort', stop))
    request.upload.addEventListener('progress', (event) => told(numberIn(event, 'loaded'), numberIn(event, 'total')))
    request.addEventListener('abort', stopped)
    request.addEventListener('error', () => failed(new ApiTrouble({ kind: 'offline', refusal: null, faults: [], faultId: null })))
    request.addEventListener('load', () => done(answerOf(request)))
    request.open('POST', path)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
    return undefined
  })
}

async function answerOf({ responseText, status }: LargeRequest): Promise<unknown> {
  const response = new Response(responseText, { status })
  if (!response.ok) throw await troubleIn(response)
  return response.json()
}

function numberIn(event: Event, name: 'loaded' | 'total'): number {
  const found: unknown = Reflect.get(event, name)
  return typeof found === 'number' ? found : 0
}
