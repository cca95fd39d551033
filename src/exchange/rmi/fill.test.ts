/*
Workbooks filled in place: what the map names is written, all else keeps its bytes, and hostile files are refused. The workbooks are made by the tests;
a reader of workbooks that is not ours reads the result.
*/
import { deflateRawSync } from 'node:zlib'
import { read } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Parts, SHARED, amrtParts, cmrtParts, zipOf } from '../../../test/rmi/example-workbook.ts'
import { type Infer, mustParse } from '../../kernel/schema.ts'
import { SourceList } from '../../modules/reports/contract.ts'
import { countryName } from './country-names.ts'
import { type Filling, fillWorkbook } from './fill.ts'
import { FillingDetails } from './filling-words.ts'
import { columnName, readSheet, writeCells } from './workbook/sheet.ts'
import { openArchive, readPart, replaceParts } from './workbook/zip.ts'

const sources = mustParse(SourceList, {
  period: { from: '2026-01-01', until: '2026-11-21' },
  buyers: [{ name: 'Example Smelting NV', country: 'BE', minerals: ['Sn'] }],
  mines: [
    {
      name: 'Mto <Mweupe> & 2',
      siteId: '=HYPERLINK("x")',
      idSource: 'national',
      country: 'CD',
      province: 'Lukanda',
      mineral: 'Sn',
      grams: 292_000,
      hundredthsOfPercent: 10_000,
    },
  ],
  unknown: [{ mineral: 'Ta', grams: 1_500 }],
  certificates: 1,
  unread: 0,
})
const details = mustParse(FillingDetails, {
  company: 'Ménage & Fils',
  scope: 'company',
  contact: { name: 'Contact', email: 'contact@example.org' },
  authoriser: {},
  date: '2026-11-21',
  period: sources.period,
  smelters: [{ mineral: 'Ta', name: 'Luna Smelter', country: 'Rwanda', id: 'CID003387' }],
})
const given = { details, sources }

function filled(parts: Parts, more: Infer<typeof FillingDetails> = details): Filling {
  const made = fillWorkbook(zipOf(parts), { ...given, details: more })
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}
const refusal = (bytes: Uint8Array) => {
  const made = fillWorkbook(bytes, given)
  return made.ok ? null : made.refusal
}

test('a CMRT 6.5 is filled by the map of its cells, and another reader finds the values there', () => {
  const { template, file, gaps } = filled(cmrtParts())
  expect(template).toEqual({ kind: 'CMRT', version: '6.5' })
  const book = read(file)
  const [declaration, smelters] = [book.Sheets['Declaration'], book.Sheets['Smelter List']]
  expect(declaration?.['D8']?.v).toBe('Ménage & Fils')
  expect(declaration?.['D9']?.v).toBe('A. Company')
  expect(declaration?.['D15']?.v).toBe('Contact')
  expect(declaration?.['D22']?.v).toBe(46_347)
  expect(['B5', 'C5', 'D5', 'F5', 'G5'].map((cell) => smelters?.[cell]?.v)).toEqual([
    'Tantalum',
    'Luna Smelter',
    'Luna Smelter',
    'CID003387',
    'RMI',
  ])
  expect(['B6', 'C6', 'D6', 'E6', 'N6', 'O6'].map((cell) => smelters?.[cell]?.v)).toEqual([
    ...[
      'Tin',
      'Smelter not listed',
      'Example Smelting NV',
      'BELGIUM',
      'Mto <Mweupe> & 2 (=HYPERLINK("x"))',
      'CONGO, DEMOCRATIC REPUBLIC OF THE',
    ],
  ])
  expect(smelters?.['N6']?.f).toBeUndefined()
  // Of tin the record knows that it is sold, mined in a covered country and not recycled; the rest is the company's to say.
  expect(['D27', 'D33', 'D39', 'D51'].map((cell) => declaration?.[cell]?.v)).toEqual(['Yes', 'Yes', 'Yes', 'No'])
  expect(['D26', 'D28', 'D29', 'D45', 'D57'].map((cell) => declaration?.[cell]?.v)).toEqual(Array(5).fill(undefined))
  expect(gaps.filter(({ what }) => what.startsWith('question-'))).toHaveLength(28)
  expect(gaps).toContainEqual({ sheet: 'Declaration', cell: 'D45', what: 'question-4', who: 'company', facts: 'Tin' })
  expect(gaps).toContainEqual({ sheet: '–', cell: '–', what: 'mass-without-mine', who: 'record', facts: 'Tantalum 1.5 kg' })
  expect(gaps).toContainEqual({ sheet: 'Declaration', cell: 'D17', what: 'contact-phone', who: 'company', facts: null })
})

