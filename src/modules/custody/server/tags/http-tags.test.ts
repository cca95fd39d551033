import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type Answer, stranger, subjectOf } from '../../../../../test/world/client.ts'
import { deliverTags, weighBag } from '../../../../../test/world/chain-scenes.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { answerRequest, measureSite, setUpBox } from '../../../../../test/world/tag-scenes.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { LotDetail, TagBatchSummary } from '../../contract.ts'
import { LockboxDetail, TagLabels, TagProposal, TagRequestDetail } from '../../contract-tags.ts'
import { readTagCode } from '../../domain/tags/tag-code.ts'

// One green site with a box under three keys, one site that nobody inspected; played over HTTP by the people of the province.
const world = await freshDatabase()
let stage: Stage
let [green, never, batch, request] = ['', '', '', '']

beforeAll(async () => {
  stage = await openStage(world, 60)
  const [first, second] = demoSites
  if (!first || !second) throw new Error('the province has sites')
  const day = stage.onDay(-30)
  green = await registerSite(stage, first, 1)
  never = await registerSite(stage, second, 2)
  await goOnMission(stage, { visited: [{ site: green }], day })
  await signOrder(stage, { number: '0012/TEST', annex: [{ site: green, colour: 'green' }], day })
  await deliverTags(stage, { site: green, series: 'LK-', from: 1, to: 100, day })
  stage.onDay(-10)
  return () => stage.app.close()
})

const refusalOf = (answer: Answer): unknown =>
  typeof answer.body === 'object' && answer.body !== null && 'refusal' in answer.body ? answer.body.refusal : answer
const box = async (who = 'agent') => mustParse(LockboxDetail, (await stage.as(who).get(`/api/tag-lockboxes/${green}`)).body)
const requested = async (id: string) => mustParse(TagRequestDetail, (await stage.as('scheme').get(`/api/tag-requests/${id}`)).body)
const batchNow = async (id: string): Promise<unknown> => (await stage.as('agent').get(`/api/tag-batches/${id}`)).body
const weigh = (tag: string, massGrams = 40_000) =>
  weighBag(stage, { site: green, tag, mineral: 'Sn', massGrams, day: addDays(stage.today, -10) })
const findingsOf = async (lot: string) => mustParse(LotDetail, (await stage.as('agent').get(`/api/lots/${lot}`)).body).findings

test('who holds no key asks for no tags; a baseline counts once a second person validated it', async () => {
  expect(refusalOf(await stage.as('cooperative').post('/api/tag-requests', { site: green, tagType: 'mine', quantity: 10 }))).toMatchObject({
    code: 'not-of-this-site',
  })
  const bare = mustParse(TagProposal, (await stage.as('agent').get(`/api/tag-proposals/${green}`)).body)
  expect(bare).toMatchObject({ proposed: null, limitedBy: 'no-baseline', unused: 100 })
  const report = { site: green, inspectionType: 'mining', body: 'SAEMAPE', observedOn: addDays(stage.today, -12), miners: 10 }
  const [one] = [{ mineral: 'W', dailyGrams: 1_000, monthlyGrams: 25_000 }]
  const own = subjectOf(await stage.as('agent').post('/api/baselines', { ...report, production: [one] }))
  expect(refusalOf(await stage.as('agent').post(`/api/baselines/${own}/validations`, {}))).toMatchObject({ code: 'baseline-of-your-own' })
  subjectOf(await stage.as('inspector').post(`/api/baselines/${own}/rejections`, { reason: 'Compté hors du site' }))
  await measureSite(stage, { site: green, day: addDays(stage.today, -10) })
  await setUpBox(stage, { site: green })
  const warned = (await box()).baselines.find((report) => report.miners === 230)
  expect(warned).toMatchObject({ state: 'reported', warnings: [{ mineral: 'Sn', fromGrams: 4_000_000, toGrams: 6_000_000 }] })
  expect((await box()).proposal).toMatchObject({
    baseline: { monthlyGrams: 5_330_000 },
    ...{ medianBagGrams: 30_000, medianOfBags: 0, needed: 196, unused: 100, quotaLeft: 600, proposed: 96, limitedBy: 'need' },
  })
})

