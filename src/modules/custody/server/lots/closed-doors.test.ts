/*
Ways by which somebody could see, take or set free what is not theirs: a depot that claims a stranger's lot, a sheet of paper that asks for
any number, a record declared a mistake under a seizure, a certificate for goods made of seized ones, the numbers of a site that is not theirs.
*/
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { deliverTags, weighBag } from '../../../../../test/world/chain-scenes.ts'
import { DEMO_PASSWORD } from '../../../../../test/world/accounts.ts'
import { type Answer, type Client, newId, signIn, subjectOf } from '../../../../../test/world/client.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { listOf, looseRecord, mustParse } from '../../../../kernel/schema.ts'
import { addAccount } from '../../../people/module.ts'
import { LotDetail, TagBatchSummary, TraceAnswer } from '../../contract.ts'
import { LotDealings } from '../../contract-lots.ts'
import { SheetPage } from '../../contract-sheets.ts'
import { LotComposition, SiteImpact } from '../../contract-tracing.ts'

const world = await freshDatabase()
let stage: Stage
/** An agent of the State whose territory holds neither site. */
let elsewhere: Client
const site = { green: '', other: '' }
let nextTag = 1

beforeAll(async () => {
  stage = await openStage(world, 60)
  const [first, second] = demoSites
  if (!first || !second) throw new Error('the province has sites')
  const day = stage.onDay(-30)
  site.green = await registerSite(stage, first, 1)
  site.other = await registerSite(stage, second, 2)
  await goOnMission(stage, { visited: [{ site: site.green }, { site: site.other }], day })
  const annex = [site.green, site.other].map((one) => ({ site: one, colour: 'green' as const }))
  await signOrder(stage, { number: '0012/DOORS', annex, day })
  await deliverTags(stage, { site: site.green, series: 'LA-', from: 1, to: 500, day })
  await deliverTags(stage, { site: site.other, series: 'LB-', from: 1, to: 500, day })
  stage.onDay(-10)
  const who = { email: 'elsewhere@test.example', name: 'N', password: DEMO_PASSWORD, roles: ['SAEMAPE_AGENT'], territory: ['XL102'] }
  const parts = { ...world.program, places: world.program.modules.places.door }
  const added = await addAccount(parts, { ...who, organisation: stage.organisation('saemape') })
  if (!added.ok) throw new Error(added.refusal.code)
  elsewhere = await signIn(stage.app, who.email, DEMO_PASSWORD)
  return () => stage.app.close()
})

const seizure = { authority: 'Police des mines', paper: 'PV 12/2026', reason: 'origine à vérifier' }
const codeOf = ({ body }: Answer): string =>
  mustParse(looseRecord({ refusal: looseRecord({ code: SheetPage.shape.sheet.shape.label }) }), body).refusal.code
async function weigh({ massGrams = 40_000, at = site.green, series = 'LA-' } = {}) {
  const tag = `${series}${String(nextTag++).padStart(6, '0')}`
  const { lot } = await weighBag(stage, { site: at, tag, mineral: 'Sn', massGrams, day: addDays(stage.today, -10) })
  return { tag, lot }
}
async function exporters(massGrams = 40_000): Promise<string> {
  const { lot } = await weigh({ massGrams })
  subjectOf(await stage.as('trader').post(`/api/lots/${lot}/transfers`, { to: stage.organisation('exporter'), massGrams }))
  subjectOf(await stage.as('exporter').post(`/api/lots/${lot}/receipts`, { massGrams, function: 'magasinier' }))
  return lot
}
const made = async (number: string, lot: string, massGrams: number): Promise<string> =>
  subjectOf(await stage.as('exporter').post('/api/lots', { number, kind: 'export-lot', massGrams, inputs: [{ lot, drawnGrams: 40_000 }] }))
const detail = async (lot: string) => mustParse(LotDetail, (await stage.as('verifier').get(`/api/lots/${lot}`)).body)

test('a depot takes in nothing by its own word: it would see the goods and what is inside of them', async () => {
  const { lot } = await weigh()
  const stay = { depot: stage.organisation('exporter'), place: 'Dépôt 9', massGrams: 40_000 }
  expect(codeOf(await stage.as('exporter').post(`/api/lots/${lot}/stays`, stay))).toBe('not-the-holder')
  expect((await stage.as('exporter').get(`/api/lots/${lot}`)).status).toBe(404)
  subjectOf(await stage.as('trader').post(`/api/lots/${lot}/stays`, stay))
  expect((await stage.as('exporter').get(`/api/lots/${lot}`)).status).toBe(200)
})

