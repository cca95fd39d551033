/* Campaigns on a real database: nothing is published unlooked at, three kinds of reach never meet in a number, small cells, both clocks of the measure. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { baselineJpeg, withExif } from '../../../../../test/sample-files.ts'
import { planCampaign, publishCampaign, reachOf, runCampaign } from '../../../../../test/world/campaign-scenes.ts'
import { type Answer, subjectOf } from '../../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { DocumentRef } from '../../../documents/contract.ts'
import { CampaignShown, type DigitalReach, type EstimatedReach } from '../../contract-campaigns.ts'
import { type Known, reckoned } from '../../domain/told.ts'
import { countedPersons } from '../../domain/campaigns/reach.ts'

const world = await freshDatabase()
let stage: Stage
let campaign = ''
beforeAll(async () => {
  stage = await openStage(world, 780)
  campaign = await runCampaign(stage, stage.onDay(-120))
  stage.onDay(0)
  return () => stage.app.close()
}, 180_000)
const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const shown = async (key: string) => mustParse(CampaignShown, (await stage.as(key).get(`/api/campaigns/${campaign}`)).body)
const post = (path: string, data: object) => stage.as('trainer').post(`/api/campaigns/${campaign}/${path}`, data)

/** Every number in an answer, wherever it stands. */
const numbersIn = (value: unknown): readonly number[] =>
  typeof value === 'number' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []

test('reach stands in three kinds, and no number of any answer or measure is a sum of two of them', async () => {
  const { reach } = await shown('trainer')
  expect(reach.direct.persons).toEqual({ is: 'shown', n: 330 })
  expect([reach.estimated[0]?.estimatedPersons, reach.digital[0]?.impressions, reach.digital[0]?.uniqueAccounts]).toEqual([
    41_009, 18_713, 6211,
  ])
  const kinds = [332, 41_009, 18_713, 6211, 330, 320]
  const sums = kinds.flatMap((a, at) => kinds.slice(at + 1).map((b) => a + b)).concat(332 + 41_009 + 18_713, 332 + 41_009 + 6211)
  for (const key of ['trainer', 'minister', 'monitor']) {
    const answers = [await shown(key), (await stage.as(key).get('/api/campaigns')).body]
    expect(numbersIn(answers).filter((n) => sums.includes(n))).toEqual([])
  }
  const { measures } = world.program.modules.outreach
  expect(measures.map(({ id }) => id).filter((id) => id.endsWith('reach'))).toEqual(['outreach.direct-reach'])
})

test('the types refuse to count what was estimated or shown on screens as persons', () => {
  const estimated: readonly EstimatedReach[] = []
  const digital: readonly DigitalReach[] = []
  // @ts-expect-error an estimate is not a count of persons
  expect(countedPersons(estimated).persons).toBe(0)
  // @ts-expect-error impressions are not persons
  expect(countedPersons(digital).persons).toBe(0)
  const one = countedPersons([])
  // @ts-expect-error persons who were counted are not added to anything
  expect(String(one + one)).toContain('object')
})

test('persons counted pass the least cell: a few old men cannot be worked out of what stands beside them, and committees read rounded numbers', async () => {
  const inside = (await shown('trainer')).reach.direct
  expect(inside.byAge.find(({ age }) => age === '65-up')?.persons).toEqual({ is: 'withheld', because: 'below-minimum' })
  // Everything beside it is rounded: whoever subtracts is left with several values.
  const known: Known = new Map(
    [{ age: '', persons: inside.persons }, ...inside.byAge].map(({ age, persons }) => [
      age,
      persons.is === 'shown' ? [persons.n, persons.n + 4] : persons.because === 'below-minimum' ? [0, 4] : [0, Number.POSITIVE_INFINITY],
    ]),
  )
  const [least = 0, most = 0] = reckoned(known, [{ whole: '', parts: inside.byAge.map(({ age }) => age) }]).get('65-up') ?? []
  expect(most).toBeGreaterThan(least)
  const outside = (await shown('minister')).reach.direct
  expect(outside.persons).toEqual({ is: 'shown', n: 330 })
  expect((await shown('minister')).counts).toBeNull()
  expect((await stage.as('trader').get('/api/campaigns')).status).toBe(403)
})

