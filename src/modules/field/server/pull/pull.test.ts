/* What a telephone carries, on the real database: everything that the screens ask, in pages, then only what changed. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type Infer, mustParse } from '../../../../kernel/schema.ts'
import { app, ask, inspect, members, newId, post, program, registerSite, setClock, taken } from '../../../../../test/sites-bed.ts'
import { publishOwnForms } from '../../../forms/module.ts'
import { InspectionPage } from '../../../sites/domain/missions/mission-answers.ts'
import { PullSize, Pulled } from '../../contract.ts'

setClock('2026-11-21T08:00:00.000Z')
await publishOwnForms(program)

interface Choice {
  readonly missions: readonly string[]
  readonly areas: readonly string[]
}
interface Asking {
  readonly role?: string
  readonly territory?: string
}
async function page(choice: Choice, cursor: string | null, { role = 'MINES_PROV', territory }: Asking = {}): Promise<Infer<typeof Pulled>> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/field/pulls',
    headers: { 'x-role': role, ...(territory ? { 'x-territory': territory } : {}) },
    payload: { cursor, ...choice },
  })
  expect(answer.statusCode, answer.body.slice(0, 400)).toBe(200)
  return mustParse(Pulled, answer.json())
}
/** Pulls to the end: what was got, what is gone, and the cursor to go on with. */
async function pull(choice: Choice, from: string | null = null, asking: Asking = {}) {
  const got = new Map<string, unknown>()
  const gone: string[] = []
  let cursor = from
  let pages = 0
  for (;;) {
    const one = await page(choice, cursor, asking)
    pages += 1
    for (const { path, data } of one.answers) got.set(path, data)
    gone.push(...one.gone)
    cursor = one.cursor
    if (one.done) return { got, gone, cursor, pages, of: one.of }
  }
}

const made = { mission: '', sites: new Array<string>(), inspection: '' }
beforeAll(async () => {
  made.sites = [await registerSite(), await registerSite(), await registerSite()]
  made.mission = await taken('MINES_NAT', '/api/missions', {
    missionKind: 'joint_validation',
    sites: made.sites,
    members,
    plannedFrom: '2026-11-21',
    plannedTo: '2026-11-28',
    legalBasis: ['Arrêté 0677/2021'],
  })
  await inspect(made.sites[0] ?? '', { date: '2026-11-10' })
  await taken('MINES_NAT', `/api/missions/${made.mission}/start`, { on: '2026-11-21' })
  made.inspection = await taken('MINES_PROV', '/api/inspections', { site: made.sites[1], date: '2026-11-21', onSite: true, members })
})
const choice = (): Choice => ({ missions: [made.mission], areas: [] })

/** What each screen of the field asks first, read off the screens; a screen that asks more must be added to `carry-paths.ts` too. */
const screens = (): { readonly [screen: string]: readonly string[] } => {
  const [site = '', second = ''] = made.sites
  return {
    home: [
      '/api/me',
      '/api/about',
      '/api/status/attention?pageSize=1',
      '/api/status/queues',
      '/api/status/queues/expiringIn30Days?pageSize=10',
      '/api/notices',
    ],
    missions: ['/api/missions', '/api/missions?phase=in-field', '/api/missions?phase=planned'],
    mission: [`/api/missions/${made.mission}`, '/api/missions/team-rules?on=2026-11-21', '/api/organisations'],
    inspections: ['/api/inspections', '/api/inspections?phase=draft', '/api/inspections?phase=accepted'],
    inspection: [
      `/api/inspections/${made.inspection}`,
      `/api/sites/${second}/standing`,
      `/api/inspections?phase=accepted&site=${second}`,
      '/api/status/rulebooks',
    ],
    'corrective actions': ['/api/corrective-actions?pageSize=500'],
    sites: ['/api/sites?pageSize=50&sort=name', '/api/places/areas?level=province'],
    site: [`/api/sites/${site}`, `/api/sites/${site}/register`, `/api/sites/${site}/near?within=10`],
    map: ['/api/sites/layers', '/api/places/boundaries?level=province'],
    'new visit': ['/api/forms', '/api/forms/inspection_cd', '/api/forms/inspection_annual'],
  }
}

