/*
The table on which tests of ODK Collect stand: the people of the fictional province on a database of their own, a mission in the field with two sites,
a short form with many photographs, and telephones with Collect for its members.
*/
import { beforeAll } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { looseRecord, mustParse, text } from '../src/kernel/schema.ts'
import { readMarkdown } from '../src/modules/forms/domain/xlsform/markdown.ts'
import { type Transport, collectPhone, directTo } from './collect-client.ts'
import { TEST_NOW, freshDatabase } from './database.ts'
import { newId, subjectOf } from './world/client.ts'
import { type Stage, openStage } from './world/stage.ts'

export const world = await freshDatabase()
export const { program } = world
export let app: FastifyInstance
export let stage: Stage
export const TODAY = TEST_NOW.slice(0, 10)

const FORM = `
| survey |
| | type | name | label |
| | start | start | |
| | end | end | |
| | date | visit_date | Date |
| | text | site_name | Site |
| | text | site_number | Numéro |
| | select_one answer | R1 | Critère R1 |
| | image | R1_photo | Photo |
| | begin_repeat | view | Vue |
| | image | photo | Photo |
| | end_repeat | | |
| choices |
| | list_name | name | label |
| | answer | met | Respecté |
| | answer | violated | Enfreint |
| settings |
| | form_title | form_id | version |
| | Visite à vues | views | 2026112101 |`
export const VIEWS = { form: 'views', version: '2026112101' } as const

beforeAll(async () => {
  stage = await openStage(world, 0)
  app = stage.app
  world.setClock(TEST_NOW)
  subjectOf(await stage.as('planner').post('/api/forms', { sheets: readMarkdown(FORM) }))
})

let number = 0
export async function registerSite(name: string): Promise<{ readonly site: string; readonly nationalId: string }> {
  const nationalId = `XL-${String(++number).padStart(4, '0')}`
  const at = { latitude: -2.512, longitude: 21.441 + number / 10_000 }
  const data = {
    nationalId,
    name,
    country: 'CD',
    minerals: ['Sn'],
    position: { at, origin: 'gps' },
    source: { name: 'Division', reference: 'F-1' },
  }
  return { nationalId, site: subjectOf(await stage.as('planner').post('/api/sites', data)) }
}

const members = () => [
  { body: 'mines-administration', attendance: 'required', head: true, organisation: stage.organisation('division') },
  { body: 'saemape', attendance: 'required', head: false, organisation: stage.organisation('saemape') },
  { body: 'civil-society', attendance: 'required', head: false, organisation: stage.organisation('civilSociety') },
]
export async function missionTo(sites: readonly string[]): Promise<string> {
  const plan = {
    missionKind: 'joint_validation',
    plannedFrom: TODAY,
    plannedTo: TODAY,
    sites,
    members: members(),
    legalBasis: ['Arrêté 0677/2021'],
  }
  const mission = subjectOf(await stage.as('planner').post('/api/missions', plan))
  subjectOf(await stage.as('planner').post(`/api/missions/${mission}/start`, { on: TODAY }))
  return mission
}

const Login = looseRecord({ id: text(), user: text(), password: text(), serverUrl: text(), qr: text(4000) })
const roles: { readonly [key: string]: string } = { witness: 'CIVIL_SOCIETY', agent: 'SAEMAPE_AGENT', inspector: 'MINES_PROV' }
export async function loginFor(key: string) {
  const body = { account: stage.account(key), role: roles[key] ?? '', language: 'fr' }
  const answer = await stage.as('administrator').send('/api/collect-logins', body)
  if (answer.status !== 200) throw new Error(`no login for ${key}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return mustParse(Login, answer.body)
}
export async function phoneOf(key: string, line: (to: Transport) => Transport = (to) => to, root = '/openrosa') {
  const login = await loginFor(key)
  return { ...login, phone: collectPhone(line(directTo(app)), { ...login, root }) }
}

export interface Filled {
  readonly instance?: string
  readonly amends?: string
  readonly siteName?: string
  readonly siteNumber?: string
  readonly date?: string | null
  readonly R1?: string
  readonly R1Photo?: string
  readonly photos?: readonly string[]
}
/** A filled-in form as Collect writes it: a declaration, namespaces, `orx:meta`. */
export function filled(sent: Filled): string {
  const { instance = `uuid:${newId()}`, amends, siteName, siteNumber, date = TODAY, R1 = 'met', R1Photo, photos = [] } = sent
  const element = (name: string, value: string | null | undefined): string => (value ? `<${name}>${value}</${name}>` : `<${name}/>`)
  const head = `<data xmlns:h="http://www.w3.org/1999/xhtml" xmlns:orx="http://openrosa.org/xforms" id="${VIEWS.form}" version="${VIEWS.version}">`
  const answers = [
    element('start', '2026-11-21T09:00:00.000+02:00'),
    element('end', '2026-11-21T09:30:00.000+02:00'),
    element('visit_date', date),
    element('site_name', siteName),
    element('site_number', siteNumber),
    element('R1', R1),
    element('R1_photo', R1Photo),
    ...photos.map((photo) => `<view><photo>${photo}</photo></view>`),
  ]
  const meta = `<orx:meta><orx:instanceID>${instance}</orx:instanceID>${amends ? `<orx:deprecatedID>${amends}</orx:deprecatedID>` : ''}</orx:meta>`
  return `<?xml version='1.0' ?>${head}${answers.join('')}${meta}</data>`
}

export interface RecordedEvent {
  readonly id: string
  readonly subject: string
  readonly actor: { readonly account: string }
  readonly payload: { readonly [name: string]: unknown }
}
/** What the log holds of one kind, oldest first. */
export async function eventsOf(kind: string): Promise<readonly RecordedEvent[]> {
  const found = await program.database.pool.query<{
    id: string
    subject: string
    actor: { account: string }
    payload: { [name: string]: unknown }
  }>("select id, subject, actor, payload from log_event where kind || '.v' || kind_version = $1 order by position", [kind])
  return found.rows
}