test('every part that is not filled keeps its bytes, headers included; a filled sheet keeps all but the cells written', () => {
  const before = zipOf(cmrtParts())
  const { file, kept, filled: cells } = filled(cmrtParts())
  const [old, now] = [openArchive(before), openArchive(file)]
  expect([...now.parts.keys()]).toEqual([...old.parts.keys()])
  for (const [name, part] of old.parts) {
    const is = now.parts.get(name)
    if (name === 'xl/worksheets/sheet2.xml' || name === 'xl/worksheets/sheet3.xml') continue
    expect(is?.span.equals(part.span)).toBe(true)
    expect(is?.record.subarray(0, 42).equals(part.record.subarray(0, 42))).toBe(true)
  }
  for (const [name, sheet] of [
    ['xl/worksheets/sheet2.xml', 'Declaration'],
    ['xl/worksheets/sheet3.xml', 'Smelter List'],
  ] as const) {
    const written = cells.filter((one) => one.sheet === sheet).map(({ cell }) => cell)
    expect(written.length).toBeGreaterThan(3)
    const without = (text: string) =>
      written
        .reduce((left, cell) => left.replace(new RegExp(`<c r="${cell}"(?:[^>]*/>|.*?</c>)`), ''), text)
        .replaceAll(/<row ([^>]*)><\/row>/g, '<row $1/>')
    expect(without(readPart(now, name) ?? '')).toBe(without(readPart(old, name) ?? ''))
  }
  // The formula for the country stays, and the filler says so.
  expect(kept).toContainEqual({ sheet: 'Smelter List', cell: 'E5', what: 'smelter-country', why: 'formula' })
  expect(readPart(now, 'xl/worksheets/sheet3.xml')).toContain('VLOOKUP(C5,L,2)')
  expect(readPart(now, 'xl/worksheets/sheet2.xml')).toContain('<c r="D8" s="5" t="inlineStr">')
})

test('what somebody wrote before is kept; a smelter that is there gets its mines beside it', () => {
  const row =
    '<row r="5"><c r="B5" t="s"><v>4</v></c><c r="D5" t="inlineStr"><is><t>Luna Smelter</t></is></c><c r="F5" t="inlineStr"><is><t>CID003387</t></is></c></row>'
  const made = filled(cmrtParts({ smelterRows: row }), {
    ...details,
    smelters: [...details.smelters, { mineral: 'Sn', name: 'Other', id: 'CID000001' }],
  })
  const sheet = read(made.file).Sheets['Smelter List']
  expect(sheet?.['B6']?.v).toBe('Tin')
  expect(sheet?.['N5']).toBeUndefined()
  const again = fillWorkbook(made.file, { ...given, details: { ...details, company: 'Somebody else' } })
  expect(again.ok && again.value.kept).toContainEqual({ sheet: 'Declaration', cell: 'D8', what: 'company', why: 'written' })
})

test('an AMRT gets its mines by its headings, with the identifiers of the register; a metal that the file does not know is said', () => {
  const made = filled(amrtParts())
  const sheet = read(made.file).Sheets['Mine List']
  expect(['A4', 'B4', 'C4', 'D4', 'E4', 'F4', 'I4'].map((cell) => sheet?.[cell]?.v)).toEqual([
    ...['Tin', 'Example Smelting NV', 'Mto <Mweupe> & 2', '=HYPERLINK("x")', 'national', 'CONGO, DEMOCRATIC REPUBLIC OF THE', 'Lukanda'],
  ])
  expect(sheet?.['G4']).toBeUndefined()
  const without = filled(amrtParts({ metal: 'Cobalt' }))
  expect(without.filled).toEqual([])
  expect(without.gaps).toContainEqual({ sheet: 'Mine List', cell: '–', what: 'metal', who: 'company', facts: 'Tin' })
})

test('earlier versions are filled only where their labels say the same; unknown ones are refused with those that are known', () => {
  expect(filled(cmrtParts({ revision: 'Revision 6.22 May 12, 2022' })).template.version).toBe('6.22')
  const renamed = cmrtParts({ revision: 'Revision 6.4' }).map(
    ([name, text]) => [name, text.replace('Effective Date', 'Date of birth')] as const,
  )
  expect(refusal(zipOf(renamed))).toMatchObject({ code: 'rmi-layout-unknown' })
  expect(refusal(zipOf(cmrtParts({ revision: 'Revision 7.0' })))).toMatchObject({
    code: 'rmi-version-unknown',
    facts: { version: '7.0', kind: 'CMRT' },
  })
  expect(refusal(zipOf(cmrtParts({ title: 'Household budget', revision: '' })))).toMatchObject({ code: 'rmi-not-a-template' })
})

