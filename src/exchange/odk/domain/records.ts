/*
One submission, whichever way it came: out of Kobo, out of Central, out of a spreadsheet, or as the XML that a telephone sent. Two files
that tell of the same submission give the same record, so that whoever imports both gets one observation.
What a question's answer is follows from the form that asked it; the form that an export speaks of is never guessed from its values.
*/

/** Unknown altitude and accuracy are null; an altitude of 0 was measured at the sea. */
export interface Point {
  readonly lat: number
  readonly lon: number
  readonly alt: number | null
  readonly acc: number | null
}
export type Value = string | number | readonly string[] | Point | readonly Point[] | readonly Values[] | null
/** By path from the root, or from the repeat that holds them; a repeat holds its rows. An answer not given is null. */
export interface Values {
  readonly [path: string]: Value
}

/** What only a server knows of a submission. `first` is the id it had before it was edited, `replaces` the one before this. */
export interface ServerPart {
  readonly submittedAt: string | null
  readonly review: Review | null
  readonly first?: string
  readonly replaces?: string
}
export const reviews = ['approved', 'rejected', 'hasIssues', 'edited'] as const
export type Review = (typeof reviews)[number]

export interface SubmissionRecord {
  readonly instanceID: string
  readonly form: { readonly id: string; readonly version: string }
  readonly values: Values
  /** Absent where no server said anything: in the bare XML. */
  readonly server?: ServerPart
  /** In the bare XML an edit names what it replaces. */
  readonly replaces?: string
}

export type AnswerType = 'text' | 'whole' | 'decimal' | 'choices' | 'point' | 'points' | 'calculated' | 'file' | 'note'
export interface AskedQuestion {
  readonly kind: 'question'
  readonly name: string
  /** From the root of the form, with the names of repeats in it. */
  readonly path: string
  readonly type: AnswerType
}
export interface AskedGroup {
  readonly kind: 'group' | 'repeat'
  readonly name: string
  readonly path: string
  readonly parts: readonly AskedPart[]
}
export type AskedPart = AskedQuestion | AskedGroup
export interface AskedForm {
  readonly id: string
  readonly version: string
  /** The name of the element that holds the answers. */
  readonly root: string
  readonly parts: readonly AskedPart[]
}

export interface ReadProblem {
  readonly question: string
  /** A fragment in kebab-case with a sentence in the words: `answer-not-a-number`. */
  readonly code: string
  readonly found: string
}
/** What a file said of one level of a submission; asked question by question, so that what nobody asked for remains and can be told. */
export interface Said {
  readonly answer: (question: AskedQuestion) => unknown
  /** Null where the file does not hold the rows although it says that there are some. */
  readonly rows: (repeat: AskedGroup) => readonly Said[] | null
  /** What the form did not ask for; looked at last. */
  readonly strangers: () => readonly Stranger[]
}
export interface Stranger {
  readonly question: string
  readonly found: string
}
export interface ReadValues {
  readonly values: Values
  readonly problems: readonly ReadProblem[]
  readonly strangers: readonly Stranger[]
}

export function readValues(parts: readonly AskedPart[], said: Said): ReadValues {
  const values: { [path: string]: Value } = {}
  const problems: ReadProblem[] = []
  const strangers: Stranger[] = []
  const takeAnswer = (question: AskedQuestion, own: string): void => {
    const raw = said.answer(question)
    const found = readAnswer(question.type, raw)
    if (found === undefined) problems.push({ question: question.path, code: problemOf[question.type], found: shown(raw) })
    else if (question.type !== 'note') values[own] = found
    // A note asks nothing; who answered one all the same is told.
    else if (!isEmpty(raw)) strangers.push({ question: question.path, found: shown(raw) })
  }
  const walk = (asked: readonly AskedPart[], prefix: string): void => {
    for (const part of asked) {
      const own = `${prefix}${part.name}`
      if (part.kind === 'question') takeAnswer(part, own)
      else if (part.kind === 'group') walk(part.parts, `${own}/`)
      else values[own] = rowsOf(part, said, { problems, strangers })
    }
  }
  walk(parts, '')
  strangers.push(...said.strangers())
  return { values, problems, strangers }
}

function rowsOf(
  repeat: AskedGroup,
  said: Said,
  { problems, strangers }: { readonly problems: ReadProblem[]; readonly strangers: Stranger[] },
): readonly Values[] {
  const rows = said.rows(repeat)
  if (rows === null) problems.push({ question: repeat.path, code: 'rows-not-in-file', found: '' })
  const read = (rows ?? []).map((row) => readValues(repeat.parts, row))
  for (const [at, one] of read.entries()) {
    const numbered = (question: string): string => question.replace(repeat.path, `${repeat.path}[${at + 1}]`)
    problems.push(...one.problems.map((problem) => ({ ...problem, question: numbered(problem.question) })))
    strangers.push(...one.strangers.map((stranger) => ({ ...stranger, question: numbered(stranger.question) })))
  }
  // A row in which nothing was answered is not told by every export.
  return read.map((one) => one.values).filter((row) => Object.values(row).some((value) => !isNothing(value)))
}
const isNothing = (value: Value): boolean => value === null || (Array.isArray(value) && value.length === 0)
const isEmpty = (raw: unknown): boolean => raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '')
const shown = (raw: unknown): string => (typeof raw === 'string' ? raw : JSON.stringify(raw ?? null)).slice(0, 80)

