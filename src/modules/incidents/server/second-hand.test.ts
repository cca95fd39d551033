/* What one hand alone may not do: a body that is named says itself that it did its part, one person verifies and ends a grave file. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { type Answer, newId, subjectOf } from '../../../../test/world/client.ts'
import { sites as demoSites } from '../../../../test/world/lukanda.ts'
import { registerSite } from '../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { listOf, looseRecord, mustParse, orNull, text } from '../../../kernel/schema.ts'
import { IncidentDetail, IncidentSummary } from '../contract-report.ts'

const world = await freshDatabase()
let stage: Stage
let site = ''
beforeAll(async () => {
  stage = await openStage(world, 100)
  const [first] = demoSites
  if (!first) throw new Error('the province has sites')
  stage.onDay(-90)
  site = await registerSite(stage, first, 1)
  return () => stage.app.close()
})
const refusal = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const detail = async (who: string, incident: string) =>
  mustParse(IncidentDetail, (await stage.as(who).get(`/api/incidents/${incident}`)).body)
const act = (who: string, incident: string, thing: string, data: object = {}) =>
  stage.as(who).post(`/api/incidents/${incident}/${thing}`, data)
const report = async (more: object): Promise<string> =>
  subjectOf(
    await stage.as('witness').post('/api/incidents', {
      ...{
        source: 'civil-society',
        category: 'illegal-tax',
        place: { kind: 'site', site },
        account: '500 FC par sac à la pesée.',
        ...more,
      },
    }),
  )
async function confirmed(more: object): Promise<string> {
  const incident = await report(more)
  subjectOf(await act('witness', incident, 'take-ups'))
  subjectOf(await act('witness', incident, 'verifications'))
  const finding = 'Vu par deux équipes, deux jours de suite.'
  subjectOf(await act('inspector', incident, 'conclusions', { as: 'confirmed', basis: 'field-visit', finding }))
  return incident
}
async function agreed(incident: string, owner: string, days: number): Promise<string> {
  const id = newId()
  const due = addDays(stage.today, days)
  subjectOf(await act('inspector', incident, 'actions', { id, text: 'Afficher le tarif légal', owner, due }))
  return id
}
const noticed = async (who: string): Promise<readonly string[]> =>
  mustParse(looseRecord({ notices: listOf(looseRecord({ kind: text() })) }), (await stage.as(who).get('/api/notices')).body).notices.map(
    (one) => one.kind,
  )

test('the word of a body that is named is kept and is not enough; another body sees for itself, or sends it back', async () => {
  const incident = await confirmed({ actors: [{ class: 'saemape', unit: 'antenne' }] })
  // Kept out as one of its kind, and said so, by name.
  const { organisations } = await detail('inspector', incident)
  expect(organisations.find((one) => one.id === stage.organisation('saemape'))).toMatchObject({ because: 'class' })
  expect((await stage.as('agent').get(`/api/incidents/${incident}`)).status).toBe(404)
  const action = await agreed(incident, stage.organisation('saemape'), 60)
  // Told at once, though the day is far.
  expect(await noticed('agent')).toContain('incidentActionsGiven')
  subjectOf(await act('agent', incident, `actions/${action}/reports`, { evidence: 'Affiche posée au poste de pesée' }))
  const state = async () => (await detail('inspector', incident)).actions[0]?.state
  expect(await state()).toBe('to-confirm')
  const resolve = () => act('inspector', incident, 'resolutions', { decided: 'measures-carried-out', note: 'Fait.' })
  expect(refusal(await resolve())).toBe('actions-still-open')
  expect((await detail('inspector', incident)).may.resolve).toBe(false)
  // The named body cannot confirm its own word.
  expect((await act('agent', incident, `actions/${action}/checks`, { as: 'done', seen: 'oui' })).status).toBe(403)
  subjectOf(await act('inspector', incident, `actions/${action}/checks`, { as: 'not-done', seen: 'Rien au mur le lendemain.' }))
  expect(await state()).toBe('open')
  subjectOf(await act('agent', incident, `actions/${action}/reports`, { evidence: 'Affiche posée de nouveau' }))
  subjectOf(await act('inspector', incident, `actions/${action}/checks`, { as: 'done', seen: 'Affiche lue sur place.' }))
  expect(await state()).toBe('done')
  expect(refusal(await act('inspector', incident, `actions/${action}/checks`, { as: 'done', seen: 'x' }))).toBe('no-such-open-action')
  subjectOf(await resolve())
})

test('a grave file is ended by another person than who verified it, with evidence; the rule is the programme’s', async () => {
  const incident = await confirmed({ category: 'forced-labour', confidentiality: 'members' })
  const action = await agreed(incident, stage.organisation('division'), 20)
  const said = (evidence: string) => act('inspector', incident, `actions/${action}/reports`, { evidence })
  expect(refusal(await said('C’est fait'))).toBe('action-evidence-missing')
  subjectOf(await said('Huit personnes rentrées chez elles, procès-verbal du 12 signé par le chef de groupement'))
  const resolve = (who: string) => act(who, incident, 'resolutions', { decided: 'people-withdrawn-from-danger', note: 'Vu.' })
  expect(refusal(await resolve('inspector'))).toBe('second-person-for-incident')
  expect(await detail('inspector', incident)).toMatchObject({ secondPerson: true, twoPersons: true, may: { resolve: false } })
  // Chosen otherwise by the programme, with a reason, and shown with its mark.
  const choose = (value: number) => stage.as('planner').post('/api/incident-rules', { rule: 'twoPersonsSeverity', value, reason: 'essai' })
  expect(refusal(await choose(4))).toBe('incident-rule-out-of-bounds')
  subjectOf(await choose(0))
  subjectOf(await resolve('inspector'))
  subjectOf(await choose(1))
  expect(refusal(await act('inspector', incident, 'closings'))).toBe('second-person-for-incident')
})

test('a file opens by the number that people quote, for those who see it alone', async () => {
  const incident = await report({ actors: [{ class: 'saemape', unit: 'antenne' }] })
  const { number } = (await detail('inspector', incident)).incident
  for (const quoted of [number, number.toLowerCase(), number.replace(/-1$/, '')])
    expect((await detail('inspector', quoted)).incident.id).toBe(incident)
  expect((await stage.as('agent').get(`/api/incidents/${number}`)).body).toMatchObject({ refusal: { code: 'unknown-incident' } })
  expect((await stage.as('inspector').get('/api/incidents/XL1-1999-0001-1')).body).toMatchObject({ refusal: { code: 'unknown-incident' } })
})

test('late ones fill their page, however many that are not late stand between them', async () => {
  stage.onDay(-60)
  const late = await report({ category: 'accident' })
  stage.onDay(-2)
  for (let n = 0; n < 101; n++) await report({ category: 'accident' })
  const page = mustParse(
    looseRecord({ incidents: listOf(IncidentSummary), next: orNull(text()) }),
    (await stage.as('witness').get('/api/incidents?late=yes')).body,
  )
  expect(page.incidents.map((one) => one.id)).toContain(late)
  expect(page.incidents.every((one) => one.clocks.some((clock) => clock.overdue))).toBe(true)
  expect(page.next).toBeNull()
})
