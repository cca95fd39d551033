/*
The senders of the measurement of ingest, in a process of their own: they sign beforehand, so that only sending is timed, and speak plain HTTP over connections
that stay open, because a client that costs as much as the server would measure itself. Closed: as many requests under way as connections. Open: at a fixed rate,
timed from the moment at which each was due, so that a server that falls behind is seen to.
*/
import { createPrivateKey, sign } from 'node:crypto'
import { createHash } from 'node:crypto'
import { type Socket, connect } from 'node:net'
import { canonicalJson } from '../src/kernel/canonical-json.ts'
import { bundleMessage } from '../src/modules/field/domain/bundle.ts'
import { parcelMessage } from '../src/modules/field/domain/parcel.ts'
import { newId } from '../test/world/client.ts'

export interface LoadPhone {
  readonly device: string
  readonly account: string
  readonly key: string
  readonly token: string
}
export interface LoadAsked {
  readonly port: number
  readonly now: string
  readonly sites: readonly string[]
  readonly phones: readonly LoadPhone[]
  /** One signature for each; `perRequest` of them at once; or one for all of a request. */
  readonly kind: 'signed' | 'bundle'
  readonly perRequest: number
  readonly requests: number
  readonly connections: number
  readonly seconds: number
  /** Events a second; null for as fast as it goes. */
  readonly rate: number | null
}
export interface LoadTold {
  /** Of requests that were answered in the timed part. */
  readonly events: number
  readonly seconds: number
  readonly p50: number
  readonly p99: number
  readonly refused: number
  /** Processor time of this process for one event, in microseconds. */
  readonly cpuMicros: number
  /** Everything that was acknowledged, warming up too. */
  readonly acknowledged: number
}

