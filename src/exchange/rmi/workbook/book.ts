/* A workbook opened for filling: its sheets by name, its shared texts, what a cell says. Macros are refused: we do not hand on what we did not read. */
import { type Sheet, readSheet, walk } from './sheet.ts'
import { type Archive, NotAWorkbook, openArchive, readPart } from './zip.ts'

export class HasMacros extends Error {}
export interface Book {
  readonly archive: Archive
  readonly sheetNames: readonly string[]
  /** Part of a sheet by its name; `null` where there is none. */
  readonly partOf: (sheet: string) => string | null
  readonly sheet: (name: string) => Sheet | null
  readonly shared: readonly string[]
}
const local = (name: string): string => name.slice(name.indexOf(':') + 1)

export function openBook(bytes: Uint8Array): Book {
  const archive = openArchive(bytes)
  if ([...archive.parts.keys()].some((name) => /vbaProject|macrosheets|activeX/i.test(name))) throw new HasMacros()
  const targets = targetsOf(archive)
  const parts = new Map<string, string>()
  const book = readPart(archive, 'xl/workbook.xml')
  if (book === null) throw new NotAWorkbook()
  walk(book, {
    open: (name, given) => {
      const target = local(name) === 'sheet' ? targets.get(given['r:id'] ?? '') : undefined
      if (target !== undefined) parts.set(given['name'] ?? '', target)
    },
  })
  const opened = new Map<string, Sheet | null>()
  const sheet = (name: string): Sheet | null => {
    const part = parts.get(name)
    if (!opened.has(name)) {
      const text = part === undefined ? null : readPart(archive, part)
      opened.set(name, text === null ? null : readSheet(text))
    }
    return opened.get(name) ?? null
  }
  return { archive, sheetNames: [...parts.keys()], partOf: (name) => parts.get(name) ?? null, sheet, shared: sharedOf(archive) }
}

function targetsOf(archive: Archive): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  walk(readPart(archive, 'xl/_rels/workbook.xml.rels') ?? '<none/>', {
    open: (name, given) => {
      const target = given['Target'] ?? ''
      if (local(name) === 'Relationship') targets.set(given['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
  })
  return targets
}

function sharedOf(archive: Archive): readonly string[] {
  const words: string[] = []
  let [word, isText] = ['', false]
  walk(readPart(archive, 'xl/sharedStrings.xml') ?? '<none/>', {
    open: (name) => {
      if (local(name) === 'si') word = ''
      if (local(name) === 't') isText = true
    },
    text: (said) => void (isText && (word += said)),
    close: (name) => {
      if (local(name) === 't') isText = false
      if (local(name) === 'si') words.push(word)
    },
  })
  return words
}

/** What a cell says, '' where it is empty or not there. */
export function textOf(book: Book, sheet: Sheet, reference: string): string {
  const cell = sheet.cells.get(reference)
  if (cell === undefined) return ''
  return (cell.type === 's' ? (book.shared[Number(cell.raw)] ?? '') : cell.raw).trim()
}
