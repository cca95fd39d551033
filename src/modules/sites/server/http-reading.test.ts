import { expect, test } from 'vitest'
import { Attention, FigureList, SiteList, SiteMap, SitePage } from '../domain/register/answers.ts'
import { app, ask, inspect, members, orderText, post, registerSite, setClock, source, standing, taken } from '../../../../test/sites-bed.ts'

test('an order that acts backwards changes the past only for those who know of it', async () => {
  const site = await registerSite()
  setClock('2026-11-22T08:00:00.000Z')
  await taken(
    'MINISTER',
    '/api/orders',
    orderText([{ site, colour: 'red' }], {
      orderKind: 'red_listing',
      signedOn: '2026-11-22',
      effectiveFrom: '2026-06-01',
      durationMonths: 6,
    }),
  )
  expect(await standing(site, '?asOf=2026-07-01&knownAt=2026-11-21')).toMatchObject({ internal: 'NONE', basis: 'none' })
  expect(await standing(site, '?asOf=2026-07-01&knownAt=2026-11-22')).toMatchObject({ internal: 'RED', validUntil: '2026-12-01' })
  const early = await post(
    'MINISTER',
    '/api/orders',
    orderText([{ site, colour: 'yellow' }], { orderKind: 'extension', signedOn: '2026-11-22' }),
  )
  expect(early.code).toBe('nothing-to-extend')
  const order = await taken(
    'MINISTER',
    '/api/orders',
    orderText([{ site, colour: 'red' }], {
      orderKind: 'extension',
      signedOn: '2026-11-22',
      effectiveFrom: '2026-12-01',
      durationMonths: 6,
    }),
  )
  expect(await standing(site, '?asOf=2026-12-02')).toMatchObject({ since: '2026-06-01', validUntil: '2027-06-01' })
  await taken('MINISTER', `/api/orders/${order}/annulment`, { on: '2026-11-22', reason: 'erreur de site' })
  expect(await standing(site, '?asOf=2026-12-02')).toMatchObject({ lapsed: true, validUntil: '2026-12-01' })
})

test('a green that ran out is read as a lapsed green, in lists, on the map, on the page and by a stranger, though the rule calls it blue', async () => {
  const site = await registerSite({ name: 'Mlima Saba' })
  await inspect(site, { date: '2025-10-01' })
  await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'green' }], { signedOn: '2025-10-11', effectiveFrom: '2025-10-11' }))
  const lapsed = { shown: 'green', lapse: { colour: 'green', on: '2026-10-11', days: 41 }, lapsed: true }
  const rule = { colour: 'blue', internal: 'BLUE_LAPSED_GREEN', validUntil: '2029-10-11' }
  const day = 'asOf=2026-11-21&text=mlima'
  expect(await standing(site, '?asOf=2026-11-21')).toMatchObject({ ...lapsed, ...rule, wireCode: 0, allows: { produce: 'no' } })
  const list = await ask(SiteList, `/api/sites?${day}&colour=green&lapsed=true`)
  expect(list).toMatchObject({ total: 1, byColour: { green: 1, blue: 0 }, sites: [{ id: site, standing: { ...lapsed, ...rule } }] })
  expect((await ask(SiteList, `/api/sites?${day}&colour=blue`)).total).toBe(0)
  const map = await ask(SiteMap, `/api/sites/map?${day}`)
  expect(map.sites).toMatchObject([{ id: site, shown: 'green', lapsedOn: '2026-10-11' }])
  const page = await ask(SitePage, `/api/sites/${site}?asOf=2026-11-21`)
  expect(page.standing).toMatchObject(lapsed)
  expect(page.periods).toMatchObject([
    { from: '2025-10-11', to: '2026-10-11', shown: 'green', lapse: null },
    { from: '2026-10-11', to: null, shown: 'green', lapse: { colour: 'green', on: '2026-10-11' }, internal: 'BLUE_LAPSED_GREEN' },
  ])
  const waits = (await ask(Attention, '/api/status/attention?asOf=2026-11-21')).lapsedGreens.first.find((one) => one.site === site)
  expect(waits).toMatchObject({ day: '2026-10-11', standing: lapsed })
  const paper = (await app.inject({ method: 'GET', url: `/site/${site}` })).payload
  expect(paper).toMatch(/status green lapsed">● Vert \| échu 4\d j/)
  expect(paper).toContain('échu depuis le 11/10/2026 ; la règle le traite comme bleu jusqu’au 11/10/2029')
})

