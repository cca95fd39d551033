/* One entry of a sheet as typed texts, and the content made of them. What is typed stays on this device until it is kept by the server. */
import { asId } from '../../../../kernel/schema.ts'
import type { Mineral } from '../../../sites/contract.ts'
import type { SheetContent, SheetKind, SheetLine } from '../../contract-sheets.ts'
import { gramsFromKilograms, kilogramsText } from '../lots/kilograms.ts'

export const lineFields = ['tag', 'gross', 'mass', 'pit', 'team', 'remark'] as const
export type LineField = (typeof lineFields)[number]
export type LineTexts = { readonly [Field in LineField]: string }
export interface EntryTexts {
  readonly day: string
  readonly mineral: string
  readonly holder: string
  readonly carried: string
  readonly total: string
  readonly outTag: string
  readonly outMass: string
  readonly lines: readonly LineTexts[]
}
/** The two readings of one page. */
export type Pass = 'first' | 'second'
/** Where a reading stays on this device: of one sheet and one reading, so that neither fills the other. */
export const keptName = (sheet: string, pass: Pass): string => `sheet-entry:${sheet}:${pass}`

export const emptyLine: LineTexts = { tag: '', gross: '', mass: '', pit: '', team: '', remark: '' }
export const emptyEntry = (rows: number, holder: string): EntryTexts => ({
  ...{ day: '', mineral: '', holder, carried: '0', total: '', outTag: '', outMass: '' },
  lines: Array.from({ length: rows }, () => emptyLine),
})

/** The columns of a book, in the order of its paper. */
export const columnsOf: { readonly [Kind in SheetKind]: readonly LineField[] } = {
  mine: ['tag', 'mass', 'pit', 'team', 'remark'],
  trader: ['tag', 'mass', 'remark'],
  export: ['tag', 'gross', 'mass', 'remark'],
}

export function textsOf(content: SheetContent, rows: number, language: 'fr' | 'en'): EntryTexts {
  const kilograms = (grams: number | undefined): string => (grams === undefined ? '' : grams === 0 ? '0' : kilogramsText(language, grams))
  return {
    ...{ day: content.day, mineral: content.mineral, holder: content.holder ?? '' },
    ...{ carried: kilograms(content.carriedGrams), total: kilograms(content.totalGrams) },
    ...{ outTag: content.outTag ?? '', outMass: kilograms(content.outGrams) },
    lines: Array.from({ length: rows }, (_none, at) => {
      const line = content.lines.find((one) => one.line === at + 1)
      if (!line) return emptyLine
      const { tag, massGrams, grossGrams, pit = '', team = '', remark = '' } = line
      return { tag: tag ?? '', mass: kilograms(massGrams), gross: kilograms(grossGrams), pit, team, remark }
    }),
  }
}

export type EntryFault = { readonly at: 'day' | 'head' } | { readonly at: 'mass'; readonly line: number }
export type ReadEntry = { readonly ok: true; readonly content: SheetContent } | { readonly ok: false; readonly fault: EntryFault }
const minerals: readonly Mineral[] = ['Sn', 'Ta', 'W', 'Au', 'other']

/** Kilograms as grams; an empty text is nothing, `0` is zero, anything else that is no mass is null. */
function grams(text: string): number | null | undefined {
  if (text.trim() === '') return undefined
  if (/^0([.,]0*)?$/.test(text.trim())) return 0
  const read = gramsFromKilograms(text)
  return read.ok ? read.grams : null
}

export function readEntry(texts: EntryTexts): ReadEntry {
  const mineral = minerals.find((one) => one === texts.mineral)
  if (texts.day === '' || mineral === undefined) return { ok: false, fault: { at: 'day' } }
  const [carriedGrams = 0, totalGrams, outGrams] = [grams(texts.carried), grams(texts.total), grams(texts.outMass)]
  if (carriedGrams === null || totalGrams === null || totalGrams === undefined || outGrams === null)
    return { ok: false, fault: { at: 'head' } }
  const lines: SheetLine[] = []
  for (const [at, one] of texts.lines.entries()) {
    if (lineFields.every((field) => one[field].trim() === '')) continue
    const [massGrams, grossGrams] = [grams(one.mass), grams(one.gross)]
    if (massGrams === null || massGrams === undefined || grossGrams === null) return { ok: false, fault: { at: 'mass', line: at + 1 } }
    const [tag, pit, team, remark] = [one.tag.trim(), one.pit.trim(), one.team.trim(), one.remark.trim()]
    lines.push({
      ...{ line: at + 1, tag: tag === '' ? null : tag, massGrams },
      ...(grossGrams === undefined ? {} : { grossGrams }),
      ...(pit === '' ? {} : { pit }),
      ...(team === '' ? {} : { team }),
      ...(remark === '' ? {} : { remark }),
    })
  }
  const outTag = texts.outTag.trim()
  return {
    ok: true,
    content: {
      ...{ day: texts.day, mineral, holder: texts.holder === '' ? null : asId('organisation', texts.holder), carriedGrams, totalGrams },
      ...(outTag === '' ? {} : { outTag }),
      ...(outGrams === undefined ? {} : { outGrams }),
      lines,
    },
  }
}
