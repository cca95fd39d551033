import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parse, looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { checkRebuild } from '../../../../platform/log/rebuild.ts'
import {
  accounts,
  app,
  ask,
  members,
  newId,
  organisations,
  post,
  program,
  registerSite,
  setClock,
  source,
  taken,
} from '../../../../../test/sites-bed.ts'
import { publishOwnForms } from '../../../forms/module.ts'
import { DocumentRef } from '../../../documents/contract.ts'
import { InspectionPage } from '../../domain/missions/mission-answers.ts'
import { SitePage } from '../../domain/register/answers.ts'

setClock('2026-11-21T08:00:00.000Z')
await publishOwnForms(program)
const door = program.modules.forms.door
const published = async () => {
  const found = await program.database.read((tx) => door.current(tx, program.tenant, 'inspection_cd'))
  if (!found) throw new Error('the form that ships is not published')
  return found
}
const ref = async () => {
  const { form, version, sha256 } = await published()
  return { form, version, sha256 }
}
/** A filled-in form as a phone sends it: the primary instance of the form, with some answers in their groups. */
async function filled(answers: { readonly [path: string]: string }): Promise<string> {
  const { form, version } = await ref()
  const inner = (prefix: string): string => {
    const below = Object.keys(answers).filter((path) => path.startsWith(prefix))
    const names = new Set(below.map((path) => path.slice(prefix.length).split('/')[0] ?? ''))
    return [...names].map((name) => `<${name}>${answers[prefix + name] ?? inner(`${prefix}${name}/`)}</${name}>`).join('')
  }
  const body = inner('')
  return `<data id="${form}" version="${version}">${body}<meta><instanceID>uuid:${newId()}</instanceID></meta></data>`
}
const open = async (more: object = {}) => {
  const site = await registerSite()
  return { site, inspection: await taken('MINES_PROV', '/api/inspections', { site, date: '2026-11-20', onSite: true, members, ...more }) }
}
const Receipt = looseRecord({ subject: text() })

test('a form is opened with the newest published version, or with the one that is named; another is refused', async () => {
  const { inspection } = await open()
  expect((await ask(InspectionPage, `/api/inspections/${inspection}`)).form).toEqual(await ref())
  const site = await registerSite()
  const unknown = { form: 'inspection_cd', version: 'never', sha256: '0'.repeat(64) }
  const refused = await post('MINES_PROV', '/api/inspections', { site, date: '2026-11-20', onSite: true, members, form: unknown })
  expect([refused.status, refused.code]).toEqual([404, 'form-not-published-here'])
})

const seen = {
  'place/position': '-1.96412 28.12341 1500 5',
  'security/armed_presence': 'no',
  'security/R1_group/R1': 'met',
  'security/Y1_group/Y1': 'violated',
  'security/Y1_group/Y1_why': 'un poste prélève au pont',
  'children/children_under15': '2',
  'production/workers_men': '140',
  'production/production_kg_day_sn': '60',
}
test('answers become findings, a visit of the site and kept answers; sent again they get the first receipt', async () => {
  const { site, inspection } = await open()
  const xml = await filled(seen)
  const data = { by: 'saemape', form: await ref(), instance: 'uuid:a', xml, files: [] }
  const send = (id = newId()) =>
    app.inject({
      method: 'POST',
      url: `/api/inspections/${inspection}/answers`,
      headers: { 'x-role': 'SAEMAPE_AGENT' },
      payload: { id, data },
    })
  const first = await send()
  expect([first.statusCode, first.json()]).toMatchObject([200, { events: [{ kind: 'inspection.answers-recorded.v1' }] }])
  const again = await send()
  expect([again.statusCode, again.json()]).toEqual([200, first.json()])
  expect(parse(Receipt, again.json()).ok).toBe(true)
  const page = await ask(InspectionPage, `/api/inspections/${inspection}`)
  expect(page.answers).toMatchObject([{ by: 'saemape', instance: 'uuid:a', marks: [], xml, said: { workersMen: 140 } }])
  expect(page.findings).toMatchObject([
    { criterion: 'R1', answer: 'met', by: 'saemape' },
    { criterion: 'Y1', answer: 'violated', narrative: 'un poste prélève au pont' },
  ])
  const { visits, lastVisitOn } = await ask(SitePage, `/api/sites/${site}`)
  expect(lastVisitOn).toBe('2026-11-20')
  expect(visits).toMatchObject([{ armedInterference: true, observed: { workers: 140, childrenUnder15: true, armedPresence: false } }])
})

