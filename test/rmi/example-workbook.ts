/*
A small workbook of the shape of RMI's templates, for tests: made here, letter by letter, with formulas, validations, conditional formats, merged cells and
a chain of calculation, so that a test can say what was not touched. Nothing in it is RMI's but the places of the cells.
*/
import { crc32, deflateRawSync } from 'node:zlib'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
export const SHARED = [
  'A. Company',
  'B. Product',
  'C. User defined',
  'Smelter not listed',
  'Tantalum',
  'Tin',
  'Gold',
  'Tungsten',
  'Luna Smelter',
  'Yes',
  'No',
  'Unknown',
  'BELGIUM',
  'CONGO, DEMOCRATIC REPUBLIC OF THE',
  'RWANDA',
  'TANZANIA, UNITED REPUBLIC OF',
] as const

export type Parts = readonly (readonly [name: string, text: string])[]
interface Shape {
  readonly title?: string
  readonly revision?: string
  readonly smelterRows?: string
  readonly extra?: Parts
}
const text = (reference: string, said: string, style = '1'): string =>
  `<c r="${reference}" s="${style}" t="inlineStr"><is><t>${said}</t></is></c>`

const LABELS: readonly (readonly [number, string])[] = [
  [8, 'Company Name (*)'],
  [9, 'Declaration Scope or Class (*)'],
  [15, 'Contact Name (*)'],
  [22, 'Effective Date (*)'],
  // Words by which the questions are known; the wording of the template is not copied.
  [25, '1) intentionally added? (*)'],
  [31, '2) remain? (*)'],
  [37, '3) covered countries? (*)'],
  [43, '4) high-risk areas? (*)'],
  [49, '5) recycled or scrap? (*)'],
]
const declarationRows = (): string =>
  Array.from({ length: 84 }, (_, at) => at + 7)
    .map((row) => {
      const label = LABELS.find(([one]) => one === row)?.[1]
      const formula = row === 24 ? `<c r="D24" s="7"><f>IF(D8="","fill","ok")</f><v>0</v></c>` : `<c r="D${row}" s="5"/>`
      return `<row r="${row}" spans="2:9" ht="15.75" customHeight="1">${label ? text(`B${row}`, label) : ''}${formula}<c r="G${row}" s="6"/></row>`
    })
    .join('')

