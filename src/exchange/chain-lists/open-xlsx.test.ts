/* Workbooks: shared words, days, numbers, gaps; bombs and broken ones are refused. The archives are written here, by the format's own rules. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { openList } from './open-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'chain-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true }))

function zip(files: { readonly [name: string]: string }, claimed: { readonly [name: string]: number } = {}): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const [plain, title] = [Buffer.from(text), Buffer.from(name)]
    const packed = deflateRawSync(plain)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(plain), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claimed[name] ?? plain.length, 18)
    head.writeUInt16LE(title.length, 22)
    locals.push(Buffer.from('PK\u0003\u0004', 'latin1'), head, title, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), head, rest, title)
    offset += 30 + title.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(files).length, 4)
  end.writeUInt16LE(Object.keys(files).length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, list, Buffer.from('PK\u0005\u0006', 'latin1'), end])
}
const book = (sheet: string, words: readonly string[] = []) => ({
  'xl/workbook.xml': '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Feuille 1" sheetId="1" r:id="rId7"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId7" Target="worksheets/sheet9.xml"/></Relationships>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  'xl/sharedStrings.xml': `<sst>${words.map((word) => `<si><t>${word}</t></si>`).join('')}</sst>`,
  'xl/worksheets/sheet9.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
})
const open = (bytes: Buffer) => {
  const path = join(folder, `${Math.random()}.xlsx`)
  writeFileSync(path, bytes)
  return openList(path)
}

test('shared words, runs of rich text, days, kept fractions, gaps and empty rows', async () => {
  const sheet = [
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Da</t><t>te</t></is></c></row>',
    '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>28.499999999999996</v></c><c r="C2" s="1"><v>43790</v></c></row>',
    '<row r="3"/>',
    '<row r="5"><c r="C5" s="1"><v>43791.5</v></c></row>',
  ].join('')
  const list = await open(zip(book(sheet, ['Étiquette', 'Poids', 'LK &amp; 1'])))
  expect(list).toMatchObject({ ok: true, value: { format: 'xlsx', sheet: 'Feuille 1', columns: ['Étiquette', 'Poids', 'Date'] } })
  const rows = []
  if (list.ok) for await (const row of list.value.rows()) rows.push(row)
  expect(rows.slice(1)).toEqual([
    { line: 2, cells: ['LK & 1', '28.5', '2019-11-21'] },
    { line: 5, cells: ['', '', '2019-11-22'] },
  ])
})

test('a bomb by its own word, a bomb that lies, entities, and what is no workbook', async () => {
  const parts = book('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>')
  expect(await open(zip(parts, { 'xl/worksheets/sheet9.xml': 3_000_000_000 }))).toMatchObject({
    ok: false,
    refusal: { code: 'chain-list-too-large' },
  })
  expect(await open(zip(parts, { 'xl/worksheets/sheet9.xml': 10 }))).toMatchObject({ ok: false, refusal: { code: 'chain-list-not-text' } })
  const entities = { ...parts, 'xl/worksheets/sheet9.xml': '<!DOCTYPE a [<!ENTITY b "b">]><worksheet/>' }
  expect(await open(zip(entities))).toMatchObject({ ok: false, refusal: { code: 'chain-list-too-large' } })
  expect(await open(zip({ 'word/document.xml': '<a/>' }))).toMatchObject({ ok: false, refusal: { code: 'chain-list-not-text' } })
  expect(await open(Buffer.from('PK\u0003\u0004broken', 'latin1'))).toMatchObject({ ok: false, refusal: { code: 'chain-list-not-text' } })
})
