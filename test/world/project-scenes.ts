/*
Scenes of a project of thirty months, all invented: an objective, two outcomes, four outputs, eight indicators; quarters locked one after the other, a visit that is told of too late, a
report that was frozen and a new one in work.
*/
import { addDays, addMonths } from '../../src/kernel/calendar.ts'
import { quarterOfDay, type Period, periodsOf } from '../../src/modules/projects/domain/periods.ts'
import { newId, subjectOf } from './client.ts'
import { visitSite } from './site-scenes.ts'
import type { Stage } from './stage.ts'

interface Made {
  readonly project: string
  readonly results: { readonly [code: string]: string }
  readonly indicators: { readonly [code: string]: string }
  readonly startsOn: string
  readonly endsOn: string
}
const kept: { made?: Made } = {}
const firstOfQuarter = (day: string): string => {
  const quarter = quarterOfDay(day)
  return `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`
}
const over = ({ startsOn, endsOn }: Made, today: string): readonly Period[] =>
  periodsOf({ startsOn, endsOn }).filter(({ until }) => until < today)

const resultsOf = (ids: Made['results']) => {
  const one = (code: string, level: string, parent: string | null, [fr, en]: readonly [string, string]) => ({
    ...{ id: ids[code], level, parent: parent === null ? null : ids[parent], code, statement: { fr, en } },
  })
  return [
    one('O', 'objective', null, [
      'Des mines artisanales sans traite ni travail forcé',
      'Artisanal mines without trafficking or forced labour',
    ]),
    one('E1', 'outcome', 'O', ['Les sites sont connus et suivis', 'Sites are known and followed']),
    one('E2', 'outcome', 'O', ['Les personnes savent et sont aidées', 'People know and are helped']),
    one('P1.1', 'output', 'E1', ['Des visites régulières des sites', 'Regular visits to sites']),
    one('P1.2', 'output', 'E1', ['Des comités qui tiennent parole', 'Committees that keep their word']),
    one('P2.1', 'output', 'E2', ['Des agents et des creuseurs formés', 'Officials and diggers trained']),
    one('P2.2', 'output', 'E2', ['Un centre qui reçoit et oriente', 'A centre that receives and refers']),
  ]
}
interface Figure {
  readonly code: string
  readonly result: string
  readonly says: readonly [string, string]
  readonly source: object
  readonly target: number
  readonly unit?: string
  readonly cumulates?: string
  readonly direction?: string
}
const typed = (touchesPersons: boolean, ...by: readonly string[]) => ({ kind: 'manual', touchesPersons, by })
const figures: readonly Figure[] = [
  {
    code: 'I1',
    result: 'P1.1',
    says: ['Visites de sites', 'Visits to sites'],
    source: { kind: 'measure', measure: 'sites.visits', by: ['province'] },
    target: 20,
  },
  {
    ...{ code: 'I2', result: 'E1', says: ['Sites visités au moins une fois', 'Sites visited at least once'], target: 8, cumulates: 'span' },
    source: { kind: 'measure', measure: 'sites.mapped', by: [] },
  },
  {
    code: 'I3',
    result: 'P1.2',
    says: ['Actions de comités closes à temps', 'Committee actions closed in time'],
    source: typed(false),
    target: 80,
    unit: 'percent',
  },
  { code: 'I4', result: 'P2.1', says: ['Personnes formées', 'Persons trained'], source: typed(true, 'sex'), target: 600 },
  {
    code: 'I5',
    result: 'P2.1',
    says: ['Gain moyen au test', 'Mean gain in the test'],
    source: typed(true),
    target: 20,
    unit: 'score',
    cumulates: 'latest',
  },
  {
    code: 'I6',
    result: 'E2',
    says: ['Personnes touchées par la sensibilisation', 'Persons reached by campaigns'],
    source: typed(true, 'sex'),
    target: 5_000,
  },
  {
    code: 'I7',
    result: 'P2.2',
    says: ['Visites au centre de ressources', 'Visits to the resource centre'],
    source: typed(true, 'sex'),
    target: 900,
  },
  {
    ...{
      code: 'I8',
      result: 'O',
      says: ['Creuseurs interrogés avec indice de travail forcé', 'Diggers asked with an indication of forced labour'],
    },
    ...{ source: typed(true), target: 10, unit: 'percent', cumulates: 'latest', direction: 'down' },
  },
]

