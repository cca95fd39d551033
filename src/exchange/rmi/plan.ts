/*
What goes into which cell. Only cells of the map are planned; questions that a company answers about itself are never answered for it and come back as
gaps. Smelters come from what the company typed, else from the buyers of our certificates; mines from the record, with the identifiers of the register.
*/
import { dayNumber } from '../../kernel/calendar.ts'
import type { SourceList } from '../../modules/reports/contract.ts'
import type { Mineral } from '../../modules/sites/contract.ts'
import type { FillingAnswer, FillingDetails } from './filling-words.ts'
import { countryName } from './country-names.ts'
import { METALS, QUESTIONS, answerTo } from './questions.ts'
import type { Template } from './template.ts'
import { type Book, textOf } from './workbook/book.ts'
import { type Sheet, type Value, columnName } from './workbook/sheet.ts'

export interface Planned {
  readonly sheet: string
  readonly cell: string
  readonly what: string
  readonly value: Value
}
export type Gap = FillingAnswer['gaps'][number]
export interface Plan {
  readonly planned: readonly Planned[]
  readonly gaps: readonly Gap[]
  readonly mines: number
}
const METAL: { readonly [Name in Mineral]: string } = { Ta: 'Tantalum', Sn: 'Tin', Au: 'Gold', W: 'Tungsten', other: 'Other' }
const DECLARATION = 'Declaration'
const SMELTERS = 'Smelter List'
const COMPANY_QUESTIONS = [75, 77, 79, 81, 83, 85, 87, 89] as const

export function planOf(
  book: Book,
  template: Template,
  { details, sources }: { readonly details: FillingDetails; readonly sources: SourceList },
): Plan {
  const smelters = smeltersOf(details, sources)
  const parts = [
    ...(template.kind === 'CMRT'
      ? [declaration(book, details, sources), cmrtSmelters(book, { smelters, sources })]
      : [mineList(book, { smelters, sources })]),
    notFound(sources),
  ]
  return { planned: parts.flatMap(({ planned }) => planned), gaps: parts.flatMap(({ gaps }) => gaps), mines: sources.mines.length }
}
type Piece = Omit<Plan, 'mines'>

/** Excel counts days from 1899-12-30. */
const serial = (day: string): number => dayNumber(day) + 25_569

function declaration(book: Book, details: FillingDetails, sources: SourceList): Piece {
  const { contact, authoriser } = details
  const given: readonly (readonly [cell: string, what: string, value: string | undefined])[] = [
    ['D8', 'company', details.company],
    ['D9', 'scope', scopeIn(book, details.scope)],
    ['D10', 'scope-text', details.scopeText],
    ['D12', 'company-id', details.companyId],
    ['D13', 'company-id-authority', details.companyIdAuthority],
    ['D14', 'address', details.address],
    ['D15', 'contact-name', contact.name],
    ['D16', 'contact-email', contact.email],
    ['D17', 'contact-phone', contact.phone],
    ['D18', 'authoriser-name', authoriser.name],
    ['D19', 'authoriser-title', authoriser.title],
    ['D20', 'authoriser-email', authoriser.email],
    ['D21', 'authoriser-phone', authoriser.phone],
  ]
  const optional = new Set(['scope-text', 'company-id', 'company-id-authority', 'address', 'authoriser-title'])
  const asked = QUESTIONS.flatMap((row, at) =>
    METALS.map((mineral, below) => ({
      ...{ cell: `D${row + below}`, what: `question-${at + 1}`, metal: METAL[mineral] },
      answer: answerTo(book, { question: at + 1, mineral }, sources),
    })),
  )
  const gap = (cell: string, what: string): Gap => ({ sheet: DECLARATION, cell, what, who: 'company', facts: null })
  return {
    planned: [
      ...given.flatMap(([cell, what, value]) => (value === undefined ? [] : [{ sheet: DECLARATION, cell, what, value: { text: value } }])),
      { sheet: DECLARATION, cell: 'D22', what: 'date', value: { number: serial(details.date) } },
      ...asked.flatMap(({ cell, what, answer }) => (answer === null ? [] : [{ sheet: DECLARATION, cell, what, value: { text: answer } }])),
    ],
    gaps: [
      ...given.flatMap(([cell, what, value]) => (value === undefined && !optional.has(what) ? [gap(cell, what)] : [])),
      ...asked.flatMap(({ cell, what, metal, answer }) => (answer === null ? [{ ...gap(cell, what), facts: metal }] : [])),
      ...COMPANY_QUESTIONS.map((row, at) => ({ ...gap(`D${row}`, 'company-question'), facts: 'ABCDEFGH'[at] ?? null })),
    ],
  }
}

