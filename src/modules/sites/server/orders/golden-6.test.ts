/* Golden test 6 over the API: the clock of the program is set, never a date of the data; the log takes no day before its newest. */
import { expect, test } from 'vitest'
import { OrderList, OrderPage } from '../../domain/orders/order-answers.ts'
import { ask, orderText, registerSite, setClock, standing, taken } from '../../../../../test/sites-bed.ts'

setClock('2025-02-01T10:00:00.000Z')

test('golden test 6 over the API: a red listing of February, prolonged in November back to August, answers both questions', async () => {
  const site = await registerSite()
  const red = { orderKind: 'red_listing', signedOn: '2025-02-12', effectiveFrom: '2025-02-12', effectiveTo: '2025-08-12', number: 'G6-a' }
  setClock('2025-02-12T10:00:00.000Z')
  await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'red' }], red))
  setClock('2025-11-03T10:00:00.000Z')
  const extension = { orderKind: 'extension', signedOn: '2025-11-03', effectiveFrom: '2025-08-12', durationMonths: 6, number: 'G6-b' }
  const order = await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'red' }], extension))
  setClock('2025-11-20T10:00:00.000Z')
  expect(await standing(site, '?asOf=2025-09-01&knownAt=2025-09-01')).toMatchObject({
    internal: 'RED',
    lapsed: true,
    validUntil: '2025-08-12',
    orderNumber: 'G6-a',
  })
  expect(await standing(site, '?asOf=2025-09-01&knownAt=2025-11-20')).toMatchObject({
    internal: 'RED',
    lapsed: false,
    validUntil: '2026-02-12',
    orderNumber: 'G6-b',
    since: '2025-02-12',
    orderEffectiveFrom: '2025-08-12',
    orderPublishedOn: null,
  })
  await taken('MINISTER', `/api/orders/${order}/publication`, { on: '2025-11-18' })
  expect(await standing(site, '?asOf=2025-09-01&knownAt=2025-11-21')).toMatchObject({ orderPublishedOn: '2025-11-18' })
  expect(await ask(OrderPage, `/api/orders/${order}`)).toMatchObject({ retroactive: true, phase: 'in_force', endsOn: '2026-02-12' })
  const listed = (await ask(OrderList, '/api/orders')).orders
  expect(listed.find((one) => one.number === 'G6-a')?.phase).toBe('superseded')
  setClock('2026-02-12T10:00:00.000Z')
  expect((await ask(OrderPage, `/api/orders/${order}`)).phase).toBe('expired')
})
