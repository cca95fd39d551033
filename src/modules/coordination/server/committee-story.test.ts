/*
The story of a committee over HTTP on a real database: an action that nobody did is back on the next agenda by itself, civil society leaves and the quorum is lost in the
middle of a meeting, a component withdraws and governor and ministry are told, an objection to a blue request comes from its item in time and stops it, the minutes are
locked and print.
*/
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Answer, subjectOf } from '../../../../test/world/client.ts'
import * as scenes from '../../../../test/world/committee-scenes.ts'
import { sites as demoSites } from '../../../../test/world/lukanda.ts'
import { askForBlue, registerSite } from '../../../../test/world/site-scenes.ts'
import { posted } from '../../../../test/world/posted.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { listOf, looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import { Actions, CommitteeBoard, Committees } from '../contract.ts'

const world = await freshDatabase()
const api = '/api/coordination'
let stage: Stage
const under = { cps: '', cls: '', first: '', second: '', list: '', overdue: '', site: '' }
const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const board = async (committee: string, key = 'secretary') =>
  mustParse(CommitteeBoard, (await stage.as(key).get(`${api}/committees/${committee}`)).body)
const post = (path: string, data: object, key = 'secretary') => stage.as(key).post(`${api}/${path}`, data)
const blueNow = async () => {
  const { requests } = mustParse(
    looseRecord({ requests: listOf(looseRecord({ site: text(), state: text() })) }),
    (await stage.as('planner').get('/api/status/blue-requests')).body,
  )
  return requests.find((one) => one.site === under.site)?.state
}

beforeAll(async () => {
  stage = await openStage(world, 780)
  const colline = demoSites.find((one) => one.key === 'colline')
  if (!colline) throw new Error('the world has no such site')
  under.site = await registerSite(stage, colline, 5)
  Object.assign(under, await scenes.foundCommittees(stage, stage.onDay(-230)))
  return () => stage.app.close()
}, 60_000)

test('a meeting is convened seven days ahead, or as extraordinary with why', async () => {
  const day = stage.onDay(-118)
  const ask = (data: object) => post(`committees/${under.cps}/meetings`, { time: '09:00', place: 'Salle', ...data })
  expect(codeOf(await ask({ kind: 'ORD', day: addDays(day, 6) }))).toBe('meeting-notice-too-short')
  expect(codeOf(await ask({ kind: 'EXTRA', day: addDays(day, 2) }))).toBe('extra-meeting-needs-reason')
  expect((await stage.as('inspector').post(`${api}/committees/${under.cps}/meetings`, {})).status).toBe(403)
  under.first = await scenes.convene(stage, under.cps, { day: addDays(day, 8) })
  expect((await scenes.meetingOf(stage, under.first)).line).toMatchObject({
    code: `CPS-LK-${addDays(day, 8).slice(0, 4)}-01`,
    state: 'convened',
  })
  expect(codeOf(await post(`meetings/${under.first}/openings`, { attendance: [] }))).toBe('meeting-not-yet')
})

test('a secretariat of another territoire writes nothing of a committee: no meeting, no money, no version, no minutes', async () => {
  const elsewhere = await posted(world.program, stage, {
    ...{ name: 'secretariat', role: 'COMMITTEE_SECRETARY', organisation: 'division', territory: ['XL102'] },
  })
  const own = `${api}/committees/${under.cps}`
  const { newest } = await board(under.cps)
  const { n: version, components, quorum, meetingsPerYear, officers, legal } = newest
  const revised = {
    version,
    from: stage.onDay(-118),
    components,
    quorum,
    meetingsPerYear: meetingsPerYear + 1,
    officers,
    legal,
    reason: 'x',
  }
  const tries: readonly (readonly [string, object])[] = [
    [`${own}/meetings`, { kind: 'EXTRA', day: addDays(stage.today, 2), time: '09:00', place: 'Salle', reason: 'x' }],
    [`${own}/revisions`, revised],
    [
      `${own}/fund/contributions`,
      { payer: stage.organisation('division'), basis: { is: 'lot', lots: 1 }, amount: 1, currency: 'USD', on: '2026-01-01' },
    ],
    [`${api}/meetings/${under.first}/refreshes`, {}],
    [`${api}/meetings/${under.first}/cancellations`, { reason: 'x' }],
  ]
  for (const [path, data] of tries) expect([path, codeOf(await elsewhere.post(path, data))]).toEqual([path, 'outside-your-territory'])
  expect((await elsewhere.get(own)).status).toBe(200)
})

