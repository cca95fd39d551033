import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOfRows } from '../../kernel/csv.ts'
import { rowsOfCsv } from './csv.ts'
import { holdsSeveral, htcdsNames, isHtcdsField, picklistOf, ruleOf } from './fields.ts'
import { readHtcds } from './read-rows.ts'
import { AGE_BAND, type HtcdsRecord, METHODS_NOTE } from './record.ts'
import { ageBand, deidentifiedRows, identifiedRows } from './write-rows.ts'

const read = (csv: string) => readHtcds(rowsOfCsv(csv) ?? [])

test('§11 test 8: both spellings of a field are read as one', () => {
  const standard = read('prs_FirstName,prs_SecondName,vic_MethodsOfControl\nAmina,B,DebtBondage')
  const survey = read('prs_First_Name,prs_Second_Name,vic_Methods_of_Control\nAmina,B,DebtBondage')
  expect(survey).toEqual(standard)
  expect(standard).toEqual({
    records: [{ prs_FirstName: ['Amina'], prs_SecondName: ['B'], vic_MethodsOfControl: ['DebtBondage'] }],
    complaints: [],
  })
  const both = read('vic_MethodsOfControl,vic_Methods_of_Control\nDebtBondage,FalsePromises;DebtBondage')
  expect(both.records[0]?.vic_MethodsOfControl).toEqual(['DebtBondage', 'FalsePromises'])
  expect(both.complaints).toEqual([{ row: null, field: 'vic_MethodsOfControl', problem: 'column-twice', value: '' }])
})

test('§11 test 8: several values stand behind semicolons or, from the survey form, behind spaces; spaces around a code do not count', () => {
  const { records, complaints } = read(
    'vic_MethodsOfControl,prs_Citizenship,vic_ForcedLabourIndustry\n"DebtBondage ; TakesEarnings",CD;RW,B_MiningAndQuarrying F_Construction',
  )
  expect(records[0]).toEqual({
    vic_MethodsOfControl: ['DebtBondage', 'TakesEarnings'],
    prs_Citizenship: ['CD', 'RW'],
    vic_ForcedLabourIndustry: ['B_MiningAndQuarrying', 'F_Construction'],
  })
  expect(complaints).toEqual([])
  expect(read('prs_Gender;vic_MethodsOfControl\r\nFeminine;"DebtBondage;Other"\r\n').records[0]).toEqual({
    prs_Gender: ['Feminine'],
    vic_MethodsOfControl: ['DebtBondage', 'Other'],
  })
})

test('§11 test 8: an unknown code is reported with its place, and stays in the record and in what is written again', () => {
  const { records, complaints } = read(
    'prs_Gender,vic_MethodsOfControl,colour\nFeminine,DebtBondage\nFemme,DebtBondage;Witchcraft;Debt bondage\n',
  )
  expect(complaints).toEqual([
    { row: null, field: 'colour', problem: 'unknown-column', value: '' },
    { row: 1, field: 'prs_Gender', problem: 'unknown-code', value: 'Femme' },
    { row: 1, field: 'vic_MethodsOfControl', problem: 'unknown-code', value: 'Witchcraft' },
    { row: 1, field: 'vic_MethodsOfControl', problem: 'unknown-code', value: 'Debt bondage' },
  ])
  expect(readHtcds(identifiedRows(records)).records).toEqual(records)
})

test('dates, numbers, telephones, countries, languages and yes or no are held to their form, and kept when they fail', () => {
  const { records, complaints } = read(
    'prs_Birthdate,prs_NumberOfChildren,prs_HomePhone,prs_Citizenship,prs_PrimaryLanguage,con_Consent\n1/2/1990,deux,0812,Congo,Swahili,oui\n1990-02-01,2,+243812345678,COD,swa,TRUE',
  )
  expect(complaints.map(({ row, problem }) => [row, problem])).toEqual(
    ['not-a-date', 'not-a-number', 'not-a-language', 'not-a-country', 'not-a-telephone', 'not-yes-or-no'].map((problem) => [0, problem]),
  )
  expect(records[0]?.prs_Birthdate).toEqual(['1/2/1990'])
  expect(read('a,"b').records).toEqual([])
})

