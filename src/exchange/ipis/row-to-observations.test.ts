import { expect, test } from 'vitest'
import { mustParse } from '../../kernel/schema.ts'
import { QualificationReported, SiteVisited, TraceabilityReported } from '../../modules/sites/contract.ts'
import { siteIdOf } from './ids.ts'
import { readRows } from './read-rows.ts'
import { readVisit } from './read-visit.ts'
import { flagColumns, rowToObservations, siteToObservation } from './row-to-observations.ts'
import { openSpellingBook } from './spelling-book.ts'
import { type TypedRow, asBytes, typedFile, typedRow } from './typed-file.ts'

async function visitOf(cells: TypedRow) {
  for await (const read of readRows(asBytes(typedFile([typedRow(cells)])))) {
    if (read.is !== 'row') continue
    const visit = readVisit(read.row, flagColumns, '2024-02-29')
    if (visit.ok) return visit.visit
  }
  throw new Error('the typed row was not read')
}
async function observationsOf(cells: TypedRow, book = openSpellingBook()) {
  const mapped = rowToObservations(await visitOf(cells), book)
  if (!mapped.ok) throw new Error(`${mapped.column} ${mapped.problem}`)
  return mapped.observations
}
async function visitedBy(cells: TypedRow) {
  const found = (await observationsOf(cells)).find((one) => one.kind === 'site.visited.v1')
  return mustParse(SiteVisited, found?.payload)
}

test('a field visit is one observation of its site, dated by the visit', async () => {
  const [visit, ...others] = await observationsOf({})
  expect(others).toEqual([])
  expect(visit).toMatchObject({
    kind: 'site.visited.v1',
    subject: `site:${siteIdOf('codmine90001')}`,
    happenedAt: '2019-03-04T00:00:00.000Z',
    payload: { date: '2019-03-04', onSite: true, source: { name: 'IPIS', project: 'IPIS - Essai', reference: '1' } },
  })
})

test('a list of qualifications is never a visit, although the file says that somebody was on site', async () => {
  const observations = await observationsOf({ project: 'Qualification status', source: 'BGR', qualification: 'Vert', workers_numb: '40' })
  expect(observations.map((one) => one.kind)).toEqual(['site.qualification-reported.v1'])
  expect(mustParse(QualificationReported, observations[0]?.payload)).toMatchObject({
    reported: 'green',
    asWritten: 'Vert',
    source: { name: 'BGR, via IPIS' },
    observed: { workers: 40 },
  })
})

test('a list of tagged sites is never a visit, and may leave the scheme unsaid', async () => {
  for (const [written, scheme] of [
    ['iTSCI (not visited by IPIS)', 'ITSCI'],
    ['', 'not-stated'],
  ] as const) {
    const observations = await observationsOf({ project: 'iTSCi status', visit_onsite: '0', traceability: written })
    expect(observations.map((one) => one.kind)).toEqual(['site.traceability-reported.v1'])
    expect(mustParse(TraceabilityReported, observations[0]?.payload).scheme).toBe(scheme)
  }
})

test('a survey that could not reach the site keeps its reason and what was learned nearby', async () => {
  const visited = await visitedBy({ visit_onsite: '0', visit_onsite_novisitreason: 'Insécurité ', interference: '1' })
  expect(visited).toMatchObject({ onSite: false, notVisitedReason: 'Insécurité', observed: { armedInterference: true } })
})

test('a field visit that states a colour and a scheme gives three observations with ids of their own', async () => {
  const observations = await observationsOf({ qualification: 'Rouge', traceability: 'iTSCI' })
  expect(observations.map((one) => one.kind)).toEqual([
    'site.visited.v1',
    'site.qualification-reported.v1',
    'site.traceability-reported.v1',
  ])
  expect(new Set(observations.map((one) => one.id)).size).toBe(3)
})

test.each([
  ['Vert', 'green'],
  ['Jaune', 'yellow'],
  ['Rouge', 'red'],
  ['Bleu', 'blue'],
  ['4', 'blue'],
  ['0', 'unclassified'],
  ['Not class', 'unclassified'],
  ['No class', 'unclassified'],
])('the qualification %s means %s (golden test 13: 4 is blue, 0 is none)', async (written, reported) => {
  const found = (await observationsOf({ qualification: written })).find((one) => one.kind === 'site.qualification-reported.v1')
  expect(mustParse(QualificationReported, found?.payload)).toMatchObject({ reported, asWritten: written })
})

test('a colour that nobody knows rejects the row, because a guessed colour opens or closes a mine', async () => {
  expect(rowToObservations(await visitOf({ qualification: 'Mauve' }), openSpellingBook())).toEqual({
    ok: false,
    column: 'qualification',
    problem: 'unknown-qualification',
  })
})