describe('a first round', () => {
  test('gives every answer that the screens of the field ask', async () => {
    const { got } = await pull(choice())
    for (const [screen, paths] of Object.entries(screens()))
      for (const path of paths) expect(got.has(path), `${screen} asks ${path}`).toBe(true)
    const { form } = await ask(InspectionPage, `/api/inspections/${made.inspection}`)
    expect(got.has(`/api/forms/${form?.form}/versions/${encodeURIComponent(form?.version ?? '')}`), 'the form of the open visit').toBe(true)
    const site = mustParse(InspectionPage, got.get(`/api/inspections/${made.inspection}`))
    expect(site.site).toBe(made.sites[1])
  })
  test('is what the routes themselves answer to the person', async () => {
    const asking = { role: 'CIVIL_SOCIETY' }
    const { got } = await pull(choice(), null, asking)
    for (const path of [`/api/sites/${made.sites[0]}`, '/api/me', `/api/missions/${made.mission}`]) {
      const own = await app.inject({ method: 'GET', url: path, headers: { 'x-role': asking.role } })
      const { standing: _now, ...told } = own.json()
      expect(got.get(path), path).toMatchObject(told)
    }
    // Who is not cleared gets rounded positions in the bag too.
    const site: unknown = got.get(`/api/sites/${made.sites[0]}`)
    expect(site).toMatchObject({ positionPrecision: 'coarse' })
  })
  test('lists and the map hold what is carried, not the register', async () => {
    const stranger = await registerSite()
    const { got } = await pull(choice())
    expect(JSON.stringify(got.get('/api/sites?pageSize=50&sort=name'))).not.toContain(stranger)
    expect(got.get('/api/sites?pageSize=50&sort=name')).toMatchObject({ total: 3 })
    expect(got.get('/api/sites/layers')).toMatchObject({ withoutPosition: 0, name: { length: 3 } })
  })
  test('who weighs takes along what a scale asks of each site; nobody else does', async () => {
    const path = `/api/weighing/${made.sites[0]}`
    expect((await pull(choice(), null, { role: 'SAEMAPE_AGENT' })).got.get(path)).toMatchObject({ site: made.sites[0], batches: [] })
    expect((await pull(choice())).got.has(path)).toBe(false)
  })
  test('begins again at the same page when an answer was lost', async () => {
    const first = await page(choice(), null)
    const again = await page(choice(), null)
    expect(again.answers.map((one) => one.path)).toEqual(first.answers.map((one) => one.path))
    expect(again.cursor).toBe(first.cursor)
  })
})