const SCOPES = { company: /^A\b.*company/i, product: /^B\b.*product/i, 'user-defined': /^C\b.*user/i } as const
/** The answer as the file's own list has it; without it the cell stays a gap, because any other text would not be valid there. */
const scopeIn = (book: Book, scope: FillingDetails['scope']): string | undefined =>
  scope === undefined ? undefined : book.shared.find((word) => SCOPES[scope].test(word.trim()) && word.length < 60)?.trim()

interface Smelter {
  readonly mineral: Mineral
  readonly name: string
  readonly country: string | null
  readonly id: string | null
}
function smeltersOf({ smelters }: FillingDetails, { buyers }: SourceList): readonly Smelter[] {
  const typed = smelters.map(({ mineral, name, country, id }) => ({ mineral, name, country: country ?? null, id: id ?? null }))
  const told = buyers.flatMap(({ name, country, minerals }) => minerals.map((mineral) => ({ mineral, name, country, id: null })))
  return [...typed, ...told.filter(({ mineral }) => !typed.some((one) => one.mineral === mineral))]
}

interface Lists {
  readonly smelters: readonly Smelter[]
  readonly sources: SourceList
}
const isTaken = (book: Book, sheet: Sheet, references: readonly string[]): boolean =>
  references.some((one) => sheet.cells.get(one)?.hasFormula !== true && textOf(book, sheet, one) !== '')

/** From row 5: rows that somebody filled stay theirs, except that an empty place for the mine is filled beside the same identifier. */
function cmrtSmelters(book: Book, { smelters, sources }: Lists): Piece {
  const sheet = book.sheet(SMELTERS)
  if (sheet === null) return { planned: [], gaps: [] }
  const [planned, gaps]: [Planned[], Gap[]] = [[], []]
  const notListed = book.shared.find((word) => /^smelter not listed$/i.test(word.trim()))?.trim()
  let row = 5
  for (const smelter of smelters) {
    const mines = sources.mines.filter(({ mineral }) => mineral === smelter.mineral)
    const known = smelter.id === null ? undefined : rowWith(book, sheet, smelter)
    while (known === undefined && isTaken(book, sheet, [`A${row}`, `B${row}`, `C${row}`, `D${row}`])) row += 1
    const at = known ?? row
    const put = (column: string, what: string, value: string | null | undefined): void => {
      if (value !== null && value !== undefined && value !== '')
        planned.push({ sheet: SMELTERS, cell: `${column}${at}`, what, value: { text: value } })
      else gaps.push({ sheet: SMELTERS, cell: `${column}${at}`, what, who: 'smelter', facts: smelter.name })
    }
    if (known === undefined) {
      put('B', 'metal', METAL[smelter.mineral])
      put('C', 'smelter-look-up', smelter.id === null ? notListed : (book.shared.find((word) => word.trim() === smelter.name) ?? notListed))
      put('D', 'smelter-name', smelter.name)
      put('E', 'smelter-country', smelter.country === null ? null : countryName(book, smelter.country))
      put('F', 'smelter-id', smelter.id)
      if (smelter.id !== null) put('G', 'smelter-id-source', /^CID\d{6}$/.test(smelter.id) ? 'RMI' : null)
      row += 1
    }
    if (mines.length > 0) {
      put('N', 'mine-name', joined(mines.map(({ name, siteId }) => `${name} (${siteId})`)))
      put('O', 'mine-country', joined([...new Set(mines.map(({ country }) => countryName(book, country)))]))
    } else gaps.push({ sheet: SMELTERS, cell: `N${at}`, what: 'mine-name', who: 'record', facts: smelter.name })
  }
  return { planned, gaps }
}
/** A cell has room for so many; the rest is in our own list. */
const joined = (words: readonly string[]): string => {
  const shown = words.slice(0, 60)
  return shown.join('; ') + (words.length > shown.length ? `; +${words.length - shown.length}` : '')
}
function rowWith(book: Book, sheet: Sheet, { id, mineral }: Smelter): number | undefined {
  for (let row = 5; row <= 5_000; row++) {
    if (!sheet.cells.has(`F${row}`) && !sheet.cells.has(`A${row}`)) continue
    const ids = [textOf(book, sheet, `A${row}`), textOf(book, sheet, `F${row}`)]
    if (id !== null && ids.includes(id) && textOf(book, sheet, `B${row}`) === METAL[mineral]) return row
  }
  return undefined
}

