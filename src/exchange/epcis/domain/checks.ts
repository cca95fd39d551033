/*
Small checks out of which the shapes of EPCIS are put together (`event-shapes.ts`). A check adds what is wrong to a list, with the place
as a JSON pointer, and goes on: a sender who mends a document wants to see all of it at once.
*/
import { identifierProblem } from './identifiers.ts'
import { type Json, type JsonObject, isList, isObject, isText } from './json.ts'
import { millisecondsOf } from './times.ts'

export interface Found {
  readonly path: string
  readonly reason: string
  readonly detail: string
}
export type Check = (value: Json, path: string, found: Found[]) => void

export const at = (path: string, step: string | number): string => `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`
export const shown = (value: Json): string => (isText(value) ? value : JSON.stringify(value)).slice(0, 200)
const wrong = (found: Found[], path: string, ...[reason, detail]: readonly [reason: string, detail: string]): void =>
  void found.push({ path, reason, detail })

const sign = "[A-Za-z0-9\\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2}"
const inPath = `(?:${sign}|[:@])`
const uriShape = new RegExp(
  `^[A-Za-z][A-Za-z0-9+.-]*:(?://(?:(?:${sign}|:)*@)?(?:${sign})*(?::\\d*)?(?:/${inPath}*)*|/?${inPath}+(?:/${inPath}*)*)` +
    `(?:\\?(?:${inPath}|[/?])*)?(?:#(?:${inPath}|[/?])*)?$`,
)
const LONGEST_URI = 4_000
export const isUri = (text: string): boolean => text.length <= LONGEST_URI && uriShape.test(text)

export const text: Check = (value, path, found) => {
  if (!isText(value)) wrong(found, path, 'not-text', shown(value))
}
export const uri: Check = (value, path, found) => {
  if (!isText(value) || !isUri(value)) wrong(found, path, 'not-a-uri', shown(value))
}
/** A URI that names a thing: what looks like a GS1 identifier must be one. */
export const thing: Check = (value, path, found) => {
  if (!isText(value) || !isUri(value)) return wrong(found, path, 'not-a-uri', shown(value))
  const problem = identifierProblem(value)
  if (problem !== null) wrong(found, path, problem, shown(value))
}
export const time: Check = (value, path, found) => {
  if (!isText(value) || millisecondsOf(value) === null) wrong(found, path, 'not-a-time', shown(value))
}
export const number: Check = (value, path, found) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) wrong(found, path, 'not-a-number', shown(value))
}
export const yesOrNo: Check = (value, path, found) => {
  if (typeof value !== 'boolean') wrong(found, path, 'not-yes-or-no', shown(value))
}
export const matching =
  (shape: RegExp, reason: string): Check =>
  (value, path, found) => {
    if (!isText(value) || !shape.test(value)) wrong(found, path, reason, shown(value))
  }
export const oneOf =
  (...words: readonly string[]): Check =>
  (value, path, found) => {
    if (!isText(value) || !words.includes(value)) wrong(found, path, 'not-in-the-list', shown(value))
  }
/** A word of a vocabulary, or anybody's own URI; not another spelling of GS1's words, which would be a second name for one thing. */
export const wordOrUri =
  (words: readonly string[], notLike: RegExp): Check =>
  (value, path, found) => {
    if (isText(value) && words.includes(value)) return
    if (!isText(value) || !isUri(value) || notLike.test(value)) wrong(found, path, 'not-in-the-list', shown(value))
  }

export const list =
  (item: Check, { least = 0, unique = false } = {}): Check =>
  (value, path, found) => {
    if (!isList(value)) return wrong(found, path, 'not-a-list', shown(value))
    if (value.length < least) wrong(found, path, 'too-few', String(value.length))
    value.forEach((part, index) => item(part, at(path, index), found))
    if (!unique) return
    const seen = new Set<string>()
    value.forEach((part, index) => {
      const key = JSON.stringify(part)
      if (seen.has(key)) wrong(found, at(path, index), 'repeated', shown(part))
      seen.add(key)
    })
  }
export const either =
  (first: Check, second: Check): Check =>
  (value, path, found) => {
    const [ofFirst, ofSecond]: [Found[], Found[]] = [[], []]
    first(value, path, ofFirst)
    if (ofFirst.length === 0) return
    second(value, path, ofSecond)
    if (ofSecond.length > 0) found.push(...(isList(value) ? ofFirst : ofSecond))
  }

export interface Fields {
  readonly [name: string]: Check
}
export interface FieldRules {
  readonly required?: readonly string[]
  /** What other names may stand there: extensions are named by a URI or a compact one. */
  readonly others: 'extensions' | 'none' | 'anything'
}
export function fields(known: Fields, { required = [], others }: FieldRules): Check {
  const checks = new Map(Object.entries(known))
  return (value, path, found) => {
    if (!isObject(value)) return wrong(found, path, 'not-an-object', shown(value))
    for (const name of required) if (!Object.hasOwn(value, name)) wrong(found, at(path, name), 'missing-field', name)
    for (const [name, part] of Object.entries(value)) {
      const check = checks.get(name)
      if (check) check(part, at(path, name), found)
      else if (others === 'none' || (others === 'extensions' && !isUri(name)))
        wrong(found, at(path, name), 'unknown-field', name.slice(0, 200))
    }
  }
}
export const all =
  (...checks: readonly Check[]): Check =>
  (value, path, found) => {
    for (const check of checks) check(value, path, found)
  }
/** A rule about the whole object, asked only when it is one. */
export const rule =
  (holds: (value: JsonObject) => boolean, reason: string, detail: string): Check =>
  (value, path, found) => {
    if (isObject(value) && !holds(value)) wrong(found, path, reason, detail)
  }

/** Deeper than this nothing of ours goes, and a hostile document might. */
const DEEPEST = 64
export function tooDeep(value: Json, left = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (left === 0) return true
  return (isList(value) ? value : Object.values(value)).some((part) => tooDeep(part, left - 1))
}
