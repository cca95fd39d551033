/* The queues on the real database: what ends soon, what ran out, what contradicts a colour, and how long a publication takes. */
import { expect, test } from 'vitest'
import { Delays, QueuePage, Queues } from '../../domain/status/queues.ts'
import { SitePage } from '../../domain/register/answers.ts'
import { BlueRequests } from '../../domain/status/blue-state.ts'
import { ask, inspect, orderText, organisations, registerSite, setClock, source, taken } from '../../../../../test/sites-bed.ts'

const now = '2026-11-21T09:40:00.000Z'
const sitesOf = async (queue: string, query = '') => (await ask(QueuePage, `/api/status/queues/${queue}${query}`)).sites
const countsOn = async (asOf: string) => (await ask(Queues, `/api/status/queues?asOf=${asOf}`)).counts
async function order(site: string, colour: 'green' | 'yellow', on: string): Promise<string> {
  await inspect(site, { date: on, violated: colour === 'green' ? [] : ['Y1'] })
  return taken('MINISTER', '/api/orders', orderText([{ site, colour }], { signedOn: on, effectiveFrom: on }))
}
const red = (site: string, from: string) =>
  taken('MINISTER', '/api/orders', orderText([{ site, colour: 'red' }], { orderKind: 'red_listing', signedOn: from, effectiveFrom: from }))
const visit = (site: string, date: string, observed: object) =>
  taken('PARTNER_TEAM', `/api/sites/${site}/visits`, { date, source, onSite: true, observed })

test('a green waits in 90, 60 and 30 days before its end, then among the lapsed with its day: the clock alone moves it', async () => {
  const site = await registerSite()
  await order(site, 'green', '2026-11-01')
  const waits = async (asOf: string) => {
    const all = ['expiringIn30Days', 'expiringIn60Days', 'expiringIn90Days', 'lapsedGreens']
    const found = await Promise.all(
      all.map(async (queue) => [queue, (await sitesOf(queue, `?asOf=${asOf}`)).find((one) => one.site === site)?.day] as const),
    )
    return found.filter(([, day]) => day !== undefined).map(([queue, day]) => `${queue} ${day}`)
  }
  setClock('2028-01-01T10:00:00.000Z')
  expect(await waits('2027-07-01')).toEqual([])
  expect(await waits('2027-08-10')).toEqual(['expiringIn90Days 2027-11-01'])
  expect(await waits('2027-09-10')).toEqual(['expiringIn60Days 2027-11-01', 'expiringIn90Days 2027-11-01'])
  expect(await waits('2027-10-10')).toHaveLength(3)
  expect(await waits('2027-11-01')).toEqual(['lapsedGreens 2027-11-01'])
  setClock(now)
})

test('an overdue yellow, a red whose period ended, a site that no team inspected', async () => {
  const [yellow, ended, untouched] = [await registerSite(), await registerSite(), await registerSite()]
  await order(yellow, 'yellow', '2026-01-10')
  await red(ended, '2026-02-01')
  expect((await sitesOf('overdueYellow')).find((one) => one.site === yellow)?.day).toBe('2026-07-10')
  expect((await sitesOf('redEnded')).find((one) => one.site === ended)?.day).toBe('2026-05-01')
  const never = (await sitesOf('neverInspected', '?pageSize=500')).map((one): string => one.site)
  expect([never.includes(untouched), never.includes(yellow), never.includes(ended)]).toEqual([true, false, false])
})

test('contradictions by kind: interference, child labour, and people at work while the site was red or held', async () => {
  const site = await registerSite()
  await order(site, 'green', '2026-06-01')
  const armed = [{ actor: 'Groupe', actorClass: 'armed-group-local', interference: { taxation: true } }]
  await visit(site, '2026-07-01', { armed })
  await visit(site, '2026-07-02', { childrenUnder15: true })
  await visit(site, '2026-07-03', { workers: 40 })
  const holder = await registerSite()
  await red(holder, '2026-09-01')
  await visit(holder, '2026-08-31', { workers: 12 })
  expect((await sitesOf('producedWhileSuspended')).map((one) => one.site)).not.toContain(holder)
  await visit(holder, '2026-09-02', { workers: 12 })
  expect((await sitesOf('greenWithInterference')).find((one) => one.site === site)?.day).toBe('2026-07-01')
  expect((await sitesOf('greenWithChildLabour')).find((one) => one.site === site)?.day).toBe('2026-07-02')
  const stopped = await sitesOf('producedWhileSuspended')
  expect(stopped.map((one) => [one.site, one.day])).toEqual([[holder, '2026-09-02']])
  await taken('MINES_NAT', `/api/sites/${site}/holds`, { reason: 'groupe armé au puits', from: '2026-07-03' })
  expect((await sitesOf('producedWhileSuspended')).find((one) => one.site === site)?.day).toBe('2026-07-03')
})

test('a red whose period ended is still red: whoever works there works while it is suspended', async () => {
  const site = await registerSite()
  await red(site, '2026-02-01')
  await visit(site, '2026-10-01', { workers: 30 })
  expect((await sitesOf('redEnded')).find((one) => one.site === site)?.day).toBe('2026-05-01')
  expect((await sitesOf('producedWhileSuspended')).find((one) => one.site === site)?.day).toBe('2026-10-01')
})

test('a request that a withdrawal ended waits for nobody', async () => {
  const site = await registerSite()
  const asked = { exporter: organisations.get('EXPORTER'), riskAssessment: { reference: 'RA', date: '2026-10-30' } }
  await taken('EXPORTER', `/api/sites/${site}/blue-applications`, asked)
  const { blueApplications } = await ask(SitePage, `/api/sites/${site}`)
  const file = { application: blueApplications[0]?.application, on: '2026-11-02' }
  await taken('MINES_NAT', `/api/sites/${site}/blue-receipts`, { ...file, level: 'national' })
  const requests = async (query = '') =>
    (await ask(BlueRequests, `/api/status/blue-requests${query}`)).requests.filter((one) => one.site === site)
  expect(await requests()).toMatchObject([{ state: 'waiting', missing: 2 }])
  const from = { signedOn: '2026-11-21', effectiveFrom: '2026-11-22' }
  await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'red' }], { orderKind: 'withdrawal', ...from }))
  expect(await requests()).toHaveLength(1)
  expect(await requests('?asOf=2026-11-23')).toEqual([])
})

test('the delay from inspection to publication is a number, and what still waits is counted', async () => {
  const site = await registerSite()
  const published = await order(site, 'green', '2026-10-01')
  await taken('MINISTER', `/api/orders/${published}/publication`, { on: '2026-10-31' })
  const { lines, delay } = await ask(Delays, '/api/status/publication-delays')
  expect(lines.find((one) => one.order === published)).toMatchObject({ days: 30, publishedOn: '2026-10-31' })
  expect(delay).toMatchObject({ lines: 1, medianDays: 30, p90Days: 30 })
  expect(delay.waiting).toBe(lines.length - 1)
  expect((await countsOn('2026-11-21')).greenWithInterference).toBe(1)
})

test('nobody sees queues of another territory', async () => {
  const counts = (await ask(Queues, '/api/status/queues', 'MINES_PROV', 'CD74')).counts
  expect(Object.values(counts).every((n) => n === 0)).toBe(true)
})