test('nothing is published before every point of the list holds; a figure before that is refused; an estimate says how', async () => {
  const other = await planCampaign(stage, addDays(stage.today, -3))
  const at = `/api/campaigns/${other}`
  const [direct, estimated] = reachOf(stage.today)
  expect(codeOf(await stage.as('trainer').post(`${at}/publication`, {}))).toBe('campaign-check-open')
  expect(codeOf(await stage.as('trainer').post(`${at}/reach`, direct))).toBe('reach-before-publishing')
  expect((await stage.as('trainer').post(`${at}/reach`, { ...estimated, method: 'à vue' })).status).toBe(400)
  expect(codeOf(await post('checks', { check: 'help-is-named', holds: true, how: 'x' }))).toBe('campaign-published')
  expect(codeOf(await post('reach', { ...reachOf(stage.today)[2], uniqueAccounts: 99_999 }))).toBe('unique-above-impressions')
  expect(codeOf(await post('reach', { ...direct, channel: 'school' }))).toBe('reach-channel-not-planned')
  const crowd = { ...direct, counted: [{ sex: 'woman', age: '25-34', persons: 9_000_000_000 }] }
  expect((await post('reach', crowd)).status).toBe(400)
  expect((await stage.as('minister').post(`${at}/publication`, {})).status).toBe(403)
  expect((await stage.as('trainer').get('/api/campaigns/x')).status).toBe(400)
})

test('knowledge before and after stands with how many were asked; few who did not agree are told to nobody', async () => {
  const [kap] = (await shown('trainer')).kap
  expect([kap?.before, kap?.after]).toEqual([
    { agreed: { is: 'shown', n: 60 }, asked: { is: 'shown', n: 120 } },
    { agreed: { is: 'shown', n: 95 }, asked: { is: 'shown', n: 120 } },
  ])
  const few = { when: 'after', part: 'practice', question: 'Je garde mes papiers', agreed: 18, asked: 20, on: stage.today }
  subjectOf(await post('kap', few))
  expect((await shown('trainer')).kap[1]?.after).toEqual({
    agreed: { is: 'withheld', because: 'below-minimum' },
    asked: { is: 'shown', n: 20 },
  })
  expect(codeOf(await post('kap', { ...few, agreed: 21 }))).toBe('kap-more-than-asked')
})

test('reports of voices around the days are a sign: too few are not told', async () => {
  expect((await shown('trainer')).voices).toEqual({
    ...{ before: { is: 'withheld', because: 'below-minimum' }, after: { is: 'withheld', because: 'below-minimum' }, days: 14 },
  })
})

test('the measure counts persons by both clocks, and a withdrawn figure no longer', async () => {
  const measure = world.program.modules.outreach.measures.find(({ id }) => id === 'outreach.direct-reach')
  const ask = async (by: readonly string[], until: string | null) => {
    const occurred = { from: addDays(stage.today, -200), to: stage.today }
    const asked = { occurred, learned: { after: null, until }, by }
    return world.program.database.read(async (tx) => (await measure?.ask(tx, world.program.tenant, asked)) ?? [])
  }
  expect(await ask(['sex'], null)).toMatchObject([
    { of: { sex: 'man' }, numerator: 112 },
    { of: { sex: 'woman' }, numerator: 220, denominator: null },
  ])
  expect(await ask([], `${addDays(stage.today, -150)}T00:00:00.000Z`)).toMatchObject([{ numerator: 0 }])
  const reach = (await shown('trainer')).counts?.[0]?.id
  subjectOf(await post('reach-withdrawals', { reach, reason: 'Compté deux fois' }))
  expect(await ask([], null)).toMatchObject([{ numerator: 0 }])
  expect((await post('reach-withdrawals', { reach, reason: 'encore' })).status).toBe(404)
})

test('a file of a campaign comes back without what a camera wrote; before publishing only who runs campaigns opens it', async () => {
  const other = await planCampaign(stage, addDays(stage.today, -3))
  const sent = await stage.as('trainer').upload('/api/files', withExif(baselineJpeg, { takenAt: '2026:11:20 08:00:00' }), 'image/jpeg')
  const { file } = mustParse(looseRecord({ file: DocumentRef }), sent.body)
  const at = `/api/campaigns/${other}`
  const material = { title: 'Affiche', language: 'fr', channel: 'theatre', file }
  expect(codeOf(await stage.as('trainer').post(`${at}/materials`, { ...material, file: { ...file, sha256: 'a'.repeat(64) } }))).toBe(
    'material-not-sent',
  )
  subjectOf(await stage.as('trainer').post(`${at}/materials`, material))
  const path = `${at}/materials/${file.sha256}`
  const { status, body } = await stage.as('trainer').bytes(path)
  expect([status, Buffer.from(body).includes('Exif'), Buffer.from(body).includes('2026:11:20')]).toEqual([200, false, false])
  expect(codeOf(await stage.as('minister').get(path))).toBe('unknown-campaign-material')
  await publishCampaign(stage, other)
  expect((await stage.as('minister').bytes(path)).status).toBe(200)
  expect((await stage.as('trader').get(path)).status).toBe(403)
  expect((await stage.as('minister').get(`${at}/materials/${'b'.repeat(64)}`)).status).toBe(404)
  const third = await planCampaign(stage, addDays(stage.today, -3))
  expect((await stage.as('trainer').get(`/api/campaigns/${third}/materials/${file.sha256}`)).status).toBe(404)
})