test('a request goes from asking to counting, in parts of a batch, each step kept', async () => {
  const answered = await answerRequest(stage, { site: green, day: addDays(stage.today, -10) })
  batch = answered.batch
  request = answered.request
  const detail = await requested(request)
  expect(detail.request).toMatchObject({ state: 'received', approved: 120, assigned: 120, received: 119 })
  expect(detail.steps.map((one) => one.step)).toEqual([
    'submitted',
    'reviewed',
    'revision-asked',
    'revised',
    'approved',
    'assigned',
    'received',
  ])
  expect(detail.parts).toMatchObject([{ first: 'LX-0000018', size: 120, receivedOn: addDays(stage.today, -10) }])
  expect(detail.approvedOn).toMatchObject({ proposed: 96 })
  expect(await batchNow(batch)).toMatchObject({ batch: { free: 1_880, sites: 1, site: green, declared: 1 }, parts: [{ size: 120 }] })
})

test('a part is given once, within quota and approval, and never to a site without the right', async () => {
  const scheme = stage.as('scheme')
  const give = (part: object) => scheme.post(`/api/tag-batches/${batch}/parts`, { site: green, from: 200, to: 209, ...part })
  expect(refusalOf(await give({ from: 100, to: 130 }))).toMatchObject({ code: 'tags-given-already', facts: { first: 'LX-0000018' } })
  expect(refusalOf(await give({ site: never }))).toMatchObject({ code: 'site-may-not-receive-tags' })
  expect(refusalOf(await give({ to: 1_999 }))).toMatchObject({ code: 'beyond-tag-quota', facts: { left: 480 } })
  const large = { issuer: 'ITSCI', tagType: 'mine', series: 'LW-', digits: 6, from: 1, to: 900, checkDigit: 'none' }
  const whole = subjectOf(await stage.as('scheme').post('/api/tag-batches', large))
  expect(refusalOf(await stage.as('scheme').post(`/api/tag-batches/${whole}/allocations`, { site: green }))).toMatchObject({
    code: 'beyond-tag-quota',
    facts: { quantity: 900, left: 480 },
  })
  expect(refusalOf(await give({ request }))).toMatchObject({ code: 'tag-request-not-approved' })
  const open = subjectOf(await stage.as('cooperative').post('/api/tag-requests', { site: green, tagType: 'mine', quantity: 20 }))
  expect(refusalOf(await stage.as('cooperative').post(`/api/tag-requests/${open}/approvals`, { quantity: 20 }))).toMatchObject({
    code: 'not-allowed',
  })
  expect(refusalOf(await scheme.post(`/api/tag-requests/${open}/approvals`, { quantity: 5 }))).toMatchObject({ code: 'more-than-proposed' })
  expect(refusalOf(await scheme.post(`/api/tag-requests/${open}/receptions`, { counted: 5 }))).toMatchObject({
    code: 'tag-request-not-so-far',
  })
  subjectOf(await stage.as('cooperative').post(`/api/tag-requests/${open}/cancellations`, { reason: 'Plus besoin' }))
  const own = subjectOf(await scheme.post('/api/tag-requests', { site: green, tagType: 'mine', quantity: 1 }))
  expect(refusalOf(await scheme.post(`/api/tag-requests/${own}/approvals`, { quantity: 1, reason: 'x' }))).toMatchObject({
    code: 'tag-request-of-your-own',
  })
  subjectOf(await scheme.post(`/api/tag-requests/${own}/rejections`, { reason: 'Pas maintenant' }))
  const revised = subjectOf(await stage.as('cooperative').post('/api/tag-requests', { site: green, tagType: 'mine', quantity: 2 }))
  subjectOf(await scheme.post(`/api/tag-requests/${revised}/revision-requests`, { reason: 'Plutôt trente' }))
  subjectOf(await scheme.post(`/api/tag-requests/${revised}/revisions`, { quantity: 30 }))
  expect(refusalOf(await scheme.post(`/api/tag-requests/${revised}/approvals`, { quantity: 30, reason: 'x' }))).toMatchObject({
    code: 'tag-request-of-your-own',
  })
  subjectOf(await scheme.post(`/api/tag-requests/${revised}/rejections`, { reason: 'Pas maintenant' }))
  const forbidden = subjectOf(await stage.as('agent').post('/api/tag-requests', { site: never, tagType: 'mine', quantity: 5 }))
  expect(refusalOf(await scheme.post(`/api/tag-requests/${forbidden}/approvals`, { quantity: 5 }))).toMatchObject({
    code: 'site-receives-no-tags-now',
  })
  expect((await requested(forbidden)).proposal).toMatchObject({ proposed: 0, limitedBy: 'standing', allowed: false })
  // A tag of the part closes a bag of that site without a finding; one of the rest was given to nobody.
  expect(await findingsOf((await weigh('LX-0000018')).lot)).toEqual([])
  expect(await findingsOf((await weigh('LX-0005009')).lot)).toMatchObject([{ rule: 'F03', facts: { allocatedOn: null } }])
})