test('other content under the same instance, and answers after the signature, are kept and marked; the newer visit of the body stands', async () => {
  const { site, inspection } = await open()
  const form = await ref()
  const send = async (answers: { readonly [path: string]: string }, role = 'SAEMAPE_AGENT', by = 'saemape') =>
    taken(role, `/api/inspections/${inspection}/answers`, { by, form, instance: 'uuid:b', xml: await filled(answers), files: [] })
  await send({ 'production/workers_men': '10' })
  await send({ 'production/workers_men': '12', 'security/R1_group/R1': 'met' })
  await send({ 'production/workers_men': '11' }, 'CIVIL_SOCIETY', 'civil-society')
  const page = await ask(InspectionPage, `/api/inspections/${inspection}`)
  expect(page.answers.map((one) => [one.by, one.marks])).toEqual([
    ['saemape', []],
    ['saemape', ['instance-repeated']],
    ['civil-society', ['instance-repeated']],
  ])
  const { visits } = await ask(SitePage, `/api/sites/${site}`)
  const standing = visits.filter((one) => one.voidReason === null).map((one) => one.observed.workers)
  expect(standing.toSorted()).toEqual([11, 12])
  expect(visits).toHaveLength(3)
})

test('armed actors of a joint team’s form are read by class alone, and without the body that told of them, by who is not cleared', async () => {
  const { site, inspection } = await open()
  const told = {
    'security/actor/actor_class': 'non_state',
    'security/actor/actor_unit': 'Groupe du pont',
    'security/actor/actor_interference': 'digs',
  }
  const sent = { by: 'civil-society', form: await ref(), instance: 'uuid:armed', xml: await filled(told), files: [] }
  await taken('CIVIL_SOCIETY', `/api/inspections/${inspection}/answers`, sent)
  const published = { actor: 'Groupe X', actorClass: 'armed-group-local', interference: { digging: true } }
  const visit = { date: '2026-11-01', source, onSite: true, observed: { armed: [published] } }
  await taken('PARTNER_TEAM', `/api/sites/${site}/visits`, visit)
  const seenBy = async (role: string) => (await ask(SitePage, `/api/sites/${site}`, role)).visits
  expect(await seenBy('MINES_NAT')).toMatchObject([
    {
      source: { name: 'Mission conjointe (civil-society)' },
      observed: { armed: [{ actor: 'Groupe du pont', interference: { digging: true } }] },
    },
    { source, observed: { armed: [published] } },
  ])
  const [ours, theirs] = await seenBy('NEGOCIANT')
  expect(ours).toMatchObject({ source: { name: 'Mission conjointe' }, armedInterference: true })
  expect(ours?.observed.armed).toEqual([{ actor: 'armed-group-local', actorClass: 'armed-group-local', interference: {} }])
  expect(JSON.stringify(ours)).not.toMatch(/pont|civil-society|SC-/)
  expect(theirs).toMatchObject({ source, observed: { armed: [published] } })
})

test('who is not cleared for positions is told that answers came, not what they say; a member of the team sees them', async () => {
  const { inspection } = await open()
  const xml = await filled(seen)
  await taken('SAEMAPE_AGENT', `/api/inspections/${inspection}/answers`, {
    by: 'saemape',
    form: await ref(),
    instance: 'uuid:c',
    xml,
    files: [],
  })
  const hidden = await ask(InspectionPage, `/api/inspections/${inspection}`, 'EXPORTER')
  expect(hidden.answers).toMatchObject([{ instance: 'uuid:c', xml: null, values: null, files: null, said: null }])
  const told = { criterion: 'R1', answer: 'violated', narrative: 'une barrière à l’entrée', sourcesConsulted: ['un chef de puits'] }
  await taken('SAEMAPE_AGENT', `/api/inspections/${inspection}/findings`, { by: 'saemape', findings: [told] })
  await taken('SAEMAPE_AGENT', `/api/inspections/${inspection}/dissents`, {
    by: 'saemape',
    criterion: 'R1',
    reason: 'vu deux hommes armés',
  })
  const [whole, closed] = await Promise.all(
    ['MINES_NAT', 'EXPORTER'].map((role) => ask(InspectionPage, `/api/inspections/${inspection}`, role)),
  )
  expect(whole).toMatchObject({ wordsWithheld: false, dissents: [{ criterion: 'R1', reason: 'vu deux hommes armés' }] })
  expect(whole?.findings).toContainEqual(expect.objectContaining(told))
  expect(closed).toMatchObject({ wordsWithheld: true, dissents: [{ criterion: 'R1', reason: null }] })
  expect(closed?.findings).toContainEqual(expect.objectContaining({ ...told, narrative: null, sourcesConsulted: [] }))
  expect(JSON.stringify(closed)).not.toMatch(/barrière|chef de puits|hommes armés/)
  expect(JSON.stringify(hidden)).not.toContain('28.1234')
  expect((await ask(InspectionPage, `/api/inspections/${inspection}`, 'CIVIL_SOCIETY')).answers).toMatchObject([{ xml }])
})

