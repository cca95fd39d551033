/*
Which of RMI's workbooks this is, and which version, from what the file itself says. Only versions whose cells we know are filled; any other is refused
with the versions that are. The map of cells is facts about the file, not a copy of it; the file is always the user's own.
*/
import { type Book, textOf } from './workbook/book.ts'

export type TemplateKind = 'CMRT' | 'EMRT' | 'AMRT'
export interface Template {
  readonly kind: TemplateKind
  readonly version: string
}
/** 6.5 was read (V); the earlier ones are filled only where the labels of their cells say the same. AMRT and EMRT by their headings. */
export const KNOWN: { readonly [Kind in TemplateKind]: readonly string[] } = {
  CMRT: ['6.01', '6.1', '6.2', '6.22', '6.3', '6.31', '6.4', '6.5'],
  EMRT: ['2.0', '2.1', '2.11'],
  AMRT: ['1.1', '1.11', '1.2', '1.3'],
}
const NAMES: readonly (readonly [TemplateKind, RegExp])[] = [
  ['CMRT', /\bCMRT\b|conflict minerals reporting template/i],
  ['EMRT', /\bEMRT\b|extended minerals reporting template/i],
  ['AMRT', /\bAMRT\b|additional minerals reporting template/i],
]

const headText = (book: Book, name: string, rows: number): readonly string[] => {
  const sheet = book.sheet(name)
  if (sheet === null) return []
  return [...sheet.cells.values()].filter(({ row }) => row <= rows).map(({ reference }) => textOf(book, sheet, reference))
}

export function kindOf(book: Book): TemplateKind | null {
  // A history of revisions may name the other templates; the head of the declaration names its own.
  for (const said of [headText(book, 'Declaration', 6).join('\n'), headText(book, 'Revision', 60).join('\n')]) {
    const found = NAMES.find(([, pattern]) => pattern.test(said))
    if (found !== undefined) return found[0]
  }
  return null
}

/** The declaration says its revision; else the newest number of the sheet of revisions. `null`: the file says none. */
export function versionOf(book: Book): string | null {
  for (const said of headText(book, 'Declaration', 6)) {
    const found = /(?:revision|version)\s*:?\s*(\d+\.\d{1,2})\b/i.exec(said)?.[1]
    if (found !== undefined) return found
  }
  const numbers = headText(book, 'Revision', 200).flatMap(
    (said) => /^(?:revision|version)?\s*(\d+\.\d{1,2})(?:\s|$)/i.exec(said)?.[1] ?? [],
  )
  // 6.22 follows 6.2 and comes before 6.3: they are written as decimals.
  return numbers.toSorted((a, b) => Number(a) - Number(b)).at(-1) ?? null
}
