/* The shared cases of ODK as a server meets them, two members at once, an edit of what still waits, and photographs that come late. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { eventsOf, filled, missionTo, phoneOf, program, registerSite, stage } from '../../../../test/collect-bed.ts'
import { noisePng } from '../../../../test/collect-client.ts'
import { sharedFile } from '../../../../test/shared-data.ts'
import { newId, subjectOf } from '../../../../test/world/client.ts'
import { listOf, looseRecord, maybe, mustParse, text } from '../../../kernel/schema.ts'
import { readMarkdown } from '../../../modules/forms/domain/xlsform/markdown.ts'

const cases = sharedFile('standards/openrosa/answers/cases.json')
const sheet = sharedFile('standards/openrosa/forms/site-inspection.md')
const bare = sharedFile('standards/openrosa/exports/xml/1.xml')
const Cases = listOf(looseRecord({ name: text(), expected: looseRecord({ submission: maybe(text(20_000)) }) }))
const answersOf = async (instance: string) =>
  (await eventsOf('inspection.answers-recorded.v1')).filter((one) => one.payload['instance'] === instance)

describe.skipIf(cases === null || sheet === null || bare === null)('the shared cases', () => {
  test('every submission that ODK’s own engine makes is taken, kept word for word, and placed by its site and day', async () => {
    subjectOf(await stage.as('planner').post('/api/forms', { sheets: readMarkdown(readFileSync(sheet ?? '', 'utf8')) }))
    const { phone } = await phoneOf('witness')
    const listed = (await phone.list()).find((one) => one.form === 'site_inspection')
    expect(listed && (await phone.download(listed))).toContain('site_inspection')
    const made = mustParse(Cases, JSON.parse(readFileSync(cases ?? '', 'utf8'))).flatMap(({ name, expected }) =>
      expected.submission ? [{ name, xml: expected.submission }] : [],
    )
    expect(made.length).toBeGreaterThan(1)
    for (const { name, xml } of [...made, { name: 'as exported', xml: readFileSync(bare ?? '', 'utf8') }]) {
      const instance = `uuid:${newId()}`
      const own = xml.replace(/<(orx:)?instanceID>[^<]*/, (found) => `${found.slice(0, found.indexOf('>') + 1)}${instance}`)
      const photo = /<photo>([^<]+)<\/photo>/.exec(xml)?.[1]
      const answer = await phone.send(own, photo === undefined ? [] : [{ name: photo, bytes: noisePng(16) }])
      expect([name, answer.status]).toEqual([name, 201])
      const kept = await program.database.pool.query('select xml, said from odk_submission where instance = $1', [instance])
      const site = /<site_id>([^<]*)/.exec(xml)?.[1]
      expect(kept.rows).toMatchObject([
        { xml: own.trim(), said: { siteNumber: site ?? null, date: /<visit>([^<]+)/.exec(xml)?.[1] ?? null } },
      ])
      const files = await program.database.pool.query('select name from odk_attachment where instance = $1', [instance])
      expect(files.rows).toEqual(photo === undefined ? [] : [{ name: photo }])
    }
  })
})

test('two members of a team at the same moment open one inspection', async () => {
  const { site } = await registerSite('Ensemble')
  await missionTo([site])
  const [one, two] = [await phoneOf('witness'), await phoneOf('agent')]
  const sent = await Promise.all([one, two].map(({ phone }) => phone.send(filled({ siteName: 'Ensemble' }))))
  expect(sent.map((answer) => answer.status)).toEqual([201, 201])
  const opened = (await eventsOf('inspection.opened.v1')).filter((event) => event.payload['site'] === site)
  expect(opened).toHaveLength(1)
  const answers = (await eventsOf('inspection.answers-recorded.v1')).filter((event) => event.subject === opened[0]?.subject)
  expect(answers.map((event) => event.payload['by']).toSorted()).toEqual(['civil-society', 'saemape'])
})

test('the same part sent twice at the same moment makes one record', async () => {
  const { site } = await registerSite('Double')
  await missionTo([site])
  const { phone } = await phoneOf('witness')
  await phone.list()
  const instance = `uuid:${newId()}`
  const xml = filled({ instance, siteName: 'Double' })
  const sent = await Promise.all([phone.sendPart(xml, [], false), phone.sendPart(xml, [], false)])
  expect(sent.map((answer) => answer.status)).toEqual([201, 201])
  expect(await answersOf(instance)).toHaveLength(1)
})

test('an edit that finds its inspection brings along the one that was waiting: both are on record, in their order', async () => {
  const { site } = await registerSite('Retrouvé')
  await missionTo([site])
  const { phone } = await phoneOf('witness')
  const [first, second] = [`uuid:${newId()}`, `uuid:${newId()}`]
  await phone.send(filled({ instance: first, siteName: 'Retrouve mal' }))
  expect(await answersOf(first)).toEqual([])
  expect((await phone.send(filled({ instance: second, amends: first, siteName: 'retrouvé' }))).text).toContain('enregistré')
  const [before] = await answersOf(first)
  const [after] = await answersOf(second)
  expect(after).toMatchObject({ subject: before?.subject, payload: { amends: { instance: first } } })
})

test('answers are on record before their photographs; what stays away is marked, and what comes later completes it', async () => {
  const { site } = await registerSite('Plus tard')
  await missionTo([site])
  const { phone } = await phoneOf('witness')
  await phone.list()
  const instance = `uuid:${newId()}`
  const xml = filled({ instance, siteName: 'Plus tard', photos: ['a.png', 'b.png'] })
  const [a, b] = [noisePng(20), noisePng(21)]
  expect((await phone.sendPart(xml, [{ name: 'a.png', bytes: a }], false)).text).toContain('1 pièce jointe sur 2 est arrivée')
  expect((await answersOf(instance)).map((one) => one.payload['marks'])).toEqual([['files-missing']])
  expect((await phone.sendPart(xml, [{ name: 'a.png', bytes: a }], false)).status).toBe(201)
  expect(await answersOf(instance)).toHaveLength(1)
  expect((await phone.sendPart(xml, [{ name: 'b.png', bytes: b }], false)).status).toBe(201)
  expect((await answersOf(instance)).map((one) => one.payload['marks'])).toEqual([['files-missing'], []])
  expect((await answersOf(instance)).at(-1)?.payload['files']).toMatchObject([{ name: 'a.png' }, { name: 'b.png' }])
})