test('no case reaches a committee: neither by its code, its address nor a name', async () => {
  const add = (title: string) => post(`meetings/${under.first}/items`, { title, why: 'À voir' })
  expect(codeOf(await add('Dossier KD-7F3M-2X'))).toBe('committee-item-names-a-case')
  expect(codeOf(await add('Voir /cases/0192f0c4-0000-7000-8000-000000000001'))).toBe('committee-item-names-a-case')
  expect(codeOf(await add('Plainte de Mme Kavira'))).toBe('committee-item-names-a-person')
  const item = { source: 'case', ref: '0192f0c4-0000-7000-8000-000000000001', title: 'Cas', why: 'x' }
  expect((await post(`meetings/${under.first}/items`, item)).status).toBe(400)
})

test('decisions carry the number of their meeting; an action is done with what shows it, by its own seat', async () => {
  const day = stage.onDay(-110)
  Object.assign(under, await scenes.firstMeeting(stage, { meeting: under.first, day }))
  const meeting = await scenes.meetingOf(stage, under.first)
  expect(meeting.decisions.map(({ number, kind }) => [number.slice(-4), kind])).toEqual([
    ['-D01', 'DECISION'],
    ['-D02', 'RECOMMENDATION'],
  ])
  expect(meeting.line).toMatchObject({ quorumKept: true, state: 'closed', minutes: 'draft' })
  stage.onDay(-88)
  const done = { as: 'DONE', words: 'Fait.' }
  expect(codeOf(await post(`actions/${under.list}/reports`, done, 'inspector'))).toBe('action-done-needs-evidence')
  expect(codeOf(await post(`actions/${under.list}/reports`, { ...done, as: 'IN_PROGRESS' }, 'witness'))).toBe('action-of-another-seat')
  await scenes.showDone(stage, under.list)
  const mine = mustParse(Actions, (await stage.as('inspector').get(`${api}/my-actions`)).body)
  expect(mine.actions.map(({ status, isOnTime }) => [status, isOnTime])).toEqual([['DONE', true]])
})

test('an overdue action is on the next agenda by itself, and counts how often it came back', async () => {
  const day = stage.onDay(-53)
  under.second = await scenes.convene(stage, under.cps, { day: addDays(day, 8) })
  const { items } = await scenes.meetingOf(stage, under.second)
  expect(items.find((one) => one.source === 'action-overdue')).toMatchObject({ ref: under.overdue, now: 'OVERDUE' })
  expect(items.find((one) => one.source === 'minutes')).toMatchObject({ ref: under.first })
  expect(items.some((one) => one.ref === under.list)).toBe(false)
  const shown = (await board(under.cps)).actions.find((one) => one.id === under.overdue)
  expect(shown).toMatchObject({ status: 'OVERDUE', carriedOver: 1, ownerTitle: 'Responsable provincial du SAEMAPE' })
})

test('the quorum is lost when civil society leaves: what was decided stands, nothing more is', async () => {
  stage.onDay(-45)
  const meeting = under.second
  const item = await scenes.addItem(stage, meeting, { title: 'École de Lukanda-Nord', why: 'Fonds commun' })
  await scenes.openWith(stage, meeting)
  const decide = (words: string) => post(`meetings/${meeting}/decisions`, { item, kind: 'DECISION', text: words, isPublic: true })
  // Minutes: not by who wrote them, and only in a meeting that sits.
  expect((await post(`meetings/${under.first}/approvals`, { meeting })).status).toBe(403)
  subjectOf(await post(`meetings/${under.first}/approvals`, { meeting }, 'inspector'))
  expect(codeOf(await post(`meetings/${under.first}/minutes`, { text: 'Autre texte' }))).toBe('minutes-locked')
  subjectOf(await decide('Financer deux salles de classe.'))
  subjectOf(await post(`meetings/${meeting}/seats`, { seat: 'cso-mines', is: 'left' }))
  const lost = await scenes.meetingOf(stage, meeting)
  expect(lost.quorum).toMatchObject({ met: false, missing: ['Société civile'] })
  expect(lost.quorum.lostAt).not.toBeNull()
  expect(codeOf(await decide('Encore une décision.'))).toBe('no-quorum')
  subjectOf(await post(`meetings/${meeting}/closings`, {}))
  const closed = await scenes.meetingOf(stage, meeting)
  expect([closed.decisions.length, closed.line.quorumKept]).toEqual([1, false])
  const first = await scenes.meetingOf(stage, under.first)
  expect(first.minutes).toMatchObject({ state: 'locked', approvedIn: closed.line.code })
  expect(first.minutes.sha256).toMatch(/^[0-9a-f]{64}$/)
  subjectOf(await post(`meetings/${under.first}/notes`, { text: 'Lire « trois centres » au point 1.' }))
  expect((await scenes.meetingOf(stage, under.first)).minutes.notes).toHaveLength(1)
})

