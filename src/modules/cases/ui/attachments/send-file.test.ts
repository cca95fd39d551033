import { expect, test } from 'vitest'
import { sendPieces } from './send-file.ts'
import { wavOf } from './wav.ts'

/** A server that keeps pieces, on a line that breaks when it is told to. */
function serverOn(breaks: readonly number[]) {
  const kept = { bytes: new Uint8Array() }
  let asked = 0
  const fetch = (path: string, request: RequestInit): Promise<Response> => {
    asked++
    if (breaks.includes(asked)) return Promise.reject(new Error('the line broke'))
    const offset = Number(new URL(path, 'http://here').searchParams.get('offset') ?? '0')
    const body = request.body instanceof Uint8Array ? request.body : new Uint8Array()
    if (request.method === 'PUT' && offset === kept.bytes.length) kept.bytes = Uint8Array.from(Buffer.concat([kept.bytes, body]))
    return Promise.resolve(new Response(JSON.stringify({ received: kept.bytes.length, of: null, done: false })))
  }
  return { kept, fetch, asked: () => asked }
}
const file = Uint8Array.from({ length: 600_000 }, (_none, at) => at % 251)

test('goes in pieces over a line that breaks, and on from where the server stands', async () => {
  const server = serverOn([3, 4])
  const told: number[] = []
  const waited: number[] = []
  const wait = (milliseconds: number) => Promise.resolve(void waited.push(milliseconds))
  await sendPieces('/api/cases/a/files/b/pieces', file, { told: (sent) => void told.push(sent), fetch: server.fetch, wait })
  expect(Buffer.compare(server.kept.bytes, file)).toBe(0)
  expect(waited).toEqual([1000, 2000])
  expect(told.at(-1)).toBe(600_000)
  // Somebody who comes back later sends what is missing and nothing twice.
  const half = serverOn([])
  half.kept.bytes = file.slice(0, 400_000)
  await sendPieces('/api/cases/a/files/b/pieces', file, { told: () => undefined, fetch: half.fetch, wait })
  expect([half.asked(), half.kept.bytes.length]).toEqual([2, 600_000])
})

test('a line that stays away is said, and nothing is asked for ever', async () => {
  const server = serverOn(Array.from({ length: 100 }, (_none, at) => at + 2))
  const sending = sendPieces('/x', file, { told: () => undefined, fetch: server.fetch, wait: () => Promise.resolve() })
  await expect(sending).rejects.toMatchObject({ trouble: { kind: 'offline' } })
  expect(server.asked()).toBeLessThan(10)
})

test('a recording is sound and nothing else: a head of 44 bytes and two for each sample', () => {
  const wav = wavOf(Float32Array.from([0, 1, -1, 2]))
  expect(new TextDecoder().decode(wav.slice(0, 4))).toBe('RIFF')
  expect([wav.length, ...new Int16Array(wav.slice(44).buffer)]).toEqual([52, 0, 32_767, -32_767, 32_767])
})