test('a joint team on the site is a visit for every list and figure, from its day on; one that did not get there is not', async () => {
  const [seen, missed] = [await registerSite({ name: 'Kiwanja B' }), await registerSite({ name: 'Pango 3' })]
  const open = (site: string, more: object) => taken('MINES_PROV', '/api/inspections', { site, date: '2026-11-03', members, ...more })
  await open(seen, { onSite: true })
  await open(missed, { onSite: false, notVisitedReason: 'Pont coupé' })
  const lastIn = async (name: string, asOf: string) => {
    const [row] = (await ask(SiteList, `/api/sites?text=${name}&asOf=${asOf}`)).sites
    const [dot] = (await ask(SiteMap, `/api/sites/map?text=${name}&asOf=${asOf}`)).sites
    return [row?.lastVisitOn, dot?.lastVisitOn]
  }
  expect(await lastIn('kiwanja', '2026-11-03')).toEqual(['2026-11-03', '2026-11-03'])
  expect(await lastIn('kiwanja', '2026-11-02')).toEqual([null, null])
  expect(await lastIn('pango', '2026-11-03')).toEqual([null, null])
  expect(await ask(SitePage, `/api/sites/${seen}`)).toMatchObject({ lastVisitOn: '2026-11-03', inspections: [{ onSite: true }] })
  expect(await ask(SitePage, `/api/sites/${missed}`)).toMatchObject({ lastVisitOn: null, inspections: [{ onSite: false }] })
  expect((await ask(SitePage, `/api/sites/${seen}?asOf=2026-11-02`)).inspections).toEqual([])
  const behind = async (figure: string) =>
    (await ask(FigureList, `/api/reports/validity/${figure}?pageSize=500`)).sites.map((site) => site.id)
  for (const figure of ['neverVisited', 'neverVisitedSince']) {
    expect(await behind(figure)).not.toContain(seen)
    expect(await behind(figure)).toContain(missed)
  }
  expect((await app.inject({ method: 'GET', url: `/site/${seen}` })).payload).toContain('03/11/2026')
})

test('who is not cleared sees positions rounded, identifiers shortened, and cannot search for what is hidden', async () => {
  const site = await registerSite({ name: 'Kalimbi', position: { at: { latitude: -2.0172, longitude: 28.9033 }, origin: 'gps' } })
  await taken('MINES_NAT', `/api/sites/${site}/icglr-id`, {})
  const at = { latitude: -2.0181, longitude: 28.9029 }
  await taken('PARTNER_TEAM', `/api/sites/${site}/visits`, {
    ...{ date: '2026-03-01', source, onSite: true, observed: {} },
    position: { at, origin: 'gps' },
  })
  const seen = async (role: string) => {
    const page = await ask(SitePage, `/api/sites/${site}`, role)
    const map = await ask(SiteMap, '/api/sites/map?text=kalimbi', role)
    const list = await ask(SiteList, '/api/sites?text=kalimbi', role)
    const { icglrId } = page
    expect([map.positionPrecision, list.positionPrecision, list.sites[0]?.icglrId]).toEqual([
      page.positionPrecision,
      page.positionPrecision,
      icglrId,
    ])
    const positions = [page.position?.at, page.visits[0]?.position?.at, { latitude: map.sites[0]?.lat, longitude: map.sites[0]?.lon }]
    return { precision: page.positionPrecision, icglrId: icglrId?.replace(/\d+$/, ''), positions, whole: JSON.stringify([page, map, list]) }
  }
  const exact = { latitude: -2.0172, longitude: 28.9033 }
  expect(await seen('MINES_NAT')).toMatchObject({ precision: 'exact', icglrId: 'CD--2.0172+28.9033-', positions: [exact, at, exact] })
  const coarse = { latitude: -2, longitude: 28.9 }
  for (const role of ['EXPORTER', 'CIVIL_SOCIETY', 'ADMINISTRATOR', 'OBSERVER']) {
    const answer = await seen(role)
    expect(answer).toMatchObject({ precision: 'coarse', icglrId: 'CD-…-', positions: [coarse, coarse, coarse] })
    expect(answer.whole).not.toMatch(/2\.01|28\.903/)
    expect((await ask(SiteList, '/api/sites?text=28.90', role)).total).toBe(0)
  }
})
