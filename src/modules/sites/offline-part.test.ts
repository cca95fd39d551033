/* What a telephone carried, through its own reader of kept answers: a visit of a mission opened and worked on without network, then sent. */
import { expect, test } from 'vitest'
import { app, ask, accounts, members, newId, program, registerSite, setClock, taken } from '../../../test/sites-bed.ts'
import type { WaitingCommand } from '../../app/field/offline-part.ts'
import { offlineParts } from '../../app/field/offline-parts.ts'
import { publishOwnForms } from '../forms/module.ts'
import { decidingCriteria } from './domain/missions/criteria.ts'
import { InspectionList, InspectionPage, MissionPage } from './domain/missions/mission-answers.ts'
import { isInspectionPage } from './ui/offline/read-kept.ts'

const DAY = '2026-11-21'
const NOW = `${DAY}T10:00:00.000Z`
setClock(`${DAY}T08:00:00.000Z`)
await publishOwnForms(program)

/** What the phone of a body keeps: the answers that the server gave when there was network, and who holds the phone. */
async function carried(role: string, paths: readonly string[]): Promise<(path: string) => Promise<unknown>> {
  const kept = new Map<string, unknown>()
  for (const path of paths) {
    const answer = await app.inject({ method: 'GET', url: path, headers: { 'x-role': role } })
    if (answer.statusCode === 200) kept.set(path, answer.json())
  }
  const me = {
    account: accounts.get(role),
    organisation: { id: 'of-the-role', kind: 'provincial-division' },
    capabilities: ['sites.inspect'],
  }
  kept.set('/api/me', me)
  return (path) => Promise.resolve(kept.get(path) ?? null)
}
const part = offlineParts[0]
if (!part) throw new Error('no part')
const waiting = (path: string, data: object, id = newId(), role = 'MINES_PROV'): WaitingCommand => ({
  ...{ id, path, data, subject: part.subjectOf(path, id) ?? '', account: accounts.get(role) ?? '' },
  ...{ happenedAt: NOW, mine: role === 'MINES_PROV' },
})
const plan = (sites: readonly string[]) => ({
  ...{ missionKind: 'joint_validation', plannedFrom: DAY, plannedTo: '2026-11-25', sites, members, legalBasis: ['OM 12/2026'] },
})
async function mission() {
  const [site, other] = [await registerSite(), await registerSite()]
  const id = await taken('MINES_NAT', '/api/missions', plan([site, other]))
  await taken('MINES_NAT', `/api/missions/${id}/start`, { on: DAY })
  await ask(MissionPage, `/api/missions/${id}`, 'MINES_PROV')
  const paths = [`/api/missions/${id}`, `/api/sites/${site}`, `/api/sites/${site}/standing`, '/api/forms/inspection_cd', '/api/inspections']
  const { versions } = (await app.inject({ method: 'GET', url: '/api/forms/inspection_cd', headers: { 'x-role': 'MINES_PROV' } })).json()
  const form = { form: 'inspection_cd', version: versions[0].version, sha256: versions[0].sha256 }
  const formPath = `/api/forms/inspection_cd/versions/${encodeURIComponent(form.version)}`
  return { id, site, form, kept: await carried('MINES_PROV', [...paths, formPath]) }
}
const send = async (one: WaitingCommand, role = 'MINES_PROV') => {
  const answer = await app.inject({ method: 'POST', url: one.path, headers: { 'x-role': role }, payload: { id: one.id, data: one.data } })
  expect({ path: one.path, body: answer.json(), status: answer.statusCode }).toMatchObject({ status: 200 })
}
const aside = ['recordedAt', 'happenedAt', 'signedAt', 'code', 'id', 'provisional']
const plain = (page: unknown): unknown =>
  JSON.parse(JSON.stringify(page, (key, value: unknown) => (aside.includes(key) ? undefined : value)))

test('a visit opened, filled in and signed in the field is on its page, on the mission and in the lists as the server will have it', async () => {
  const { id, site, form, kept } = await mission()
  const opening = waiting('/api/inspections', { site, mission: id, date: DAY, onSite: true, carried: true })
  const path = `/api/inspections/${opening.id}`
  const xml = `<data id="inspection_cd" version="${form.version}"><security><R1_group><R1>violated</R1></R1_group></security><meta><instanceID>uuid:1</instanceID></meta></data>`
  const findings = decidingCriteria.map((one) => ({ criterion: one.id, answer: 'met' }))
  const commands = [
    opening,
    waiting(`${path}/findings`, { by: 'mines-administration', findings }),
    waiting(`${path}/answers`, { by: 'mines-administration', form, instance: 'uuid:1', xml, files: [], filesFollow: true, carried: true }),
    waiting(`${path}/signatures`, { body: 'mines-administration' }),
  ]
  const parts = { waiting: commands, kept, now: NOW }
  const here = async (asked: string) => part.overlay(asked, await kept(asked), parts)
  const pageHere = await here(path)
  const missionHere = await here(`/api/missions/${id}`)
  const listHere = await here('/api/inspections')
  expect(isInspectionPage(pageHere)).toBe(true)
  expect(pageHere).toMatchObject({
    provisional: { opened: true, answers: [commands[2]?.id], signatures: [{ body: 'mines-administration' }], refused: [], waiting: 4 },
  })
  expect(await here(`/api/inspections?phase=accepted&site=${site}`)).toBeNull()
  expect(await part.titleOf(commands[2] ?? opening, parts)).toMatchObject({ key: 'offline.title.answers' })
  for (const one of commands) await send(one)
  const page = await ask(InspectionPage, path, 'MINES_PROV')
  expect(page).toMatchObject({ form, phase: 'draft', signatures: [{ body: 'mines-administration' }], proposal: { result: 'red' } })
  expect(plain(pageHere)).toEqual(plain(page))
  expect(plain(missionHere)).toEqual(plain(await ask(MissionPage, `/api/missions/${id}`, 'MINES_PROV')))
  expect(plain(listHere)).toEqual(plain(await ask(InspectionList, '/api/inspections', 'MINES_PROV')))
})

test('a page that nothing waits for is given as it is; one that nobody knows stays unknown; others are not this part’s', async () => {
  const { id, kept } = await mission()
  const parts = { waiting: [], kept, now: NOW }
  const known = await kept(`/api/missions/${id}`)
  expect(await part.overlay(`/api/missions/${id}`, known, parts)).toBe(known)
  const lone = waiting(`/api/inspections/${newId()}/signatures`, { body: 'saemape' })
  expect(await part.overlay(`/api/inspections/${lone.subject.slice(11)}`, null, { ...parts, waiting: [lone] })).toBeNull()
  expect(await part.overlay('/api/sites', null, parts)).toBeUndefined()
  expect([part.subjectOf('/api/inspections/x/acceptance', 'a'), part.subjectOf('/api/missions', 'a')]).toEqual([null, null])
})
