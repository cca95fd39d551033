/*
A list of areas by code and name, without outlines: soums of Mongolia stand in no free file of boundaries that we may carry, and a point, a desk or a register needs only the code. One damaged line
refuses the list and says which.
*/
import { BrokenCsv, csvRowsOf } from '../../../kernel/csv.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { Area } from '../contract.ts'
import { AIMAGS } from './aimags.ts'
import { PROVINCES, kindOfUnit } from './areas.ts'

export type ListedLevel = 'province' | 'territoire'
export interface AreaList {
  /** The two letters with which its codes begin. */
  readonly country: string
  readonly areas: readonly Area[]
}
const HEADS: { readonly [said: string]: 'code' | 'name' | 'parent' | 'kind' } = {
  ...{ code: 'code', pcode: 'code', adm2_pcode: 'code', name: 'name', adm2_name: 'name', adm2_en: 'name', soum: 'name' },
  ...{ parent: 'parent', adm1_pcode: 'parent', aimag: 'parent', kind: 'kind' },
}
/** A text is a list when its first line names codes and names; anything else is read as boundaries. */
export const isAreaList = (file: string): boolean => {
  const heads = headsOf(rowsOf(file.split(/[\r\n]/, 1)[0] ?? '')?.[0] ?? [])
  return heads.includes('code') && heads.includes('name')
}
const headsOf = (cells: readonly string[]) => cells.map((cell) => HEADS[cell.trim().toLowerCase()] ?? null)
/** Refusals: `area-list-not-a-table`, `area-list-damaged` with the line (from 1, headings included) and the problem. */
export function readAreaList(file: string, level: ListedLevel): Outcome<AreaList> {
  const rows = rowsOf(file)
  const heads = headsOf(rows?.[0] ?? [])
  if (!rows || !heads.includes('code') || !heads.includes('name') || rows.length < 2) return refused('area-list-not-a-table')
  const areas: Area[] = []
  const seen = new Set<string>()
  for (const [at, row] of rows.slice(1).entries()) {
    const cell = (name: 'code' | 'name' | 'parent' | 'kind'): string => (row[heads.indexOf(name)] ?? '').trim()
    const one = areaOf(
      { code: cell('code').toUpperCase(), name: cell('name'), parent: cell('parent').toUpperCase(), kind: cell('kind') },
      level,
    )
    const problem =
      typeof one === 'string'
        ? one
        : seen.has(one.code)
          ? 'code-twice'
          : one.code.slice(0, 2) === (areas[0] ?? one).code.slice(0, 2)
            ? null
            : 'other-country'
    if (problem !== null || typeof one === 'string') return refused('area-list-damaged', { line: at + 2, problem })
    seen.add(one.code)
    areas.push(one)
  }
  return accepted({ country: areas[0]?.code.slice(0, 2) ?? '', areas })
}
interface Said {
  readonly code: string
  readonly name: string
  readonly parent: string
  readonly kind: string
}
/** The area, or what is wrong with it in a word. A soum's code begins with that of its aimag: a list may leave the aimag out. */
function areaOf({ code, name, parent, kind }: Said, level: ListedLevel): Area | string {
  if (!/^[A-Z]{2}[A-Z0-9]{1,10}$/.test(code)) return 'no-code'
  if (name === '' || name.length > 120) return 'no-name'
  if (/^(CD|MN)\d+$/.test(code) && code.length > 4 !== (level === 'territoire')) return 'other-level'
  const provinces = [...PROVINCES, ...AIMAGS]
  if (level === 'province')
    return provinces.find((one) => one.code === code) ?? { code, level, name, kind: kind.slice(0, 40) || 'province' }
  const above = parent === '' && /^(CD|MN)\d+$/.test(code) ? code.slice(0, 4) : parent
  if (above === '' || !code.startsWith(above.slice(0, 2))) return 'no-parent'
  return { code, level, name, kind: kind.slice(0, 40) || (code.startsWith('MN') ? 'soum' : kindOfUnit(code)), parent: above }
}
function rowsOf(file: string): readonly (readonly string[])[] | null {
  try {
    return csvRowsOf(file)
  } catch (fault) {
    if (fault instanceof BrokenCsv) return null
    throw fault
  }
}
