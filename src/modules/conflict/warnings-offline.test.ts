/* A warning that a telephone wrote without network comes as a parcel, once, with the hour at which it was written. */
import { expect, test } from 'vitest'
import { fieldWorker, world } from '../../../test/field-bed.ts'
import { TEST_NOW } from '../../../test/database.ts'
import { provinceOutline, territoireOutlines } from '../../../test/world/lukanda.ts'
import { mustParse } from '../../kernel/schema.ts'
import { ParcelAnswers } from '../field/contract.ts'
import { importBoundaries } from '../places/module.ts'
import { WarningList } from './contract-warnings.ts'
import { warningsOffline } from './ui/offline/part.ts'

test('kept in the outbox, handed in twice, it is one warning whose clock runs from when it was written', async () => {
  const { program } = world
  const parts = { ...program, places: program.modules.places.door, actor: { account: 'operator', organisation: null, role: null } }
  for (const [file, level] of [
    [provinceOutline, 'province'],
    [territoireOutlines, 'territoire'],
  ] as const)
    expect((await importBoundaries(parts, { file, level })).ok).toBe(true)
  const { phone } = await fieldWorker('SAEMAPE_AGENT')
  const path = '/api/conflict/warnings'
  const data = { type: 'attack', channel: 'radio', territoire: 'XL102', severity: 5, reporter: 'miner', what: 'Tirs.' }
  const parcel = phone.parcel(path, data, { happenedAt: TEST_NOW })
  expect(warningsOffline.subjectOf(path, parcel.id)).toBe(`warning:${parcel.id}`)
  world.setClock('2026-11-21T13:30:00.000Z')
  const client = await phone.client()
  for (const _again of [1, 2]) {
    const { body } = await client.send('/api/field/parcels', { parcels: [parcel] })
    expect(mustParse(ParcelAnswers, body).answers).toMatchObject([
      { id: parcel.id, state: 'taken', receipt: { subject: `warning:${parcel.id}` } },
    ])
  }
  const { own } = mustParse(WarningList, (await client.get(path)).body)
  expect(own.map((one) => [one.id, one.receivedAt])).toEqual([[parcel.id, TEST_NOW]])
  world.setClock(TEST_NOW)
})