test('who receives cannot sign for the sender: its own answer stays open, once, and an organisation that nobody knows signs nothing', async () => {
  const { lot } = await weigh()
  const [from, to] = [stage.organisation('trader'), stage.organisation('exporter')]
  subjectOf(await stage.as('trader').post(`/api/lots/${lot}/transfers`, { to, massGrams: 40_000 }))
  const noted = (organisation: string) => ({
    ...{ massGrams: 30_000, function: 'magasinier', otherSide: { organisation, function: 'chauffeur', agrees: true } },
  })
  expect(codeOf(await stage.as('exporter').post(`/api/lots/${lot}/receipts`, noted(newId())))).toBe('unknown-organisation')
  subjectOf(await stage.as('exporter').post(`/api/lots/${lot}/receipts`, noted(from)))
  const transfer = async () =>
    mustParse(LotDealings, (await stage.as('trader').get(`/api/lots/${lot}/dealings`)).body).transfers.map((one) => [
      one.otherSideSays,
      one.otherSideSignedAt !== null,
    ])
  expect(await transfer()).toEqual([['agreed', false]])
  const answer = { function: 'gérant', agrees: false, remark: 'quarante kilos au départ' }
  subjectOf(await stage.as('trader').post(`/api/lots/${lot}/receipt-answers`, answer))
  expect(await transfer()).toEqual([['disagreed', true]])
  expect((await detail(lot)).findings.map((one) => one.rule)).toContain('P07')
  expect(codeOf(await stage.as('trader').post(`/api/lots/${lot}/receipt-answers`, answer))).toBe('nothing-to-answer')
})

test('a seized record is no mistake: neither withdrawn by who weighed it nor voided, and what is made of it is held', async () => {
  const { lot } = await weigh()
  subjectOf(await stage.as('verifier').post(`/api/lots/${lot}/seizures`, seizure))
  for (const way of ['withdrawals', 'voidings'])
    expect(codeOf(await stage.as('agent').post(`/api/lots/${lot}/${way}`, { reason: 'erreur' })), way).toBe('lot-seized')
  const bag = await exporters()
  const lotOfIt = await made('DOOR-1', bag, 40_000)
  subjectOf(await stage.as('verifier').post(`/api/lots/${bag}/seizures`, seizure))
  const trace = mustParse(TraceAnswer, (await stage.as('verifier').get(`/api/lots/${lotOfIt}/trace`)).body)
  expect(trace.state).toBe('quarantined')
})

test('what is held is not voided by who recorded or held it: that would set free what went into it without a second look', async () => {
  const lot = await made('DOOR-3', await exporters(), 40_000)
  subjectOf(await stage.as('verifier').post(`/api/lots/${lot}/quarantine`, { reason: 'à voir' }))
  expect(codeOf(await stage.as('verifier').post(`/api/lots/${lot}/voidings`, { reason: 'erreur' }))).toBe('second-person-needed')
  subjectOf(await stage.as('agent').post(`/api/lots/${lot}/voidings`, { reason: 'erreur' }))
  const { lot: bag } = await weigh()
  subjectOf(await stage.as('agent').post(`/api/lots/${bag}/quarantine`, { reason: 'mauvaise étiquette' }))
  expect(codeOf(await stage.as('agent').post(`/api/lots/${bag}/voidings`, { reason: 'erreur' }))).toBe('second-person-needed')
  subjectOf(await stage.as('agent').post(`/api/lots/${bag}/withdrawals`, { reason: 'erreur' }))
})

test('a bag that changed hands is no longer withdrawn by who weighed it: the desk alone voids what a buyer has received', async () => {
  const bag = await exporters()
  expect(codeOf(await stage.as('agent').post(`/api/lots/${bag}/withdrawals`, { reason: 'erreur' }))).toBe('bag-changed-hands')
  expect(await detail(bag)).toMatchObject({ lot: { state: 'held', holder: stage.organisation('exporter') } })
  subjectOf(await stage.as('agent').post(`/api/lots/${bag}/voidings`, { reason: 'erreur' }))
})

async function typed(who: string, { book, content }: { readonly book: object; readonly content: object }): Promise<SheetPage> {
  const printed = subjectOf(await stage.as(who).post('/api/sheet-books', { from: 1, to: 9, rowsPerSheet: 25, ...book }))
  const opened = await stage.as(who).send('/api/sheets', { id: newId(), book: printed, number: 1 })
  const { sheet } = mustParse(looseRecord({ sheet: SheetPage.shape.sheet.shape.id }), opened.body)
  const whole = { day: stage.today, mineral: 'Sn', carriedGrams: 0, ...content }
  for (const pass of ['first', 'second'])
    expect(await stage.as(who).send(`/api/sheets/${sheet}/entries`, { pass, content: whole })).toMatchObject({ status: 200 })
  subjectOf(await stage.as(who).post(`/api/sheets/${sheet}/posting`, {}))
  return mustParse(SheetPage, (await stage.as(who).get(`/api/sheets/${sheet}`)).body)
}