test('counts of the box are kept as said, the last word counts, and the difference is exact', async () => {
  const count = (data: object) => stage.as('cooperative').post(`/api/tag-lockboxes/${green}/counts`, data)
  const [first, second] = [addDays(stage.today, -12), addDays(stage.today, -11)]
  subjectOf(await count({ day: first, counts: { opening: 100, used: 5, closing: 94 }, present: ['cooperative', 'saemape'] }))
  subjectOf(await count({ day: second, counts: { opening: 93, received: 20, used: 3, damaged: 1, returned: 4 } }))
  expect((await box('cooperative')).days).toMatchObject([
    { day: second, difference: null, overnight: -1, keysPresent: [], withoutThreeKeys: true },
    { day: first, difference: 1, overnight: null, keysPresent: ['cooperative', 'saemape'], withoutThreeKeys: true },
  ])
  subjectOf(await count({ day: second, counts: { closing: 105 } }))
  subjectOf(await count({ day: first, counts: { closing: 95 } }))
  expect((await box()).days.map((one) => one.difference)).toEqual([0, 0])
  expect(refusalOf(await count({ counts: {} }))).toMatchObject({ code: 'nothing-counted' })
  expect(refusalOf(await stage.as('cooperative').post(`/api/tag-lockboxes/${never}/counts`, { counts: { closing: 1 } }))).toMatchObject({
    code: 'not-of-this-site',
  })
  const counts = await world.program.database.read((tx) =>
    world.program.modules.custody.tags.counts(tx, 'cd', { from: first, to: stage.today }),
  )
  expect(counts.map((one) => one.difference)).toEqual([0, 0])
})

