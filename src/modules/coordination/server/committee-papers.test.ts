/* Papers, the public extract, what waits for whom, the fund, the scorecard and the measures, over HTTP on a real database. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Answer, newId, stranger, subjectOf } from '../../../../test/world/client.ts'
import * as scenes from '../../../../test/world/committee-scenes.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { addDays } from '../../../kernel/calendar.ts'
import type { MeasureAsk } from '../../../kernel/measure.ts'
import { looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { FundShown } from '../contract-fund.ts'
import { Scorecard } from '../contract-scores.ts'
import { coordinationMeasures } from './measures.ts'
import { coordinationNotices } from './notices.ts'

const world = await freshDatabase()
const api = '/api/coordination'
let stage: Stage
const under = { cps: '', cls: '', first: '', second: '', list: '', overdue: '', promise: '' }
const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const page = async (key: string, path: string): Promise<string> => {
  const answer = await stage.as(key).get(path)
  return answer.status === 200 ? String(answer.body) : `${answer.status}`
}

beforeAll(async () => {
  stage = await openStage(world, 780)
  Object.assign(under, await scenes.foundCommittees(stage, stage.onDay(-230)))
  under.first = await scenes.convene(stage, under.cps, { day: addDays(stage.onDay(-118), 8) })
  Object.assign(under, await scenes.firstMeeting(stage, { meeting: under.first, day: stage.onDay(-110) }))
  stage.onDay(-88)
  await scenes.showDone(stage, under.list)
  await scenes.fillFund(stage, under, stage.onDay(-80))
  under.second = await scenes.convene(stage, under.cps, { day: addDays(stage.onDay(-53), 8) })
  stage.onDay(-45)
  await scenes.secondMeeting(stage, { meeting: under.second, first: under.first })
  return () => stage.app.close()
}, 60_000)

test('the four papers print in both languages, with empty lines for names and nobody named', async () => {
  const at = (paper: string, language: string) =>
    page('secretary', `/coordination/meetings/${under.first}/${paper}/print?language=${language}`)
  expect(await at('invitation', 'fr')).toContain('Convocation')
  expect(await at('attendance', 'en')).toContain('Attendance sheet')
  const minutes = await at('minutes', 'fr')
  for (const said of ['-D01', 'Afficher chaque mois', 'SHA-256', 'Chef de division des mines', 'Réserve']) expect(minutes).toContain(said)
  for (const name of ['Honorine', 'Mutombo', 'Kalume']) expect(minutes).not.toContain(name)
  expect(await at('actions', 'en')).toContain('overdue')
  expect(await page('secretary', `/coordination/meetings/${under.second}/minutes/print?language=fr`)).toContain('Projet, non approuvé')
  expect(await page('casework2', `/coordination/meetings/${under.first}/minutes/print`)).toBe('403')
  expect(await page('secretary', `/coordination/meetings/${newId()}/minutes/print`)).toBe('404')
})

test('everybody reads what was marked public once its minutes are locked, and nothing else', async () => {
  const extract = String((await stranger(stage.app).get(`/committees/${under.cps}?language=fr`)).body)
  expect(extract).toContain('Afficher chaque mois la liste')
  // Of the second meeting the minutes are a draft yet.
  expect(extract).not.toContain('Financer deux salles')
  for (const kept of ['Relever les barrières', 'Chef de division', 'délégation', 'Registre des négociants'])
    expect(extract).not.toContain(kept)
  expect(extract).toContain('USD')
  expect((await stranger(stage.app).get(`/committees/${newId()}`)).status).toBe(404)
  expect(String((await stranger(stage.app).get('/committees?language=en')).body)).toContain('CPS-LK')
})

test('the fund keeps each currency apart, spends no more than there is, and its receipt prints', async () => {
  const fund = mustParse(FundShown, (await stage.as('witness').get(`${api}/committees/${under.cps}/fund`)).body)
  expect(fund.totals).toEqual([
    { currency: 'CDF', received: 140_000_000, spent: 0, balance: 140_000_000 },
    { currency: 'USD', received: 980_000, spent: 210_000, balance: 770_000 },
  ])
  const [project] = fund.projects
  const spend = { project: project?.id, amount: 770_001, currency: 'USD', what: 'Toiture', on: stage.today }
  stage.onDay(0)
  expect(codeOf(await stage.as('secretary').post(`${api}/committees/${under.cps}/fund/spendings`, spend))).toBe('fund-too-small')
  const receipt = await page('secretary', `/coordination/committees/${under.cps}/receipts/CPS-LK-R0001/print?language=fr`)
  expect(receipt).toContain('9\u00a0200,00 USD')
  expect(await page('secretary', `/coordination/committees/${under.cps}/receipts/CPS-LK-R0099/print`)).toBe('404')
})

test('a line that was mistyped is reversed with why: both stand, the public sum is the one after it, its receipt says so', async () => {
  const fund = `${api}/committees/${under.cps}/fund`
  const reverse = (receipt: string) => stage.as('secretary').post(`${fund}/reversals`, { receipt, reason: 'Un zéro de trop' })
  subjectOf(await reverse('CPS-LK-R0001'))
  subjectOf(await reverse('CPS-LK-S0001'))
  expect(codeOf(await reverse('CPS-LK-R0001'))).toBe('receipt-reversed-already')
  expect((await reverse('CPS-LK-R0099')).status).toBe(404)
  const shown = mustParse(FundShown, (await stage.as('witness').get(fund)).body)
  expect(shown.totals.find((one) => one.currency === 'USD')).toEqual({ currency: 'USD', received: 60_000, spent: 0, balance: 60_000 })
  expect(shown.projects[0]?.spent).toEqual([])
  const reversed = { on: stage.today, reason: 'Un zéro de trop' }
  expect(shown.contributions.find((one) => one.receipt === 'CPS-LK-R0001')).toMatchObject({ amount: 920_000, reversed })
  expect(shown.spendings).toMatchObject([{ receipt: 'CPS-LK-S0001', amount: 210_000, reversed }])
  const extract = String((await stranger(stage.app).get(`/committees/${under.cps}?language=fr`)).body)
  expect(extract).toContain('reçu 600,00, dépensé 0,00, solde 600,00')
  const paper = await page('secretary', `/coordination/committees/${under.cps}/receipts/CPS-LK-R0001/print?language=fr`)
  expect(paper).toContain('Un zéro de trop')
})

test('no side reads the other before both have rated; a gap of two is on the next agenda, once', async () => {
  const { day, quarter } = scenes.ratingDay(addDays(stage.today, 40))
  world.setClock(`${day}T08:00:00.000Z`)
  const made = {
    holder: 'division',
    beneficiary: 'coop',
    text: 'Étiquettes en cinq jours',
    indicator: 'Part servie',
    from: quarter,
    until: quarter,
  }
  const promise = subjectOf(await stage.as('secretary').post(`${api}/committees/${under.cps}/promises`, made))
  const rate = (key: string, score: number) =>
    stage.as(key).post(`${api}/promises/${promise}/scores`, { quarter, score, comment: 'Vu ainsi.' })
  const seen = async (key: string) => {
    const card = mustParse(Scorecard, (await stage.as(key).get(`${api}/committees/${under.cps}/promises`)).body)
    return card.promises.find((one) => one.id === promise)?.quarters[0]
  }
  expect(codeOf(await rate('witness', 3))).toBe('not-a-side-of-the-promise')
  subjectOf(await rate('inspector', 4))
  expect(codeOf(await rate('inspector', 5))).toBe('rated-already')
  expect((await seen('cooperative'))?.scores).toEqual([])
  expect((await seen('witness'))?.scores).toEqual([])
  expect((await seen('inspector'))?.scores).toHaveLength(1)
  subjectOf(await rate('cooperative', 1))
  expect(await seen('witness')).toMatchObject({ gap: 3, isWide: true })
  const sit = async (on: string) => {
    const meeting = await scenes.convene(stage, under.cps, { kind: 'EXTRA', reason: 'Écart des notes', day: on })
    const found = (await scenes.meetingOf(stage, meeting)).items.filter((one) => one.source === 'gap')
    await scenes.openWith(stage, meeting)
    subjectOf(await stage.as('secretary').post(`${api}/meetings/${meeting}/closings`, {}))
    return found
  }
  expect(await sit(day)).toMatchObject([{ ref: promise, n: 3 }])
  expect(await sit(day)).toEqual([])
})

test('each is told what waits: a seat its own overdue action, governor and ministry what came up', async () => {
  const now = `${addDays(stage.today, 1)}T08:00:00.000Z`
  const told = (capabilities: readonly string[], organisation: string | null) =>
    world.program.database.read((tx) =>
      coordinationNotices.waiting(tx, { tenant: 'cd', capabilities: new Set(capabilities), territory: 'everywhere', organisation }, now),
    )
  const seat = ['coordination.read', 'coordination.act']
  expect(await told(seat, stage.organisation('saemape'))).toMatchObject([
    { kind: 'committeeActionsOverdue', count: 1, keys: [under.overdue] },
  ])
  expect((await told(seat, stage.organisation('trader'))).length).toBe(0)
  // Due seventy-two days ago at a provincial committee.
  expect(await told(['coordination.read', 'coordination.escalated-read'], null)).toMatchObject([{ kind: 'committeeActionsUp', count: 1 }])
  await scenes.leave(stage, under.cls, { component: 'cso', on: stage.today, reason: 'Plus convoqué.' })
  expect((await told(['coordination.read', 'coordination.escalated-read'], null)).map((one) => one.kind)).toContain('committeesImpaired')
})

test('measures: asked by the day on which it happened and by when it was learned, divided by level', async () => {
  const ask = async (measure: string, more: Partial<MeasureAsk> = {}) => {
    const found = coordinationMeasures.find((one) => one.id === measure)
    const year = { from: addDays(stage.today, -229), to: stage.today }
    const asked: MeasureAsk = { occurred: year, learned: { after: null, until: null }, by: [], ...more }
    return world.program.database.read(async (tx) => (await found?.ask(tx, 'cd', asked)) ?? [])
  }
  expect(await ask('coordination.actions-on-time')).toEqual([{ of: {}, numerator: 1, denominator: 2 }])
  expect(await ask('coordination.quorum-rate')).toEqual([{ of: {}, numerator: 1, denominator: 2 }])
  expect(await ask('coordination.decisions', { by: ['level', 'territory'] })).toEqual([
    { of: { level: 'CPS', territory: 'XL1' }, numerator: 2, denominator: null },
  ])
  const held = await ask('coordination.meetings-held', { by: ['level'] })
  expect(held).toContainEqual({ of: { level: 'CPS' }, numerator: 2, denominator: 2 })
  expect(held).toContainEqual({ of: { level: 'CLS' }, numerator: 0, denominator: 3 })
  // What was known after the first meeting; and what was learned since.
  const cut = `${addDays(stage.today, -100)}T00:00:00.000Z`
  const part = async (learned: MeasureAsk['learned']) => (await ask('coordination.decisions', { learned }))[0]?.numerator ?? 0
  expect([await part({ after: null, until: cut }), await part({ after: cut, until: null })]).toEqual([1, 1])
})