export function cmrtParts({
  title = 'Conflict Minerals Reporting Template (CMRT)',
  revision = 'Revision 6.5 April 28, 2025',
  smelterRows = '',
  extra = [],
}: Shape = {}): Parts {
  const sheet = (rows: string, more = ''): string =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="${MAIN}"><sheetPr codeName="S1"/><dimension ref="A1:Q200"/><sheetData>${rows}</sheetData>${more}</worksheet>`
  const names = ['Revision', 'Declaration', 'Smelter List', 'Checker', 'Smelter Look-up']
  const headings = [
    'Smelter Identification Number Input Column',
    'Metal (*)',
    'Smelter Look-up (*)',
    'Smelter Name (1)',
    'Smelter Country (*)',
    'Smelter Identification',
  ]
  const head =
    headings.map((one, at) => text(`${'ABCDEF'[at]}4`, one)).join('') +
    text('N4', 'Name of Mine(s)') +
    text('O4', 'Location (Country) of Mine(s)')
  const declaration = sheet(
    `<row r="2">${text('B2', title)}</row><row r="3">${text('B3', revision)}</row>${declarationRows()}`,
    `<sheetProtection password="CC1A" sheet="1" objects="1"/><mergeCells count="1"><mergeCell ref="D8:G8"/></mergeCells><conditionalFormatting sqref="D8"><cfRule type="expression" dxfId="0" priority="1"><formula>LEN(D8)=0</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="D9"><formula1>L!$A$1:$A$3</formula1></dataValidation></dataValidations>`,
  )
  const smelters = sheet(
    `<row r="4">${head}</row>${smelterRows === '' ? '<row r="5" s="3"><c r="B5" s="9"/><c r="D5" s="9"/><c r="E5"><f>IF(C5="","",VLOOKUP(C5,L,2))</f><v></v></c><c r="N5" s="9"/></row><row r="6" s="3"/>' : smelterRows}`,
    `<conditionalFormatting sqref="B5:B2500"><cfRule type="expression" dxfId="1" priority="2"><formula>B5=""</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B5:B2500"><formula1>L!$B$1:$B$4</formula1></dataValidation></dataValidations>`,
  )
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${OFFICE}.sharedStrings+xml"/>${names.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${OFFICE}.worksheet+xml"/>`).join('')}</Types>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets><definedNames><definedName name="L">'Smelter Look-up'!$A$1:$C$9</definedName></definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    ],
    [
      'xl/sharedStrings.xml',
      `<sst xmlns="${MAIN}" count="${SHARED.length}" uniqueCount="${SHARED.length}">${SHARED.map((one) => `<si><t>${one}</t></si>`).join('')}</sst>`,
    ],
    ['xl/styles.xml', `<styleSheet xmlns="${MAIN}"><dxfs count="2"><dxf/><dxf/></dxfs></styleSheet>`],
    ['xl/worksheets/sheet1.xml', sheet(`<row r="1">${text('A1', '6.4')}</row><row r="2">${text('A2', '6.22')}</row>`)],
    ['xl/worksheets/sheet2.xml', declaration],
    ['xl/worksheets/sheet3.xml', smelters],
    ['xl/worksheets/sheet4.xml', sheet('<row r="1"><c r="A1"><f>Declaration!D8</f><v></v></c></row>')],
    ['xl/worksheets/sheet5.xml', sheet('<row r="1"><c r="A1" t="s"><v>8</v></c></row>')],
    ['xl/calcChain.xml', `<calcChain xmlns="${MAIN}"><c r="D24" i="2"/></calcChain>`],
    ['xl/media/image1.png', 'not really a picture'],
    ...extra,
  ]
}

/** A template with a sheet of mines. */
export function amrtParts({ metal = 'Tin' }: { readonly metal?: string } = {}): Parts {
  const headings = [
    'Metal (*)',
    'Smelter Name (*)',
    'Mine Name (*)',
    'Mine Identification',
    'Source of Mine Identification Number',
    'Mine Country (*)',
    'Mine Street',
    'Mine City',
    'Mine State / Province',
    'Comments',
  ]
  return cmrtParts({ title: 'Additional Minerals Reporting Template (AMRT)', revision: 'Revision 1.3' }).map(([name, said]) => {
    if (name === 'xl/workbook.xml') return [name, said.replace('name="Smelter List"', 'name="Mine List"')] as const
    if (name === 'xl/sharedStrings.xml') return [name, said.replace('<t>Tin</t>', `<t>${metal}</t>`)] as const
    if (name !== 'xl/worksheets/sheet3.xml') return [name, said] as const
    return [
      name,
      `<worksheet xmlns="${MAIN}"><sheetData><row r="3">${headings.map((one, at) => text(`${'ABCDEFGHIJ'[at]}3`, one)).join('')}</row></sheetData></worksheet>`,
    ] as const
  })
}

/** As a program of spreadsheets would write it: deflated, with an extra field and a descriptor behind the data of one part. */
export function zipOf(parts: Parts): Buffer {
  const [body, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [index, [name, said]] of parts.entries()) {
    const [plain, path] = [Buffer.from(said, 'utf8'), Buffer.from(name, 'utf8')]
    const data = deflateRawSync(plain)
    const [sum, withDescriptor] = [crc32(plain), index === 2]
    const extra = index === 1 ? Buffer.from([0x99, 0x99, 2, 0, 7, 7]) : Buffer.alloc(0)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(withDescriptor ? 8 : 0, 6)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(0x5a216b42, 10)
    if (!withDescriptor) [sum, data.length, plain.length].forEach((value, at) => head.writeUInt32LE(value, 14 + 4 * at))
    head.writeUInt16LE(path.length, 26)
    head.writeUInt16LE(extra.length, 28)
    const descriptor = Buffer.alloc(withDescriptor ? 16 : 0)
    if (withDescriptor) [0x08074b50, sum, data.length, plain.length].forEach((value, at) => descriptor.writeUInt32LE(value, 4 * at))
    const record = Buffer.alloc(46)
    record.writeUInt32LE(0x02014b50, 0)
    head.copy(record, 6, 4, 30)
    ;[sum, data.length, plain.length].forEach((value, at) => record.writeUInt32LE(value, 16 + 4 * at))
    record.writeUInt16LE(0, 30)
    record.writeUInt32LE(offset, 42)
    directory.push(record, path)
    const span = Buffer.concat([head, path, extra, data, descriptor])
    body.push(span)
    offset += span.length
  }
  const size = directory.reduce((whole, one) => whole + one.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...body, ...directory, end])
}
