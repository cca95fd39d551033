/*
Scenes of a mine site: register, visit, joint mission with inspection, order, red listing, blue request, hold. Sent as people send
them, on the day on which they happen.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { mustParse } from '../../src/kernel/schema.ts'
import { SitePage } from '../../src/modules/sites/domain/register/answers.ts'
import { criteria } from '../../src/modules/sites/domain/missions/criteria.ts'
import { subjectOf } from './client.ts'
import type { DemoSite } from './lukanda.ts'
import { changePlan, sendAnswers, wholePlan } from './mission-scenes.ts'
import { sendPaper } from './papers.ts'
import type { Stage } from './stage.ts'

const SOURCE = { name: 'Division provinciale des Mines de Lukanda' }
const statedPlace = (territoire: string): object => ({ province: 'Lukanda (fictive)', territoire })

/** The site enters the register and gets its ICGLR identifier. Answers its id. */
export async function registerSite(stage: Stage, site: DemoSite, serial: number): Promise<string> {
  const { name, minerals, latitude, longitude, territoire } = site
  const inspector = stage.as('inspector')
  const id = subjectOf(
    await inspector.post('/api/sites', {
      nationalId: `XL-${String(serial).padStart(4, '0')}`,
      name,
      country: 'CD',
      minerals,
      activity: 'active',
      source: SOURCE,
      position: { at: { latitude, longitude }, origin: 'gps' },
      stated: statedPlace(territoire),
    }),
  )
  subjectOf(await inspector.post(`/api/sites/${id}/icglr-id`, {}))
  return id
}

export interface Seen {
  readonly workers?: number
  readonly armed?: { readonly actor: string; readonly taxation: boolean }
}
/** Somebody passes by and writes down what there is: an observation, always kept. */
export async function visitSite(stage: Stage, { site, day, seen }: { site: string; day: string; seen: Seen }): Promise<void> {
  const armed = seen.armed
    ? [{ actor: seen.armed.actor, actorClass: 'armed-group-local', frequency: 'weekly', interference: { taxation: seen.armed.taxation } }]
    : []
  const presence = seen.armed
    ? { armedPresence: true, armedInterference: seen.armed.taxation }
    : { armedPresence: false, armedInterference: false }
  subjectOf(
    await stage.as('witness').post(`/api/sites/${site}/visits`, {
      date: day,
      source: { name: 'Société civile de Lukanda' },
      onSite: true,
      observed: { ...presence, armed, ...(seen.workers === undefined ? {} : { workers: seen.workers }) },
    }),
  )
}

export interface Visited {
  readonly site: string
  /** Criteria that were violated; all others are met. */
  readonly violated?: readonly string[]
  readonly dissent?: { readonly criterion: string; readonly reason: string }
}

/** A joint mission goes to some sites. `until` says how far the papers come: an accepted inspection is the ground of an order. */
export async function goOnMission(
  stage: Stage,
  { visited, day, until = 'accepted' }: { visited: readonly Visited[]; day: string; until?: 'in-field' | 'submitted' | 'accepted' },
): Promise<readonly string[]> {
  const planner = stage.as('planner')
  const member = (body: string, key: string, head: boolean): object => ({ body, attendance: 'required', head, account: stage.account(key) })
  const members = [
    member('mines-administration', 'inspector', true),
    member('iom', 'partner', false),
    member('civil-society', 'witness', false),
  ]
  const plan = {
    missionKind: 'joint_validation',
    plannedFrom: day,
    plannedTo: addDays(day, 4),
    sites: visited.map((one) => one.site),
    members,
    legalBasis: ['Arrêté 0677/2021'],
    fundingBody: 'Projet de démonstration',
    ...(until === 'in-field' ? wholePlan(day, await sendPaper(stage, 'planner')) : {}),
  }
  const mission = subjectOf(await planner.post('/api/missions', plan))
  if (until === 'in-field') await changePlan(stage, { mission, plan, day })
  subjectOf(await planner.post(`/api/missions/${mission}/start`, { on: day }))
  const inspections: string[] = []
  for (const one of visited) inspections.push(await inspect(stage, { mission, day, visited: one, until }))
  if (until !== 'in-field') subjectOf(await planner.post(`/api/missions/${mission}/close`, { on: day }))
  return inspections
}

async function inspect(
  stage: Stage,
  { mission, day, visited, until }: { mission: string; day: string; visited: Visited; until: string },
): Promise<string> {
  const inspector = stage.as('inspector')
  const inspection = subjectOf(
    await inspector.post('/api/inspections', { site: visited.site, mission, date: day, onSite: true, purpose: 'Validation conjointe' }),
  )
  const asked = criteria.filter((criterion) => criterion.level !== 'P')
  const findings = asked.map(({ id }) =>
    visited.violated?.includes(id)
      ? {
          criterion: id,
          answer: 'violated',
          narrative: 'Constaté sur place par l’équipe.',
          evidence: [{ reference: `photo ${id}-1`, kind: 'photo' }],
        }
      : { criterion: id, answer: 'met' },
  )
  subjectOf(
    await inspector.post(`/api/inspections/${inspection}/findings`, {
      by: 'mines-administration',
      findings: until === 'in-field' ? findings.slice(0, 4) : findings,
    }),
  )
  if (until === 'in-field') {
    await sendAnswers(stage, inspection)
    return inspection
  }
  if (visited.dissent)
    subjectOf(await stage.as('witness').post(`/api/inspections/${inspection}/dissents`, { by: 'civil-society', ...visited.dissent }))
  for (const [key, body] of [
    ['inspector', 'mines-administration'],
    ['partner', 'iom'],
    ['witness', 'civil-society'],
  ] as const) {
    const answer = await stage.as(key).post(`/api/inspections/${inspection}/signatures`, { body })
    if (answer.status !== 200) throw new Error(`${key} could not sign: ${JSON.stringify(answer.body)}`)
  }
  subjectOf(await inspector.post(`/api/inspections/${inspection}/submission`, {}))
  if (until === 'accepted')
    subjectOf(
      await stage
        .as('planner')
        .post(`/api/inspections/${inspection}/acceptance`, visited.dissent ? { reason: 'La réserve est notée et suivie.' } : {}),
    )
  return inspection
}

/** An exporter asks for blue; three authorities write down that they received the file. */
export async function askForBlue(stage: Stage, { site, day }: { site: string; day: string }): Promise<void> {
  subjectOf(
    await stage.as('exporter').post(`/api/sites/${site}/blue-applications`, {
      exporter: stage.organisation('exporter'),
      riskAssessment: { reference: 'Évaluation des risques, 12 pages', date: addDays(day, -6) },
    }),
  )
  const page = mustParse(SitePage, (await stage.as('planner').get(`/api/sites/${site}`)).body)
  const application = page.blueApplications[0]?.application
  for (const [key, level, before] of [
    ['inspector', 'local', 4],
    ['inspector', 'provincial', 2],
    ['planner', 'national', 0],
  ] as const)
    subjectOf(await stage.as(key).post(`/api/sites/${site}/blue-receipts`, { application, level, on: addDays(day, -before) }))
}
