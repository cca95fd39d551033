/*
A small writer of Excel workbooks (ECMA-376): sheets of text and numbers, a bold first row, nothing else. Texts are inline strings, never
formulas; what begins like one is marked as text, so that it stays text when a cell is edited. The parts are stored in the zip without
compression, because what we write is some hundred kilobytes. Screens and the server use the same.
*/
export type Cell = string | number | null
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

export function writeXlsx(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${office}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${office}.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${office}.worksheet+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escaped(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packages}/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf quotePrefix="1"/></cellXfs></styleSheet>`,
    ],
    ...sheets.map(({ rows }, at): readonly [string, string] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rows.map((row, line) => rowXml(row, line)).join('')}</sheetData></worksheet>`,
    ]),
  ]
  return zipOf(parts.map(([name, text]) => [name, utf8(head + text)]))
}

const rowXml = (row: readonly Cell[], line: number): string =>
  `<row r="${line + 1}">${row.map((cell, at) => cellXml(cell, `${columnName(at)}${line + 1}`, line === 0)).join('')}</row>`
function cellXml(cell: Cell, place: string, bold: boolean): string {
  if (cell === null || cell === '') return ''
  const style = bold ? ' s="1"' : ''
  if (typeof cell === 'number') return `<c r="${place}"${style}><v>${cell}</v></c>`
  return `<c r="${place}"${!bold && /^[=+\-@\t]/.test(cell) ? ' s="2"' : style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}
const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26)
const sheetName = (name: string): string => name.replaceAll(/[[\]*?/\\:]/g, ' ').slice(0, 31)
/** Characters that XML cannot hold at all are left out. */
const escaped = (text: string): string =>
  Array.from(text)
    .filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t')
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** The kernel sees no browser and no Node, so it spells UTF-8 itself; half a character becomes the mark for one that was lost. */
function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63))
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
  }
  return Uint8Array.from(bytes)
}

type Part = readonly [name: string, bytes: Uint8Array]
function zipOf(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, bytes] of parts) {
    const path = utf8(name)
    const common = [
      ...two(20),
      ...two(0),
      ...two(0),
      ...two(0),
      ...two(33),
      ...four(crc32(bytes)),
      ...four(bytes.length),
      ...four(bytes.length),
      ...two(path.length),
      ...two(0),
    ]
    const local = Uint8Array.from([...four(0x04034b50), ...common, ...path])
    directory.push(
      Uint8Array.from([...four(0x02014b50), ...two(20), ...common, ...two(0), ...two(0), ...two(0), ...four(0), ...four(offset), ...path]),
    )
    files.push(local, bytes)
    offset += local.length + bytes.length
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0)
  const end = Uint8Array.from([
    ...four(0x06054b50),
    ...two(0),
    ...two(0),
    ...two(parts.length),
    ...two(parts.length),
    ...four(size),
    ...four(offset),
    ...two(0),
  ])
  const whole = new Uint8Array(offset + size + end.length)
  let at = 0
  for (const piece of [...files, ...directory, end]) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
const two = (value: number): readonly number[] => [value & 255, (value >>> 8) & 255]
const four = (value: number): readonly number[] => [...two(value & 0xffff), ...two(value >>> 16)]

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}
