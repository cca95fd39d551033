/*
Fills RMI's own workbook, which the user brought, from the record: only cells of the map, never one with a formula, never one in which something
stands; every other byte of the file is given back as it came. The results that the program of the sheet kept for its formulas stay old until it
calculates again, which it does when a cell is changed. The file is not kept.
*/
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import type { SourceList } from '../../modules/reports/contract.ts'
import type { FillingAnswer, FillingDetails } from './filling-words.ts'
import { type Planned, planOf } from './plan.ts'
import { KNOWN, type Template, kindOf, versionOf } from './template.ts'
import { type Book, HasMacros, openBook, textOf } from './workbook/book.ts'
import { type Edit, writeCells } from './workbook/sheet.ts'
import { MOST_UNFOLDED, NotAWorkbook, TooLarge, replaceParts } from './workbook/zip.ts'

export interface Filling {
  readonly template: Template
  readonly filled: FillingAnswer['filled']
  readonly kept: FillingAnswer['kept']
  readonly gaps: FillingAnswer['gaps']
  readonly mines: number
  readonly file: Buffer
}

/** Refusals: `rmi-not-a-workbook`, `rmi-too-large`, `rmi-has-macros`, `rmi-not-a-template`, `rmi-version-unknown`, `rmi-layout-unknown`. */
export function fillWorkbook(
  bytes: Uint8Array,
  given: { readonly details: FillingDetails; readonly sources: SourceList },
): Outcome<Filling> {
  try {
    const book = openBook(bytes)
    const template = templateOf(book)
    return template.ok ? accepted(fill(book, template.value, given)) : template
  } catch (error) {
    if (error instanceof TooLarge) return refused('rmi-too-large', { most: MOST_UNFOLDED / 1_000_000 })
    if (error instanceof HasMacros) return refused('rmi-has-macros')
    if (error instanceof NotAWorkbook) return refused('rmi-not-a-workbook')
    throw error
  }
}

function templateOf(book: Book): Outcome<Template> {
  const kind = kindOf(book)
  if (kind === null) return refused('rmi-not-a-template', { sheets: book.sheetNames.slice(0, 12) })
  const version = versionOf(book)
  if (version === null || !KNOWN[kind].includes(version))
    return refused('rmi-version-unknown', { kind, version: version ?? '?', known: [...KNOWN[kind]] })
  const missing = (kind === 'CMRT' ? ['Declaration', 'Smelter List'] : ['Mine List']).find((name) => book.sheet(name) === null)
  if (missing !== undefined) return refused('rmi-layout-unknown', { kind, version, sheet: missing })
  return kind === 'CMRT' && version !== '6.5' && !hasKnownLabels(book)
    ? refused('rmi-layout-unknown', { kind, version, sheet: 'Declaration' })
    : accepted({ kind, version })
}

/** Of versions before 6.5 the places are not known from reading: the labels beside them must say the same. */
function hasKnownLabels(book: Book): boolean {
  const [declaration, smelters] = [book.sheet('Declaration'), book.sheet('Smelter List')]
  if (declaration === null || smelters === null) return false
  const beside = (row: number): string => ['A', 'B', 'C'].map((column) => textOf(book, declaration, `${column}${row}`)).join(' ')
  return (
    /company name/i.test(beside(8)) &&
    /effective date/i.test(beside(22)) &&
    /metal/i.test(textOf(book, smelters, 'B4')) &&
    /smelter name/i.test(textOf(book, smelters, 'D4')) &&
    /mine/i.test(textOf(book, smelters, 'N4'))
  )
}

function fill(book: Book, template: Template, given: { readonly details: FillingDetails; readonly sources: SourceList }): Filling {
  const { planned, gaps, mines } = planOf(book, template, given)
  const [filled, kept]: [Planned[], FillingAnswer['kept']] = [[], []]
  for (const one of planned) {
    const why = keptBecause(book, one)
    if (why === null) filled.push(one)
    else kept.push({ sheet: one.sheet, cell: one.cell, what: one.what, why })
  }
  const replaced = new Map<string, string>()
  for (const [name, group] of Map.groupBy(filled, ({ sheet }) => sheet)) {
    const [sheet, part] = [book.sheet(name), book.partOf(name)]
    const edits: readonly Edit[] = group.map(({ cell, value }) => ({ reference: cell, value }))
    if (sheet !== null && part !== null) replaced.set(part, writeCells(sheet, edits))
  }
  return {
    ...{ template, kept, gaps: [...gaps], mines, file: replaceParts(book.archive, replaced) },
    filled: filled.map(({ sheet, cell, what, value }) => ({
      sheet,
      cell,
      what,
      value: ('text' in value ? value.text : String(value.number)).slice(0, 400),
    })),
  }
}

function keptBecause(book: Book, { sheet: name, cell, value }: Planned): 'formula' | 'written' | null {
  const sheet = book.sheet(name)
  const known = sheet?.cells.get(cell)
  if (sheet === null || known === undefined) return null
  if (known.hasFormula) return 'formula'
  const before = textOf(book, sheet, cell)
  return before === '' || before === ('text' in value ? value.text : String(value.number)) ? null : 'written'
}
