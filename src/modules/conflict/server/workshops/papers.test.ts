/* The papers of a workshop from the played province: two rounds of one zone, and another zone. */
import { expect, test } from 'vitest'
import { freshProvince } from '../../../../../test/played-province.ts'
import { DEMO_PASSWORD, demoAccounts } from '../../../../../test/world/accounts.ts'
import { signIn } from '../../../../../test/world/client.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { RoundComparison, WorkshopList } from '../../contract-workshops.ts'

const { program } = await freshProvince()
const app = await program.createHttp(({ error }) => {
  throw error
})
const as = (key: string) => signIn(app, demoAccounts.find((one) => one.key === key)?.email ?? '', DEMO_PASSWORD)
const analyst = await as('analyst')
const { workshops } = mustParse(WorkshopList, (await analyst.get('/api/conflict/workshops')).body)
const idOf = (title: string): string => workshops.find((one) => one.title === title)?.id ?? ''
const second = `/conflict/workshops/${idOf('Atelier de Lukanda-Nord, suite')}/versions/1`

test('two zones with forty-eight seats in the first round; the second round of one of them, and that of the other being held', () => {
  const first = workshops.filter((one) => one.round === 'Passage 1')
  expect(first.map((one) => one.seats)).toEqual([24, 24])
  expect(workshops.map((one) => [one.versions, one.isHallOpen])).toEqual([
    [0, true],
    [1, false],
    [1, false],
    [1, false],
  ])
})

test('the report says what changed since the round before, who disagreed and why, and counts seats by category; it names no person', async () => {
  const { status, body } = await analyst.get(`${second}/report`)
  const page = String(body)
  expect(status).toBe(200)
  for (const said of [
    'plus grave',
    'moins grave',
    'pas reparlé',
    'nouveau',
    'Le lieu appartient à un autre groupement',
    'Diffusion restreinte',
  ])
    expect(page).toContain(said)
  expect(page).toMatch(/coopérative[\s\S]*Total/)
  for (const { name } of demoAccounts) expect(page).not.toContain(name)
})

test('the map prints on A3; a place without a position is a ring and no pin', async () => {
  const { status, body } = await analyst.get(`${second}/map`)
  const page = String(body)
  expect([status, page.includes('A3 landscape')]).toEqual([200, true])
  // One registered site with a position, two places known by their territoire.
  expect(page.match(/<circle r="14"/g)).toHaveLength(2)
  expect((await analyst.get(`${second}/map?language=en`)).body).toContain('Map of mine sites prone to conflict')
})

test('the comparison as data, and none where no round came before', async () => {
  const answer = mustParse(RoundComparison, (await analyst.get(`/api${second}/comparison`)).body)
  expect(answer.with?.round).toBe('Passage 1')
  expect(answer.lines.map((one) => one.verdict).toSorted()).toEqual(['better', 'new', 'not-looked-again', 'worse'])
  const alone = `/api/conflict/workshops/${idOf('Atelier de Lukanda-Est')}/versions/1/comparison`
  expect((await analyst.get(alone)).body).toEqual({ with: null, lines: [] })
})

test('papers that name sites are for the cleared alone, and a version that never was is nowhere', async () => {
  for (const key of ['minister', 'witness', 'trader']) expect((await (await as(key)).get(`${second}/report`)).status).toBe(403)
  expect((await (await as('partner')).get(`${second}/report`)).status).toBe(200)
  for (const version of ['0', '7', '-1', '1.5']) expect((await analyst.get(second.replace(/1$/, version) + '/map')).status).toBe(404)
})