const coded = htcdsNames.filter((name) => picklistOf(name).length > 0)
test('§11 test 8: every code of every list goes out and comes back, alone and together', () => {
  expect(coded).toHaveLength(21)
  for (const name of coded) {
    const alone: HtcdsRecord[] = picklistOf(name).map((code) => ({ [name]: [code] }))
    const records = holdsSeveral(name) ? [...alone, { [name]: picklistOf(name) }] : alone
    expect(read(csvOfRows(identifiedRows(records)))).toEqual({ records, complaints: [] })
    if (ruleOf(name).withoutIdentity === 'kept') expect(read(csvOfRows(deidentifiedRows(records, '2026-11-22'))).records).toEqual(records)
  }
})

test('§11 test 8: property: any choice of codes survives the file, the two that the list lacks as Other with a note', () => {
  const methods = [...picklistOf('vic_MethodsOfControl'), 'RestrictsMovement', 'UsesChildren']
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...methods), { minLength: 1 }), (chosen) => {
      const rows = identifiedRows([{ vic_MethodsOfControl: chosen }])
      const written = rows[1]?.[rows[0]?.indexOf('vic_MethodsOfControl') ?? -1]?.split(';') ?? []
      for (const code of written) expect(picklistOf('vic_MethodsOfControl')).toContain(code)
      const back = read(csvOfRows(rows))
      expect(back.complaints).toEqual([])
      expect([...(back.records[0]?.vic_MethodsOfControl ?? [])].toSorted()).toEqual(chosen.toSorted())
    }),
  )
  const [headings = [], row = []] = identifiedRows([{ vic_MethodsOfControl: ['RestrictsMovement', 'DebtBondage'] }])
  expect([row[headings.indexOf('vic_MethodsOfControl')], row[headings.indexOf(METHODS_NOTE)]]).toEqual([
    'Other;DebtBondage',
    'RestrictsMovement',
  ])
})

test('without identity nothing that names, reaches or places a person is left, nor any text', () => {
  const canary = 'Zawadi-7731'
  const everything = Object.fromEntries(htcdsNames.map((name) => [name, [canary]]))
  const [headings = [], row = []] = deidentifiedRows(
    [{ ...everything, prs_Birthdate: ['2009-11-23'], prs_Gender: ['Feminine'] }],
    '2026-11-22',
  )
  expect(JSON.stringify(row)).not.toContain(canary)
  expect([row[headings.indexOf(AGE_BAND)], row[headings.indexOf('prs_Gender')]]).toEqual(['09--17', 'Feminine'])
  const gone = [
    'Name',
    'Phone',
    'Email',
    'Mailing',
    'Shipping',
    'IdentityNumber',
    'Birthdate',
    'Street',
    'City',
    'Postal',
    'itude',
    'Details',
    'Comment',
    'Owner',
    'Worker',
    'Description',
    'Title',
    'Salutation',
    'Location',
    'Objectives',
    'ActionPlan',
  ]
  for (const part of gone) expect(headings.filter((name) => name.includes(part))).toEqual([])
  expect(headings.filter((name) => isHtcdsField(name) && ruleOf(name).kind === 'text')).toEqual([])
  const [all = [], whole = []] = identifiedRows([everything])
  expect(all).toHaveLength(htcdsNames.length + 1)
  expect(whole.filter((cell) => cell === canary)).toHaveLength(htcdsNames.length)
})

test.each([
  ['2017-11-23', '0--8'],
  ['2017-11-22', '09--17'],
  ['2008-11-23', '09--17'],
  ['2008-11-22', '18--20'],
  ['1978-11-22', '48+'],
  ['2026-11-23', ''],
  ['1990', ''],
])('born on %s, on 22 November 2026: %s', (birthdate, band) => expect(ageBand(birthdate, '2026-11-22')).toBe(band))

test('a cell that a spreadsheet would run is written as text', () => {
  expect(csvOfRows([['=1+1', '+243812345678', '-2.5', 'a"b', '@x']])).toBe(`'=1+1,+243812345678,-2.5,"a""b",'@x\r\n`)
})