test('tags are taken out for one agent and day; from then on use by another or without is a finding, and before it was not', async () => {
  const day = addDays(stage.today, -10)
  const lk = mustParse(TagBatchSummary, (await box()).parts.length > 0 ? await summaryOf('LK-') : null).id
  const activate = (data: object) => stage.as('agent').post(`/api/tag-lockboxes/${green}/activations`, { batch: lk, day, ...data })
  expect(await findingsOf((await weigh('LK-000001')).lot)).toEqual([])
  expect(refusalOf(await activate({ from: 90, to: 101 }))).toMatchObject({ code: 'tags-not-of-this-site' })
  expect(refusalOf(await activate({ from: 1, to: 9 }))).toMatchObject({ code: 'tag-not-free', facts: { tag: 'LK-000001' } })
  expect(refusalOf(await activate({ from: 5, to: 9, day: addDays(day, -1) }))).toMatchObject({ code: 'activation-not-for-this-day' })
  subjectOf(await activate({ from: 10, to: 19 }))
  subjectOf(await activate({ from: 20, to: 29, agent: stage.account('scheme') }))
  expect(refusalOf(await activate({ from: 15, to: 35 }))).toMatchObject({ code: 'tags-activated-already' })
  expect(await findingsOf((await weigh('LK-000012')).lot)).toEqual([])
  expect(await findingsOf((await weigh('LK-000022')).lot)).toMatchObject([
    { rule: 'F03', severity: 'A', facts: { activatedFor: 'other-agent' } },
  ])
  expect(await findingsOf((await weigh('LK-000032')).lot)).toMatchObject([
    { rule: 'F03', severity: 'A', facts: { activatedFor: 'nobody' } },
  ])
  const shown = (await stage.as('agent').get(`/api/tag-activations?day=${day}`)).body
  expect(shown).toMatchObject({
    activations: [
      { first: 'LK-000010', mine: true, used: 1 },
      { first: 'LK-000020', mine: false },
    ],
  })
})

test('a used tag follows its bag and never goes back, also when the lot that emptied it is voided', async () => {
  const lk = (await summaryOf('LK-')).id
  const bag = await weigh('LK-000014', 30_000)
  const trader = stage.as('trader')
  const half = { number: 'N-TAG-1', kind: 'trader-lot', massGrams: 10_000, inputs: [{ lot: bag.lot, drawnGrams: 10_000 }] }
  const rest = { number: 'N-TAG-2', kind: 'trader-lot', massGrams: 20_000, inputs: [{ lot: bag.lot, drawnGrams: 20_000 }] }
  subjectOf(await trader.post('/api/lots', half))
  expect(await stateOf(lk, 14)).toBe('used')
  const last = subjectOf(await trader.post('/api/lots', rest))
  expect(await stateOf(lk, 14)).toBe('emptied')
  subjectOf(await stage.as('verifier').post(`/api/lots/${last}/quarantine`, { reason: 'essai' }))
  await stage.as('agent').post(`/api/lots/${last}/voidings`, { reason: 'Formé par erreur' })
  expect(await stateOf(lk, 14)).toBe('emptied')
  const sent = await weigh('LK-000015')
  subjectOf(await trader.post(`/api/lots/${sent.lot}/transfers`, { to: stage.organisation('exporter'), massGrams: 40_000, paper: 'AT-9' }))
  expect(await stateOf(lk, 15)).toBe('in-transit')
  const destroy = (from: number, to: number) =>
    stage.as('agent').post(`/api/tag-batches/${lk}/destructions`, { from, to, reason: 'Brûlées devant les trois détenteurs' })
  expect(refusalOf(await destroy(15, 15))).toMatchObject({ code: 'no-tags-to-destroy' })
  subjectOf(await destroy(10, 20))
  expect([await stateOf(lk, 14), await stateOf(lk, 15)]).toEqual(['destroyed', 'in-transit'])
})

test('a loss that is told later than the same day is kept and marked late', async () => {
  const lk = (await summaryOf('LK-')).id
  const declare = (data: object) =>
    stage.as('agent').post(`/api/tag-batches/${lk}/declarations`, { reason: 'Sac déchiré', as: 'damaged', ...data })
  subjectOf(await declare({ from: 95, to: 95 }))
  subjectOf(await declare({ from: 96, to: 96, declaredOn: addDays(stage.today, -13) }))
  subjectOf(await stage.as('agent').post(`/api/tag-batches/${lk}/destructions`, { from: 96, to: 96, reason: 'Brûlée' }))
  const { body } = await stage.as('agent').get('/api/tag-declarations')
  expect(body).toMatchObject({
    declared: expect.arrayContaining([
      expect.objectContaining({ tag: 'LK-000095', daysLate: 0, as: 'damaged', destroyedOn: null }),
      expect.objectContaining({ tag: 'LK-000096', daysLate: 3, as: 'damaged', destroyedOn: addDays(stage.today, -10) }),
    ]),
  })
  expect(await batchNow(lk)).toMatchObject({ declared: expect.arrayContaining([expect.objectContaining({ number: 96, as: 'damaged' })]) })
})

