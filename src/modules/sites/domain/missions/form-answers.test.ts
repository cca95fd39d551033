import { expect, test } from 'vitest'
import { mustParse } from '../../../../kernel/schema.ts'
import { criteria } from './criteria.ts'
import { questionName, readAnswers } from './form-answers.ts'
import { AnswersRecorded } from './inspection-words.ts'
import { SaidOfSite } from './said-of-site.ts'

const values = (given: { readonly [path: string]: string }) => Object.entries(given).map(([path, value]) => ({ path, value }))
const read = (given: { readonly [path: string]: string }) => readAnswers(values(given), [])

test.each([
  ['R1', 'R1'],
  ['security/R1', 'R1'],
  ['security[2]/pit[3]/depth', 'depth'],
  ['pit[4]', 'pit'],
])('the path %s ends in the question %s', (path, name) => expect(questionName(path)).toBe(name))

test.each(criteria.map((one) => one.id))('the question of %s gives its finding, wherever it stands in the form', (id) => {
  const question = id.replaceAll('-', '_')
  const { findings, unread } = read({ [`any/group[1]/${question}`]: 'violated', [`elsewhere/${question}_why`]: 'vu le 3 mai' })
  expect(findings).toEqual([{ criterion: id, answer: 'violated', narrative: 'vu le 3 mai' }])
  expect(unread).toEqual([])
})

test.each([['met'], ['violated'], ['not_assessed'], ['not_applicable']])('%s is an answer', (answer) =>
  expect(read({ Y3: answer }).findings).toEqual([{ criterion: 'Y3', answer }]),
)
test('a word that the list does not hold is no answer, and is named', () => {
  expect(read({ Y3: 'perhaps', R1: 'met' })).toMatchObject({ findings: [{ criterion: 'R1' }], unread: ['Y3'] })
})

test('a photo points to its file, a paper is quoted, sources are told apart', () => {
  const file = { sha256: 'a'.repeat(64), mediaType: 'image/jpeg' as const, bytes: 3 }
  const given = values({
    'y/Y2': 'violated',
    'y/Y2_photo': 'p1.jpg',
    'y[2]/Y2_photo': 'p2.jpg',
    'y/Y2_evidence': 'cahier 4, page 12',
    'y/Y2_sources': 'chef de puits\nregistre SAEMAPE; coopérative',
  })
  expect(readAnswers(given, [{ name: 'p1.jpg', file }]).findings).toEqual([
    {
      criterion: 'Y2',
      answer: 'violated',
      evidence: [
        { reference: 'p1.jpg', kind: 'photo', sha256: 'a'.repeat(64) },
        { reference: 'p2.jpg', kind: 'photo' },
        { reference: 'cahier 4, page 12', kind: 'document' },
      ],
      sourcesConsulted: ['chef de puits', 'registre SAEMAPE', 'coopérative'],
    },
  ])
})

test.each<[string, { readonly [path: string]: string }, object]>([
  [
    'a team that turned back says so',
    { on_site: 'no', no_visit_reason: 'insecurity road' },
    { reached: false, notReachedReason: 'insecurity road' },
  ],
  ['a team that arrived says so', { on_site: 'yes' }, { reached: true }],
  [
    'workers are men and women',
    { workers_men: '40', workers_women: '12' },
    { observed: { workers: 52, women: true }, workersMen: 40, workersWomen: 12 },
  ],
  ['no women is an answer', { workers_women: '0' }, { observed: { workers: 0, women: false }, workersWomen: 0 }],
  [
    'children',
    { children_under15: '2', children_15to18: '5' },
    { observed: { childrenUnder15: true }, childrenUnder15: 2, children15To18: 5 },
  ],
  [
    'minerals are a choice of several; a word that is none is left to the answers',
    { minerals: 'Au Ta gems' },
    { observed: { minerals: [{ mineral: 'Au' }, { mineral: 'Ta' }] } },
  ],
  [
    'a geopoint',
    { 'where/position': '-1.9641 28.1234 1400 6' },
    { position: { at: { latitude: -1.9641, longitude: 28.1234 }, origin: 'gps' } },
  ],
  ['mercury seen', { mercury: 'yes' }, { observed: { mercury: true } }],
  ['armed presence asked, none seen', { armed_presence: 'no' }, { observed: { armedPresence: false } }],
  [
    'production by mineral',
    { production_kg_day_au: '0.02', production_kg_day_ta: '12' },
    {
      production: [
        { mineral: 'Au', kilogramsPerDay: 0.02 },
        { mineral: 'Ta', kilogramsPerDay: 12 },
      ],
    },
  ],
  [
    'access and activity',
    { access_wet: 'closed', access_dry: 'car', activity: 'non_active' },
    { observed: { accessWet: 'closed', accessDry: 'car' }, activity: 'non-active' },
  ],
  ['the way and the pits', { hours_on_foot: '3.5', pits: '7', pit_depth_m: '18' }, { hoursOnFoot: 3.5, pits: 7, pitDepthMetres: 18 }],
])('%s', (_name, given, said) => {
  const told = read(given).said
  expect(told).toEqual({ observed: {}, ...said, basis: 'said' })
  expect(mustParse(SaidOfSite, told)).toEqual(told)
})

test.each<[string, { readonly [path: string]: string }]>([
  ['unknown is not no', { mercury: 'unknown', armed_presence: 'unknown' }],
  ['a number that is none', { workers_men: 'many', pits: '-2' }],
  ['half a worker', { workers_men: '2.5' }],
  ['a position off the earth', { position: '95 28' }],
  ['a position without longitude', { position: '-1.5' }],
])('%s stays not asked', (_name, given) => expect(read(given).said).toEqual({ observed: {}, basis: 'nothing' }))

test.each([
  ['R1 violated', { R1: 'violated', Y1: 'met' }, true],
  ['Y1 violated', { R1: 'met', Y1: 'violated' }, true],
  ['both met', { R1: 'met', Y1: 'met' }, false],
  ['only one asked', { R1: 'met' }, undefined],
])('armed interference of the visit follows from R1 and Y1 (D): %s', (_name, given, interference) => {
  expect(read(given).said.observed.armedInterference).toBe(interference)
})
test('criteria alone make no visit', () => expect(read({ R1: 'violated' }).said.basis).toBe('nothing'))

test('long words are cut for the finding and stay whole in the answers', () => {
  const { findings } = read({ R1: 'violated', R1_why: 'x'.repeat(9000) })
  expect(findings[0]?.narrative).toHaveLength(4000)
  expect(AnswersRecorded.shape.findings.safeParse(findings).success).toBe(true)
})

test('armed actors come one per repetition; what an actor does counts before the answer to a criterion', () => {
  const { said } = read({
    'security/actor[1]/actor_class': 'non_state',
    'security/actor[1]/actor_unit': 'Maï-Maï',
    'security/actor[1]/actor_frequency': 'rarely',
    'security/actor[1]/actor_interference': 'tax_minerals digs',
    'security/actor[2]/actor_class': 'mines_police',
    'security/actor[2]/actor_interference': 'none',
    R1: 'met',
    Y1: 'met',
  })
  expect(said.observed).toMatchObject({
    armedInterference: true,
    armed: [
      {
        actor: 'Maï-Maï',
        actorClass: 'armed-group-local',
        frequency: 'rarer',
        interference: { taxation: true, digging: true, monopoly: false },
      },
      { actor: 'mines_police', actorClass: 'mines-police', interference: { taxation: false } },
    ],
  })
})
