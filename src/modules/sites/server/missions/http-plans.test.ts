import { expect, test } from 'vitest'
import { app, ask, inspect, members, newId, orderText, post, registerSite, setClock, source, taken } from '../../../../../test/sites-bed.ts'
import { ActionList, InspectionPage, MissionList, MissionPage } from '../../domain/missions/mission-answers.ts'
import { Proposals, TeamRulesShown } from '../../domain/missions/proposal-answers.ts'

const DAY = '2026-11-25'
setClock('2026-11-21T08:00:00.000Z')
const plan = (sites: readonly string[], more: object = {}) => ({
  missionKind: 'joint_validation',
  plannedFrom: DAY,
  plannedTo: '2026-11-28',
  sites,
  members,
  legalBasis: ['OM 12/2026'],
  ...more,
})
const whole = {
  cause: 'request-of-persons-harmed',
  province: 'CD62',
  territoires: ['CD6205'],
  fundingBody: 'Projet d’appui',
  budget: [
    { label: 'Carburant', amount: 350.5, currency: 'USD' },
    { label: 'Per diem', amount: 1200, currency: 'USD' },
  ],
  titleHolderConsents: [{ title: 'PE 4721', date: '2026-11-10', reference: 'lettre 14' }],
  securityNote: {
    givenBy: 'Police des mines du territoire',
    date: '2026-11-20',
    level: 'escort',
    validUntil: '2026-11-30',
    text: 'pont gardé',
  },
  itinerary: [
    {
      date: DAY,
      from: 'Bukavu',
      to: 'Nzibira',
      transport: ['car', 'foot'],
      hoursOnFoot: 2.5,
      nightAt: 'Nzibira',
      contactFunction: 'chef de poste',
    },
  ],
  stays: [{ place: 'Nzibira', from: DAY, to: '2026-11-27' }],
  risks: [{ risk: 'crue', measure: 'retour avant midi' }],
}

test('a plan with every field is read back whole by the planner and the team; others are told that there is a note, not what', async () => {
  const site = await registerSite()
  const mission = await taken('MINES_NAT', '/api/missions', plan([site], whole))
  const page = await ask(MissionPage, `/api/missions/${mission}`)
  expect(page).toMatchObject({
    ...{ cause: 'request-of-persons-harmed', fundingBody: 'Projet d’appui', budget: whole.budget, itinerary: whole.itinerary },
    ...{ stays: whole.stays, risks: whole.risks, titleHolderConsents: whole.titleHolderConsents },
    budgetTotals: [{ currency: 'USD', amount: 1550.5 }],
    province: { code: 'CD62' },
    securityNote: { text: 'pont gardé', withheld: false },
    missingBodies: ['mines-police', 'fec'],
    teamRules: { id: 'CD_TEAMS_2014' },
  })
  expect((await ask(MissionPage, `/api/missions/${mission}`, 'SAEMAPE_AGENT')).securityNote).toMatchObject({ text: 'pont gardé' })
  await taken('MINES_NAT', `/api/missions/${mission}/start`, { on: '2026-11-21' })
  for (const role of ['EXPORTER', 'OBSERVER', 'PARTNER_TEAM']) {
    const seen = await ask(MissionPage, `/api/missions/${mission}`, role)
    expect(seen).toMatchObject({
      securityNote: { text: null, withheld: true, level: 'escort' },
      ...{ itinerary: [], stays: [], risks: [], wayWithheld: true },
    })
    expect(JSON.stringify(seen)).not.toContain('pont gardé')
  }
})

test('before the team leaves, strangers to it read of a mission its kind, province and state: not where, when and who', async () => {
  const site = await registerSite({ name: 'Puits attendu' })
  const mission = await taken('MINES_NAT', '/api/missions', plan([site], whole))
  const listed = async (role: string) =>
    (await ask(MissionList, '/api/missions?phase=planned', role)).missions.find((one) => one.mission === mission)
  for (const role of ['EXPORTER', 'NEGOCIANT', 'PARTNER_TEAM']) {
    const seen = await ask(MissionPage, `/api/missions/${mission}`, role)
    const hidden = { phase: 'planned', withheld: true, sites: [], plannedFrom: null, plannedTo: null }
    expect(seen).toMatchObject({ ...hidden, missionKind: 'joint_validation', members: [], province: { code: whole.province } })
    expect(await listed(role)).toMatchObject({ ...hidden, members: 0, province: { code: whole.province } })
    expect(JSON.stringify([seen, await listed(role)])).not.toMatch(new RegExp(`${site}|Puits attendu|${DAY}`))
  }
  for (const role of ['MINES_NAT', 'SAEMAPE_AGENT']) {
    expect(await listed(role)).toMatchObject({ plannedFrom: DAY, sites: [{ site }] })
    expect((await ask(MissionPage, `/api/missions/${mission}`, role)).withheld).toBeUndefined()
  }
})