test('labels hold the address and the element string of GS1, which are read back as the same tag', async () => {
  const answer = await stage.as('scheme').get(`/api/tag-batches/${batch}/labels?from=1&to=3`)
  const { labels } = mustParse(TagLabels, answer.body)
  expect(labels).toHaveLength(3)
  for (const label of labels) {
    for (const code of [label.link, label.gs1 ?? '']) expect(readTagCode(code)).toMatchObject({ ok: true, value: { tag: label.tag } })
  }
  expect(labels[0]?.site).toBe(demoSites[0]?.name)
  expect(refusalOf(await stage.as('scheme').get(`/api/tag-batches/${batch}/labels?from=1&to=1500`))).toMatchObject({
    code: 'too-many-labels',
  })
})

test('the page of a tag tells a stranger the number alone, and a reader with sight the lot', async () => {
  const page = async (tag: string, who = stranger(stage.app)) => {
    const { status, body } = await who.get(`/id/obj/itsci/${tag}?language=en`)
    return { status, text: String(body) }
  }
  const open = await page('LX-0000018')
  expect(open).toMatchObject({ status: 200, text: expect.stringContaining('was printed by this issuer') })
  for (const hidden of [demoSites[0]?.name ?? '', 'Bahati', '/lots/', '40'])
    expect(open.text.replace(/<style>.*<\/style>/s, '')).not.toContain(hidden)
  expect(await page('LX-0000019')).toMatchObject({ status: 404, text: expect.stringContaining('last digit') })
  expect(await page('ZZ-1')).toMatchObject({ status: 404 })
  expect((await page('LK-000096')).text).toContain('declared void')
  expect((await page('LX-0000018', stage.as('trader'))).text).toContain('/lots/')
  expect((await page('LX-0000018', stage.as('exporter'))).text).not.toContain('/lots/')
})

test('a cooperative sees the tags of the sites whose key it holds, a trader sees none', async () => {
  expect((await stage.as('cooperative').get('/api/tag-batches')).body).toMatchObject({
    batches: expect.arrayContaining([expect.objectContaining({ site: green })]),
  })
  expect((await stage.as('trader').get('/api/tag-batches')).body).toEqual({ batches: [] })
  expect((await stage.as('trader').get('/api/tag-lockboxes')).body).toEqual({ lockboxes: [] })
  expect(refusalOf(await stage.as('trader').get(`/api/tag-lockboxes/${green}`))).toMatchObject({ code: 'unknown-site' })
  expect((await stage.as('trader').get(`/api/tag-requests/${request}`)).status).toBe(404)
  const unused = await world.program.database.read((tx) => world.program.modules.custody.tags.unused(tx, 'cd'))
  expect(unused).toMatchObject([{ site: green, baselineMonthlyGrams: 5_330_000 }])
})

test('a rebuild from the log gives the same tables', async () => {
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})

async function summaryOf(series: string) {
  const { body } = await stage.as('agent').get('/api/tag-batches')
  const found = typeof body === 'object' && body !== null && 'batches' in body && Array.isArray(body.batches) ? body.batches : []
  return mustParse(
    TagBatchSummary,
    found.find((one: { first: string }) => one.first.startsWith(series)),
  )
}
async function stateOf(of: string, number: number): Promise<string> {
  const { listTagRows } = await import('./store-tags.ts')
  const rows = await world.program.database.read((tx) => listTagRows(tx, 'cd', { batch: of, from: number, to: number }))
  return rows[0]?.state ?? 'in-stock'
}
