/* Lots that are held, as the page of an exporter asks for them: number and since when, for who may see the lots; never why. */
import { beforeAll, expect, test } from 'vitest'
import { freshProvince } from '../../../../../test/played-province.ts'
import { DEMO_PASSWORD } from '../../../../../test/world/accounts.ts'
import { type Client, signIn, subjectOf } from '../../../../../test/world/client.ts'
import { listOf, looseRecord, mustParse } from '../../../../kernel/schema.ts'
import { LotDetail, LotSummary } from '../../../custody/contract.ts'

const parties = ['exporter', 'trader', 'cooperative'] as const
const world = await freshProvince()
const clients = new Map<string, Client>()
beforeAll(async () => {
  const app = await world.program.createHttp(({ error }) => {
    throw error
  })
  for (const key of ['planner', 'exporter', 'cooperative', 'trader', 'verifier'])
    clients.set(key, await signIn(app, `${key}@demo.chanzo.example`, DEMO_PASSWORD))
  return () => app.close()
}, 120_000)
const get = async (key: string, path: string): Promise<unknown> => (await clients.get(key)?.get(path))?.body
const heldBy = async (key: string, holder: string) =>
  mustParse(looseRecord({ lots: listOf(LotSummary) }), await get(key, `/api/lots?holder=${holder}&held=yes`)).lots

test('the holder and who watches read number and day, also where a source stands still; a body without a part in the lot reads nothing', async () => {
  const { lot, inputs } = mustParse(LotDetail, await get('planner', `/api/lots/${world.province.heldLot}`))
  const { holder, number } = lot
  expect(await heldBy('planner', holder)).toEqual([])
  const reason = 'Dossier INC-2026-0099'
  const [first] = inputs
  subjectOf((await clients.get('verifier')?.post(`/api/lots/${first?.lot}/quarantine`, { reason })) ?? { status: 0, body: null })
  const source = mustParse(LotDetail, await get('planner', `/api/lots/${first?.lot}`))
  const own = parties.find((key) => world.province.stage.organisation(key) === holder)
  if (own === undefined) throw new Error('a party holds it')
  for (const key of ['planner', own]) {
    const all = await heldBy(key, holder)
    expect(all.find((one) => one.number === number)).toMatchObject({ state: 'quarantined', heldSince: source.quarantine?.since })
    expect(JSON.stringify(all)).not.toContain('INC-')
  }
  const itself = await heldBy('planner', source.lot.holder)
  expect(itself.find((one) => one.id === source.lot.id)).toMatchObject({ state: 'quarantined', heldSince: source.quarantine?.since })
  const others = parties.filter((key) => key !== own)
  const reads = await Promise.all(others.map((key) => heldBy(key, holder)))
  expect(reads.some((lots) => !lots.some((one) => one.number === number))).toBe(true)
})
