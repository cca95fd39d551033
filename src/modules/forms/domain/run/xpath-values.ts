/*
What an expression of a form can be worth, and how one kind of value is read as another. As in XPath 1.0, with two habits of the
field's forms: a day counts as its number of days where a number is asked, and what is not relevant is empty.
*/
import { dayNumber, isCalendarDate } from '../../../../kernel/calendar.ts'
import type { TreeNode } from './tree.ts'

export type Value = string | number | boolean | readonly TreeNode[]

/** What the form may ask of the world around it; arrives from outside, so that the same answers always give the same form. */
export interface Around {
  readonly document: TreeNode
  readonly instances: ReadonlyMap<string, TreeNode>
  readonly today: string
  /** With its offset: `2026-03-02T10:15:00.000+02:00`. */
  readonly now: string
  /** The words of a choice, for `jr:choice-name`. */
  readonly choiceName: (value: string, path: string, node: TreeNode) => string
  readonly text: (id: string, node: TreeNode) => string
}
export interface Scope {
  readonly around: Around
  readonly node: TreeNode
  /** The node whose expression this is, however deep a predicate goes. */
  readonly current: TreeNode
  readonly position: number
  readonly size: number
}
export const scopeAt = (around: Around, node: TreeNode): Scope => ({ around, node, current: node, position: 1, size: 1 })

export const isNodes = (value: Value): value is readonly TreeNode[] => typeof value === 'object'
export const wordOf = (node: TreeNode): string =>
  !node.relevant ? '' : node.children.length === 0 ? node.value : node.children.map(wordOf).join('')

export function asText(value: Value): string {
  if (isNodes(value)) return value[0] ? wordOf(value[0]) : ''
  if (typeof value === 'number') return Number.isNaN(value) ? 'NaN' : String(value)
  return String(value)
}
export function asNumber(value: Value): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  return numberIn(asText(value))
}
export const asTruth = (value: Value): boolean =>
  isNodes(value)
    ? value.length > 0
    : typeof value === 'number'
      ? value !== 0 && !Number.isNaN(value)
      : typeof value === 'boolean'
        ? value
        : value !== ''

const moment = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(Z|[+-]\d{2}:?\d{2})?)?$/
/** A number, or a day or an instant as days since 1970; everything else is not a number. */
function numberIn(text: string): number {
  const trimmed = text.trim()
  if (trimmed === '') return Number.NaN
  const found = moment.exec(trimmed)
  const day = found?.[1]
  if (!found || day === undefined || !isCalendarDate(day)) return /^-?(\d+(\.\d*)?|\.\d+)$/.test(trimmed) ? Number(trimmed) : Number.NaN
  const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0) + Number(found[4] ?? 0) / 60
  return dayNumber(day) + (minutes - offsetMinutes(found[5])) / 1440
}
function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
