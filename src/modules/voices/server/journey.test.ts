/*
The whole way of an anonymous report: form, receipt, desk, incident, verification, action, resolution, public outcome, read by code; while the bodies
that it names see nothing of it, whatever role somebody of theirs holds. Every account of the province is asked.
*/
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { DEMO_PASSWORD, demoAccounts } from '../../../../test/world/accounts.ts'
import { type Answer, type Client, newId, signIn } from '../../../../test/world/client.ts'
import { PROVINCE_CODE, sites as demoSites } from '../../../../test/world/lukanda.ts'
import { registerSite } from '../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { addAccount } from '../../people/module.ts'
import { VoiceDetail, VoiceList } from '../contract.ts'
import { readCode } from '../domain/receipt-code.ts'

const world = await freshDatabase()
let stage: Stage
let site = ''
const people = new Map<string, Client>()
const as = (key: string): Client => people.get(key) ?? stage.as(key)

async function newPerson(key: string, role: string, organisation: string): Promise<void> {
  const parts = {
    database: world.program.database,
    log: world.program.log,
    tenant: 'cd',
    places: world.program.modules.places.door,
    clock: world.program.clock,
  }
  const email = `${key}@test.chanzo.example`
  const added = await addAccount(parts, {
    email,
    name: key,
    password: DEMO_PASSWORD,
    roles: [role],
    organisation,
    territory: [PROVINCE_CODE],
  })
  if (!added.ok) throw new Error(added.refusal.code)
  people.set(key, await signIn(stage.app, email, DEMO_PASSWORD))
}
beforeAll(async () => {
  stage = await openStage(world, 40)
  const [first] = demoSites
  if (!first) throw new Error('the province has sites')
  stage.onDay(-30)
  site = await registerSite(stage, first, 1)
  // The power of a desk in the hands of somebody of a body that is named: the role does not help.
  await newPerson('saemape-desk', 'CIVIL_SOCIETY', stage.organisation('saemape'))
  await newPerson('trader-desk', 'PARTNER_TEAM', stage.organisation('trader'))
  await newPerson('icglr', 'ICGLR_SEC', stage.organisation('platform'))
  await newPerson('division-second', 'MINES_PROV', stage.organisation('division'))
  return () => stage.app.close()
})

type Fields = { readonly [name: string]: string | readonly string[] }
async function send(url: string, fields: Fields): Promise<string> {
  const params = new URLSearchParams()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) params.append(name, value)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await stage.app.inject({ method: 'POST', url, payload: params.toString(), headers })
  expect(answer.statusCode).toBe(200)
  return answer.body
}
const codeIn = (page: string): string => readCode(/class="code">([\d ]+)</.exec(page)?.[1] ?? '') ?? ''
const follow = (code: string, l = 'fr') => send('/report/follow', { code, l })
const list = async (who: string) => mustParse(VoiceList, (await as(who).get('/api/voices')).body).voices
const onlyId = async (who: string): Promise<string> => (await list(who)).find((one) => one.state === 'waiting')?.id ?? ''
const taken = (answer: Answer): Answer => {
  expect([answer.status, answer.body]).toEqual([200, answer.body])
  return answer
}
const incidentOf = async (voice: string): Promise<string> =>
  mustParse(VoiceDetail, (await as('partner').get(`/api/voices/${voice}`)).body).decisions.findLast((one) => one.incident !== null)
    ?.incident ?? ''

const WORDS = 'Chez Bahati, la SAEMAPE prend 2 sacs par équipe derrière la cuisine rouge'