test('a sheet that names a number of a stranger learns nothing of its lot', async () => {
  const { tag, lot } = await weigh({ massGrams: 41_234 })
  const holder = stage.organisation('exporter')
  const shown = await typed('exporter', {
    book: { kind: 'trader', prefix: 'NX', site: null, holder },
    content: { holder, totalGrams: 40_000, lines: [{ line: 1, tag, massGrams: 40_000 }] },
  })
  expect(shown.posted).toMatchObject([{ lot: null, how: 'not-found' }])
  expect(shown.findings.map((one) => one.rule)).toEqual(['S04', 'S06'])
  expect(JSON.stringify(shown)).not.toContain('41234')
  expect(JSON.stringify(shown)).not.toContain(lot)
})

test('a number on paper that closes a bag of another site is weighed in, and the rule about a number used twice speaks', async () => {
  const { tag, lot } = await weigh({ at: site.other, series: 'LB-' })
  const shown = await typed('agent', {
    book: { kind: 'mine', prefix: 'MZ', site: site.green, holder: null },
    content: { holder: stage.organisation('cooperative'), totalGrams: 40_000, lines: [{ line: 1, tag, massGrams: 40_000 }] },
  })
  const [line] = shown.posted
  expect(line).toMatchObject({ how: 'registered' })
  expect((await detail(line?.lot ?? '')).findings.map((one) => one.rule)).toContain('F01')
  expect(await detail(lot)).toMatchObject({ lot: { state: 'quarantined' } })
})

test('who trades learns no numbers of a site whose box they hold no key of', async () => {
  const batches = async (who: string, query: string) =>
    mustParse(looseRecord({ batches: listOf(TagBatchSummary) }), (await stage.as(who).get(`/api/tag-batches${query}`)).body).batches
  const [batch] = await batches('agent', `?site=${site.green}`)
  expect(batch).toMatchObject({ first: 'LA-000001' })
  expect(await batches('exporter', `?site=${site.green}`)).toEqual([])
  expect((await stage.as('exporter').get(`/api/tag-batches/${batch?.id ?? ''}`)).status).toBe(404)
})

test('who watches over another territory declares and destroys no tags of a site, in whole or in part', async () => {
  const path = `/api/tag-batches?site=${site.green}`
  const [batch] = mustParse(looseRecord({ batches: listOf(TagBatchSummary) }), (await stage.as('agent').get(path)).body).batches
  const stolen = { from: 480, to: 481, as: 'stolen', reason: 'caisse volée' }
  const burnt = { from: 480, to: 481, reason: 'brûlées' }
  const about = (who: Client, thing: string, data: object) => who.post(`/api/tag-batches/${batch?.id ?? ''}/${thing}`, data)
  expect(codeOf(await about(elsewhere, 'declarations', stolen))).toBe('outside-your-territory')
  expect(codeOf(await about(elsewhere, 'destructions', burnt))).toBe('outside-your-territory')
  subjectOf(await about(stage.as('agent'), 'declarations', { ...stolen, as: 'damaged' }))
  expect(codeOf(await about(elsewhere, 'destructions', burnt))).toBe('outside-your-territory')
  subjectOf(await about(stage.as('agent'), 'destructions', burnt))
})

test('the free numbers of a site are carried by who may weigh there', async () => {
  expect(codeOf(await elsewhere.get(`/api/weighing/${site.green}`))).toBe('outside-your-territory')
  expect((await stage.as('agent').get(`/api/weighing/${site.green}`)).status).toBe(200)
})

test('where a site’s production went tells who trades nothing of lots out of sight, not even what was lost there', async () => {
  const bag = await exporters()
  const lot = await made('DOOR-2', bag, 39_000)
  expect((await stage.as('trader').get(`/api/lots/${lot}`)).status).toBe(404)
  const lost = async (who: string) =>
    mustParse(SiteImpact, (await stage.as(who).get(`/api/traces/sites/${site.green}`)).body).minerals[0]?.now.find(
      (one) => one.state === 'lost',
    )?.amount.grams
  expect(await lost('verifier')).toBe(1_000)
  expect(await lost('exporter')).toBe(1_000)
  expect(await lost('trader')).toBe(0)
})

test('weight that comes back after a second scale has no origin, also where that scale stood at a taking back', async () => {
  const { lot } = await weigh({ massGrams: 50_000 })
  const trader = stage.as('trader')
  const to = stage.organisation('exporter')
  subjectOf(await trader.post(`/api/lots/${lot}/transfers`, { to, massGrams: 50_000 }))
  subjectOf(await trader.post(`/api/lots/${lot}/takings-back`, { massGrams: 49_900, reason: 'revenu' }))
  subjectOf(await trader.post(`/api/lots/${lot}/transfers`, { to, massGrams: 49_950 }))
  const { unexplained } = mustParse(LotComposition, (await stage.as('verifier').get(`/api/traces/lots/${lot}`)).body)
  expect(unexplained.gained.grams).toBe(50)
})