const MINE_COLUMNS: readonly (readonly [what: string, heading: RegExp])[] = [
  ['metal', /^(metal|mineral)\b/i],
  ['smelter-name', /smelter.*name|name.*smelter/i],
  ['mine-id-source', /source.*mine.*(id|identification)/i],
  ['mine-id', /mine.*(identification|\bid\b)/i],
  ['mine-name', /mine.*name|name.*mine/i],
  ['mine-country', /mine.*country|country/i],
  ['mine-province', /state|province/i],
]
/** The sheet of mines by its headings, because their columns differ between versions. */
function mineList(book: Book, { smelters, sources }: Lists): Piece {
  const sheet = book.sheet('Mine List')
  const head = sheet === null ? null : headingsOf(book, sheet)
  if (sheet === null || head === null)
    return { planned: [], gaps: [{ sheet: 'Mine List', cell: '–', what: 'mine-list', who: 'record', facts: null }] }
  const [planned, gaps]: [Planned[], Gap[]] = [[], []]
  const columns = new Map(head.columns.map(({ what, column }) => [what, columnName(column)]))
  let row = head.row + 1
  for (const mine of sources.mines) {
    const metal = METAL[mine.mineral]
    // A metal that the file's lists do not know would not be valid in it.
    if (!book.shared.some((word) => word.trim().toLowerCase() === metal.toLowerCase())) {
      gaps.push({ sheet: 'Mine List', cell: '–', what: 'metal', who: 'company', facts: metal })
      continue
    }
    while (
      isTaken(
        book,
        sheet,
        [...columns.values()].map((column) => `${column}${row}`),
      )
    )
      row += 1
    const smelter = smelters.find(({ mineral }) => mineral === mine.mineral)
    const values: readonly (readonly [string, string | null])[] = [
      ['metal', metal],
      ['smelter-name', smelter?.name ?? null],
      ['mine-name', mine.name],
      ['mine-id', mine.siteId],
      ['mine-id-source', mine.idSource],
      ['mine-country', countryName(book, mine.country)],
      ['mine-province', mine.province],
    ]
    for (const [what, value] of values) {
      const column = columns.get(what)
      if (column === undefined) continue
      if (value === null) gaps.push({ sheet: 'Mine List', cell: `${column}${row}`, what, who: 'record', facts: mine.name })
      else planned.push({ sheet: 'Mine List', cell: `${column}${row}`, what, value: { text: value } })
    }
    row += 1
  }
  return { planned, gaps: once(gaps) }
}
const once = (gaps: readonly Gap[]): readonly Gap[] => [
  ...new Map(gaps.map((one) => [`${one.cell} ${one.what} ${one.facts}`, one])).values(),
]

/** The first row in which the metal and the mine are named. */
function headingsOf(
  book: Book,
  sheet: Sheet,
): { readonly row: number; readonly columns: readonly { readonly what: string; readonly column: number }[] } | null {
  for (const row of sheet.rows.slice(0, 20)) {
    const columns: { readonly what: string; readonly column: number }[] = []
    for (const cell of row.cells) {
      const said = textOf(book, sheet, cell.reference)
        .replaceAll(/[*()\s]+/g, ' ')
        .trim()
      const what =
        said.length > 80
          ? undefined
          : MINE_COLUMNS.find(([name, pattern]) => pattern.test(said) && !columns.some((one) => one.what === name))?.[0]
      if (what !== undefined) columns.push({ what, column: cell.column })
    }
    const found = new Set(columns.map(({ what }) => what))
    if (found.has('metal') && found.has('mine-name')) return { row: row.number, columns }
  }
  return null
}

/** What left without a mine in the record cannot be written anywhere and is said. */
const notFound = ({ unknown, unread }: SourceList): Piece => ({
  planned: [],
  gaps: [
    ...unknown.map(({ mineral, grams }): Gap => ({
      sheet: '–',
      cell: '–',
      what: 'mass-without-mine',
      who: 'record',
      facts: `${METAL[mineral]} ${grams / 1_000} kg`,
    })),
    ...(unread > 0 ? [{ sheet: '–', cell: '–', what: 'unread-certificates', who: 'record' as const, facts: String(unread) }] : []),
  ],
})
