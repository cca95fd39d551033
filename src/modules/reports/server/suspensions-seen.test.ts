/*
A body's own report is no way to learn of a file that is kept from it: what stands still by an incident that it may not see is counted and named nowhere
in its report, and is in the authority's. The same incident as a public one is counted, so that a silent zero would not pass here.
*/
import { beforeAll, expect, test } from 'vitest'
import { freshProvince } from '../../../../test/played-province.ts'
import { DEMO_PASSWORD } from '../../../../test/world/accounts.ts'
import { type Client, newId, signIn, subjectOf } from '../../../../test/world/client.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { ReportAnswer, type ReportDocument } from '../contract.ts'

const world = await freshProvince()
const { stage } = world.province
const clients = new Map<string, Client>()
beforeAll(async () => {
  const app = await world.program.createHttp(({ error }) => {
    throw error
  })
  for (const key of ['exporter', 'planner', 'witness']) clients.set(key, await signIn(app, `${key}@demo.chanzo.example`, DEMO_PASSWORD))
  return () => app.close()
}, 120_000)
const as = (key: string): Client => {
  const client = clients.get(key)
  if (client === undefined) throw new Error(`nobody is called ${key}`)
  return client
}

async function draftOf(key: string): Promise<ReportDocument> {
  const id = newId()
  const period = { from: addDays(stage.today, -360), until: stage.today }
  const subject = { organisation: stage.organisation('exporter') }
  expect((await as(key).send('/api/reports', { id, kind: 'annex-risks', period, subject: key === 'exporter' ? {} : subject })).status).toBe(
    200,
  )
  return mustParse(ReportAnswer, (await as(key).get(`/api/reports/${id}`)).body).draft
}
const allOf = ({ sections }: ReportDocument) => ({
  lines: sections.flatMap(({ lines }) => lines.map(({ key, value }) => [key, value])),
  tables: sections.flatMap(({ tables }) => tables.map(({ key, rows }) => [key, rows])),
})
const suspended = ({ sections }: ReportDocument): number =>
  Number(sections.flatMap(({ lines }) => lines).find(({ key }) => key === 'suspensions')?.value ?? Number.NaN)

/** A confirmed file of a risk that stops, naming the exporter itself: at once it stands still. */
async function confirmed(confidentiality: 'restricted' | 'public'): Promise<void> {
  const act = async (thing: string, data: object = {}) =>
    void subjectOf(await as('witness').post(`/api/incidents/${incident}/${thing}`, data))
  const incident = subjectOf(
    await as('witness').post('/api/incidents', {
      ...{ source: 'civil-society', category: 'armed-presence', risks: ['A2'], account: 'Paiements à un groupe, deux récits.' },
      place: { kind: 'roadblock', name: 'Barrière du bac de la Luka', area: 'XL103' },
      ...{ organisations: [stage.organisation('exporter')], confidentiality },
    }),
  )
  await act('take-ups')
  await act('verifications')
  await act('conclusions', { as: 'confirmed', basis: 'two-sources', finding: 'Deux équipes l’ont constaté.' })
}

test('a suspension by a file that the exporter may not see leaves its own report as it was; by a public one it is counted', async () => {
  const [own, authority] = [await draftOf('exporter'), await draftOf('planner')]
  expect(suspended(own)).toBeGreaterThanOrEqual(0)
  await confirmed('restricted')
  expect(allOf(await draftOf('exporter'))).toEqual(allOf(own))
  expect(suspended(await draftOf('planner'))).toBe(suspended(authority) + 1)
  await confirmed('public')
  expect(suspended(await draftOf('exporter'))).toBe(suspended(own) + 1)
})