test('a plan is changed with its reason until the team leaves; it is never planned into the past', async () => {
  const [site, other] = [await registerSite(), await registerSite()]
  expect((await post('MINES_NAT', '/api/missions', plan([site], { plannedFrom: '2026-11-20' }))).code).toBe('mission-in-the-past')
  const mission = await taken('MINES_NAT', '/api/missions', plan([site]))
  await taken('MINES_NAT', `/api/missions/${mission}/change`, {
    mission: plan([site, other], { plannedTo: '2026-11-30' }),
    reason: 'un site de plus',
  })
  expect(await ask(MissionPage, `/api/missions/${mission}`)).toMatchObject({
    plannedTo: '2026-11-30',
    sites: [{ site }, { site: other }],
    changes: [{ reason: 'un site de plus' }],
  })
  await taken('MINES_NAT', `/api/missions/${mission}/start`, { on: '2026-11-21' })
  const late = await post('MINES_NAT', `/api/missions/${mission}/change`, { mission: plan([site]), reason: 'trop tard' })
  expect(late.code).toBe('mission-not-planned')
  const bad = await post('MINES_NAT', '/api/missions', plan([site], { budget: [{ label: 'x', amount: -1, currency: 'USD' }] }))
  expect(bad.status).toBe(400)
})

test('a form that nobody will finish is abandoned with its reason, and then the mission can be closed', async () => {
  const site = await registerSite()
  const mission = await taken('MINES_NAT', '/api/missions', plan([site]))
  await taken('MINES_NAT', `/api/missions/${mission}/start`, { on: '2026-11-21' })
  const inspection = await taken('MINES_PROV', '/api/inspections', { site, mission, date: '2026-11-21', onSite: true, cause: 'annual' })
  const close = () => post('MINES_NAT', `/api/missions/${mission}/close`, { on: '2026-11-21' })
  expect((await close()).code).toBe('inspections-still-open')
  expect((await post('PARTNER_TEAM', `/api/inspections/${inspection}/abandonment`, { reason: 'x' })).code).toBe('not-of-the-team')
  await taken('MINES_PROV', `/api/inspections/${inspection}/abandonment`, { reason: 'fiche ouverte deux fois' })
  expect(await ask(InspectionPage, `/api/inspections/${inspection}`)).toMatchObject({
    phase: 'abandoned',
    abandonedReason: 'fiche ouverte deux fois',
    cause: 'annual',
    code: expect.stringMatching(/^AM-2026-11-21-\d\d-\d\d$/),
  })
  expect((await close()).status).toBe(200)
})

test('a yellow leaves its actions: overdue ones stand in the queue, live on to the next inspection, and are done with words', async () => {
  setClock('2026-11-22T08:00:00.000Z')
  const site = await registerSite()
  const first = await inspect(site, { date: '2026-03-01', violated: ['Y2'] })
  const page = await ask(InspectionPage, `/api/inspections/${first}`)
  expect(page).toMatchObject({
    actions: [{ criterion: 'Y2', due: '2026-09-01', phase: 'overdue', owner: 'operator', origin: 'rule', text: null }],
    actionDueByRule: '2026-09-01',
  })
  const action = page.actions[0]?.action
  await taken('MINES_NAT', `/api/inspections/${first}/actions`, {
    action,
    criterion: 'Y2',
    owner: 'cooperative',
    due: '2026-12-01',
    text: 'tenir le cahier',
  })
  const second = await taken('MINES_PROV', '/api/inspections', { site, date: '2026-11-20', onSite: true, members })
  expect((await ask(InspectionPage, `/api/inspections/${second}`)).earlierActions).toMatchObject([
    { action, text: 'tenir le cahier', phase: 'open' },
  ])
  const queue = await ask(ActionList, `/api/corrective-actions?site=${site}&asOf=2026-12-02`)
  expect(queue).toMatchObject({ total: 1, overdue: 1, actions: [{ action, phase: 'overdue', site }] })
  await taken('SAEMAPE_AGENT', `/api/inspections/${first}/action-completions`, { action, on: '2026-11-15', note: 'cahier ouvert le 15' })
  expect((await ask(ActionList, `/api/corrective-actions?site=${site}`)).total).toBe(0)
  expect((await ask(ActionList, `/api/corrective-actions?site=${site}&all=true`)).actions).toMatchObject([
    { phase: 'done', note: 'cahier ouvert le 15' },
  ])
  expect((await post('MINES_NAT', `/api/inspections/${first}/action-withdrawals`, { action, reason: 'x' })).code).toBe(
    'action-already-closed',
  )
})

