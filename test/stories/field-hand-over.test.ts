/*
A visit of a mission on two telephones that never meet a network: worked on by one body, carried to the other's phone by codes on a screen, disagreed
with and signed there, brought back by a sealed file, and sent by whoever reaches a network first.
*/
import { beforeAll, expect, test } from 'vitest'
import { madeId } from '../../src/app/api.ts'
import { keptAnswers } from '../../src/app/field/kept-answers.ts'
import type { Wire } from '../../src/app/field/session-wire.ts'
import { mustParse } from '../../src/kernel/schema.ts'
import { framesOf, nothingRead, wholeOf, withFrame } from '../../src/modules/field/domain/hand-over.ts'
import {
  contentFor,
  openedFile,
  packed,
  previewOf,
  sealedFile,
  shownHere,
  take,
  unpacked,
} from '../../src/modules/field/ui/hand-over-pack.ts'
import { publishOwnForms } from '../../src/modules/forms/module.ts'
import { decidingCriteria } from '../../src/modules/sites/domain/missions/criteria.ts'
import { InspectionPage } from '../../src/modules/sites/domain/missions/mission-answers.ts'
import { TEST_NOW } from '../database.ts'
import { app, fieldWorker, officer, organisation, program, site } from '../field-bed.ts'
import { type Core, openCore, wireTo } from '../field-core.ts'
import { subjectOf } from '../world/client.ts'

type Worker = Awaited<ReturnType<typeof fieldWorker>>
const DAY = '2026-11-21'
const nowhere: Wire = () => Promise.reject(new Error('no network'))
const ticks = { wall: () => Date.parse(TEST_NOW), steady: () => performance.now() }
const members = [
  { body: 'mines-administration', attendance: 'required', head: true },
  { body: 'saemape', attendance: 'required', head: false },
  { body: 'civil-society', attendance: 'required', head: false },
]
let mines: Worker
let society: Worker
let mission = ''
beforeAll(async () => {
  await publishOwnForms(program)
  mines = await fieldWorker('MINES_PROV', { organisation: await organisation('provincial-division') })
  society = await fieldWorker('CIVIL_SOCIETY', { organisation: await organisation('civil-society') })
  const plan = {
    missionKind: 'joint_validation',
    plannedFrom: DAY,
    plannedTo: '2026-11-25',
    sites: [site],
    members,
    legalBasis: ['OM 12/2026'],
  }
  mission = subjectOf(await officer.post('/api/missions', plan))
  await officer.post(`/api/missions/${mission}/start`, { on: DAY })
})

/** A phone that saw these answers while there was network, and has none now. */
async function phoneOf(worker: Worker, paths: readonly string[]): Promise<Core> {
  const core = await openCore({ enrolled: worker.phone, wire: nowhere, ticks })
  for (const path of ['/api/me', ...paths]) {
    const { body } = await worker.client.get(path)
    await core.phone.hand.answer(path, () => Promise.resolve({ data: body, answeredAt: TEST_NOW }))
  }
  return core
}
const offline = <Data>(core: Core, path: string) => core.phone.hand.answer<Data>(path, () => Promise.reject(new Error('no network')))
const aside = ['recordedAt', 'happenedAt', 'signedAt', 'code', 'id', 'provisional']
const plain = (page: unknown): unknown =>
  JSON.parse(JSON.stringify(page, (key, value: unknown) => (aside.includes(key) ? undefined : value)))

/** The other camera misses every third code of the first round, and reads a code from the wall in between. */
function filmed(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const frames = framesOf(bytes, 300)
  const seen = [...frames.filter((_frame, at) => at % 3 !== 0), 'https://example.org/menu', ...frames.toReversed()]
  return wholeOf(seen.reduce((reading, frame) => withFrame(reading, frame).reading, nothingRead))
}