test('form → receipt → desk → incident → verification → action → resolved → public outcome; the bodies named never see it', async () => {
  stage.onDay(-20)
  const page = await send('/report', { l: 'sw', act: 'send', text: WORDS, place: `site:${site}`, c: 'illegal-tax', where: 'Mto Mweupe' })
  const code = codeIn(page)
  expect(code).not.toBe('')
  const voice = await onlyId('witness')
  expect(voice).not.toBe('')

  // Who of the province learns anything of it.
  const everybody = [...demoAccounts.map(({ key }) => key), ...people.keys()]
  const seeing: string[] = []
  for (const key of everybody) {
    const [listed, opened] = [await as(key).get('/api/voices'), await as(key).get(`/api/voices/${voice}`)]
    const told = JSON.stringify([listed.body, opened.body])
    if (told.includes(voice) || opened.status === 200) seeing.push(key)
    else expect(told).not.toMatch(/cuisine|Bahati/)
  }
  expect(seeing.toSorted()).toEqual(['icglr', 'partner', 'planner', 'witness'])
  for (const key of ['saemape-desk', 'trader-desk']) {
    expect(await list(key)).toEqual([])
    for (const [thing, data] of [
      ['answers', { text: 'x' }],
      ['triages', { result: 'unfounded', note: 'x' }],
      ['names', { organisations: [], kinds: ['ceec'] }],
      ['incidents', { category: 'other', text: 'x', namesChecked: true }],
    ] as const)
      expect((await as(key).post(`/api/voices/${voice}/${thing}`, data)).status).toBe(404)
  }

  // The desk answers and opens an incident in its own words.
  taken(await as('witness').post(`/api/voices/${voice}/answers`, { text: 'Merci. Nous vérifions.' }))
  expect(await follow(code)).toContain('Merci. Nous vérifions.')
  const opening = { category: 'illegal-tax', text: 'Prélèvement en nature signalé sur le site.', namesChecked: true }
  const id = newId()
  taken(await as('witness').post(`/api/voices/${voice}/incidents`, opening, { id }))
  taken(await as('witness').post(`/api/voices/${voice}/incidents`, opening, { id }))
  // A second person who opens one too is refused before there is a second incident.
  const reported = async () =>
    (await world.program.database.read((tx) => sql`select 1 from log_event where kind = 'incident.reported.v1'`.execute(tx))).rows.length
  const before = await reported()
  expect(JSON.stringify((await as('witness').post(`/api/voices/${voice}/incidents`, opening)).body)).toContain('voice-already-settled')
  expect(await reported()).toBe(before)
  const incident = await incidentOf(voice)
  expect(await follow(code, 'ln')).toContain('Bazali kotala soki ezali solo')
  const detail = mustParse(VoiceDetail, (await as('partner').get(`/api/voices/${voice}`)).body)
  expect(detail.readings.length).toBeGreaterThanOrEqual(4)
  expect(new Set(detail.readings.map((one) => one.by))).not.toContain('SAEMAPE Lukanda')

  // Nothing of the reporter goes on; the bodies named do not find the incident either.
  const kept = await world.program.database.read(
    async (tx) => (await sql<{ line: string }>`select one::text as line from log_event as one`.execute(tx)).rows,
  )
  expect(JSON.stringify(kept)).not.toMatch(/cuisine|2 sacs|Merci/)
  for (const key of ['agent', 'trader', 'saemape-desk', 'trader-desk']) {
    const told = JSON.stringify([
      await as(key).get('/api/incidents'),
      await as(key).get(`/api/incidents/${incident}`),
      await as(key).get('/api/notices'),
    ])
    expect(told).not.toMatch(/Prélèvement|taken-up/)
    expect((await as(key).get(`/api/incidents/${incident}`)).status).not.toBe(200)
  }

  // The division verifies, agrees an action, and ends it; another of it closes; the ministry publishes after the safe delay.
  const act = async (who: string, thing: string, data: object = {}) =>
    taken(await as(who).post(`/api/incidents/${incident}/${thing}`, data))
  stage.onDay(-15)
  await act('inspector', 'take-ups')
  await act('inspector', 'verifications')
  await act('inspector', 'conclusions', { as: 'confirmed', basis: 'two-sources', finding: 'Deux témoins et un cahier.' })
  const day = stage.onDay(-10)
  await act('inspector', 'actions', { id: newId(), text: 'Rendre les sacs', owner: stage.organisation('division'), due: addDays(day, 5) })
  expect(await follow(code)).toContain('Des mesures sont décidées')
  const action = mustAction((await as('inspector').get(`/api/incidents/${incident}`)).body)
  await act('inspector', `actions/${action}/reports`, { evidence: 'Sacs rendus devant le comité.' })
  await act('inspector', 'resolutions', { decided: 'payment-returned', note: 'Rendu.' })
  stage.onDay(-5)
  await act('division-second', 'closings')
  expect(await follow(code)).toContain('L’affaire est close')
  const early = await as('planner').post(`/api/incidents/${incident}/outcomes`, {})
  expect(early.status).toBe(409)
  stage.onDay(100)
  for (const key of ['planner']) people.set(key, await signIn(stage.app, `${key}@demo.chanzo.example`, DEMO_PASSWORD))
  await act('planner', 'outcomes')
  const told = await follow(code, 'fr')
  expect(told).toContain('Les sommes prises ont été rendues')
  expect(told).not.toMatch(/SAEMAPE|Bahati|cuisine/)
  const outcomes = await stage.app.inject({ url: '/outcomes' })
  expect(outcomes.body).toContain('Les sommes prises ont été rendues')
  expect(outcomes.body).not.toMatch(/SAEMAPE|Bahati|cuisine/)

  // In the languages in which people report: the page, what a code opens, and the way from one to the other.
  for (const [language, sentence, ways] of [
    ['sw', 'Pesa zilizochukuliwa zimerudishwa.', 'Toa taarifa'],
    ['ln', 'Mbongo oyo ezwamaki ezongisami.', 'Yebisa likambo'],
  ] as const) {
    const page = (await stage.app.inject({ url: `/outcomes?language=${language}` })).body
    for (const said of [`<html lang="${language}"`, sentence, ways, `href="/report?l=${language}"`]) expect(page).toContain(said)
    expect(page).not.toMatch(/prises|Publié|Signaler|undefined|\{\w+\}/)
    expect(await follow(code, language)).toContain(sentence)
    expect((await stage.app.inject({ url: `/report?l=${language}` })).body).toContain(`href="/outcomes?language=${language}"`)
  }
  expect((await stage.app.inject({ url: '/outcomes?language=xx&from=elsewhere' })).body).toContain('Les sommes prises ont été rendues')
})