describe('later rounds', () => {
  test('tell nothing where nothing happened, and cost next to nothing', async () => {
    const { cursor } = await pull(choice())
    const began = performance.now()
    for (let n = 0; n < 50; n++) expect((await page(choice(), cursor)).answers).toEqual([])
    expect((performance.now() - began) / 50).toBeLessThan(40)
  })
  test('tell what changed of what is carried, and nothing of what is not', async () => {
    const { cursor } = await pull(choice())
    const far = await registerSite()
    await taken('MINES_PROV', `/api/sites/${far}/visits`, visit)
    const nothing = await pull(choice(), cursor)
    expect([...nothing.got.keys()].filter((path) => path.includes(far))).toEqual([])
    await taken('MINES_PROV', `/api/sites/${made.sites[2]}/visits`, visit)
    const { got } = await pull(choice(), nothing.cursor)
    expect(got.has(`/api/sites/${made.sites[2]}`)).toBe(true)
    expect(got.has(`/api/sites/${made.sites[0]}`)).toBe(false)
    expect(got.has('/api/sites/layers')).toBe(true)
  })
  test('tell what was learned between two pages', async () => {
    const whole = await page(choice(), null)
    await taken('MINES_PROV', `/api/sites/${made.sites[0]}/visits`, visit)
    const rest = whole.done ? whole : await page(choice(), whole.cursor)
    const { got } = await pull(choice(), rest.cursor)
    expect(got.has(`/api/sites/${made.sites[0]}`)).toBe(true)
  })
  test('tell an inspection that was opened since, with its site', async () => {
    const { cursor } = await pull(choice())
    const inspection = await taken('MINES_PROV', '/api/inspections', { site: made.sites[2], date: '2026-11-20', onSite: true, members })
    const { got } = await pull(choice(), cursor)
    expect(got.has(`/api/inspections/${inspection}`)).toBe(true)
    expect(got.has(`/api/sites/${made.sites[2]}`)).toBe(true)
  })
  test('tell that a site which left the plan of the mission is gone', async () => {
    const sites = [await registerSite(), await registerSite()]
    const plan = {
      missionKind: 'joint_validation',
      sites,
      members,
      plannedFrom: '2026-11-24',
      plannedTo: '2026-11-28',
      legalBasis: ['Arrêté 0677/2021'],
    }
    const mission = await taken('MINES_NAT', '/api/missions', plan)
    const { cursor, got } = await pull({ missions: [mission], areas: [] })
    expect(got.has(`/api/sites/${sites[1]}`)).toBe(true)
    await taken('MINES_NAT', `/api/missions/${mission}/change`, { mission: { ...plan, sites: [sites[0]] }, reason: 'route coupée' })
    const later = await pull({ missions: [mission], areas: [] }, cursor)
    expect(later.gone).toContain(`/api/sites/${sites[1]}`)
    expect(later.gone).not.toContain(`/api/sites/${sites[0]}`)
    expect(later.got.has(`/api/missions/${mission}`)).toBe(true)
  })
  test('tell a stranger to a team nothing of a plan that is not theirs to read: not the mission, not its sites', async () => {
    const asking = { role: 'NEGOCIANT' }
    const carrying = await pull(choice(), null, asking)
    const sites = [made.sites[0] ?? '', await registerSite()]
    expect(carrying.got.has(`/api/sites/${sites[0]}`)).toBe(true)
    const { cursor } = await pull({ missions: [], areas: [] }, null, asking)
    const here = await pull(choice(), carrying.cursor, asking)
    const plan = { missionKind: 'joint_validation', sites, members, legalBasis: ['Arrêté 0677/2021'] }
    const days = { plannedFrom: '2026-11-24', plannedTo: '2026-11-28' }
    const mission = await taken('MINES_NAT', '/api/missions', { ...plan, ...days })
    const gone = async (missions: readonly string[], from: string) =>
      JSON.stringify((await pull({ missions, areas: [] }, from, asking)).gone)
    expect(await gone([], cursor)).not.toMatch(new RegExp([mission, ...sites].join('|')))
    // Nor does a site that they carry come again only because it is in the plan.
    const again = await pull(choice(), here.cursor, asking)
    expect([...again.got.keys()].filter((path) => path.includes(sites[0] ?? ''))).toEqual([])
    // Also where they name the mission themselves.
    const named = await pull({ missions: [mission], areas: [] }, null, asking)
    await taken('MINES_NAT', `/api/missions/${mission}/change`, {
      mission: { ...plan, ...days, sites: [sites[1]] },
      reason: 'route coupée',
    })
    expect(await gone([mission], named.cursor)).not.toMatch(new RegExp(sites.join('|')))
  })
  test('tell the colours that the calendar changed, and the lists of the new day', async () => {
    setClock('2026-11-21T08:00:00.000Z')
    const { cursor } = await pull(choice())
    setClock('2026-11-22T08:00:00.000Z')
    const { got } = await pull(choice(), cursor)
    expect(got.has('/api/missions/team-rules?on=2026-11-22')).toBe(true)
    expect(got.has(`/api/sites/${made.sites[0]}`)).toBe(false)
    setClock('2026-11-21T08:00:00.000Z')
  })
})

describe('its bounds', () => {
  test('the territory of the person bounds what is carried', async () => {
    const { got } = await pull(choice(), null, { territory: 'CD99' })
    expect([...got.keys()].filter((path) => /^\/api\/sites\/[0-9a-f-]{36}/.test(path))).toEqual([])
  })
  test('another choice, or a cursor that is none, begins anew', async () => {
    const { cursor } = await pull(choice())
    expect((await page({ ...choice(), areas: ['CD99'] }, cursor)).whole).toBe(true)
    expect((await page(choice(), 'nonsense')).whole).toBe(true)
    expect((await page(choice(), cursor)).whole).toBe(false)
  })
  test('a mission that is not there is told to be gone', async () => {
    const mission = newId()
    const { gone } = await pull({ missions: [mission], areas: [] })
    expect(gone).toContain(`/api/missions/${mission}`)
  })
  test('the size is told before anything is carried', async () => {
    const size = await ask(PullSize, `/api/field/pulls/size?missions=${made.mission}`, 'MINES_PROV')
    expect(size).toMatchObject({ sites: 3, estimated: true, mostRecords: 5000 })
    expect(size.bytes).toBeGreaterThan(size.sentBytes)
    expect(size.newestAt).toMatch(/T00:00:00.000Z$/)
  })
  test('who may not read sites carries nothing', async () => {
    const sent = await post('CITIZEN', '/api/field/pulls', {})
    expect(sent.status).toBe(403)
  })
})

const visit = {
  date: '2026-11-19',
  onSite: true,
  observed: {},
  source: { name: 'Équipe mixte', reference: 'MR-2' },
}