test('a component withdraws: impaired at once, no quorum whoever comes, governor and ministry are told; its return heals', async () => {
  const on = stage.onDay(-35)
  await scenes.leave(stage, under.cps, { component: 'private', on, reason: 'Désaccord sur le prélèvement.' })
  const impaired = (await board(under.cps)).line
  expect(impaired).toMatchObject({ isImpaired: true, withdrawals: [{ component: 'private', escalatedTo: ['governor', 'ministry'] }] })
  const extra = await scenes.convene(stage, under.cps, { kind: 'EXTRA', reason: 'Retrait du secteur privé', day: on })
  expect((await scenes.meetingOf(stage, extra)).items.some((one) => one.source === 'impaired')).toBe(true)
  await scenes.openWith(stage, extra)
  const meeting = await scenes.meetingOf(stage, extra)
  expect(meeting.quorum).toMatchObject({ met: false, missing: ['Secteur privé'] })
  subjectOf(await post(`meetings/${extra}/closings`, {}))
  stage.onDay(-23)
  await scenes.comeBack(stage, under.cps, { component: 'private', on: addDays(on, 12), words: 'Accord trouvé.' })
  expect((await board(under.cps)).line.isImpaired).toBe(false)
})

test('what a local committee did not settle in two meetings is on the provincial agenda', async () => {
  const given: string[] = []
  for (const [place, fromToday] of [-22, -14, -6].entries()) {
    const day = stage.onDay(fromToday)
    const meeting = await scenes.convene(stage, under.cls, { kind: 'EXTRA', reason: 'Éboulements', day })
    given.push(await scenes.localMeeting(stage, meeting, place === 0 ? addDays(day, 1) : undefined))
  }
  const [action] = given
  const shown = (await board(under.cls)).actions.find((one) => one.id === action)
  expect(shown).toMatchObject({ carriedOver: 2, escalation: { at: 'CPS', committee: 'CPS-LK', because: 'meetings' } })
  const day = stage.onDay(-5)
  const next = await scenes.convene(stage, under.cps, { day: addDays(day, 8) })
  expect((await scenes.meetingOf(stage, next)).items.find((one) => one.source === 'escalated')).toMatchObject({
    ref: action,
    now: 'OVERDUE',
  })
})

test('an objection to a blue request, made from its item in time, stops the clock', async () => {
  const day = stage.onDay(-4)
  await askForBlue(stage, { site: under.site, day })
  expect(await blueNow()).toBe('clock')
  const meeting = await scenes.convene(stage, under.cps, { kind: 'EXTRA', reason: 'Délai d’objection de dix jours', day })
  const item = (await scenes.meetingOf(stage, meeting, 'witness')).items.find((one) => one.source === 'blue-request')
  expect(item).toMatchObject({ site: under.site, now: 'clock', day: addDays(day, 10) })
  await scenes.openWith(stage, meeting)
  const objection = { application: item?.ref, criterion: 'Y1', on: day, narrative: 'Objection du comité provincial.' }
  subjectOf(await stage.as('witness').post(`/api/sites/${item?.site}/blue-objections`, objection))
  expect(await blueNow()).toBe('objected')
  const after = (await scenes.meetingOf(stage, meeting)).items.find((one) => one.source === 'blue-request')
  expect(after?.now).toBe('objected')
  stage.onDay(0)
  expect(await blueNow()).toBe('objected')
})

test('the index of functioning is the mean of its parts, by the record', async () => {
  const { committees } = mustParse(Committees, (await stage.as('minister').get(`${api}/committees`)).body)
  const { index } = committees.find((one) => one.id === under.cps) ?? { index: null }
  expect(index).toMatchObject({ held: { numerator: 4, denominator: 2, share: 1 }, quorum: { numerator: 1, denominator: 3 }, parts: 3 })
  expect(index?.actions).toMatchObject({ numerator: 1, denominator: 2, share: 0.5 })
  expect(index?.index).toBeCloseTo((1 + 1 / 3 + 0.5) / 3, 9)
})
