/*
Two entries of one sheet of paper, compared cell by cell, and the sums on the paper checked to the gram. What two persons read alike is what stands on
the paper; that the paper itself does not add up is a finding about figures and no mistake of typing.
*/
import type { Finding } from '../../contract.ts'
import type { CellDifference, SheetContent, SheetLine, SheetState } from '../../contract-sheets.ts'
import { normaliseTag } from '../tags/tag.ts'

type Cell = string | number | null | undefined
const HEAD = ['day', 'mineral', 'holder', 'carriedGrams', 'totalGrams', 'outTag', 'outGrams'] as const
const LINE = ['tag', 'massGrams', 'pit', 'team', 'grossGrams'] as const

/** A remark is for people and is not compared. Blanks and small letters are no difference. */
export function compareEntries(first: SheetContent, second: SheetContent): readonly CellDifference[] {
  const found: CellDifference[] = []
  const look = (line: number | null, field: string, [one, other]: readonly [Cell, Cell]): void => {
    const [a, b] = [shown(one), shown(other)]
    if (a !== b) found.push({ line, field, first: a, second: b })
  }
  for (const field of HEAD) look(null, field, [first[field], second[field]])
  const numbers = [...new Set([...first.lines, ...second.lines].map((one) => one.line))].toSorted((a, b) => a - b)
  for (const line of numbers) {
    const [one, other] = [lineAt(first, line), lineAt(second, line)]
    for (const field of LINE) look(line, field, [one?.[field], other?.[field]])
  }
  return found
}
const lineAt = ({ lines }: SheetContent, line: number): SheetLine | undefined => lines.find((one) => one.line === line)
const shown = (cell: Cell): string | null => {
  if (cell === null || cell === undefined) return null
  const text = typeof cell === 'string' ? normaliseTag(cell) : String(cell)
  return text === '' ? null : text
}

export function sheetState(draft: {
  readonly first: SheetContent | null
  readonly second: SheetContent | null
  readonly posted: boolean
}): SheetState {
  const { first, second, posted } = draft
  if (posted) return 'posted'
  if (first === null && second === null) return 'draft'
  if (first === null || second === null) return 'entered-once'
  return compareEntries(first, second).length === 0 ? 'agreed' : 'entered-twice'
}

export const sumOfLines = ({ lines }: Pick<SheetContent, 'lines'>): number => lines.reduce((sum, one) => sum + one.massGrams, 0)

/** S02: the foot of the page is not its head and its lines; S03: its head is not the foot of the page before. To the gram. */
export function sheetSums(content: SheetContent, carriedBefore: number | null): readonly Finding[] {
  const linesGrams = sumOfLines(content)
  const { carriedGrams, totalGrams } = content
  const off = totalGrams - carriedGrams - linesGrams
  return [
    ...(off === 0 ? [] : [finding('S02', { carriedGrams, linesGrams, totalGrams, differenceGrams: off })]),
    ...(carriedBefore === null || carriedBefore === carriedGrams
      ? []
      : [finding('S03', { carriedGrams, beforeGrams: carriedBefore, differenceGrams: carriedGrams - carriedBefore })]),
  ]
}
export const finding = (rule: string, facts: Finding['facts'], severity: Finding['severity'] = 'W'): Finding => ({ rule, severity, facts })

/** Lines of one sheet with the same tag: on paper too a tag is used once. */
export function repeatedTags({ lines }: SheetContent): readonly Finding[] {
  const seen = new Map<string, number>()
  return lines.flatMap(({ line, tag }) => {
    if (tag === null) return []
    const text = normaliseTag(tag)
    const before = seen.get(text)
    seen.set(text, before ?? line)
    return before === undefined ? [] : [finding('S05', { tag: text, line, otherLine: before }, 'A')]
  })
}

/** Numbers of a book below its highest that nobody handed in (rule F20). */
export function missingNumbers(book: { readonly from: number }, posted: readonly number[]): readonly number[] {
  const there = new Set(posted)
  const last = posted.reduce((most, one) => Math.max(most, one), book.from - 1)
  return Array.from({ length: Math.max(0, last - book.from + 1) }, (_none, at) => book.from + at).filter((one) => !there.has(one))
}
