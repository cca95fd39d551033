import { expect, test } from 'vitest'
import { decidingCriteria } from '../domain/missions/criteria.ts'
import { InspectionPage } from '../domain/missions/mission-answers.ts'
import { SitePage } from '../domain/register/answers.ts'
import { ask, members, orderText, post, registerSite, setClock, source, taken } from '../../../../test/sites-bed.ts'

const findings = decidingCriteria.map((one) => ({ criterion: one.id, answer: 'met' }))

test('a team that did not reach the site gives no colour', async () => {
  const site = await registerSite()
  const inspection = await taken('MINES_PROV', '/api/inspections', {
    ...{ site, date: '2026-11-02', onSite: false, notVisitedReason: 'Pont coupé', members },
  })
  await taken('MINES_PROV', `/api/inspections/${inspection}/findings`, { by: 'mines-administration', findings })
  const signed = await post('MINES_PROV', `/api/inspections/${inspection}/signatures`, { body: 'mines-administration' })
  expect(signed.code).toBe('inspection-not-on-site')
  expect((await post('MINISTER', '/api/orders', orderText([{ site, colour: 'green' }]))).code).toBe('inspection-missing')
})

test('a finding that came late stands on the form once it is returned', async () => {
  const site = await registerSite()
  const inspection = await taken('MINES_PROV', '/api/inspections', { site, date: '2026-11-02', onSite: true, members })
  const path = `/api/inspections/${inspection}`
  await taken('MINES_PROV', `${path}/findings`, { by: 'mines-administration', findings })
  for (const [role, body] of [
    ['MINES_PROV', 'mines-administration'],
    ['SAEMAPE_AGENT', 'saemape'],
    ['CIVIL_SOCIETY', 'civil-society'],
  ] as const)
    await taken(role, `${path}/signatures`, { body })
  await taken('MINES_PROV', `${path}/submission`, {})
  await taken('CIVIL_SOCIETY', `${path}/findings`, { by: 'civil-society', findings: [{ criterion: 'R1', answer: 'violated' }] })
  const read = async () => {
    const page = await ask(InspectionPage, path)
    return [page.proposal.result, page.findings.find((one) => one.answer === 'violated')?.late]
  }
  expect(await read()).toEqual(['green', true])
  await taken('MINES_NAT', `${path}/return`, { reason: 'voir R1' })
  expect(await read()).toEqual(['red', false])
})

test('the page as known at an instant knows nothing of later liftings, voids and publications; the standing says when an order is not published', async () => {
  const site = await registerSite()
  setClock('2026-11-22T08:00:00.000Z')
  await taken('SCHEME_OPERATOR', `/api/sites/${site}/holds`, { reason: 'présence armée', from: '2026-11-01' })
  const visit = { date: '2026-11-02', source, onSite: true, observed: {} }
  await taken('PARTNER_TEAM', `/api/sites/${site}/visits`, visit)
  const red = { orderKind: 'red_listing', signedOn: '2026-11-12', effectiveFrom: '2026-11-12' }
  const order = await taken('MINISTER', '/api/orders', orderText([{ site, colour: 'red' }], red))
  const before = await ask(SitePage, `/api/sites/${site}`)
  expect(before).toMatchObject({ standing: { internal: 'RED', orderPublishedOn: null }, orders: [{ publishedOn: null }] })
  setClock('2026-11-23T08:00:00.000Z')
  await taken('MINISTER', `/api/orders/${order}/publication`, { on: '2026-11-13' })
  await taken('SCHEME_OPERATOR', `/api/sites/${site}/lifted-holds`, { hold: before.holds[0]?.hold, on: '2026-11-10', reason: 'départ' })
  await taken('MINES_NAT', `/api/sites/${site}/voided-facts`, { fact: before.visits[0]?.id, reason: 'doublon' })
  const now = await ask(SitePage, `/api/sites/${site}`)
  expect(now).toMatchObject({
    standing: { orderPublishedOn: '2026-11-13' },
    holds: [{ liftedOn: '2026-11-10' }],
    visits: [{ voidReason: 'doublon' }],
  })
  const then = await ask(SitePage, `/api/sites/${site}?knownAt=2026-11-22`)
  expect(then).toMatchObject({
    standing: { orderPublishedOn: null },
    orders: [{ publishedOn: null }],
    holds: [{ liftedOn: null }],
    visits: [{ voidedAt: null, voidReason: null }],
  })
})

test('a member of the FEC answers, dissents and signs for its body and for nobody else; CEEC and cadastre may do so for theirs', async () => {
  const site = await registerSite()
  const team = [...members, { body: 'fec', attendance: 'optional', head: false }]
  const path = `/api/inspections/${await taken('MINES_PROV', '/api/inspections', { site, date: '2026-11-02', onSite: true, members: team })}`
  await taken('FEC', `${path}/findings`, { by: 'fec', findings })
  await taken('FEC', `${path}/dissents`, { by: 'fec', criterion: 'Y1', reason: 'autre avis' })
  for (const body of ['mines-administration', 'saemape', 'civil-society', 'cami'])
    expect((await post('FEC', `${path}/signatures`, { body })).code, body).toBe('not-a-member')
  expect((await post('FEC', `${path}/findings`, { by: 'saemape', findings })).code).toBe('not-a-member')
  await taken('FEC', `${path}/signatures`, { body: 'fec' })
  expect((await ask(InspectionPage, path)).signatures.map((one) => one.body)).toEqual(['fec'])
  for (const role of ['CEEC_VERIFIER', 'CAMI'])
    expect((await post(role, `${path}/signatures`, { body: 'fec' })).code, 'asked as a member, not turned away as a role').toBe(
      'not-a-member',
    )
})
