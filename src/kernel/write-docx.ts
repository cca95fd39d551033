/*
A small writer of text documents (ECMA-376): a title, headings, paragraphs, tables with a head that repeats on every page; A4. Texts are texts, never fields or links, so nothing in one can
act on who opens it. It refuses pictures and styles beyond these.
*/
import { escaped, utf8, zipOf } from './office-zip.ts'

export type DocxBlock =
  | { readonly kind: 'title' | 'heading' | 'subheading' | 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly head?: readonly string[]; readonly rows: readonly (readonly string[])[] }
export interface DocxFacts {
  readonly title: string
  readonly language: 'fr' | 'en'
}
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGES = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const STYLES = { title: 'Title', heading: 'Heading1', subheading: 'Heading2', text: 'Normal' } as const

export function writeDocx(blocks: readonly DocxBlock[], { title, language }: DocxFacts): Uint8Array<ArrayBuffer> {
  const parts: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGES}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${OFFICE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGES}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGES}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ],
    [
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${PACKAGES}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${PACKAGES}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['word/styles.xml', stylesXml(language)],
    [
      'word/document.xml',
      `<w:document xmlns:w="${MAIN}"><w:body>${blocks.map(blockXml).join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    ],
  ]
  return zipOf(parts.map(([name, text]) => [name, utf8(HEAD + text)]))
}

const style = (id: string, name: string, look: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'}${look}</w:style>`
const big = (size: number, level: number | null): string =>
  `<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/>${level === null ? '' : `<w:outlineLvl w:val="${level}"/>`}</w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr>`
const stylesXml = (language: string): string =>
  `<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans"/><w:sz w:val="20"/><w:lang w:val="${language === 'fr' ? 'fr-FR' : 'en-GB'}"/></w:rPr></w:rPrDefault></w:docDefaults>${style('Normal', 'Normal', '<w:pPr><w:spacing w:after="100"/></w:pPr>')}${style('Title', 'Title', big(40, null))}${style('Heading1', 'heading 1', big(28, 0))}${style('Heading2', 'heading 2', big(23, 1))}</w:styles>`

function blockXml(block: DocxBlock): string {
  if (block.kind === 'table') return tableXml(block)
  const look = `<w:pPr><w:pStyle w:val="${STYLES[block.kind]}"/></w:pPr>`
  return block.text
    .split('\n')
    .map((line) => `<w:p>${look}${runXml(line, '')}</w:p>`)
    .join('')
}
const runXml = (text: string, look: string): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
function tableXml({ head, rows }: Extract<DocxBlock, { readonly kind: 'table' }>): string {
  const width = Math.max(1, head?.length ?? 0, ...rows.map((row) => row.length))
  const all = [...(head === undefined ? [] : [{ cells: head, bold: true }]), ...rows.map((cells) => ({ cells, bold: false }))]
  if (all.length === 0) return ''
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:color="999999"/>`)
    .join('')
  // Many columns in small letters, so that they stay on the sheet.
  const small = `<w:sz w:val="${width > 5 ? 14 : 18}"/>`
  const cell = (text: string, bold: boolean): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${Math.floor(5000 / width)}" w:type="pct"/></w:tcPr><w:p><w:pPr><w:spacing w:after="20"/></w:pPr>${runXml(text, `${bold ? '<w:b/>' : ''}${small}`)}</w:p></w:tc>`
  const row = ({ cells, bold }: (typeof all)[number]): string =>
    `<w:tr><w:trPr><w:cantSplit/>${bold ? '<w:tblHeader/>' : ''}</w:trPr>${Array.from({ length: width }, (_, at) => cell(cells[at] ?? '', bold)).join('')}</w:tr>`
  const grid = Array.from({ length: width }, () => `<w:gridCol w:w="${Math.floor(9638 / width)}"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${all.map(row).join('')}</w:tbl><w:p/>`
}