/** Begun a year ago and a little, at the beginning of a quarter. */
export async function openProject(stage: Stage, day: string): Promise<void> {
  const startsOn = firstOfQuarter(day)
  const endsOn = addDays(addMonths(startsOn, 30), -1)
  const monitor = stage.as('monitor')
  const project = subjectOf(
    await monitor.post('/api/projects', {
      ...{ code: 'LUK-30', title: { fr: 'Mines sûres de Lukanda', en: 'Safe mines of Lukanda' }, startsOn, endsOn, isProtection: false },
      ...{ donor: 'Fonds pour des minerais responsables (démonstration)', implementer: 'Partenaire de terrain (démonstration)' },
    }),
  )
  const results = Object.fromEntries(['O', 'E1', 'E2', 'P1.1', 'P1.2', 'P2.1', 'P2.2'].map((code) => [code, newId()]))
  const indicators = Object.fromEntries(figures.map(({ code }) => [code, newId()]))
  const half = addDays(addMonths(startsOn, 12), -1)
  const activity = (code: string, result: string, [fr, en, more]: readonly [string, string, object]) => ({
    ...{ id: newId(), code, result: results[result], title: { fr, en }, modality: 'training', province: 'XL1', territoire: 'XL102' },
    ...{
      startsOn,
      endsOn,
      status: 'ongoing',
      targeted: 600,
      reachedBy: null,
      isProtection: false,
      sector: 'mining',
      beneficiary: 'miners',
    },
    ...more,
  })
  const due = [0, 6, 12, 18, 24].map((months) => {
    const until = addDays(addMonths(startsOn, months + 6), -1)
    return { id: newId(), from: addMonths(startsOn, months), until, dueOn: addDays(until, 45) }
  })
  const plan = {
    results: resultsOf(results),
    indicators: figures.map(({ code, result, says: [fr, en], source, target, unit = 'number', cumulates = 'sum', direction = 'up' }) => ({
      ...{ id: indicators[code], result: results[result], code, statement: { fr, en }, unit, direction, source, cumulates },
      ...{ baseline: { value: direction === 'down' ? 40 : 0, on: startsOn }, target: { value: target, on: endsOn } },
      milestones: [{ on: half, value: direction === 'down' ? 25 : Math.round(target * 0.4) }],
      responsible: 'chargé de suivi',
    })),
    activities: [
      activity('A1', 'P1.1', ['Visites conjointes des sites', 'Joint visits to sites', { modality: 'information' }]),
      activity('A2', 'P2.1', [
        'Formation des creuseurs et des agents',
        'Training of diggers and officials',
        { reachedBy: indicators['I4'] },
      ]),
      activity('A3', 'P2.2', [
        'Accompagnement de personnes retrouvées',
        'Help for people who were found',
        { isProtection: true, sector: 'protection', beneficiary: 'survivors', modality: 'service', targeted: null, territoire: null },
      ]),
    ],
    budget: [
      { code: 'B1', title: { fr: 'Visites et transport', en: 'Visits and transport' }, currency: 'USD', cents: 18_000_000 },
      { code: 'B2', title: { fr: 'Formations', en: 'Trainings' }, currency: 'USD', cents: 24_500_000 },
      { code: 'B3', title: { fr: 'Centre de ressources', en: 'Resource centre' }, currency: 'EUR', cents: 15_250_000 },
    ],
    due,
    // Who answers for the project before its donor is of another organisation than who follows it.
    partners: [stage.organisation('partner')],
  }
  subjectOf(await monitor.post(`/api/projects/${project}/plans`, { plan, basedOn: 0, reason: 'Cadre de résultats signé avec le bailleur' }))
  kept.made = { project, results, indicators, startsOn, endsOn }
}

const sexes = (women: number, men: number) => [
  { by: 'sex', key: 'women', numerator: women },
  { by: 'sex', key: 'men', numerator: men },
]
const typedFor = (
  code: string,
  n: number,
): { readonly numerator: number; readonly denominator?: number; readonly parts: readonly object[] } | null => {
  if (code === 'I3') return n === 0 ? { numerator: 0, denominator: 0, parts: [] } : { numerator: 3 + n, denominator: 6 + n, parts: [] }
  if (code === 'I4') return { numerator: 60 + n * 12, parts: sexes(22 + n * 4, 38 + n * 8) }
  if (code === 'I5') return { numerator: 900 + n * 40, denominator: 60, parts: [] }
  if (code === 'I6') return { numerator: 420 + n * 90, parts: sexes(230 + n * 40, 190 + n * 50) }
  if (code === 'I7')
    return n === 0 ? { numerator: 37, parts: sexes(31, 6) } : { numerator: 80 + n * 10, parts: sexes(30 + n * 4, 50 + n * 6) }
  if (code === 'I8') return { numerator: 36 - n * 3, denominator: 100, parts: [] }
  return null
}
async function fillQuarter(
  stage: Stage,
  {
    made,
    n,
    period,
    until,
  }: { readonly made: Made; readonly n: number; readonly period: string; readonly until: 'draft' | 'verified' | 'locked' },
): Promise<void> {
  const acts = until === 'draft' ? [] : until === 'verified' ? ['verifications'] : ['verifications', 'locks']
  for (const [code, indicator] of Object.entries(made.indicators)) {
    const values = typedFor(code, n)
    const given = values === null ? {} : { typed: values, evidence: { what: `Registre du trimestre ${period}, feuille ${n + 1}` } }
    subjectOf(await stage.as('monitor').post(`/api/indicators/${indicator}/drafts`, { period, ...given }))
    for (const act of acts) subjectOf(await stage.as('manager').post(`/api/indicators/${indicator}/${act}`, { period }))
  }
  for (const [line, cents] of Object.entries({ B1: 1_450_000, B2: 2_100_000, B3: 1_225_000 }))
    subjectOf(
      await stage
        .as('monitor')
        .post(`/api/projects/${made.project}/spendings`, { line, period, cents: cents + n * 90_000, evidence: `Journal ${period}` }),
    )
}
const made = (): Made => {
  if (kept.made === undefined) throw new Error('the project was not opened')
  return kept.made
}
/** All quarters that were over half a year ago are locked; of the first half-year a report is frozen. */
export async function lockFirstQuarters(stage: Stage, day: string): Promise<void> {
  const quarters = over(made(), day)
  for (const [n, { period }] of quarters.entries()) await fillQuarter(stage, { made: made(), n, period, until: 'locked' })
  await writeReport(stage, 0, 'frozen')
}
/** A visit of the first half-year is brought in long after its quarter was locked. */
export const tellTooLate = (stage: Stage, site: string): Promise<void> =>
  visitSite(stage, { site, day: addDays(made().startsOn, 40), seen: { workers: 35 } })
