import { expect, test } from 'vitest'
import { type LargeRequest, sendLarge } from './send-large.ts'

/** As much of a browser's request as is used: it goes on when the test says so. */
class Request extends EventTarget implements LargeRequest {
  readonly upload = new EventTarget()
  status = 0
  responseText = ''
  said: string[] = []
  open(method: string, path: string) {
    this.said.push(`${method} ${path}`)
  }
  setRequestHeader() {}
  send(file: Blob) {
    this.said.push(`${file.size} bytes`)
  }
  abort() {
    this.dispatchEvent(new Event('abort'))
    this.dispatchEvent(new Event('loadend'))
  }
  answer(status: number, body: unknown) {
    Object.assign(this, { status, responseText: JSON.stringify(body) })
    this.dispatchEvent(new Event('load'))
    this.dispatchEvent(new Event('loadend'))
  }
}
function sent() {
  const request = new Request()
  const heard: (readonly [number, number])[] = []
  const stop = new AbortController()
  const answer = sendLarge<unknown>('/api/x', new Blob(['12345']), {
    signal: stop.signal,
    told: (one, of) => heard.push([one, of]),
    open: () => request,
  })
  return { request, heard, stop, answer }
}

test('what has gone is told, and the answer is the server’s', async () => {
  const { request, heard, answer } = sent()
  request.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded: 2, total: 5 }))
  request.answer(200, { taken: 1 })
  expect(await answer).toEqual({ taken: 1 })
  expect([request.said, heard]).toEqual([['POST /api/x', '5 bytes'], [[2, 5]]])
})
test('stopping ends it at once, also before it began', async () => {
  const { stop, answer } = sent()
  stop.abort()
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  const again = sendLarge('/api/x', new Blob(['1']), { signal: stop.signal, told: () => undefined })
  await expect(again).rejects.toMatchObject({ name: 'AbortError' })
})
test('a refusal is a refusal, and a lost line is a lost line', async () => {
  const refused = sent()
  refused.request.answer(403, { refusal: { code: 'not-your-device', facts: {} } })
  await expect(refused.answer).rejects.toMatchObject({ trouble: { kind: 'refused', refusal: { code: 'not-your-device' } } })
  const lost = sent()
  lost.request.dispatchEvent(new Event('error'))
  await expect(lost.answer).rejects.toMatchObject({ trouble: { kind: 'offline' } })
})
