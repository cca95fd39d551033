/* A colleague's rescue file inside this telephone: taken once, kept whole, sent when the server is reached, and put away only when that is safe. */
import { expect, test } from 'vitest'
import { openCarriedFiles, sendCarried } from './carried-files.ts'
import { MemoryStore } from './memory-store.ts'
import type { Change } from './sealed-store.ts'
import { DeviceFull } from './sealed-store.ts'
import { type Heard, SyncTrouble, type Told } from './session-wire.ts'
import { unsentOf } from './unsent.ts'

const NOW = '2026-11-22T06:00:00.000Z'
const parts = { now: () => NOW, changed: () => undefined }
const bytes = new Uint8Array(4_500_001).map((_none, at) => at % 251)
const header = `${JSON.stringify({ format: 'chanzo-rescue-1', device: 'd-1', madeAt: NOW })}\n`
const file = new Blob([header, bytes])
const keep = {
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
  keys: () => [],
  learn: () => undefined,
  settled: async () => undefined,
}
const numbers = { taken: 2, before: 0, waiting: 0, refused: 0, drafts: 1, photos: 3, unreadable: 0 }

async function taken(store = new MemoryStore()) {
  const carried = await openCarriedFiles(store, parts)
  const outcome = await carried.take(file)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return { store, carried, id: outcome.value.id }
}
const send = async (carried: Awaited<ReturnType<typeof taken>>['carried'], answer: Heard | Error) => {
  const sent: Pick<Told, 'method' | 'path'>[] = []
  const ask = async (told: Pick<Told, 'method' | 'path'> & Partial<Told>): Promise<Heard> => {
    sent.push({ ...told })
    if (answer instanceof Error) throw answer
    return answer
  }
  const isFaulty = await sendCarried({ carried, session: { ask }, told: () => undefined })
  return { isFaulty, sent }
}
const unsent = (store: MemoryStore) => unsentOf({ store, keep }).then(({ files }) => files)

test('a file is taken once and whole, lies in pieces, survives a reload, and counts as unsent', async () => {
  const { store, carried, id } = await taken()
  expect((await carried.take(file)).ok).toBe(true)
  const after = await openCarriedFiles(store, parts)
  expect(after.items()).toMatchObject([{ id, device: 'd-1', state: 'waiting', bytes: header.length + bytes.length, pieces: 3 }])
  expect(Buffer.from((await after.content(id)) ?? []).equals(Buffer.from(await file.arrayBuffer()))).toBe(true)
  expect(await unsent(store)).toBe(1)
})

test('what is no rescue file is not taken', async () => {
  const carried = await openCarriedFiles(new MemoryStore(), parts)
  for (const other of ['', 'a photograph', '{"format":"other"}\n'])
    expect(await carried.take(new Blob([other]))).toMatchObject({ ok: false, refusal: { code: 'not-a-rescue-file' } })
})

test('a phone that becomes full on the way keeps no half of it', async () => {
  const store = new MemoryStore()
  const write = store.write.bind(store)
  store.write = (changes: readonly Change[]) =>
    changes.some(({ key }) => key.endsWith('.00002')) && !changes.some((one) => 'drop' in one)
      ? Promise.reject(new DeviceFull('full'))
      : write(changes)
  const carried = await openCarriedFiles(store, parts)
  await expect(carried.take(file)).rejects.toBeInstanceOf(DeviceFull)
  expect([await store.keys('rescue'), carried.items()]).toEqual([[], []])
})

test('without network it waits; with it the server’s numbers are the receipt and the bytes leave', async () => {
  const { store, carried, id } = await taken()
  await expect(send(carried, new SyncTrouble('offline'))).rejects.toMatchObject({ code: 'offline' })
  expect(await send(carried, { status: 500, body: null })).toMatchObject({ isFaulty: true })
  expect(carried.items()).toMatchObject([{ state: 'waiting' }])
  const { sent } = await send(carried, { status: 200, body: numbers })
  expect(sent).toMatchObject([{ method: 'POST', path: '/api/field/rescues' }])
  expect(carried.items()).toMatchObject([{ state: 'sent', receipt: numbers, answeredAt: NOW }])
  expect([await store.keys('rescue'), await unsent(store)]).toEqual([[], 0])
  expect((await send(carried, { status: 200, body: numbers })).sent).toEqual([])
  await carried.putAway(id)
  expect(carried.items()).toEqual([])
})

test('of what could not all be read the bytes stay until they are put away; what is refused stays unsent with its reason', async () => {
  const first = await taken()
  await send(first.carried, { status: 200, body: { ...numbers, unreadable: 1 } })
  expect((await first.store.keys('rescue')).length).toBe(3)
  expect(await unsent(first.store)).toBe(0)

  const { store, carried, id } = await taken()
  await send(carried, { status: 403, body: { refusal: { code: 'rescue-needs-supervisor', facts: {} } } })
  expect(carried.items()).toMatchObject([{ state: 'refused', refusal: { code: 'rescue-needs-supervisor' } }])
  expect([await unsent(store), (await send(carried, { status: 200, body: numbers })).sent]).toEqual([1, []])
  await carried.again(id)
  await send(carried, new SyncTrouble('device-not-enrolled'))
  expect(carried.items()).toMatchObject([{ state: 'refused', refusal: { code: 'device-not-enrolled' } }])
  expect(await carried.content(id)).not.toBeNull()
})
