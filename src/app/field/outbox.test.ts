import { expect, test } from 'vitest'
import { parse } from '../../kernel/schema.ts'
import { Parcel } from '../../modules/field/contract.ts'
import { parcelText } from '../../modules/field/domain/parcel.ts'
import { MemoryStore } from './memory-store.ts'
import { openOutbox } from './outbox.ts'
import { openPhotoBox } from './photo-box.ts'

const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const parcel = (signature: string) => {
  const [id, device, account, path] = [idOf(1), idOf(2), idOf(3), '/api/inspections']
  const text = parcelText({ id, device, account, path, happenedAt: '2026-11-21T08:00:00.000Z', after: [], data: {} })
  const read = parse(Parcel, { id, device, text, signature: `${signature.repeat(86)}==` })
  if (!read.ok) throw new Error('no parcel')
  return read.value
}

test('a colleague’s parcel that came damaged is taken anew when it comes whole, and not again after that', async () => {
  const store = new MemoryStore()
  const photos = await openPhotoBox(store, () => undefined)
  const outbox = await openOutbox({
    ...{ store, photos, holder: { device: idOf(8), account: idOf(9) } },
    signer: { sign: () => new Uint8Array(64) },
    subjectOf: (_path, id) => `inspection:${id}`,
    now: () => '2026-11-21T09:00:00.000Z',
    changed: () => undefined,
  })
  expect(await outbox.takeOver([parcel('A')])).toEqual({ added: 1, known: 0, damaged: 0 })
  expect(await outbox.takeOver([parcel('B')])).toEqual({ added: 0, known: 1, damaged: 0 })
  await outbox.settle(new Map([[idOf(1), { state: 'not-valid' as const }]]))
  await outbox.dismiss(idOf(1))
  expect(await outbox.takeOver([parcel('B')])).toEqual({ added: 1, known: 0, damaged: 0 })
  expect(await outbox.parcels([idOf(1)])).toEqual([parcel('B')])
  expect((await outbox.items()).map(({ state, isDismissed }) => [state, isDismissed])).toEqual([['ready', false]])
})
