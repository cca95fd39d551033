import { afterEach, expect, test, vi } from 'vitest'
import { post, troubleOf } from './api.ts'
import { type FieldHand, deviceFiles, deviceKeep, takeHand } from './device.ts'
import { DeviceFull } from './field/sealed-store.ts'

const device = { keep: deviceKeep(), files: deviceFiles() }
const hand: FieldHand = {
  authorization: () => null,
  answer: (_path, fromServer) => fromServer(),
  takes: () => false,
  queue: () => Promise.reject(new Error('not here')),
  keepFile: () => Promise.reject(new Error('not here')),
}
afterEach(() => {
  takeHand({ ...device, hand: null })
  vi.unstubAllGlobals()
})

test('an open telephone sends no cookie of somebody who signed in on it, also without a session of its own', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_path: string, request: RequestInit) => {
    sent.push(request.credentials)
    return Promise.resolve(Response.json({}))
  })
  await post('/api/anything', {})
  takeHand({ ...device, hand })
  await post('/api/anything', {})
  expect(sent).toEqual(['same-origin', 'omit'])
})

test('a full telephone is a refusal with words of its own, and no fault of the server', () => {
  expect(troubleOf(new DeviceFull('no room'))).toMatchObject({ kind: 'refused', refusal: { code: 'device-full' } })
  expect(troubleOf(new Error('x')).kind).toBe('fault')
})
