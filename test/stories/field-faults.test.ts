/*
Three hundred bad days: two telephones and a server play the same work in a storm and without one, and nothing is lost, nothing is done twice, and the
visit ends the same. A failing day prints its number; CHANZO_FAULT_DAY plays that one alone (what chance draws is the same, how the threads of the
machine meet is not). CHANZO_FAULT_DAYS sets how many.
*/
import { afterAll, beforeAll, expect, test } from 'vitest'
import { looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { publishOwnForms } from '../../src/modules/forms/module.ts'
import { addAccount, addOrganisation } from '../../src/modules/people/module.ts'
import { emptyDatabase } from '../empty-database.ts'
import { type Team, play } from '../field-day.ts'
import { type TestPhone, enrolPhone } from '../field-phone.ts'
import { type KillableServer, killableServer } from '../field-server.ts'
import { type Storm, calm, newLog, weatherOf } from '../field-storm.ts'
import { chanceOf, workload } from '../field-workload.ts'
import { signIn, subjectOf } from '../world/client.ts'

const DAYS = Number(process.env['CHANZO_FAULT_DAYS'] ?? 300)
const ONLY = process.env['CHANZO_FAULT_DAY']
/** As many different days of work; each is played once without a storm. */
const WORKLOADS = 12
const LANES = 4
const PASSWORD = 'une phrase assez longue'
const today = new Date().toISOString().slice(0, 10)

const database = await emptyDatabase()
let server: KillableServer
let form: Team['form']
let phones: Team['phones']
let cookie = ''
const sites: string[] = []

beforeAll(async () => {
  server = await killableServer(database)
  const program = server.program()
  await publishOwnForms(program)
  const found = await program.database.read((tx) => program.modules.forms.door.current(tx, program.tenant, 'inspection_cd'))
  if (!found) throw new Error('the form that ships is not published')
  form = { form: found.form, version: found.version, sha256: found.sha256 }
  const parts = { ...program, places: program.modules.places.door }
  const person = async (role: string, kind?: 'provincial-division' | 'civil-society') => {
    const founded = kind ? await addOrganisation(parts, { name: kind, kind, area: null }) : null
    const organisation = founded?.ok ? { organisation: founded.value.organisation } : {}
    const email = `${role.toLowerCase()}@faults.example`
    const added = await addAccount(parts, { email, password: PASSWORD, roles: [role], ...organisation })
    if (!added.ok) throw new Error(added.refusal.code)
    return { account: added.value.account, role, email }
  }
  const [root, officer] = [await person('ADMINISTRATOR'), await person('MINES_NAT')]
  const admin = await signIn(server.app(), root.email, PASSWORD)
  const enrolled = async (role: string, kind: 'provincial-division' | 'civil-society'): Promise<TestPhone & { readonly email: string }> => {
    const owner = await person(role, kind)
    return { ...(await enrolPhone(server.app(), admin, owner)), email: owner.email }
  }
  const [mines, society] = [await enrolled('MINES_PROV', 'provincial-division'), await enrolled('CIVIL_SOCIETY', 'civil-society')]
  phones = { 'mines-administration': mines, 'civil-society': society }
  const signed = await server
    .app()
    .inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: society.email, password: PASSWORD } })
  cookie = signed.cookies.map((one) => `${one.name}=${one.value}`).join('; ')
  const client = await signIn(server.app(), officer.email, PASSWORD)
  for (let number = 0; number < 20; number++) {
    const position = { at: { latitude: -1.9641, longitude: 28.1234 }, origin: 'gps' }
    const site = {
      nationalId: `cd-${number}`,
      name: `Site ${number}`,
      country: 'CD',
      minerals: ['Sn'],
      position,
      stated: { province: 'Sud-Kivu' },
    }
    sites.push(subjectOf(await client.post('/api/sites', { ...site, source: { name: 'Équipe mixte', reference: 'MR-1' } })))
  }
})
afterAll(() => server.close())

const log = newLog()
const undisturbed = new Map<string, unknown>()
const dayOf = (seed: number, isOld: boolean) => ({
  ...{ seed, isOld, phases: workload(seed % WORKLOADS) },
  team: { site: sites[seed % sites.length] ?? '', date: today, form, phones, cookie },
})
const storm = (seed: number, weather: Storm['weather']): Storm => ({ server, chance: chanceOf(seed), weather, log, adrift: new Set() })

/** A day and whether the second one's app is a release older. */
const drawn = (seed: number) => {
  const chance = chanceOf(seed + 100_000)
  return { seed, chance, isOld: chance() < 0.2 }
}
const keyOf = ({ seed, isOld }: { readonly seed: number; readonly isOld: boolean }): string => `${seed % WORKLOADS} ${isOld}`

/** Several days at once, as on any server: what one storm breaks, another's must bear. */
async function inLanes<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items]
  const lane = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

test(`${ONLY ?? DAYS} bad days end like good ones`, { timeout: 600_000 }, async () => {
  const began = performance.now()
  const days = (ONLY === undefined ? Array.from({ length: DAYS }, (_, at) => at) : [Number(ONLY)]).map(drawn)
  const works = [...new Map(days.map((one) => [keyOf(one), one])).values()]
  await inLanes(works, async ({ seed, isOld }) => {
    const good = await play(dayOf(seed, isOld), storm(seed, { now: calm }))
    expect({ day: seed, good }).toMatchObject({ good: { phase: 'submitted', commands: 'each once', photos: 'all' } })
    undisturbed.set(keyOf({ seed, isOld }), good)
  })
  await inLanes(days, async ({ seed, isOld, chance }) => {
    const ended = await play(dayOf(seed, isOld), storm(seed, { now: weatherOf(chance) })).catch((error: unknown) => String(error))
    expect({ day: seed, ended }).toEqual({ day: seed, ended: undisturbed.get(keyOf({ seed, isOld })) })
  })
  const left = await server.sql(`select state, count(*)::int as count from parcel group by state`)
  expect(mustParse(looseRecord({ state: text() }), left.rows[0]).state).toBe('taken')
  expect(left.rows).toHaveLength(1)
  // A storm in which something never happened would prove nothing about it.
  if (ONLY === undefined && DAYS >= 100)
    for (const [what, times] of Object.entries(log))
      expect({ what, times }).toMatchObject({ times: expect.toSatisfy((n: number) => n > 3) })
  process.stdout.write(`${DAYS} days in ${Math.round((performance.now() - began) / 1000)} s: ${JSON.stringify(log)}\n`)
})