test('hostile files are refused in words: macros, document types, bombs, lies, rubbish', () => {
  const swap = (name: string, text: string) => cmrtParts().map((part) => (part[0] === name ? ([name, text] as const) : part))
  expect(refusal(zipOf(cmrtParts({ extra: [['xl/vbaProject.bin', 'x']] })))?.code).toBe('rmi-has-macros')
  const entity = '<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><sheetData/></worksheet>'
  expect(refusal(zipOf(swap('xl/worksheets/sheet2.xml', entity)))?.code).toBe('rmi-not-a-workbook')
  expect(refusal(zipOf(swap('xl/worksheets/sheet2.xml', '<worksheet><sheetData>')))?.code).toBe('rmi-not-a-workbook')
  expect(refusal(zipOf([...cmrtParts(), ['xl/media/big.bin', ' '.repeat(130_000_000)]]))?.code).toBe('rmi-too-large')
  expect(refusal(Buffer.from('PK nothing'))?.code).toBe('rmi-not-a-workbook')
  expect(refusal(new Uint8Array())?.code).toBe('rmi-not-a-workbook')
  // A part that says it is small and unfolds to 60 MB.
  const lying = zipOf(swap('xl/worksheets/sheet2.xml', 'x'.repeat(60_000_000)))
  const archive = openArchive(lying)
  const part = archive.parts.get('xl/worksheets/sheet2.xml')
  part?.record.writeUInt32LE(1_000, 24)
  expect(refusal(lying)?.code).toBe('rmi-too-large')
  expect(deflateRawSync(Buffer.alloc(1)).length).toBeGreaterThan(0)
}, 30_000)

test('a file cut or changed anywhere is refused or filled, never a fault', () => {
  const whole = zipOf(cmrtParts())
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, value, isCut) => {
      const bytes = isCut ? whole.subarray(0, at) : Buffer.from(whole)
      if (!isCut) bytes[at] = value
      expect([true, false]).toContain(fillWorkbook(bytes, given).ok)
    }),
    { numRuns: 400 },
  )
})

test('any cells written into any sheet are read back, and nothing else is moved', () => {
  const reference = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 12 })).map(([column, row]) => `${columnName(column)}${row}`)
  const sheetOf = (cells: readonly string[]) => {
    const rows = Map.groupBy(cells, (one) => Number(one.replaceAll(/\D/g, '')))
    const sorted = [...rows].toSorted(([a], [b]) => a - b)
    const column = (one: string) => one.replaceAll(/\d/g, '').padStart(3)
    return `<x:worksheet xmlns:x="y"><x:sheetData>${sorted
      .map(
        ([row, of]) =>
          `<x:row r="${row}">${of
            .toSorted((a, b) => (column(a) < column(b) ? -1 : 1))
            .map((one) => `<x:c r="${one}" s="2"><x:v>7</x:v></x:c>`)
            .join('')}</x:row>`,
      )
      .join('')}</x:sheetData><x:rest/></x:worksheet>`
  }
  fc.assert(
    fc.property(
      fc.uniqueArray(reference, { maxLength: 20 }),
      fc.uniqueArray(reference, { maxLength: 12 }),
      fc.string(),
      (there, wanted, said) => {
        const plain = said.replaceAll(/[^\P{C}\n\t]/gu, '').replaceAll('\r', '')
        const after = readSheet(
          writeCells(
            readSheet(sheetOf(there)),
            wanted.map((one) => ({ reference: one, value: { text: plain } })),
          ),
        )
        expect(new Set(after.cells.keys())).toEqual(new Set([...there, ...wanted]))
        for (const one of wanted) expect(after.cells.get(one)?.raw).toBe(plain)
        for (const one of there) expect(after.cells.get(one)?.style).toBe('2')
        const order = after.rows.map(({ number }) => number)
        expect(order).toEqual(order.toSorted((a, b) => a - b))
        for (const row of after.rows)
          expect(row.cells.map(({ column }) => column)).toEqual(row.cells.map(({ column }) => column).toSorted((a, b) => a - b))
      },
    ),
    { numRuns: 200 },
  )
})

test('putting an archive together without changes gives its bytes back', () => {
  const whole = zipOf(cmrtParts())
  expect(replaceParts(openArchive(whole), new Map()).equals(whole)).toBe(true)
})

test('a question is answered only where the file itself asks it, in the words of its own list', () => {
  const without = (gone: string) => cmrtParts().map(([name, said]) => [name, said.replace(gone, 'x')] as const)
  const answers = (parts: Parts) => filled(parts).filled.filter(({ what }) => what.startsWith('question-'))
  expect(answers(cmrtParts()).map(({ cell, value }) => `${cell} ${value}`)).toEqual(['D27 Yes', 'D33 Yes', 'D39 Yes', 'D51 No'])
  expect(answers(without('2) remain? (*)')).map(({ cell }) => cell)).toEqual(['D27', 'D39', 'D51'])
  expect(answers(without('<t>No</t>')).map(({ cell }) => cell)).toEqual(['D27', 'D33', 'D39'])
})

test.each([
  ['CD', 'CONGO, DEMOCRATIC REPUBLIC OF THE'],
  ['be', 'BELGIUM'],
  ['Rwanda', 'RWANDA'],
  ['Democratic Republic of the Congo', 'CONGO, DEMOCRATIC REPUBLIC OF THE'],
  ['TZ', 'TANZANIA, UNITED REPUBLIC OF'],
  // Not in the list of this file: the English name; what nobody knows stays as it was typed.
  ['MY', 'MALAYSIA'],
  ['Zanzibar', 'Zanzibar'],
])('a country %s reads %s, as the file lists it', (typed, listed) => expect(countryName({ shared: SHARED }, typed)).toBe(listed))
