import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ParcelText } from '../contract.ts'
import { parse } from '../../../kernel/schema.ts'
import { isParcel, isParcelText, parcelMessage, parcelText, readParcel, readParcelText } from './parcel.ts'

const uuids = fc.uuid({ version: 7 })
const words = fc.record({
  id: uuids,
  device: uuids,
  account: uuids,
  path: uuids.map((id) => `/api/inspections/${id}/answers`),
  happenedAt: fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((at) => at.toISOString()),
  after: fc.uniqueArray(uuids, { maxLength: 50 }),
  data: fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value).replaceAll('-0', '0'))),
})

test('what is written is read again, fits the contract, and its text is the only one', () => {
  fc.assert(
    fc.property(words, (said) => {
      const text = parcelText(said)
      const read = readParcelText(text)
      expect(read).toEqual({ v: 1, ...said, after: said.after.toSorted() })
      expect(parse(ParcelText, read).ok).toBe(true)
      expect(parcelText({ ...said, after: said.after.toReversed() })).toBe(text)
      expect(readParcelText(JSON.stringify(JSON.parse(text), null, 1))).toBeNull()
    }),
  )
})
test('a wrapper that names another command or device is damaged', () => {
  fc.assert(
    fc.property(words, uuids, (said, other) => {
      const text = parcelText(said)
      const parcel = { id: said.id, device: said.device, text, signature: `${'A'.repeat(86)}==` }
      if (!isParcel(parcel)) throw new Error('a parcel is no parcel')
      expect(readParcel(parcel)?.id).toBe(said.id)
      const [foreign, carried] = [
        { ...parcel, id: other },
        { ...parcel, device: other },
      ]
      if (!isParcel(foreign) || !isParcel(carried)) throw new Error('a parcel is no parcel')
      expect([readParcel(foreign), readParcel(carried)]).toEqual([null, null])
    }),
  )
})
test('what is no parcel is not taken for one, as the server would not', () => {
  const good = fc.sample(words, 1)[0]
  if (!good) throw new Error('nothing to try')
  const text: unknown = JSON.parse(parcelText(good))
  if (!isParcelText(text)) throw new Error('a parcel is no parcel')
  const bad = [
    { ...text, v: 2 },
    { ...text, id: 'x' },
    { ...text, happenedAt: '2026-11-22' },
    { ...text, path: 'https://elsewhere.example/api/x' },
    { ...text, path: '/api/x?y=1' },
    { ...text, after: Array.from({ length: 51 }, () => good.id) },
    null,
    'text',
    [],
  ]
  expect(bad.map(isParcelText)).toEqual(bad.map(() => false))
  expect(readParcelText('{')).toBeNull()
  expect(isParcel({ id: good.id, device: good.device, text: 'x', signature: 'short' })).toBe(false)
  expect(parcelMessage('{}')).toBe('chanzo-parcel-v1\n{}')
})