/** What was over since: locked but for the newest quarter, which waits; the second report is in work. */
export async function fillNewestQuarters(
  stage: Stage,
  { day, lockedBefore }: { readonly day: string; readonly lockedBefore: string },
): Promise<void> {
  const before = over(made(), lockedBefore).length
  const quarters = over(made(), day).slice(before)
  for (const [at, { period }] of quarters.entries())
    await fillQuarter(stage, { made: made(), n: before + at, period, until: at === quarters.length - 1 ? 'draft' : 'locked' })
  await writeReport(stage, 6, 'draft')
  await prolong(stage)
}
/** The donor gave three months more. */
async function prolong(stage: Stage): Promise<void> {
  const { project, startsOn, endsOn } = made()
  const head = {
    ...{ title: { fr: 'Mines sûres de Lukanda', en: 'Safe mines of Lukanda' }, startsOn, isProtection: false },
    ...{ donor: 'Fonds pour des minerais responsables (démonstration)', implementer: 'Partenaire de terrain (démonstration)' },
  }
  const longer = { ...head, endsOn: addDays(addMonths(addDays(endsOn, 1), 3), -1) }
  const reason = 'Avenant 1 : trois mois de plus, sans argent de plus'
  subjectOf(await stage.as('monitor').post(`/api/projects/${project}/heads`, { head: longer, basedOn: 0, reason }))
}
async function writeReport(stage: Stage, months: number, until: 'draft' | 'frozen'): Promise<void> {
  const { project, results, indicators, startsOn } = made()
  const monitor = stage.as('monitor')
  const id = newId()
  const period = { from: addMonths(startsOn, months), until: addDays(addMonths(startsOn, months + 6), -1) }
  const begun = await monitor.send('/api/donor-reports', { id, project, ...period })
  if (begun.status !== 200) throw new Error(`a report of the world was not begun: ${JSON.stringify(begun.body)}`)
  const write = (section: string, text: string) => monitor.send(`/api/donor-reports/${id}/texts`, { section, text })
  await write(
    `result:${results['P1.1']}`,
    'Les équipes ont visité les sites prévus ; une visite a été remise au trimestre suivant à cause des pluies.',
  )
  await write(`result:${results['P2.1']}`, 'Les formations ont réuni creuseurs et agents de trois territoires.')
  if (until === 'draft') return
  await write('activities', 'Les activités suivent leur calendrier.')
  await write('risks', 'L’accès à deux sites dépend du bac, hors service une semaine sur quatre.')
  await write('lessons', 'Les visites annoncées au comité local sont mieux reçues.')
  await write('visibility', 'Le nom du bailleur figure sur les supports de formation.')
  for (const [code, indicator] of Object.entries(indicators))
    await write(`variance:${indicator}`, `L’indicateur ${code} dépend de la saison ; le retard se rattrape en saison sèche.`)
  for (const result of Object.values(results))
    await write(`result:${result}`, 'Les travaux prévus pour ce résultat ont avancé ; les chiffres ci-dessous le montrent.')
  const answer = await stage.as('manager').get(`/api/donor-reports/${id}`)
  const gaps =
    typeof answer.body === 'object' && answer.body !== null && 'gaps' in answer.body && Array.isArray(answer.body.gaps)
      ? answer.body.gaps.length
      : 0
  subjectOf(await stage.as('manager').post(`/api/donor-reports/${id}/freezings`, { gapsSeen: gaps }))
}

export const projectScenes = (stage: Stage, site: () => string) => [
  { on: -420, play: (day: string) => openProject(stage, day) },
  { on: -150, play: (day: string) => lockFirstQuarters(stage, day) },
  { on: -100, play: () => tellTooLate(stage, site()) },
  { on: -20, play: (day: string) => fillNewestQuarters(stage, { day, lockedBefore: addDays(day, -130) }) },
  // Told of after its quarter was locked, and in no value yet: it stands in data quality.
  { on: -10, play: (day: string) => visitSite(stage, { site: site(), day: addDays(day, -220), seen: { workers: 30 } }) },
]