function requestsOf(asked: LoadAsked): readonly Buffer[] {
  const keys = asked.phones.map((phone) => createPrivateKey(phone.key))
  return Array.from({ length: asked.requests }, (_, at) => {
    const n = at % asked.phones.length
    const phone = asked.phones[n]
    const key = keys[n]
    if (!phone || !key) throw new Error('no telephone')
    const { device, account, token } = phone
    const signed = (message: string): string => sign(null, Buffer.from(message, 'utf8'), key).toString('base64')
    const parcels = Array.from({ length: asked.perRequest }, (_one, m) => {
      const id = newId()
      const data = {
        date: '2026-11-20',
        source: { name: 'Équipe', reference: `${at}-${m}` },
        onSite: true,
        observed: { workers: (at + m) % 400 },
      }
      const path = `/api/sites/${asked.sites[(at + m) % asked.sites.length]}/visits`
      return { id, text: canonicalJson({ v: 1, id, device, account, path, happenedAt: asked.now, after: [], data }) }
    })
    const body =
      asked.kind === 'signed'
        ? JSON.stringify({ parcels: parcels.map(({ id, text }) => ({ id, device, text, signature: signed(parcelMessage(text)) })) })
        : JSON.stringify({
            ...{ device, parcels },
            signature: signed(
              bundleMessage(
                device,
                parcels.map(({ text }) => createHash('sha256').update(text, 'utf8').digest('hex')),
              ),
            ),
          })
    const head = [
      `POST /api/field/${asked.kind === 'signed' ? 'parcels' : 'bundles'} HTTP/1.1`,
      'host: 127.0.0.1',
      `authorization: Bearer ${token}`,
      'content-type: application/json',
      'prefer: respond-async',
      `content-length: ${Buffer.byteLength(body)}`,
    ]
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`, 'utf8')
  })
}

/** One request after the other on one connection; resolves with the status once the whole answer is here. */
interface Line {
  readonly post: (request: Buffer) => Promise<number>
  readonly close: () => void
}
async function lineTo(port: number): Promise<Line> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((done, failed) => socket.once('connect', done).once('error', failed))
  let told: (status: number) => void = () => undefined
  let heard = Buffer.alloc(0)
  socket.on('data', (piece) => {
    heard = heard.length === 0 ? piece : Buffer.concat([heard, piece])
    const end = heard.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = heard.toString('latin1', 0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (heard.length < end + 4 + length) return
    const status = Number(head.slice(9, 12))
    // A refusal of one parcel hides in a good answer.
    const isRefused = heard.indexOf('not-valid', end) >= 0
    heard = Buffer.alloc(0)
    told(isRefused ? 422 : status)
  })
  return {
    post: (request) =>
      new Promise((done) => {
        told = done
        socket.write(request)
      }),
    close: () => void socket.destroy(),
  }
}

interface Tally {
  readonly times: number[]
  acknowledged: number
  refused: number
}
const WARM_MS = 500

async function closed(
  asked: LoadAsked,
  requests: readonly Buffer[],
  tally: Tally,
): Promise<{ readonly seconds: number; readonly cpu: number }> {
  const lines = await Promise.all(Array.from({ length: asked.connections }, () => lineTo(asked.port)))
  let at = 0
  const began = performance.now()
  const end = began + WARM_MS + asked.seconds * 1000
  let cpuAtStart: NodeJS.CpuUsage | null = null
  let last = began
  await Promise.all(
    lines.map(async (line) => {
      for (let request = requests[at++]; request && performance.now() < end; request = requests[at++]) {
        const sentAt = performance.now()
        const status = await line.post(request)
        const now = performance.now()
        if (status === 202) tally.acknowledged += asked.perRequest
        else tally.refused += 1
        if (now - began < WARM_MS) continue
        cpuAtStart ??= process.cpuUsage()
        if (status !== 202) continue
        tally.times.push(now - sentAt)
        last = now
      }
    }),
  )
  for (const line of lines) line.close()
  const { user, system } = process.cpuUsage(cpuAtStart ?? undefined)
  return { seconds: (last - began - WARM_MS) / 1000, cpu: user + system }
}

async function open(
  asked: LoadAsked,
  requests: readonly Buffer[],
  tally: Tally,
): Promise<{ readonly seconds: number; readonly cpu: number }> {
  const free = await Promise.all(Array.from({ length: asked.connections }, () => lineTo(asked.port)))
  const lines = [...free]
  const waiting: { readonly request: Buffer; readonly dueAt: number }[] = []
  const flying = new Set<Promise<void>>()
  const perMs = (asked.rate ?? 1) / asked.perRequest / 1000
  const began = performance.now()
  const cpu = process.cpuUsage()
  const go = (): void => {
    for (let line = free.pop(); line; line = free.pop()) {
      const next = waiting.shift()
      if (!next) return void free.push(line)
      const mine = line
      const flight = mine
        .post(next.request)
        .then((status) => {
          const now = performance.now()
          if (status === 202) tally.acknowledged += asked.perRequest
          else tally.refused += 1
          if (next.dueAt - began >= WARM_MS && status === 202) tally.times.push(now - next.dueAt)
          free.push(mine)
          go()
        })
        .finally(() => void flying.delete(flight))
      flying.add(flight)
    }
  }
  for (let at = 0; at < requests.length;) {
    const due = Math.min(requests.length, Math.floor((performance.now() - began) * perMs))
    for (; at < due; at++) {
      const request = requests[at]
      if (request) waiting.push({ request, dueAt: began + at / perMs })
    }
    go()
    await new Promise((done) => setTimeout(done, 1))
  }
  while (flying.size > 0 || waiting.length > 0) await new Promise((done) => setTimeout(done, 5))
  for (const line of lines) line.close()
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: requests.length / perMs / 1000 - WARM_MS / 1000, cpu: user + system }
}

process.on('message', (asked: LoadAsked) => {
  void (async () => {
    const requests = requestsOf(asked)
    const tally: Tally = { times: [], acknowledged: 0, refused: 0 }
    const { seconds, cpu } = await (asked.rate === null ? closed : open)(asked, requests, tally)
    const sorted = tally.times.toSorted((a, b) => a - b)
    const events = sorted.length * asked.perRequest
    const told: LoadTold = {
      ...{ events, seconds, refused: tally.refused, acknowledged: tally.acknowledged, cpuMicros: cpu / Math.max(1, events) },
      p50: sorted[Math.floor(sorted.length * 0.5)] ?? 0,
      p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    }
    process.send?.(told)
  })()
})
process.on('disconnect', () => process.exit(0))
