/* The rows of a file that a person chose, CSV or XLSX, read on the device. The library for workbooks is fetched only for a workbook. */
import { rowsOfCsv } from './csv.ts'

type Rows = readonly (readonly string[])[]
const ZIP = [0x50, 0x4b]

/** `null`: no table. */
export async function readFileRows(bytes: Uint8Array): Promise<Rows | null> {
  if (!ZIP.every((byte, at) => bytes[at] === byte)) return rowsOfCsv(new TextDecoder().decode(bytes))
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