test('not asked stays absent, and no stays no', async () => {
  const { observed } = await visitedBy({ presence: '0', women: '', childunder15: '0' })
  expect(observed).toMatchObject({ armedPresence: false, childrenUnder15: false })
  expect('women' in observed || 'armedInterference' in observed || 'workers' in observed || 'services' in observed).toBe(false)
})

test('a mixed ore is two minerals with one written word; an unknown one is kept as written', async () => {
  const book = openSpellingBook()
  const cells = {
    mineral1: 'Minerais mixtes (Cassitérite/Coltan)',
    mineral2: 'Kimberlite',
    selling_points_mineral1: 'Numbi, Goma ',
    mineral3: 'Or ',
  }
  const [first] = await observationsOf(cells, book)
  expect(mustParse(SiteVisited, first?.payload).observed.minerals).toEqual([
    { mineral: 'Sn', asWritten: 'Minerais mixtes (Cassitérite/Coltan)', sellingPoints: ['Numbi', 'Goma'] },
    { mineral: 'Ta', asWritten: 'Minerais mixtes (Cassitérite/Coltan)', sellingPoints: ['Numbi', 'Goma'] },
    { mineral: 'other', asWritten: 'Kimberlite' },
    { mineral: 'Au', asWritten: 'Or' },
  ])
  expect(book.unknown()).toEqual([{ kind: 'mineral', asWritten: 'Kimberlite', times: 1 }])
})

test('an armed actor keeps its written words beside ours', async () => {
  const { observed } = await visitedBy({
    presence: '1',
    armed_group1: 'Maï-Maï Gomino ',
    type_armed_group1: 'Groupe armé local',
    frequency_armed_group1: 'Chaque semaine',
    taxation_armed_group1: '1',
    digging_armed_group1: '0',
    type_armed_group2: 'Aucun',
    digging_armed_group2: '0',
    frequency_armed_group2: 'Aléatoire',
  })
  expect(observed.armed).toEqual([
    {
      actor: 'Ngomino',
      actorAsWritten: 'Maï-Maï Gomino',
      actorClass: 'armed-group-local',
      classAsWritten: 'Groupe armé local',
      frequency: 'weekly',
      frequencyAsWritten: 'Chaque semaine',
      interference: { taxation: true, digging: false },
    },
  ])
})

test('an accused actor without a name is kept as unidentified', async () => {
  const nameless = { actor: 'Non identifié', actorClass: 'unknown', interference: { pillaging: true } }
  expect((await visitedBy({ pillaging_armed_group2: '1' })).observed.armed).toEqual([nameless])
})

test('a list in brackets is one entry', async () => {
  const { observed } = await visitedBy({ women: '1', womenwork: 'Lavage, Vendre (riz, farine), ' })
  expect(observed.womenWork).toEqual(['Lavage', 'Vendre (riz, farine)'])
})

test('the same row gives the same ids; another visit or day gives others', async () => {
  const idOf = async (cells: TypedRow) => (await observationsOf(cells))[0]?.id
  expect(await idOf({})).toBe(await idOf({ workers_numb: '3' }))
  expect(await idOf({})).not.toBe(await idOf({ vid: '2' }))
  expect(await idOf({})).not.toBe(await idOf({ visit_date: '2019-03-05' }))
})

test('a site is registered with its first day, its minerals and its origin of position', async () => {
  const mapped = siteToObservation(
    await visitOf({ location_origin: 'GPS (village Kiloza)' }),
    { firstDate: '2010-01-01', minerals: ['Au', 'Sn'] },
    openSpellingBook(),
  )
  if (!mapped.ok) throw new Error(mapped.problem)
  expect(mapped.observations).toMatchObject([
    {
      kind: 'site.registered.v1',
      happenedAt: '2010-01-01T00:00:00.000Z',
      payload: {
        nationalId: 'codmine90001',
        name: 'Colline A',
        country: 'CD',
        minerals: ['Au', 'Sn'],
        position: { at: { latitude: -2.25, longitude: 28.5 }, origin: 'village' },
        stated: { province: 'Sud-Kivu' },
      },
    },
  ])
})

test('the province before 2015 and the source’s own word on the kind of mine are kept; nothing asked is nothing kept', async () => {
  const { observed, stated } = await visitedBy({ province_old: 'Katanga', is_3t_mine: '0', is_gold_mine: '1' })
  expect(stated).toMatchObject({ formerProvince: 'Katanga' })
  expect(observed.mineralGroups).toEqual({ threeT: false, gold: true })
  expect('mineralGroups' in (await visitedBy({ is_3t_mine: '', is_gold_mine: '' })).observed).toBe(false)
})
