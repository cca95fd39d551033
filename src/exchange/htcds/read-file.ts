/*
The rows of a file that a person chose, read on the device: CSV, a workbook, or one submission of the survey form as XML. The library for workbooks is fetched only for a
workbook. Of XML only the answers are read: names of elements that hold text, no entities but the five of the standard, no outside references.
*/
import { rowsOfCsv } from './csv.ts'

type Rows = readonly (readonly string[])[]
const ZIP = [0x50, 0x4b]

/** `null`: no table. */
export async function readFileRows(bytes: Uint8Array): Promise<Rows | null> {
  if (!ZIP.every((byte, at) => bytes[at] === byte)) {
    const text = new TextDecoder().decode(bytes)
    return /^\s*</.test(text) ? rowsOfSubmission(text) : rowsOfCsv(text)
  }
  const { read, utils } = await import('@e965/xlsx')
  try {
    const book = read(bytes)
    const sheet = book.Sheets[book.SheetNames[0] ?? '']
    if (sheet === undefined) return null
    const rows: unknown[][] = utils.sheet_to_json(sheet, { header: 1, defval: '', raw: false, dateNF: 'yyyy-mm-dd' })
    return rows.map((row) => row.map((cell) => String(cell))).filter((row) => row.some((cell) => cell !== ''))
  } catch {
    return null
  }
}

/** One row; an element that comes twice has its answers behind each other. `null`: not a submission. */
export function rowsOfSubmission(xml: string): Rows | null {
  const answers = new Map<string, string>()
  const plain = xml.replaceAll(/<!--[\s\S]*?-->/g, '')
  // A form or a page is XML too: a submission says its own number.
  if (!/<(?:\w+:)?instanceID[\s/>]/.test(plain) || /<(?:h:)?html[\s>]/.test(plain)) return null
  for (const [, name = '', text = ''] of plain.matchAll(/<((?:\w+:)?[\w.-]+)(?:\s[^<>]*)?>([^<]*)<\/\1\s*>/g)) {
    const own = name.slice(name.indexOf(':') + 1)
    const value = decoded(text.trim())
    answers.set(own, [answers.get(own) ?? '', value].filter((part) => part !== '').join(';'))
  }
  return answers.size === 0 ? null : [[...answers.keys()], [...answers.values()]]
}

const ENTITIES: { readonly [name: string]: string | undefined } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const decoded = (text: string): string =>
  text.replaceAll(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
  })