const problemOf: { readonly [type in AnswerType]: string } = {
  text: 'answer-not-text',
  whole: 'answer-not-a-whole-number',
  decimal: 'answer-not-a-number',
  choices: 'answer-not-choices',
  point: 'answer-not-a-position',
  points: 'answer-not-a-line',
  calculated: 'answer-not-text',
  file: 'answer-not-text',
  note: 'answer-not-text',
}

/** The answer as its question means it; undefined where it cannot be one. Text and typed JSON mean the same. */
export function readAnswer(type: AnswerType, raw: unknown): Value | undefined {
  if (isEmpty(raw)) return null
  if (type === 'choices') return readChoices(raw)
  if (type === 'point') return readPoint(raw)
  if (type === 'points') return readPoints(raw)
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') return undefined
  const text = String(raw)
  if (type === 'whole') return /^\s*[+-]?\d+(\.0*)?\s*$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined
  if (type === 'decimal') return readNumber(text)
  if (type === 'calculated') return exactNumber(text) ?? text
  return text
}

const readNumber = (text: string): number | undefined =>
  /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined
/** A calculation has no type, and its text is all that any export keeps: what a number would be written as is one. `0117` stays a code. */
function exactNumber(text: string): number | undefined {
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) || text === '-0') return undefined
  const number = Number(text)
  const plain = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return String(number) === plain ? number : undefined
}
function readChoices(raw: unknown): readonly string[] | undefined {
  if (Array.isArray(raw)) return raw.every((one) => typeof one === 'string') ? raw : undefined
  return typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim().split(/\s+/) : undefined
}

const isObject = (raw: unknown): raw is { readonly [name: string]: unknown } =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)
function readPoint(raw: unknown): Point | undefined {
  if (isObject(raw)) {
    const { type, coordinates, properties } = raw
    const accuracy = isObject(properties) ? properties['accuracy'] : null
    return type === 'Point' ? pointOf(coordinates, accuracy) : undefined
  }
  if (typeof raw !== 'string') return undefined
  const wkt = /^\s*POINT\s*Z?\s*\(([^)]*)\)\s*$/i.exec(raw)
  if (wkt) return pointOf(numbersIn(wkt[1] ?? ''), null)
  const [lat, lon, alt, acc] = numbersIn(raw)
  return pointOf(alt === undefined ? [lon, lat] : [lon, lat, alt], acc ?? null)
}
const numbersIn = (text: string): readonly number[] => text.trim().split(/\s+/).map(Number)
/** Of a GeoJSON position: longitude first. */
function pointOf(coordinates: unknown, accuracy: unknown): Point | undefined {
  if (!Array.isArray(coordinates) || coordinates.length < 2 || coordinates.length > 3) return undefined
  const [lon, lat, alt]: readonly unknown[] = coordinates
  const [height, within] = [numberOrNull(alt), numberOrNull(accuracy)]
  if (typeof lat !== 'number' || typeof lon !== 'number' || height === undefined || within === undefined) return undefined
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon, alt: height, acc: within } : undefined
}
function numberOrNull(raw: unknown): number | null | undefined {
  if (raw === null || raw === undefined) return null
  return typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined
}
function readPoints(raw: unknown): readonly Point[] | undefined {
  if (typeof raw === 'string') {
    const points = raw
      .split(';')
      .filter((one) => one.trim() !== '')
      .map((one) => readPoint(one))
    return allOf(points)
  }
  if (!isObject(raw)) return undefined
  const line: unknown = raw['type'] === 'Polygon' && Array.isArray(raw['coordinates']) ? raw['coordinates'][0] : raw['coordinates']
  return Array.isArray(line) ? allOf(line.map((one: unknown) => pointOf(one, null))) : undefined
}
function allOf(points: readonly (Point | undefined)[]): readonly Point[] | undefined {
  const known = points.filter((point) => point !== undefined)
  return known.length === points.length ? known : undefined
}

/** The id as OpenRosa writes it. */
export const instanceIdOf = (raw: unknown): string | null => {
  if (typeof raw !== 'string' || raw.trim() === '') return null
  const text = raw.trim()
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text) ? `uuid:${text}` : text
}
/** Servers write their own time; without zone it is UTC. Null where it is no time. */
export function instantOf(raw: unknown): string | null {
  if (typeof raw !== 'string') return null
  const [, day, clock = '00:00:00', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(raw.trim()) ?? []
  if (day === undefined) return null
  const at = Date.parse(`${day}T${clock}${/^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
