import { expect, test } from 'vitest'
import { decidingCriteria } from '../../sites/domain/missions/criteria.ts'
import { Attention } from '../../sites/domain/register/answers.ts'
import { app, ask, members, program, registerSite, taken } from '../../../../test/sites-bed.ts'
import type { NoticeList } from '../domain/notice-words.ts'

const list = async (role: string): Promise<NoticeList> => {
  const answer = await app.inject({ url: '/api/notices', headers: { 'x-role': role } })
  expect(answer.statusCode).toBe(200)
  return answer.json()
}
const post = (role: string, path: string, payload: object) =>
  app.inject({ method: 'POST', url: path, headers: { 'x-role': role }, payload })

test('what waits is new until it was looked at, for each reader apart; who wants none in the app gets none', async () => {
  const actor = { account: 'operator', organisation: null, role: null }
  const site = '019aa5db-c580-7fff-bfff-000000000001'
  const base = { subject: `site:${site}`, actor, happenedAt: '2021-10-01T00:00:00.000Z' }
  await program.log.record('cd', [
    {
      ...base,
      id: '019aa5db-c580-7fff-bfff-000000000002',
      kind: 'site.registered.v1',
      payload: { nationalId: 'A1', name: 'Nyabibwe', country: 'CD', minerals: ['Sn'], source: { name: 'IPIS' } },
    },
    {
      ...base,
      id: '019aa5db-c580-7fff-bfff-000000000003',
      kind: 'site.qualification-reported.v1',
      payload: { date: '2021-10-01', source: { name: 'IPIS' }, reported: 'green' },
    },
  ])
  const first = await list('MINES_NAT')
  expect(first.notices).toContainEqual({ kind: 'lapsedGreens', count: 1, unseen: 1, path: '/attention/lapsedGreens' })
  expect(JSON.stringify(first)).not.toContain('Nyabibwe')
  expect((await post('MINES_NAT', '/api/notices/seen', { kinds: first.notices.map((one) => one.kind) })).statusCode).toBe(200)
  expect(await list('MINES_NAT')).toMatchObject({ unseen: 0 })
  expect((await list('MINISTER')).unseen).toBeGreaterThan(0)
  expect((await post('MINISTER', '/api/notices/preferences', { inApp: false, byMail: 'none', language: 'en' })).statusCode).toBe(200)
  expect(await list('MINISTER')).toMatchObject({
    notices: [],
    unseen: 0,
    preferences: { inApp: false, byMail: 'none', language: 'en' },
    mail: { sends: false },
  })
  expect((await post('MINISTER', '/api/notices/preferences', { inApp: 1 })).statusCode).toBe(400)
  expect((await app.inject({ url: '/api/notices' })).statusCode).toBe(401)
})

test('a form that the reviewer sent back is told to the teams within whose territory its site lies', async () => {
  const site = await registerSite()
  const inspection = await taken('MINES_PROV', '/api/inspections', { site, date: '2026-11-10', onSite: true, members })
  const findings = decidingCriteria.map((one) => ({ criterion: one.id, answer: 'met' }))
  await taken('MINES_PROV', `/api/inspections/${inspection}/findings`, { by: 'mines-administration', findings })
  for (const [role, body] of [
    ['MINES_PROV', 'mines-administration'],
    ['SAEMAPE_AGENT', 'saemape'],
    ['CIVIL_SOCIETY', 'civil-society'],
  ] as const)
    await taken(role, `/api/inspections/${inspection}/signatures`, { body })
  await taken('MINES_PROV', `/api/inspections/${inspection}/submission`, {})
  await taken('MINES_NAT', `/api/inspections/${inspection}/return`, { reason: 'préciser Y4' })
  const told = { kind: 'inspectionsReturned', count: 1, unseen: 1, path: '/inspections?phase=returned' }
  expect((await list('PARTNER_TEAM')).notices).toContainEqual(told)
  expect((await list('GOVERNOR')).notices.map((one) => one.kind)).not.toContain('inspectionsReturned')
  const waits = async (territory?: string) => (await ask(Attention, '/api/status/attention', 'MINES_PROV', territory)).inspectionsReturned
  expect(await waits()).toMatchObject({ count: 1, first: [{ inspection, site }] })
  expect(await waits('CD74')).toMatchObject({ count: 0 })
})
