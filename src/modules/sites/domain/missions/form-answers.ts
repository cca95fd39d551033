/*
From the answers of a form to what this module knows: findings by criterion, what was seen at the site, what it produces. A question
speaks by its name alone, wherever it stands in the form, so that an officer may reorder a form or add questions without a
programmer. Whatever has no name here is kept as an answer and means nothing more. Refuses to guess: a word that the criterion's list
does not hold is named as unread, and what was not asked stays absent.
*/
import { type Infer, parse } from '../../../../kernel/schema.ts'
import type { DocumentRef } from '../../../documents/contract.ts'
import type { FormValue } from '../../../forms/contract.ts'
import { LocatedPosition } from '../../../places/contract.ts'
import { type ActivityStatus, type ArmedPresence, Mineral } from '../../contract-observations.ts'
import { armedIn, doesInterfere } from './armed-answers.ts'
import { criteria } from './criteria.ts'
import { Answer, type CriterionFinding } from './inspection-words.ts'
import type { SaidOfSite } from './said-of-site.ts'

export interface AnsweredFile {
  readonly name: string
  readonly file: Infer<typeof DocumentRef>
}
export interface ReadAnswers {
  readonly findings: CriterionFinding[]
  readonly said: SaidOfSite
  /** Names of questions whose word the list does not hold; the value itself is kept with the answers. */
  readonly unread: string[]
}

/** The name of the question at the end of a path: `security[2]/R1` is R1. */
export const questionName = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\[\d+\]$/, '')

const questionOf = (criterion: string): string => criterion.replaceAll('-', '_')

export function readAnswers(values: readonly FormValue[], files: readonly AnsweredFile[]): ReadAnswers {
  const given = new Map(values.map(({ path, value }) => [questionName(path), value.trim()]))
  const asked = criteria.filter((one) => given.has(questionOf(one.id)))
  const findings = asked.flatMap((one) => findingOf(one.id, { given, values, files }))
  const unread = asked.map((one) => one.id).filter((id) => !findings.some((finding) => finding.criterion === id))
  return { findings, said: saidOf(given, findings, armedIn(values)), unread: unread.map(questionOf) }
}

interface Given {
  readonly given: ReadonlyMap<string, string>
  readonly values: readonly FormValue[]
  readonly files: readonly AnsweredFile[]
}
const isAnswerWord = (word: string): word is Infer<typeof Answer> => parse(Answer, word).ok

function findingOf(criterion: string, { given, values, files }: Given): readonly CriterionFinding[] {
  const question = questionOf(criterion)
  const answer = given.get(question) ?? ''
  if (!isAnswerWord(answer)) return []
  const all = (name: string): readonly string[] => values.filter((one) => questionName(one.path) === name).map((one) => one.value.trim())
  const narrative = given.get(`${question}_why`)?.slice(0, 4000)
  const sources = all(`${question}_sources`).flatMap((text) => text.split(/[\n;]/))
  const sourcesConsulted = sources
    .map((text) => text.trim().slice(0, 200))
    .filter((text) => text !== '')
    .slice(0, 20)
  const photos = all(`${question}_photo`)
    .filter((name) => name !== '')
    .map((name) => {
      const file = files.find((one) => one.name === name)
      return { reference: name.slice(0, 300), kind: 'photo' as const, ...(file ? { sha256: file.file.sha256 } : {}) }
    })
  const papers = all(`${question}_evidence`).filter((text) => text !== '')
  const evidence = [...photos, ...papers.map((text) => ({ reference: text.slice(0, 300), kind: 'document' as const }))].slice(0, 40)
  return [
    {
      criterion,
      answer,
      ...(narrative ? { narrative } : {}),
      ...(evidence.length > 0 ? { evidence } : {}),
      ...(sourcesConsulted.length > 0 ? { sourcesConsulted } : {}),
    },
  ]
}

const activities: { readonly [word: string]: ActivityStatus } = {
  active: 'active',
  non_active: 'non-active',
  'non-active': 'non-active',
  abandoned: 'abandoned',
}
const minerals = [
  ['au', 'Au'],
  ['sn', 'Sn'],
  ['ta', 'Ta'],
  ['w', 'W'],
] as const

