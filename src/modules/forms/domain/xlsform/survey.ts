/*
The survey sheet: rows become questions, groups and repeats. It checks what one row and its neighbours can show (types, names, labels, open
and closed sections); what needs the whole form (references, lists) is checked later.
*/
import { mediaOf } from './choices.ts'
import { type TableRow, type Wording, readTable } from './columns.ts'
import type { FormNode, FormSettings } from './nodes.ts'
import type { Findings, Place } from './problem.ts'
import { type Said, readType, typeOf } from './question-types.ts'
import type { Sheet } from './sheets.ts'

export interface OpenSection {
  readonly row: number
  readonly what: 'group' | 'repeat' | 'loop'
  readonly list: string | null
  readonly node: FormNode
  readonly children: SurveyNode[]
}
/** A loop is still one node here; the lists that it goes over are not known yet. */
export type SurveyNode = {
  readonly loopOver: string | null
  readonly orOther: boolean
  readonly node: FormNode
  readonly inside: readonly SurveyNode[]
}

const XML_NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u
const at = (row: TableRow): Place => ({ sheet: 'survey', row: row.row })

export function readSurvey(sheet: Sheet, settings: FormSettings, found: Findings): readonly SurveyNode[] {
  const reading = { sheet: 'survey', defaultLanguage: settings.defaultLanguage, collapse: settings.collapseBlanks, found } as const
  const { rows, keys } = readTable(sheet, reading)
  for (const column of ['type', 'name'])
    if (!keys.includes(column)) found.refuse({ sheet: 'survey', row: 1 }, column, { code: 'missing-column', facts: { column } })
  const top: SurveyNode[] = []
  const open: OpenSection[] = []
  for (const row of rows) if (!/^(yes|true|true\(\))$/i.test(row.cells.get('disabled') ?? '')) readRow(row, { top, open, found })
  for (const section of open.toReversed()) {
    const { what, node } = section
    found.refuse({ sheet: 'survey', row: section.row }, 'type', { code: 'section-not-closed', facts: { what, name: node.name } })
    close({ top, open, found })
  }
  return top
}

interface Building {
  readonly top: SurveyNode[]
  readonly open: OpenSection[]
  readonly found: Findings
}

function readRow(row: TableRow, building: Building): void {
  const { open, top, found } = building
  const cell = row.cells.get('type')
  if (cell === undefined) {
    if (row.cells.has('name') || row.wordings.has('label')) found.refuse(at(row), 'type', { code: 'question-without-type' })
    return
  }
  const said = readType(cell)
  if (said === null) found.refuse(at(row), 'type', { code: 'unknown-type', facts: { type: cell } })
  if (said?.say === 'end') return closeSection(row, said, building)
  const name = row.cells.get('name') ?? ''
  checkName(name, row, building)
  const siblings = open.at(-1)?.children ?? top
  if (said?.say === 'begin') {
    const node = nodeOf(row, { kind: said.what === 'repeat' ? 'repeat' : 'group', type: said.what, list: said.list })
    open.push({ row: row.row, what: said.what, list: said.list, node, children: [] })
    return
  }
  // One of an unknown type is kept as text, so that those who refer to it are not blamed as well.
  const { type, list, orOther } = said ?? { type: 'text', list: null, orOther: false }
  const node = nodeOf(row, { kind: 'question', type, list })
  checkQuestion(node, row, found)
  siblings.push({ loopOver: null, orOther, node, inside: [] })
}

function closeSection(row: TableRow, said: Extract<Said, { say: 'end' }>, { open, top, found }: Building): void {
  const section = open.at(-1)
  if (section === undefined) return found.refuse(at(row), 'type', { code: 'end-without-begin', facts: { what: said.what } })
  if (section.what !== said.what)
    return found.refuse(at(row), 'type', { code: 'other-section-open', facts: { what: said.what, open: section.what, row: section.row } })
  close({ top, open, found })
}

function close({ top, open }: Building): void {
  const section = open.pop()
  if (section === undefined) return
  const closed = { loopOver: section.list, orOther: false, node: section.node, inside: section.children }
  const siblings = open.at(-1)?.children ?? top
  siblings.push(closed)
}

function checkName(name: string, row: TableRow, { open, top, found }: Building): void {
  if (name === '') return found.refuse(at(row), 'name', { code: 'question-without-name' })
  if (!XML_NAME.test(name)) return found.refuse(at(row), 'name', { code: 'name-not-possible', facts: { name } })
  const siblings = (open.at(-1)?.children ?? top).map((one) => one.node)
  const same = siblings.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (same) found.refuse(at(row), 'name', { code: 'duplicate-name', facts: { name, first: same.row } })
  if (open.length === 0 && name === 'meta') found.refuse(at(row), 'name', { code: 'name-not-possible', facts: { name } })
}

function checkQuestion(node: FormNode, row: TableRow, found: Findings): void {
  if (node.type === 'calculate' && node.calculation === null)
    return found.refuse(at(row), 'calculation', { code: 'missing-calculation', facts: { name: node.name } })
  const silent = node.label === null && node.hint === null && node.media.size === 0
  if (silent && typeOf(node.type).control !== null)
    found.refuse(at(row), 'label', { code: 'question-without-label', facts: { name: node.name } })
  if (node.defaultValue !== null && /\$\{|\w\s*\(/.test(node.defaultValue))
    found.refuse(at(row), 'default', { code: 'computed-default', facts: { value: node.defaultValue } })
}

const prefixed = (row: TableRow, prefix: string): ReadonlyMap<string, string> =>
  new Map([...row.cells].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key.slice(prefix.length), value]))

function nodeOf(row: TableRow, what: Pick<FormNode, 'kind' | 'type' | 'list'>): FormNode {
  const cell = (key: string): string | null => row.cells.get(key) ?? null
  const wording = (key: string): Wording | null => row.wordings.get(key) ?? null
  const bind = new Map(prefixed(row, 'bind::'))
  const noApp = cell('noapperrorstring')
  if (noApp !== null) bind.set('jr:noAppErrorString', noApp)
  const control = ['appearance', 'rows', 'autoplay'].flatMap((key) => {
    const value = cell(key)
    return value === null ? [] : [[key, value] as const]
  })
  return {
    ...what,
    row: row.row,
    name: cell('name') ?? '',
    label: wording('label'),
    hint: wording('hint'),
    constraintMessage: wording('constraint_message'),
    requiredMessage: wording('required_message'),
    media: mediaOf(row),
    required: flagOf(cell('required')),
    relevant: cell('relevant'),
    constraint: cell('constraint'),
    calculation: cell('calculation'),
    choiceFilter: cell('choice_filter'),
    readonly: flagOf(cell('readonly')),
    defaultValue: cell('default'),
    repeatCount: cell('repeat_count'),
    control: new Map([...control, ...prefixed(row, 'body::')]),
    bind,
    instance: prefixed(row, 'instance::'),
    unit: cell('unit'),
    mark: cell('mark'),
    children: [],
  }
}

/** yes and no as people write them; anything else is a condition. */
function flagOf(value: string | null): string | null {
  if (value === null) return null
  if (/^(yes|true|true\(\))$/i.test(value)) return 'true()'
  return /^(no|false|false\(\))$/i.test(value) ? 'false()' : value
}
