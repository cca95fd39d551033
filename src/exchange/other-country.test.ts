/* "Another country" is an answer of the interview and of no standard: no file that leaves carries our letters for it. */
import { expect, test } from 'vitest'
import { codedPerson } from '../../test/releases-with.ts'
import { OTHER_COUNTRY } from '../kernel/country.ts'
import { icTipTable } from '../modules/releases/domain/ic-tip.ts'
import { ctdcTable } from './ctdc/from-coded-case.ts'
import { htcdsTable } from './htcds/from-coded-case.ts'

test.each([
  ['CTDC', ctdcTable, 'citizenship', ['COD', null, null]],
  ['HTCDS', htcdsTable, 'prs_Citizenship', ['COD', null, 'COD']],
  ['IC-TIP', icTipTable, 'victim.citizenship', ['COD', null, 'COD']],
] as const)('%s', (_name, tableOf, column, expected) => {
  const { columns, rows } = tableOf([['COD'], [OTHER_COUNTRY], ['COD', OTHER_COUNTRY]].map((citizenships) => codedPerson({ citizenships })))
  expect(rows.map((row) => row[columns.indexOf(column)])).toEqual(expected)
})