function saidOf(given: ReadonlyMap<string, string>, findings: readonly CriterionFinding[], armed: ArmedPresence[]): SaidOfSite {
  const whole = (name: string): number | undefined => countIn(given.get(name))
  const amount = (name: string): number | undefined => numberIn(given.get(name))
  const under15 = whole('children_under15')
  const [men, women] = [whole('workers_men'), whole('workers_women')]
  const armedPresence = yesNoIn(given.get('armed_presence'))
  // What an actor was seen to do counts before the answers to the criteria.
  const armedInterference = doesInterfere(armed) ? true : interferenceIn(findings)
  const mercury = yesNoIn(given.get('mercury'))
  const seen = wordsIn(given.get('minerals')).flatMap((word) => {
    const mineral = parse(Mineral, word)
    return mineral.ok ? [{ mineral: mineral.value }] : []
  })
  const services = wordsIn(given.get('services'))
  const observed = plain({
    workers: men === undefined && women === undefined ? undefined : (men ?? 0) + (women ?? 0),
    minerals: seen.length > 0 ? seen : undefined,
    services: services.length > 0 ? services.slice(0, 20) : undefined,
    ...{ armedPresence, armedInterference, mercury },
    armed: armed.length > 0 ? armed : undefined,
    childrenUnder15: under15 === undefined ? undefined : under15 > 0,
    women: women === undefined ? undefined : women > 0,
    accessDry: shortIn(given.get('access_dry')),
    accessWet: shortIn(given.get('access_wet')),
    traceabilityScheme: shortIn(given.get('traceability_scheme')),
  })
  const production = minerals.flatMap(([word, mineral]) => {
    const kilogramsPerDay = amount(`production_kg_day_${word}`)
    return kilogramsPerDay === undefined ? [] : [{ mineral, kilogramsPerDay }]
  })
  const rest = plain({
    position: positionIn(given.get('position')),
    activity: activities[given.get('activity') ?? ''],
    ...{ workersMen: men, workersWomen: women, childrenUnder15: under15 },
    children15To18: whole('children_15to18'),
    pits: whole('pits'),
    pitDepthMetres: amount('pit_depth_m'),
    production: production.length > 0 ? production : undefined,
    hoursOnFoot: amount('hours_on_foot'),
    reached: yesNoIn(given.get('on_site')),
    notReachedReason: given.get('no_visit_reason')?.slice(0, 400) || undefined,
  })
  const { armedInterference: _judged, ...told } = observed
  return { observed, ...rest, basis: Object.keys(told).length + Object.keys(rest).length > 0 ? 'said' : 'nothing' }
}

/** R1 and Y1 together are the question of armed interference: one violated is a yes, both met a no, anything else not asked (D). */
function interferenceIn(findings: readonly CriterionFinding[]): boolean | undefined {
  const answers = ['R1', 'Y1'].map((id) => findings.find((one) => one.criterion === id)?.answer)
  if (answers.includes('violated')) return true
  return answers.every((one) => one === 'met') ? false : undefined
}

type Filled<Shape> = { -readonly [Key in keyof Shape]?: Exclude<Shape[Key], undefined> }
/** Without the fields that were not asked. */
function plain<Shape extends object>(shape: Shape): Filled<Shape> {
  const filled: Filled<Shape> = {}
  for (const key in shape) {
    const value = shape[key]
    if (isGiven(value)) filled[key] = value
  }
  return filled
}
const isGiven = <Value>(value: Value): value is Exclude<Value, undefined> => value !== undefined

const wordsIn = (value: string | undefined): readonly string[] => (value ?? '').split(/\s+/).filter((word) => word !== '')
const shortIn = (value: string | undefined): string | undefined => (value === undefined || value === '' ? undefined : value.slice(0, 120))
const yesNoIn = (value: string | undefined): boolean | undefined => (value === 'yes' ? true : value === 'no' ? false : undefined)

function numberIn(value: string | undefined): number | undefined {
  const number = value === undefined || value === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) && number >= 0 ? number : undefined
}
function countIn(value: string | undefined): number | undefined {
  const number = numberIn(value)
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined
}
/** A geopoint: latitude, longitude, altitude and accuracy, separated by spaces. */
function positionIn(value: string | undefined): SaidOfSite['position'] {
  const [latitude, longitude] = wordsIn(value).map(Number)
  const read = parse(LocatedPosition, { at: { latitude, longitude }, origin: 'gps' })
  return read.ok ? read.value : undefined
}
