/* Telephones seen from the office: what they say of themselves, who sees which, and which are late. */
import { expect, test } from 'vitest'
import { app, fieldWorker, organisation, person, root, world } from '../../../../../test/field-bed.ts'
import { codeOf } from '../../../../../test/field-phone.ts'
import { type Client, stranger } from '../../../../../test/world/client.ts'
import { TEST_NOW } from '../../../../../test/database.ts'
import { json, keyed, listOf, looseRecord, mustParse, whole } from '../../../../kernel/schema.ts'

const Answer = looseRecord({ devices: listOf(keyed(json())), late: whole(), rules: json() })
const list = async (client: Client) => mustParse(Answer, (await client.get('/api/field/devices')).body)
const said = { appVersion: '0.2.0', unsent: 0, oldestUnsentAt: null, clockOffsetSeconds: -40, isPersisted: true, freeBytes: 1.5e9 }

test('a telephone checks in; its own people, its officer and whoever oversees its organisation see it; others do not', async () => {
  const home = await organisation('saemape')
  const worker = await fieldWorker('SAEMAPE_AGENT', { organisation: home })
  const chief = await person(['MINES_PROV'], { organisation: home })
  const elsewhere = await person(['MINES_PROV'], { organisation: await organisation('provincial-division') })
  const phone = await worker.phone.client()
  expect((await phone.send('/api/field/check-ins', said)).status).toBe(200)
  expect(codeOf(await worker.client.send('/api/field/check-ins', said))).toBe('only-for-telephones')
  expect(codeOf(await phone.send('/api/field/check-ins', { ...said, unsent: -1 }))).toBe('not-understood')
  expect(codeOf(await stranger(app).get('/api/field/devices'))).toBe('not-signed-in')
  for (const client of [phone, worker.client, chief.client, root])
    expect((await list(client)).devices).toContainEqual(
      expect.objectContaining({
        device: worker.phone.device,
        role: 'SAEMAPE_AGENT',
        organisation: expect.stringContaining('saemape'),
        lastSeenAt: TEST_NOW,
        unsent: 0,
        clockOffsetSeconds: -40,
        late: false,
        removed: null,
        shut: null,
        freeBytes: 1.5e9,
      }),
    )
  expect((await list(elsewhere.client)).devices).toEqual([])
})

test('late is who was not heard of for a week, or says that work lies for three days; a removed one is not waited for', async () => {
  const [silent, loaded, removed] = [await fieldWorker(), await fieldWorker(), await fieldWorker()]
  world.setClock('2026-11-21T09:45:00.000Z')
  await root.post(`/api/devices/${removed.phone.device}/revocations`, { reason: 'seized', from: TEST_NOW })
  world.setClock('2026-11-26T09:45:00.000Z')
  await (await loaded.phone.client()).send('/api/field/check-ins', { ...said, unsent: 12, oldestUnsentAt: '2026-11-22T09:45:00.000Z' })
  const lateOf = async (device: string) => (await list(root)).devices.find((one) => one['device'] === device)
  expect(await lateOf(silent.phone.device)).toMatchObject({ late: false, lastSeenAt: null })
  expect(await lateOf(loaded.phone.device)).toMatchObject({ late: true, unsent: 12 })
  const before = (await list(root)).late
  world.setClock('2026-11-28T10:00:00.000Z')
  expect(await lateOf(silent.phone.device)).toMatchObject({ late: true })
  expect(await lateOf(removed.phone.device)).toMatchObject({ late: false, removed: { at: TEST_NOW, reason: 'seized' } })
  expect((await list(root)).late).toBeGreaterThan(before)
})

test('a telephone of a closed account or of a withdrawn role says so, and nobody waits to hear of it', async () => {
  const [closed, changed] = [await fieldWorker(), await fieldWorker()]
  await root.post(`/api/accounts/${closed.account}/closures`, { reason: 'left the service' })
  await root.post(`/api/accounts/${changed.account}/withdrawals`, { role: 'SAEMAPE_AGENT', reason: 'moved' })
  world.setClock('2027-01-05T10:00:00.000Z')
  const answer = await list(root)
  const of = (device: string) => answer.devices.find((one) => one['device'] === device)
  expect(of(closed.phone.device)).toMatchObject({ shut: 'account-closed', late: false, removed: null, freeBytes: null })
  expect(of(changed.phone.device)).toMatchObject({ shut: 'device-role-withdrawn', late: false })
  expect(answer.late).toBe(answer.devices.filter((one) => one['late'] === true).length)
})