test(
  'a form is worked on, handed over by codes, signed, handed back by a file, and lands as both phones showed it',
  { timeout: 120_000 },
  async () => {
    const forms = await mines.client.get('/api/forms/inspection_cd')
    const version = /"version":"([^"]+)"/.exec(JSON.stringify(forms.body))?.[1] ?? ''
    const formPaths = ['/api/forms/inspection_cd', `/api/forms/inspection_cd/versions/${encodeURIComponent(version)}`]
    const one = await phoneOf(mines, [`/api/missions/${mission}`, `/api/sites/${site}/standing`, ...formPaths])
    const other = await phoneOf(society, [])

    const { sha256 } = mustFind(forms.body, version)
    const form = { form: 'inspection_cd', version, sha256 }
    const made = await one.phone.hand.queue('/api/inspections', { site, mission, date: DAY, onSite: true, carried: true, form }, {})
    const inspection = madeId(made)
    const path = `/api/inspections/${inspection}`
    const xml = `<data id="inspection_cd" version="${version}"><security><Y1_group><Y1>violated</Y1></Y1_group></security><meta><instanceID>uuid:1</instanceID></meta></data>`
    const findings = decidingCriteria.map(({ id }) => ({ criterion: id, answer: 'met' }))
    await one.phone.hand.queue(`${path}/findings`, { by: 'mines-administration', findings }, {})
    const answers = { by: 'mines-administration', form, instance: 'uuid:1', xml, files: [], carried: true, filesFollow: true }
    await one.phone.hand.queue(`${path}/answers`, answers, {})

    const bytes = filmed(await packed(await contentFor(one.phone, inspection, false)))
    const come = bytes && (await unpacked(bytes))
    if (!come) throw new Error('the codes were not read')
    // The questionnaire is too large for codes; this phone does not carry it, and is told so before it takes anything.
    expect(await previewOf(other.phone, come)).toMatchObject({ added: 3, damaged: 0, formMissing: true, page: { name: 'Kibara', on: DAY } })
    expect(await other.phone.outbox.items()).toEqual([])
    const file = await sealedFile(await contentFor(one.phone, inspection, true), 'ABCD-EFGH-JKMN')
    expect(Buffer.from(file).toString('latin1')).not.toMatch(/Kibara|inspection|violated/)
    expect(await openedFile(file, 'ABCDEFGHJKMP')).toBe('wrong-code')
    const whole = await openedFile(file, 'ABCDEFGHJKMN')
    if (typeof whole === 'string') throw new Error(whole)
    const preview = await previewOf(other.phone, whole)
    expect(preview).toMatchObject({ added: 3, formMissing: false })
    expect(plain(preview.page)).toEqual(plain(await shownHere(one.phone, inspection)))
    expect(await take(other.phone, whole)).toMatchObject({ added: 3, damaged: 0 })
    expect(await take(other.phone, whole)).toMatchObject({ added: 0, damaged: 0 })
    expect((await previewOf(other.phone, whole)).added).toBe(0)
    const ofTomorrow = { path: '/api/sites/of-tomorrow', data: {}, answeredAt: '2099-01-01T00:00:00.000Z' }
    await take(other.phone, { ...whole, parcels: [], pages: [ofTomorrow] })
    expect((await keptAnswers(other.phone.store).read(ofTomorrow.path))?.answeredAt).toMatch(/^2026/)

    expect((await offline<InspectionPage>(other, path)).data).toMatchObject({
      answers: [{ by: 'mines-administration' }],
      proposal: { result: 'yellow' },
    })
    await other.phone.hand.queue(`${path}/dissents`, { by: 'civil-society', criterion: 'R1', reason: 'des taxes au pont' }, {})
    await other.phone.hand.queue(`${path}/signatures`, { body: 'civil-society' }, {})

    const back = filmed(await packed(await contentFor(other.phone, inspection, false)))
    const returned = back && (await unpacked(back))
    if (!returned) throw new Error('the codes were not read')
    expect(await take(one.phone, returned)).toMatchObject({ added: 2, damaged: 0 })
    await one.phone.hand.queue(`${path}/signatures`, { body: 'mines-administration' }, {})
    const shown = (await offline<InspectionPage>(one, path)).data
    expect(shown).toMatchObject({
      signatures: [{ body: 'civil-society' }, { body: 'mines-administration' }],
      dissents: [{ by: 'civil-society' }],
      provisional: { opened: true, refused: [] },
    })

    const sending = await openCore({ enrolled: mines.phone, wire: wireTo(() => app), disc: one.disc, ticks })
    expect(await sending.phone.sync.run()).toMatchObject({ trouble: null, unsent: 0 })
    const landed = mustParse(InspectionPage, (await mines.client.get(path)).body)
    expect(plain(shown)).toEqual(plain(landed))
    // The colleague sends the same again, and nothing is there twice.
    const late = await openCore({ enrolled: society.phone, wire: wireTo(() => app), disc: other.disc, ticks })
    expect(await late.phone.sync.run()).toMatchObject({ trouble: null, unsent: 0 })
    expect((await mines.client.get(path)).body).toEqual((await mines.client.get(path)).body)
    expect(plain(mustParse(InspectionPage, (await mines.client.get(path)).body))).toEqual(plain(landed))
  },
)

function mustFind(body: unknown, version: string): { readonly sha256: string } {
  const found = new RegExp(`"version":"${version.replaceAll('.', '\\.')}"[^}]*"sha256":"([0-9a-f]{64})"`).exec(JSON.stringify(body))?.[1]
  if (!found) throw new Error('the form has no hash')
  return { sha256: found }
}
