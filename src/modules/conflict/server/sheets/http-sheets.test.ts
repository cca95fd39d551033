/* Conflict sheets over HTTP on a real database: the life cycle by three persons, and what each tier gets of it, read in the server's own answers. */
import { beforeAll, expect, test } from 'vitest'
import { freshProvince } from '../../../../../test/played-province.ts'
import { DEMO_PASSWORD, demoAccounts } from '../../../../../test/world/accounts.ts'
import { type Answer, type Client, signIn, stranger, subjectOf } from '../../../../../test/world/client.ts'
import { playSheet, sheetContent } from '../../../../../test/world/map-sheet-scenes.ts'
import { looseRecord, mustParse, text } from '../../../../kernel/schema.ts'
import { PublicConflict, RoundsAnswer, SheetAnswer, SheetsAnswer, VersionsDiff } from '../../contract-sheet-answers.ts'
import { insertName } from '../names/store-names.ts'
import { sheetsOfWorkshop } from './read-sheets.ts'

const { program, province } = await freshProvince()
const app = await program.createHttp(({ error }) => {
  throw error
})
const clients = new Map<string, Promise<Client>>()
const enter = (key: string): Promise<Client> => signIn(app, demoAccounts.find((one) => one.key === key)?.email ?? '', DEMO_PASSWORD)
const as = (key: string): Promise<Client> => {
  const client = clients.get(key) ?? enter(key)
  clients.set(key, client)
  return client
}
const ROOT = '/api/conflict/sheets'
const list = async (key: string, query = ''): Promise<SheetsAnswer> => {
  const { status, body } = await (await as(key)).get(`${ROOT}${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return mustParse(SheetsAnswer, body)
}
const one = async (key: string, sheet: string): Promise<SheetAnswer> =>
  mustParse(SheetAnswer, (await (await as(key)).get(`${ROOT}/${sheet}`)).body)
const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const refusalOf = async (key: string, path: string, data: object) => {
  const answer = await (await as(key)).post(`${ROOT}/${path}`, data)
  return [answer.status, answer.status === 403 && !JSON.stringify(answer.body).includes('refusal') ? '-' : codeOf(answer)]
}
const zone = (answer: SheetsAnswer, area: string) => answer.zones.find((line) => line.area === area)
const today = program.clock().slice(0, 10)
const sites = province.sites
/** What no committee and nobody else below may read: sites by id and name, actors, a place that nobody registered. */
const SECRETS = [
  ...['mweupe', 'mawe', 'saba', 'bwawa'].map((key) => sites[key] ?? '?'),
  ...['Mto Mweupe', 'Mawe Matatu', 'Mlima Saba', 'Bwawa la Dhahabu', 'Vieux Pont', 'Veilleurs', 'Groupe de la Colline'],
  ...['latitude', 'Deux barrières'],
]
const secretsIn = (answer: Answer): readonly string[] => SECRETS.filter((secret) => JSON.stringify(answer.body).includes(secret))

const people = {
  as: (key: string): Client => {
    const client = () => as(key)
    return {
      get: async (path) => (await client()).get(path),
      send: async (path, body, method) => (await client()).send(path, body, method),
      upload: async (path, bytes, type, method) => (await client()).upload(path, bytes, type, method),
      bytes: async (path) => (await client()).bytes(path),
      post: async (path, data, envelope) => (await client()).post(path, data, envelope),
    }
  },
}
let saba = ''
beforeAll(async () => {
  saba = (await list('analyst')).sheets.find((line) => line.name === 'Mlima Saba')?.sheet ?? ''
  return () => app.close()
})

test('who is cleared reads sites, actors and both rounds of every sheet; a filter finds by interference, round, zone and a part of an actor’s name', async () => {
  const { sheets, tier, withheld, rounds } = await list('partner')
  expect([tier, withheld, rounds.length]).toEqual(['cleared', ['named-beneficiaries'], 2])
  expect(sheets.map((line) => [line.name, line.interference, line.state, line.waiting?.state ?? null])).toEqual(
    expect.arrayContaining([
      ['Mto Mweupe 2', 'permanent', 'validated', null],
      ['Mlima Saba', 'occasional', 'published', null],
      ['Mawe Matatu', 'regular', 'validated', null],
      ['Bwawa la Dhahabu', 'not-known', 'validated', 'proposed'],
      ['Chantier du Vieux Pont', 'regular', 'validated', null],
    ]),
  )
  const namesOf = async (query: string) => (await list('partner', query)).sheets.map((line) => line.name).toSorted()
  expect(await namesOf('?interference=permanent')).toEqual(['Mto Mweupe 2'])
  expect(await namesOf('?text=VEILLEURS')).toEqual(['Mlima Saba'])
  expect(await namesOf('?state=proposed')).toEqual(['Bwawa la Dhahabu'])
  expect(await namesOf(`?territoire=XL101&round=${encodeURIComponent(rounds[1] ?? '')}`)).toEqual(['Mawe Matatu'])
  expect(await namesOf(`?site=${sites['saba']}`)).toEqual(['Mlima Saba'])
})

test('a committee gets territoires with categories, and neither site, name, position nor actor stands anywhere in an answer or a file', async () => {
  const minister = await as('minister')
  const paths = [ROOT, `${ROOT}?site=${sites['saba']}`, '/api/conflict/rounds', '/api/conflict/zones.csv', '/api/conflict/zones.geojson']
  for (const path of paths) {
    const answer = await minister.get(path)
    expect(answer.status).toBe(200)
    expect([path, secretsIn(answer)]).toEqual([path, []])
  }
  const answer = await list('minister')
  expect([answer.tier, answer.sheets, answer.withheld]).toEqual(['committee', [], ['sites-and-actors', 'named-beneficiaries']])
  // Forced labour: 12 and 6 persons in the North, 0 and 11 in the East; children 3 and 0; of the third nobody asked.
  expect(zone(answer, 'XL101')).toMatchObject({
    ...{
      state: 'reported',
      sheets: 2,
      interference: [
        { of: 'regular', sheets: 1 },
        { of: 'permanent', sheets: 1 },
      ],
    },
    victims: {
      forcedLabour: { told: 'at-least', persons: 10 },
      children: { told: 'below-minimum' },
      sexualViolence: { told: 'not-asked' },
    },
  })
  expect(zone(answer, 'XL102')).toMatchObject({ sheets: 3, victims: { forcedLabour: { persons: 10 } } })
  expect(zone(answer, 'XL103')).toMatchObject({ state: 'not-looked-at', sheets: 0, newest: null, modes: [] })
  // A sheet is as if it were not, with the same words as one that never was.
  const never = await minister.get(`${ROOT}/019aa5db-c580-7fff-bfff-ffffffffffff`)
  expect(await minister.get(`${ROOT}/${saba}`)).toEqual(never)
  expect([never.status, codeOf(never)]).toEqual([404, 'unknown-conflict-sheet'])
  expect((await minister.get(`${ROOT}/${saba}/diff?before=1&after=2`)).status).toBe(404)
})

test('files keep "not looked at" apart from "none reported": no number where nobody looked', async () => {
  await playSheet(
    people,
    { round: 'Essai', asOf: today },
    {
      content: sheetContent(
        { provisionalName: 'Puits du Lac', territoire: 'XL103' },
        { interference: 'none', modes: [], beneficiaries: [] },
      ),
    },
  )
  const csv = String((await (await as('minister')).get('/api/conflict/zones.csv')).body).split('\n')
  expect(csv.find((line) => line.startsWith('XL103'))).toContain(',none-reported,1,')
  expect(csv.find((line) => line.startsWith('XL101'))).toContain('>=10')
  const { body } = await (await as('minister')).get('/api/conflict/zones.geojson')
  const read: { features: { geometry: object | null; properties: { area: string; state: string; sheets?: number } }[] } = JSON.parse(
    JSON.stringify(body),
  )
  const of = (area: string) => read.features.find((feature) => feature.properties.area === area)
  expect(of('XL103')?.properties).toMatchObject({ state: 'none-reported', sheets: 1 })
  expect(of('XL103')?.geometry).toMatchObject({ type: 'MultiPolygon' })
  const unlooked = (await list('minister')).zones.find((line) => line.state === 'not-looked-at')
  if (unlooked) expect(of(unlooked.area)?.properties).not.toHaveProperty('sheets')
})

test('rounds beside each other: worse, better, new, not looked at again; a committee gets how many', async () => {
  const rounds = (await list('analyst')).rounds.filter((round) => round.startsWith('Passage'))
  const query = `?before=${encodeURIComponent(rounds[1] ?? '')}&after=${encodeURIComponent(rounds[0] ?? '')}`
  const read = async (key: string) => mustParse(RoundsAnswer, (await (await as(key)).get(`/api/conflict/rounds${query}`)).body)
  const cleared = await read('partner')
  expect(Object.fromEntries(cleared.lines.map((line) => [line.name, line.verdict]))).toEqual({
    'Mto Mweupe 2': 'worse',
    'Mlima Saba': 'better',
    'Chantier du Vieux Pont': 'new',
    'Mawe Matatu': 'not-looked-again',
    'Bwawa la Dhahabu': 'not-looked-again',
  })
  const committee = await read('minister')
  expect(committee.lines).toEqual([])
  expect(committee.zones).toEqual(cleared.zones)
  expect(committee.zones.find((line) => line.area === 'XL101')?.verdicts).toEqual([
    { verdict: 'worse', sites: 1 },
    { verdict: 'not-looked-again', sites: 1 },
  ])
})

test('the public reads of the province the published summary, its day and categories; where nobody looked says so', async () => {
  const strange = stranger(app)
  const answer = await strange.get('/api/public/conflict')
  expect(secretsIn(answer)).toEqual([])
  expect(JSON.stringify(answer.body)).not.toContain('Lukanda-')
  const { provinces } = mustParse(PublicConflict, answer.body)
  expect(provinces.find((line) => line.province === 'XL1')).toMatchObject({
    state: 'published',
    summaries: [{ fr: expect.stringContaining('a diminué') }],
    categories: { modes: ['pit-tax'], minerals: ['Ta'] },
  })
  expect(provinces.find((line) => line.province === 'CD10')).toMatchObject({ state: 'nobody-looked', summaries: [] })
  for (const [language, words] of [
    ['fr', 'Personne n’y a regardé'],
    ['en', 'Nobody has looked here'],
  ] as const) {
    const page = await strange.get(`/conflict?language=${language}`)
    expect(page.status).toBe(200)
    expect(String(page.body)).toContain(words)
    expect(secretsIn(page)).toEqual([])
  }
})

test('what is only proposed changes nothing of what the public reads', async () => {
  const province = { provisionalName: 'Carrière basse', province: 'CD10', territoire: null }
  const played = { workshop: null, round: 'Essai', asOf: today, content: sheetContent(province) }
  subjectOf(await (await as('inspector')).post(ROOT, played))
  const { provinces } = mustParse(PublicConflict, (await stranger(app).get('/api/public/conflict')).body)
  expect(provinces.find((line) => line.province === 'CD10')?.state).toBe('nobody-looked')
})

test('who proposes reads the own version back and no other, and sets no name; a sealed name is a number only for who opens names', async () => {
  const [name, other, foreign] = ['a', 'b', 'c'].map((end) => `019aa5db-c580-7fff-bfff-aaaaaaaaaaa${end}`)
  const beneficiary = (name: string | undefined, grade = '2') => [{ kind: 'trader', name: name ?? null, grade }]
  const of = (beneficiaries: readonly object[]) => sheetContent({ site: sites['pango'] }, { beneficiaries })
  const sheet = await playSheet(
    people,
    { round: 'Essai', asOf: today },
    { content: of(beneficiary(name)), by: 'witness', until: 'proposed' },
  )
  const shownTo = async (key: string, version: number) =>
    (await one(key, sheet)).versions.find((line) => line.version === version)?.content.beneficiaries
  expect((await one('witness', sheet)).versions).toMatchObject([{ isMine: true, content: { place: { site: sites['pango'] } } }])
  expect((await list('witness')).sheets.map((line) => line.sheet)).toEqual([sheet])
  expect(await shownTo('analyst', 1)).toEqual([{ kind: 'trader', grade: '2', isNamed: false, name: null }])
  expect((await (await as('inspector')).get(`${ROOT}/${sheet}`)).status).toBe(404)
  // Who opens names sets one that was sealed for this sheet, and none of another sheet and none that was never sealed.
  const keep = (id: string | undefined, sealedFor: string) =>
    program.database.transaction((tx) =>
      insertName(tx, 'cd', { id: id ?? '', of: { kind: 'sheet', sheet: sealedFor }, readers: [], keptAt: program.clock() }),
    )
  await keep(name, sheet)
  await keep(foreign, saba)
  const update = (after: number, beneficiaries: readonly object[]) => ({
    ...{ workshop: null, round: 'Essai', asOf: today, reason: 'Recoupé.', after, content: of(beneficiaries) },
  })
  for (const wrong of [other, foreign])
    expect(await refusalOf('analyst', `${sheet}/versions`, update(1, beneficiary(wrong)))).toEqual([400, 'name-of-another-sheet'])
  subjectOf(await (await as('analyst')).post(`${ROOT}/${sheet}/versions`, update(1, beneficiary(name))))
  for (const [key, shown] of [
    ['partner', null],
    ['analyst', name],
  ] as const)
    expect(await shownTo(key, 2)).toEqual([{ kind: 'trader', grade: '2', isNamed: true, name: shown }])
  expect(JSON.stringify(await one('partner', sheet))).not.toContain(name)
  // The analyst's update is not the proposer's to read; a name that its writer could not see is carried over, and that line cannot be left out.
  expect((await one('witness', sheet)).versions.map((version) => version.version)).toEqual([1])
  const over = async (version: number) =>
    subjectOf(await (await as('analyst')).post(`${ROOT}/${sheet}/supersessions`, { version, reason: 'À reprendre.' }))
  await over(2)
  subjectOf(await (await as('partner')).post(`${ROOT}/${sheet}/versions`, update(2, beneficiary(undefined, '1'))))
  expect(await shownTo('analyst', 3)).toMatchObject([{ grade: '1', name }])
  subjectOf(await (await as('partner')).post(`${ROOT}/${sheet}/versions`, update(3, [])))
  expect(await shownTo('analyst', 4)).toMatchObject([{ grade: '1', name }])
  // Who is not cleared does not learn that a name lies sealed, in their own version either.
  await over(4)
  subjectOf(await (await as('witness')).post(`${ROOT}/${sheet}/versions`, update(4, beneficiary(foreign, '1'))))
  expect(await shownTo('analyst', 5)).toMatchObject([{ grade: '1', name }])
  expect(await shownTo('witness', 5)).toEqual([{ kind: 'trader', grade: '1', isNamed: false, name: null }])
  expect(JSON.stringify((await (await as('witness')).get(`${ROOT}/${sheet}/diff?before=1&after=5`)).body)).not.toContain('"names":1')
})

test('three persons, and each update a new version: the former stands until the new one is validated', async () => {
  const played = { round: 'Essai', asOf: today }
  const content = sheetContent({ site: sites['jiwe'] })
  const sheet = await playSheet(people, played, { content, by: 'analyst', until: 'proposed' })
  const check = { version: 1, compared: 'Relevés.' }
  const validation = { version: 1, note: null }
  expect(await refusalOf('analyst', `${sheet}/cross-checks`, check)).toEqual([403, 'second-person-for-cross-check'])
  expect(await refusalOf('inspector', `${sheet}/cross-checks`, check)).toEqual([403, 'not-allowed'])
  expect(await refusalOf('secretariat', `${sheet}/validations`, validation)).toEqual([409, 'sheet-not-cross-checked'])
  subjectOf(await (await as('secretariat')).post(`${ROOT}/${sheet}/cross-checks`, check))
  expect(await refusalOf('secretariat', `${sheet}/validations`, validation)).toEqual([403, 'third-person-for-validation'])
  expect((await one('secretariat', sheet)).next).toMatchObject([
    { step: 'validate', may: false, because: 'third-person' },
    { step: 'supersede', may: true },
  ])
  subjectOf(await (await as('analyst')).post(`${ROOT}/${sheet}/supersessions`, { version: 1, reason: 'À reprendre.' }))
  // A second sheet of the same place by other hands.
  const second = await playSheet(people, played, { content })
  expect(await refusalOf('secretariat', `${second}/summaries`, { version: 1, fr: 'Rien.', en: 'Nothing.' })).toEqual([
    409,
    'needs-two-corroborations',
  ])
  const twice = sheetContent(
    { site: sites['jiwe'] },
    {
      interference: 'permanent',
      corroborations: [
        { kind: 'police', on: null },
        { kind: 'presse', on: null },
      ],
    },
  )
  await playSheet(people, played, { content: twice, after: { sheet: second, version: 1 }, until: 'cross-checked' })
  const statesOf = async () => (await one('analyst', second)).versions.map((version) => version.state)
  expect(await statesOf()).toEqual(['validated', 'cross-checked'])
  subjectOf(await (await as('secretariat')).post(`${ROOT}/${second}/validations`, { version: 2, note: null }))
  expect(await statesOf()).toEqual(['superseded', 'validated'])
  for (const fr of [
    'À Jiwe  jeusi, rien.',
    'Le groupe DE LA Colline prélève.',
    'Dans Lukanda Nord, rien.',
    'Vers Mawe Matatu, rien.',
    'Les Veilleurs de la Luka, rien.',
  ])
    expect(await refusalOf('secretariat', `${second}/summaries`, { version: 2, fr, en: 'Nothing.' })).toEqual([
      400,
      'summary-names-a-place-or-actor',
    ])
  subjectOf(await (await as('secretariat')).post(`${ROOT}/${second}/summaries`, { version: 2, fr: 'Dans Lukanda, rien.', en: 'Nothing.' }))
  const diff = mustParse(VersionsDiff, (await (await as('partner')).get(`${ROOT}/${second}/diff?before=1&after=2`)).body)
  expect([diff.verdict, diff.diff.interference]).toEqual(['worse', { before: 'regular', after: 'permanent', direction: 'worse' }])
})

test('a label of a round that names a place is refused, and so are a day to come and a site that nobody registered', async () => {
  const played = (rest: object) => ({
    workshop: null,
    round: 'Essai',
    asOf: today,
    content: sheetContent({ site: sites['jiwe'] }),
    ...rest,
  })
  const post = async (rest: object) => codeOf(await (await as('inspector')).post(ROOT, played(rest)))
  expect(await post({ round: 'Visite de Jiwe Jeusi' })).toBe('round-names-a-place')
  expect(await post({ asOf: '2999-01-01' })).toBe('sheet-day-in-the-future')
  expect(await post({ content: sheetContent({ site: '019aa5db-c580-7fff-bfff-bbbbbbbbbbbb' }) })).toBe('unknown-site')
  expect(await post({ content: sheetContent({}) })).toBe('sheet-without-place')
  expect(await post({ content: sheetContent({ provisionalName: 'Là-bas', province: 'ZZ9' }) })).toBe('unknown-area')
})

test('sheets of a workshop: the newest version of each, with its id', async () => {
  const workshop = '019aa5db-c580-7fff-bfff-cccccccccccc'
  const content = sheetContent({ provisionalName: 'Carrière haute' })
  const sheet = subjectOf(await (await as('inspector')).post(ROOT, { workshop, round: 'Essai', asOf: today, content }))
  const found = await program.database.read((tx) => sheetsOfWorkshop(tx, 'cd', workshop))
  expect(found).toMatchObject([{ sheet, version: 1, state: 'proposed', round: 'Essai' }])
})