const mustAction = (body: unknown): string => /"id":"([^"]+)","incident"/.exec(JSON.stringify(body))?.[1] ?? ''

test('a ministry that is named sees nothing; when every desk is named the report goes to the secretariat of the ICGLR', async () => {
  stage.onDay(101)
  for (const key of ['planner', 'partner', 'witness']) people.set(key, await signIn(stage.app, `${key}@demo.chanzo.example`, DEMO_PASSWORD))
  await newPerson('icglr2', 'ICGLR_SEC', stage.organisation('platform'))
  await send('/report', {
    act: 'send',
    text: 'On demande de l’argent pour signer',
    k: ['ministry', 'civil-society', 'un', 'ngo'],
    c: 'corruption',
  })
  const seen = async (key: string) => (await list(key)).filter((one) => one.categories.includes('corruption'))
  expect([await seen('planner'), await seen('partner'), await seen('witness')]).toEqual([[], [], []])
  expect((await seen('icglr2')).map((one) => one.firstDesk)).toEqual(['icglr'])
})

test('a body that the desk or the reporter names later loses the report from then on', async () => {
  const code = codeIn(await send('/report', { act: 'send', text: 'Barrière la nuit', c: 'roadblock' }))
  const find = async (key: string) => (await list(key)).find((one) => one.categories.includes('roadblock'))?.id
  const voice = (await find('witness')) ?? ''
  taken(await as('witness').post(`/api/voices/${voice}/names`, { organisations: [stage.organisation('ministry')], kinds: [] }))
  expect(await find('planner')).toBeUndefined()
  expect((await as('planner').get(`/api/voices/${voice}`)).status).toBe(404)
  expect(await find('partner')).toBe(voice)
  await send('/report/facts', { code, text: 'C’est le Partenaire technique (démonstration) qui la tient' })
  expect(await find('partner')).toBeUndefined()
  expect(await find('witness')).toBe(voice)
})

test('typed in from paper: kept with its source and day, the code once; only who may type in', async () => {
  const data = {
    source: 'paper',
    language: 'ln',
    receivedOn: addDays(stage.today, 99),
    text: 'Libulu ekweyi',
    categories: ['accident'],
    kinds: [],
  }
  const id = newId()
  const first = await as('witness').send('/api/voices', { id, data })
  expect(first.status).toBe(200)
  const { code } = mustCode(first.body)
  expect(readCode(code)).not.toBeNull()
  expect(mustCode((await as('witness').send('/api/voices', { id, data })).body).code).toBe(code)
  expect((await list('partner')).find((one) => one.categories.includes('accident'))).toMatchObject({
    channel: 'paper',
    receivedOn: data.receivedOn,
  })
  expect(await follow(code, 'ln')).toContain('Ekomi')
  expect((await stage.as('cooperative').send('/api/voices', { id: newId(), data })).status).not.toBe(200)
})
const mustCode = (body: unknown): { readonly code: string } => ({ code: /"code":"([\d ]+)"/.exec(JSON.stringify(body))?.[1] ?? '' })

test('settled and reopened with a reason that stays at the desk', async () => {
  const code = codeIn(await send('/report', { act: 'send', text: 'Rumeur', c: 'other' }))
  const voice = (await list('witness')).find((one) => one.categories.includes('other'))?.id ?? ''
  taken(await as('witness').post(`/api/voices/${voice}/triages`, { result: 'unfounded', note: 'Aucun fait' }))
  const told = await follow(code)
  expect(told).toContain('n’ont pas pu être confirmés')
  expect(told).not.toContain('Aucun fait')
  expect((await as('witness').post(`/api/voices/${voice}/triages`, { result: 'referred', note: 'x' })).status).toBe(409)
  taken(await as('witness').post(`/api/voices/${voice}/triages`, { result: 'reopened', note: 'Nouveaux faits' }))
  expect(await follow(code)).toContain('Reçu. On va le lire.')
})