test('what is no answer to the form, another hash and a stranger to the team are refused, and nothing is written', async () => {
  const { inspection } = await open()
  const form = await ref()
  const data = { by: 'saemape', form, instance: 'uuid:d', xml: await filled(seen), files: [] }
  const path = `/api/inspections/${inspection}/answers`
  expect((await post('SAEMAPE_AGENT', path, { ...data, xml: 'not xml' })).status).toBeGreaterThanOrEqual(400)
  expect((await post('SAEMAPE_AGENT', path, { ...data, form: { ...form, sha256: '1'.repeat(64) } })).code).toBe('form-not-published-here')
  expect((await post('CIVIL_SOCIETY', path, data)).code).toBe('not-a-member')
  expect((await ask(InspectionPage, `/api/inspections/${inspection}`)).answers).toEqual([])
})

/** A grey picture of one point. */
function png(): Buffer {
  const crcTable = Array.from(
    { length: 256 },
    (_, n) => Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n) >>> 0,
  )
  const crc = (bytes: Buffer): number =>
    (bytes.reduce((c, byte) => (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0
  const chunk = (kind: string, content: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind), content])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([size, body, sum])
  }
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.from([0, 128]))), chunk('IEND', Buffer.alloc(0))])
}
test('a photograph points to its file, which the team may open and others may not; one that has not arrived is said', async () => {
  const { inspection } = await open()
  const kept = await app.inject({
    method: 'POST',
    url: '/api/files',
    headers: { 'x-role': 'MINES_PROV', 'content-type': 'image/png' },
    payload: png(),
  })
  expect([kept.statusCode, kept.body]).toMatchObject([200, expect.stringContaining('sha256')])
  const { file } = mustParse(looseRecord({ file: DocumentRef }), kept.json())
  const xml = await filled({ 'security/Y1_group/Y1': 'violated', 'security/Y1_group/Y1_photo': 'p.png' })
  const lost = { name: 'q.png', file: { ...file, sha256: 'e'.repeat(64) } }
  const files = [{ name: 'p.png', file }, lost]
  await taken('MINES_PROV', `/api/inspections/${inspection}/answers`, {
    by: 'mines-administration',
    form: await ref(),
    instance: 'uuid:e',
    xml,
    files,
  })
  const page = await ask(InspectionPage, `/api/inspections/${inspection}`)
  expect(page).toMatchObject({
    answers: [{ marks: ['files-missing'] }],
    findings: [{ evidence: [{ kind: 'photo', reference: 'p.png', sha256: file.sha256 }] }],
  })
  const read = async (role: string, sha256 = file.sha256) =>
    (await app.inject({ method: 'GET', url: `/api/inspections/${inspection}/documents/${sha256}`, headers: { 'x-role': role } })).statusCode
  expect([await read('SAEMAPE_AGENT'), await read('EXPORTER'), await read('SAEMAPE_AGENT', 'f'.repeat(64))]).toEqual([200, 404, 404])
})

test('a rebuild gives the same tables, answers and actions included', async () => {
  const check = await checkRebuild(
    program.database,
    program.modules.all.flatMap((one) => one.projections),
  )
  expect(check.differing).toEqual([])
  expect([accounts.size, organisations.size].every((size) => size > 0)).toBe(true)
})
