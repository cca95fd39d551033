/* Our lists beside those of the standard's own toolkit, read as its files are. */
import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { sharedFile } from '../../../test/shared-data.ts'
import { fieldNamed, htcdsNames, picklistOf } from './fields.ts'
import { readHtcds } from './read-rows.ts'

const fieldsFile = sharedFile('data/protection/fields.ods')
const formFile = sharedFile('data/protection/htcds_xlsform.xlsx')
const definitionsFile = sharedFile('data/protection/FieldDefinitions.md')

function sheet(path: string | null, name: string): string[][] {
  const book = read(readFileSync(path ?? ''))
  const found = book.Sheets[name]
  if (found === undefined) throw new Error(`${path} has no sheet ${name}`)
  const rows: unknown[][] = utils.sheet_to_json(found, { header: 1, defval: '', raw: false })
  return rows.map((row) => row.map((cell) => String(cell).trim()))
}
const linesOf = (text: string): string[] =>
  text
    .split(/\s*\n\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

test.skipIf(fieldsFile === null)('§11 test 8: the fields and lists of the workbook of the standard are ours, in its order', () => {
  const rows = sheet(fieldsFile, 'Field_Standards')
    .slice(1)
    .filter((row) => /^[a-z]{3}_$/.test(row[3] ?? ''))
  expect(rows.map((row) => `${row[3]}${row[4]}`)).toEqual(htcdsNames)
  const lists = rows.filter((row) => /Picklist/.test(row[7] ?? '') && row[9] !== '' && !/^Use ISO/.test(row[9] ?? ''))
  expect(lists).toHaveLength(21)
  for (const row of lists) {
    const name = fieldNamed(row[6] ?? '')
    expect([row[6], name === undefined ? [] : picklistOf(name)]).toEqual([row[6], linesOf(row[9] ?? '')])
  }
})

test.skipIf(formFile === null)(
  '§11 test 8: the survey form of the toolkit asks only fields that we read, and offers only codes that we know',
  () => {
    const asked = sheet(formFile, 'survey')
      .slice(1)
      .filter((row) => /^(?:text|date|select_)/.test(row[0] ?? ''))
    const choices = sheet(formFile, 'choices').slice(1)
    expect(asked).toHaveLength(31)
    for (const [type = '', name = ''] of asked) {
      expect([name, fieldNamed(name) === undefined]).toEqual([name, false])
      const [kind = '', list = ''] = type.split(' ')
      if (!kind.startsWith('select_')) continue
      const codes = choices.filter((row) => row[0] === list).map((row) => row[1] ?? '')
      const cells = kind === 'select_multiple' ? [...codes, codes.join(' ')] : codes
      expect([name, codes.length > 0, readHtcds([[name], ...cells.map((cell) => [cell])]).complaints]).toEqual([name, true, []])
    }
  },
)

test.skipIf(definitionsFile === null)(
  'the definitions name three methods otherwise than the list and two that it lacks: those two are read',
  () => {
    const defined = [...readFileSync(definitionsFile ?? '', 'utf8').matchAll(/^\| MethodsOfControl(\w+)/gm)].map((one) => one[1] ?? '')
    expect(defined).toHaveLength(17)
    const missing = defined.filter((code) => !picklistOf('vic_MethodsOfControl').includes(code))
    expect(missing.toSorted()).toEqual(['PsychoactiveSubstances', 'RestrictsMovement', 'ThreatOfLawEnforcement', 'Threats', 'UsesChildren'])
    expect(readHtcds([['vic_MethodsOfControl'], ['RestrictsMovement;UsesChildren']]).complaints).toEqual([])
  },
)
