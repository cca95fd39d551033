/*
A small writer of Excel workbooks (ECMA-376): sheets of text and numbers, a bold first row, nothing else. Texts are inline strings, never
formulas; what begins like one is marked as text, so that it stays text when a cell is edited. The parts are stored in the zip without
compression, because what we write is some hundred kilobytes. Screens and the server use the same.
*/
import { escaped, utf8, zipOf } from './office-zip.ts'

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
