import { expect, test } from 'vitest'
import { decidingCriteria } from '../domain/criteria.ts'
import { InspectionPage } from '../domain/mission-answers.ts'
import { ask, members, orderText, post, registerSite, taken } from '../../../../test/sites-bed.ts'

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
