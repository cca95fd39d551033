import { describe, expect, test } from 'vitest'
import { PIN, enrolled, value } from '../../../test/enrolled-phone.ts'
import { testPhone } from '../../../test/phone-parts.ts'
import { troubleOf } from '../api.ts'
import { startPhone } from './open-phone.ts'
import type { Wire } from './session-wire.ts'

const DURESS = '830274'
/** The app on a telephone of the division of mines, opened with the PIN given under duress. */
async function decoy(wire: Wire) {
  const on = testPhone()
  const { vaults, seat } = await enrolled(on)
  const own = value(await vaults.unlock(seat, PIN))
  await own.setHolder({ role: 'MINES_PROV' })
  await own.store.write([{ box: 'outbox', key: 'p', put: 'work' }])
  value(await own.setDuressPin(PIN, DURESS))
  await own.close()
  const vault = value(await vaults.unlock(seat, DURESS))
  const asked: string[] = []
  const phone = await startPhone({
    vault,
    rounds: {},
    wire: (told, signal) => {
      asked.push(`${told.method} ${told.path}`)
      return wire(told, signal)
    },
    appVersion: '0.3.0',
    goesBySelf: false,
  })
  const read = async (path: string): Promise<unknown> =>
    (await phone.hand.answer<unknown>(path, () => Promise.reject(new Error('a screen spoke with the server')))).data
  return { vaults, seat, vault, phone, asked, read }
}
const away: Wire = () => Promise.reject(new Error('no network'))
const there: Wire = () => Promise.resolve({ status: 200, body: { version: '0.3.0', demo: false, daysAhead: 0, demoAccounts: [] } })

describe('a workspace opened under duress looks like an ordinary telephone of the same role with nothing on it', () => {
  test('without network: the menu of the role, empty lists, a last contact', async () => {
    const { phone, read } = await decoy(away)
    expect(await read('/api/me')).toMatchObject({
      roles: ['MINES_PROV'],
      capabilities: expect.arrayContaining(['sites.read', 'sites.inspect']),
    })
    expect(await read('/api/about')).toMatchObject({ version: '0.3.0' })
    expect(await read('/api/sites?pageSize=50&sort=name')).toMatchObject({ total: 0, sites: [], pageSize: 50 })
    expect(await read('/api/missions?phase=planned')).toEqual({ missions: [] })
    expect(await read('/api/inspections?phase=draft')).toEqual({ inspections: [] })
    expect(await read('/api/notices')).toMatchObject({ unseen: 0 })
    expect(await read('/api/status/queues')).toMatchObject({ counts: { lapsedGreens: 0 } })
    expect(await read('/api/status/queues/expiringIn30Days?pageSize=10')).toMatchObject({ total: 0, sites: [] })
    expect(await read('/api/status/attention?pageSize=1')).toMatchObject({ missionsInProgress: { count: 0 } })
    expect(phone.sync.state().lastContactAt).toBe('2026-11-22T06:00:00.000Z')
    expect((await phone.sync.run()).trouble).toBe('offline')
  })

  test('with network: a round goes well, nobody is named to the server, and no screen says that a session ended', async () => {
    const { phone, asked, read } = await decoy(there)
    const done = await phone.sync.run()
    expect([done.trouble, done.unsent]).toEqual([null, 0])
    expect(done.lastContactAt).not.toBe('2026-11-22T06:00:00.000Z')
    expect(new Set(asked)).toEqual(new Set(['GET /api/about']))
    const unknown = await read('/api/lots/none').catch((error: unknown) => troubleOf(error).kind)
    expect(unknown).toBe('offline')
    const sent = await phone.hand.queue('/api/sites', {}, {}).catch((error: unknown) => troubleOf(error).kind)
    expect(sent).toBe('offline')
  })

  test('its settings neither tell nor touch the true part: a second PIN set or taken away there leaves the own one', async () => {
    const { vaults, seat, vault } = await decoy(away)
    value(await vault.setDuressPin(DURESS, '640917'))
    value(await vault.setDuressPin(DURESS, null))
    await vault.close()
    expect(await value(await vaults.unlock(seat, PIN)).store.read('outbox', 'p')).toBe('work')
  })
})
