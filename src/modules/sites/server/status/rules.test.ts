/* A tenant's choice of rules on the real database: from its day, as it was known, for the site's country; the read tables follow from the log. */
import { expect, test } from 'vitest'
import { SitePage } from '../../domain/register/answers.ts'
import { InspectionPage } from '../../domain/missions/mission-answers.ts'
import { OrderPage } from '../../domain/orders/order-answers.ts'
import { Rules } from '../../domain/status/rules-answer.ts'
import { ask, inspect, orderText, post, program, registerSite, setClock, standing, taken } from '../../../../../test/sites-bed.ts'

const choice = (more: object = {}) => ({
  ...{ country: 'CD', rulebook: 'CD_0677_2021', from: '2026-01-01', reason: 'circulaire 3/2026' },
  periods: [{ name: 'blueAfterGreenCountsFrom', value: 'green' }],
  ...more,
})

test('Rwanda’s set speaks for a site in Rwanda, the DRC’s for one in the DRC, each value with its mark', async () => {
  const rules = await ask(Rules, '/api/status/rules?asOf=2026-11-21')
  expect(rules.countries.map((one) => [one.country, one.inForce.id, one.chosen])).toEqual([
    ['CD', 'CD_0677_2021', null],
    ['RW', 'RW_002_2012', null],
  ])
  expect(rules.conflicts.map((one) => one.id)).toHaveLength(5)
  const site = await registerSite({ country: 'RW', position: { at: { latitude: -1.9, longitude: 30.1 }, origin: 'gps' } })
  expect((await standing(site, '')).rulebook.id).toBe('RW_002_2012')
})

test('a choice changes the statuses of its days from the moment it is known, and nothing before', async () => {
  const site = await registerSite()
  await inspect(site, { date: '2022-03-01' })
  const text = { signedOn: '2022-03-01', effectiveFrom: '2022-03-01' }
  await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'green' }], text))
  const before = await standing(site, '?asOf=2026-01-15')
  expect(before).toMatchObject({ internal: 'BLUE_LAPSED_GREEN', validUntil: '2026-03-01', rulebook: { id: 'CD_0677_2021' } })
  expect((await post('MINES_PROV', '/api/status/rulebook-choices', choice())).status).toBe(403)
  expect(
    (await post('ADMINISTRATOR', '/api/status/rulebook-choices', choice({ periods: [{ name: 'yellowMonths', value: 3 }] }))).code,
  ).toBe('period-is-read-in-the-source')
  setClock('2026-11-22T10:00:00.000Z')
  await taken('ADMINISTRATOR', '/api/status/rulebook-choices', choice())
  const after = '&knownAt=2026-11-30'
  expect(await standing(site, `?asOf=2026-01-15${after}`), 'counted from the green itself, the 36 months are over').toMatchObject({
    internal: 'RED',
    rulebook: { id: 'CD_0677_2021@2026-01-01' },
  })
  expect(await standing(site, `?asOf=2025-12-31${after}`)).toMatchObject({
    internal: 'BLUE_LAPSED_GREEN',
    rulebook: { id: 'CD_0677_2021' },
  })
  expect(await standing(site, `?asOf=2026-01-15&knownAt=${before.knownAt}`), 'as known before the choice').toMatchObject({
    internal: 'BLUE_LAPSED_GREEN',
  })
  const bands = (await ask(SitePage, `/api/sites/${site}?asOf=2026-02-01${after}`)).periods.map((one) => [one.from, one.internal])
  expect(bands).toEqual([
    ['2022-03-01', 'GREEN'],
    ['2023-03-01', 'BLUE_LAPSED_GREEN'],
    ['2026-01-01', 'RED'],
  ])
  const rules = await ask(Rules, `/api/status/rules?asOf=2026-11-21${after}`)
  expect(rules.countries[0]).toMatchObject({ inForce: { id: 'CD_0677_2021@2026-01-01' }, chosen: { reason: 'circulaire 3/2026' } })
  expect(await program.log.checkRebuild()).toMatchObject({ differences: 0 })
})

test('inspections and orders go by the chosen book too: its name in the form, its months in what must be put right', async () => {
  const site = await registerSite()
  const before = await inspect(site, { date: '2025-12-01', violated: ['Y1'] })
  const own = choice({ rulebook: 'CD_0058_2012', from: '2026-02-01', periods: [{ name: 'yellowMonths', value: 3 }] })
  await taken('ADMINISTRATOR', '/api/status/rulebook-choices', own)
  const after = await inspect(site, { date: '2026-03-01', violated: ['Y2'] })
  const page = (inspection: string) => ask(InspectionPage, `/api/inspections/${inspection}`)
  expect(await page(before)).toMatchObject({ rulebook: { id: 'CD_0677_2021' }, actionDueByRule: '2026-06-01' })
  expect(await page(after)).toMatchObject({ rulebook: { id: 'CD_0058_2012@2026-02-01' }, actionDueByRule: '2026-06-01' })
  expect((await page(after)).actions.map((one) => one.due)).toEqual(['2026-06-01'])
  const text = { signedOn: '2026-03-10', effectiveFrom: '2026-03-10' }
  const order = await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'yellow' }], text))
  expect((await ask(OrderPage, `/api/orders/${order}`)).endsOn).toBe('2026-06-10')
})
