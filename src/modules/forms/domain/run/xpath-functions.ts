/*
The functions that forms may call: those of XPath 1.0 and of the ODK XForms specification that a questionnaire on a site needs. An
unknown name is a problem of the form, told when it is opened and not in the middle of a visit.
*/
import { dateFromDayNumber } from '../../../../kernel/calendar.ts'
import { FormProblem, type TreeNode } from './tree.ts'
import { type Scope, type Value, asNumber, asText, asTruth, isNodes, wordOf } from './xpath-values.ts'

/** Inputs are asked only when they are needed: `if` must not run the branch that is not taken. */
type Run = (inputs: readonly (() => Value)[], scope: Scope) => Value

/** A function whose inputs are all worth asking before it runs. */
const plain =
  (make: (values: readonly Value[], scope: Scope) => Value): Run =>
  (inputs, scope) =>
    make(
      inputs.map((one) => one()),
      scope,
    )
const onTexts = (make: (texts: readonly string[]) => Value): Run => plain((values) => make(values.map(asText)))
const onNumbers = (make: (...numbers: readonly number[]) => number): Run => plain((values) => make(...values.map(asNumber)))
const onText = (make: (text: string) => Value): Run =>
  plain((values, scope) => make(values[0] === undefined ? wordOf(scope.node) : asText(values[0])))

const at = (texts: readonly string[], place: number): string => texts[place] ?? ''
const listOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean)
const answered = (nodes: readonly TreeNode[]): readonly TreeNode[] => nodes.filter((node) => wordOf(node) !== '')
const spread = (values: readonly Value[]): readonly Value[] =>
  values.flatMap((value): readonly Value[] => (isNodes(value) ? answered(value).map(wordOf) : value === '' ? [] : [value]))
const nodesIn = (value: Value | undefined): readonly TreeNode[] => (value !== undefined && isNodes(value) ? value : [])
/** Whole parts of XPath's rounding: half goes up. */
const rounded = (value: number, digits: number): number => Math.floor(value * 10 ** digits + 0.5) / 10 ** digits

function pieceOf(text: string, start: number, length: number): string {
  const from = Math.round(start)
  const to = Number.isNaN(length) ? Number.POSITIVE_INFINITY : from + Math.round(length)
  return [...text].filter((_, place) => place + 1 >= from && place + 1 < to).join('')
}

/** `%Y-%m-%d` and its kin. Names of months are left to the reader's own language: they are written as numbers. */
function formatted(text: string, format: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? ''
  const clock = /T(\d{2}):(\d{2})(?::(\d{2}))?/.exec(text)
  if (day === '' && !clock) return ''
  const parts: { readonly [letter: string]: string } = {
    Y: day.slice(0, 4),
    y: day.slice(2, 4),
    m: day.slice(5, 7),
    n: String(Number(day.slice(5, 7))),
    b: day.slice(5, 7),
    d: day.slice(8, 10),
    e: String(Number(day.slice(8, 10))),
    H: clock?.[1] ?? '00',
    h: String(Number(clock?.[1] ?? 0)),
    M: clock?.[2] ?? '00',
    S: clock?.[3] ?? '00',
    3: '000',
  }
  return format.replace(/%(.)/g, (whole, letter: string) => parts[letter] ?? whole)
}
function dayIn(value: Value): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : dateFromDayNumber(Math.floor(value))
  const text = asText(value)
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? (/^-?\d+$/.test(text) ? dateFromDayNumber(Number(text)) : '')
}