test('members who say different things are both on the page, and on a red criterion the reviewer must answer', async () => {
  const site = await registerSite()
  const inspection = await taken('MINES_PROV', '/api/inspections', { site, date: '2026-11-20', onSite: true, members })
  const say = (role: string, by: string, answer: string) =>
    taken(role, `/api/inspections/${inspection}/findings`, { by, findings: [{ criterion: 'R2', answer }] })
  await say('CIVIL_SOCIETY', 'civil-society', 'violated')
  await say('MINES_PROV', 'mines-administration', 'met')
  const page = await ask(InspectionPage, `/api/inspections/${inspection}`)
  expect(page.findings).toMatchObject([{ criterion: 'R2', answer: 'met', by: 'mines-administration' }])
  expect(page.voices.map((one) => [one.by, one.answer])).toEqual([
    ['civil-society', 'violated'],
    ['mines-administration', 'met'],
  ])
  expect([page.disputed, page.proposal.reviewOn]).toEqual([['R2'], ['R2']])
})

test('an observation from outside the territory of who sends it is kept and marked; a signature is refused', async () => {
  const site = await registerSite()
  const inspection = await taken('MINES_PROV', '/api/inspections', { site, date: '2026-11-20', onSite: true, members })
  const findings = { by: 'saemape', findings: [{ criterion: 'Y1', answer: 'violated' }] }
  expect((await post('SAEMAPE_AGENT', `/api/inspections/${inspection}/findings`, findings, 'CD74')).status).toBe(200)
  expect((await ask(InspectionPage, `/api/inspections/${inspection}`)).findings).toMatchObject([{ marks: ['outside-territory'] }])
  expect((await post('SAEMAPE_AGENT', `/api/inspections/${inspection}/signatures`, { body: 'saemape' }, 'CD74')).code).toBe(
    'outside-your-territory',
  )
})

test('sites are proposed by rank, each with its reasons; a planner of one province sees its own', async () => {
  const [quiet, lapsed] = [await registerSite(), await registerSite()]
  await inspect(lapsed, { date: '2025-05-01' })
  await taken(
    'MINISTER',
    '/api/orders',
    orderText([{ site: lapsed, colour: 'green' }], { signedOn: '2025-05-10', effectiveFrom: '2025-05-10' }),
  )
  await taken('PARTNER_TEAM', `/api/sites/${lapsed}/visits`, {
    ...{ date: '2026-06-01', source, onSite: true },
    observed: { armedInterference: true, workers: 100, childrenUnder15: true, accessWet: 'coupé' },
  })
  const told = (content: object) => taken('MINES_PROV', `/api/sites/${walked}/entries`, { content, from: '2026-05-01', source })
  const walked = await registerSite()
  await told({ group: 'workforce', men: 30, women: 20 })
  await told({ group: 'access', dry: { way: 'motorbike' }, wet: { way: 'foot', hoursOnFoot: 4 } })
  const found = await ask(Proposals, '/api/missions/proposals?pageSize=500')
  const reasons = (site: string) => found.sites.find((one) => one.site === site)?.reasons.map((one) => `${one.factor}:${one.because}`)
  expect(reasons(lapsed)).toEqual([
    'expiry:lapsed',
    'contradiction:both',
    'incidents:load',
    'tonnage:estimated',
    'season:barred-wet',
    'walk:unknown',
  ])
  expect(reasons(quiet)).toEqual(['never-inspected:never', 'tonnage:unknown', 'season:unknown', 'walk:unknown'])
  expect(reasons(walked)).toEqual(['never-inspected:never', 'tonnage:estimated', 'season:open-wet', 'walk:hours'])
  const rank = (site: string): number => found.sites.findIndex((one) => one.site === site)
  expect(rank(lapsed)).toBeLessThan(rank(quiet))
  expect(found.rules.weights.every((one) => one.evidence !== 'V')).toBe(true)
  expect((await ask(Proposals, '/api/missions/proposals', 'MINES_NAT', 'CD74')).total).toBe(0)
  expect((await post('SAEMAPE_AGENT', '/api/missions', plan([quiet]))).status).toBe(403)
})

test('the bodies of a team are data that anybody who reads sites may read', async () => {
  const rules = await ask(TeamRulesShown, '/api/missions/team-rules', 'OBSERVER')
  expect(rules.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(rules.kinds).toHaveLength(5)
})

test('the same plan told twice is one mission', async () => {
  const site = await registerSite()
  const told = { id: newId(), data: plan([site]) }
  const send = () => app.inject({ method: 'POST', url: '/api/missions', headers: { 'x-role': 'MINES_NAT' }, payload: told })
  const [first, second] = [await send(), await send()]
  expect(second.json()).toEqual(first.json())
  expect(first.statusCode).toBe(200)
})
