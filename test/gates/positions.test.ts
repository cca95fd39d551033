/*
Two coordinates: where a site lies to the metre is told to the cleared, and to nobody else, in no field of no answer. An ICGLR identifier spells
the position out, so the others read its country and number; the signed code carries it whole, packed, because the standard demands it.
*/
import { expect, test, vi } from 'vitest'
import { MACHINE_ROLES, ROLE_IDS, capabilitiesOf } from '../../src/modules/people/domain/roles.ts'
import { addAccount } from '../../src/modules/people/module.ts'
import { freshProvince } from '../played-province.ts'
import { DEMO_PASSWORD, demoAccounts } from '../world/accounts.ts'
import { sites } from '../world/lukanda.ts'
import { everyAnswer } from './every-answer.ts'

const world = await freshProvince()
const { province } = world
const roles = (names: string): readonly string[] => names.split(' ')
const spelled = sites.flatMap(({ latitude, longitude }) =>
  [latitude, longitude].flatMap((degrees) => [String(degrees), degrees.toFixed(4)]),
)
const marks = [...new Set(spelled.map((text) => text.replace('-', '')))]
/** Roles that nobody of the demonstration has: one person of each that is not cleared asks as well. Machines come with a token: `map-reader` may read what any reader of sites may, and those ask here. */
const uncast = ROLE_IDS.filter((role) => !MACHINE_ROLES.includes(role) && !demoAccounts.some((one) => one.role === role))
const others = uncast
  .filter((role) => !capabilitiesOf([role]).has('sites.exact-position'))
  .map((role) => ({
    key: role,
    role,
    email: `${role.toLowerCase().replaceAll('_', '-')}@role.chanzo.example`,
  }))
const isCleared = (key: string): boolean => {
  const role = [...demoAccounts, ...others].find((one) => one.key === key)?.role
  return role !== undefined && capabilitiesOf([role]).has('sites.exact-position')
}

/** Every answer to everybody: some thousands of questions. */
vi.setConfig({ testTimeout: 600_000 })
test('no answer tells an exact position to strangers, nor to the uncleared', async () => {
  const app = await world.program.createHttp()
  const parts = { ...world.program, places: world.program.modules.places.door }
  for (const { email, role } of others) {
    const person = { email, name: role, password: DEMO_PASSWORD, roles: [role], organisation: null, territory: 'everywhere' } as const
    expect(await addAccount(parts, person)).toMatchObject({ ok: true })
  }
  const heard = await everyAnswer({ program: world.program, province, app, also: others })
  await app.close()
  const telling = heard.filter(({ text }) => marks.some((mark) => text.includes(mark)))
  // The search finds what it looks for: the cleared are told.
  const told = new Set(telling.filter(({ asker }) => isCleared(asker)).map(({ path }) => path))
  expect([...told]).toEqual(
    expect.arrayContaining(['/api/sites', '/api/sites/map', '/api/sites/layers', '/api/sites/:site', '/api/certificates/:number']),
  )
  const uncleared = telling.filter(({ asker }) => !isCleared(asker))
  expect(uncleared.map(({ path, asker }) => `${path} ${asker}`)).toEqual([])
  expect([...demoAccounts, ...others].map(({ key }) => key).filter((key) => !isCleared(key))).toEqual([
    'witness',
    'cooperative',
    'trader',
    'exporter',
    'administrator',
    ...['secretary', 'trainer', 'counsellor', 'enumerator', 'manager', 'donor'],
    ...['caseworker', 'casework2', 'supervisor', 'shelter', 'clinic', 'justice', 'apltp', 'dpo', 'monitor'],
    ...['custodian1', 'custodian2', 'custodian3'],
    ...roles('GOVERNOR PROCESSOR CONCESSION_HOLDER FEC WHISTLEBLOWER DOWNSTREAM OBSERVER'),
  ])
})