const logic: { readonly [name: string]: Run } = {
  if: ([test, then, otherwise]) => (test && asTruth(test()) ? then : otherwise)?.() ?? '',
  coalesce: onTexts((texts) => texts.find((text) => text !== '') ?? ''),
  once: ([first], scope) => (scope.current.value === '' && first ? first() : scope.current.value),
  not: plain(([value]) => !asTruth(value ?? '')),
  true: () => true,
  false: () => false,
  boolean: plain(([value]) => asTruth(value ?? '')),
  'boolean-from-string': onTexts((texts) => ['true', '1'].includes(at(texts, 0))),
  selected: onTexts((texts) => listOf(at(texts, 0)).includes(at(texts, 1).trim())),
  'selected-at': plain(([list, place]) => listOf(asText(list ?? ''))[asNumber(place ?? 0)] ?? ''),
  'count-selected': onTexts((texts) => listOf(at(texts, 0)).length),
  regex: onTexts((texts) => new RegExp(`^(?:${at(texts, 1)})$`).test(at(texts, 0))),
}
const texts: { readonly [name: string]: Run } = {
  string: onText((text) => text),
  concat: plain((values) => values.flatMap((value) => (isNodes(value) ? value.map(wordOf) : [asText(value)])).join('')),
  join: plain(([mark, ...values]) =>
    spread(values)
      .map(asText)
      .join(asText(mark ?? '')),
  ),
  'string-length': onText((text) => [...text].length),
  'normalize-space': onText((text) => listOf(text).join(' ')),
  contains: onTexts((list) => at(list, 0).includes(at(list, 1))),
  'starts-with': onTexts((list) => at(list, 0).startsWith(at(list, 1))),
  'ends-with': onTexts((list) => at(list, 0).endsWith(at(list, 1))),
  'substring-before': onTexts((list) => (at(list, 0).includes(at(list, 1)) ? at(list, 0).slice(0, at(list, 0).indexOf(at(list, 1))) : '')),
  'substring-after': onTexts((list) =>
    at(list, 0).includes(at(list, 1)) ? at(list, 0).slice(at(list, 0).indexOf(at(list, 1)) + at(list, 1).length) : '',
  ),
  substring: plain(([text, start, length]) =>
    pieceOf(asText(text ?? ''), asNumber(start ?? 1), length === undefined ? Number.NaN : asNumber(length)),
  ),
  substr: plain(([text, start, end]) => asText(text ?? '').slice(asNumber(start ?? 0), end === undefined ? undefined : asNumber(end))),
  translate: onTexts((list) =>
    [...at(list, 0)]
      .map((letter) => {
        const place = [...at(list, 1)].indexOf(letter)
        return place < 0 ? letter : ([...at(list, 2)][place] ?? '')
      })
      .join(''),
  ),
}
const numbers: { readonly [name: string]: Run } = {
  number: plain(([value], scope) => asNumber(value ?? wordOf(scope.node))),
  int: onNumbers((value = Number.NaN) => Math.trunc(value)),
  round: onNumbers((value = Number.NaN, digits = 0) => rounded(value, digits)),
  floor: onNumbers((value = Number.NaN) => Math.floor(value)),
  ceiling: onNumbers((value = Number.NaN) => Math.ceil(value)),
  abs: onNumbers((value = Number.NaN) => Math.abs(value)),
  pow: onNumbers((base = Number.NaN, power = 1) => base ** power),
  sum: plain((values) => nodesIn(values[0]).reduce((total, node) => total + asNumber(wordOf(node)), 0)),
  max: plain((values) => largest(values, 1)),
  min: plain((values) => largest(values, -1)),
  count: plain(([value]) => nodesIn(value).length),
  'count-non-empty': plain(([value]) => answered(nodesIn(value)).length),
}
/** The largest, or the smallest with `sign` -1; not a number where nothing was answered. */
function largest(values: readonly Value[], sign: 1 | -1): number {
  const list = spread(values).map(asNumber)
  return list.length === 0 ? Number.NaN : sign * Math.max(...list.map((one) => sign * one))
}
const days: { readonly [name: string]: Run } = {
  today: (_, { around }) => around.today,
  now: (_, { around }) => around.now,
  date: plain(([value]) => dayIn(value ?? '')),
  'date-time': plain(([value]) => asText(value ?? '')),
  'decimal-date-time': plain(([value]) => asNumber(value ?? '')),
  'format-date': onTexts((list) => formatted(at(list, 0), at(list, 1))),
  'format-date-time': onTexts((list) => formatted(at(list, 0), at(list, 1))),
}
const places: { readonly [name: string]: Run } = {
  current: (_, { current }) => [current],
  position: plain(([value], scope) => (value === undefined ? scope.position : placeAmongLike(nodesIn(value)[0]))),
  last: (_, { size }) => size,
  instance: plain(([name], { around }) => {
    const found = around.instances.get(asText(name ?? ''))
    return found ? [found] : []
  }),
  'indexed-repeat': plain(([value, repeat, place]) => {
    const chosen = nodesIn(repeat)[asNumber(place ?? 1) - 1]
    return nodesIn(value).filter((node) => isInside(node, chosen))
  }),
  'jr:choice-name': plain(([value, path], { around, node }) => around.choiceName(asText(value ?? ''), asText(path ?? ''), node)),
  'jr:itext': plain(([id], { around, node }) => around.text(asText(id ?? ''), node)),
}
const isInside = (node: TreeNode | null, other: TreeNode | undefined): boolean =>
  node !== null && other !== undefined && (node === other || isInside(node.parent, other))
function placeAmongLike(node: TreeNode | undefined): number {
  const like = (node?.parent?.children ?? []).filter((one) => one.name === node?.name)
  return node === undefined ? Number.NaN : like.indexOf(node) + 1
}

const known: { readonly [name: string]: Run } = { ...logic, ...texts, ...numbers, ...days, ...places }

export function functionNamed(name: string): Run {
  const found = Object.hasOwn(known, name) ? known[name] : undefined
  if (found === undefined) throw new FormProblem(`${name}()`)
  return found
}
