import { expect, test } from 'vitest'
import { columnNamed, ctdcNames } from './columns.ts'
import { meansOf } from './from-htcds.ts'
import { cellsOf, type CtdcRow, emptyRow, headings, readMicrodata } from './microdata.ts'
import { DROPPED, mergeOlderMeans, olderMeans } from './older-means.ts'
import { checkRelease } from './release-check.ts'
import { sharesOf } from './shares.ts'

const row = (cells: Partial<CtdcRow>): CtdcRow => ({ ...emptyRow, ...cells })

test('the 27 columns of 2024 in the order of the codebook', () => {
  expect(ctdcNames).toEqual([
    ...['yearOfRegistration', 'gender', 'ageBroad', 'citizenship', 'CountryOfExploitation', 'traffickMonths'],
    ...['meansDebtBondageEarnings', 'meansThreats', 'meansAbusePsyPhySex', 'meansFalsePromises', 'meansDrugsAlcohol'],
    ...['meansDenyBasicNeeds', 'meansExcessiveWorkHours', 'meansWithholdDocs'],
    ...['isForcedLabour', 'isSexualExploit', 'isOtherExploit'],
    ...['typeOfLabourAgriculture', 'typeOfLabourConstruction', 'typeOfLabourDomesticWork', 'typeOfLabourHospitality'],
    ...['typeOfSexProstitution', 'typeOfSexPornography'],
    ...['recruiterRelationIntimatePartner', 'recruiterRelationFriend', 'recruiterRelationFamily', 'recruiterRelationOther'],
  ])
  expect(Object.keys(emptyRow)).toEqual(ctdcNames)
  expect([columnNamed('meansWithholdDocuments'), columnNamed('sectorOfSexPornography')]).toEqual([
    'meansWithholdDocs',
    'typeOfSexPornography',
  ])
})

test('§11 test 6: the shares of the codebook: labour 50, sexual 50, other 25 of four of five people', () => {
  const rows = [
    { isForcedLabour: '1' },
    { isSexualExploit: '1' },
    { isOtherExploit: '1' },
    {},
    { isForcedLabour: '1', isSexualExploit: '1' },
  ].map(row)
  const { denominator, shares } = sharesOf('exploitation', rows)
  expect(denominator).toBe(4)
  expect([...shares].map(([name, { count, share }]) => [name, count, share])).toEqual([
    ['isForcedLabour', 2, 5000],
    ['isSexualExploit', 2, 5000],
    ['isOtherExploit', 1, 2500],
  ])
  expect([...sharesOf('recruiter', rows).shares.values()].map(({ share }) => share)).toEqual([null, null, null, null])
})

test('§11 test 6: each of the sixteen older means goes to its column of 2024, other means are dropped, and only a 1 counts', () => {
  const merged = Object.keys(olderMeans).map((name) => [
    name,
    Object.entries(mergeOlderMeans({ [name]: '1' }, 0).means).flatMap(([column, value]) => (value === '1' ? [column] : [])),
  ])
  expect(merged).toHaveLength(16)
  for (const [name, columns] of merged)
    expect([name, columns]).toEqual([name, [Object.entries(olderMeans).find(([older]) => older === name)?.[1]]])
  const none = { meansOfControlDebtBondage: '0', meansOfControlThreats: '-99', meansOfControlPhysicalAbuse: '', [DROPPED]: '1' }
  expect(Object.values(mergeOlderMeans(none, 0).means)).toEqual(Array(8).fill(null))
  expect(mergeOlderMeans({ meansOfControlDebtBondage: '0', meansOfControlTakesEarnings: '1' }, 0).means.meansDebtBondageEarnings).toBe('1')
  expect(mergeOlderMeans({ meansOfControlThreats: 'yes', meansOfControlRumour: '1' }, 4).complaints).toEqual([
    { row: 4, field: 'meansOfControlThreats', problem: 'unknown-value' },
    { row: 4, field: 'meansOfControlRumour', problem: 'unknown-means' },
  ])
})

test('rows go out and come back: 1 or an empty cell, and NULL is read', () => {
  const one = row({
    yearOfRegistration: '2021',
    gender: 'Woman',
    ageBroad: '09--17',
    citizenship: 'COD',
    meansThreats: '1',
    traffickMonths: '25+ (2+ yrs)',
  })
  const read = readMicrodata([headings(), cellsOf(one), cellsOf(emptyRow)])
  expect(read).toEqual({ rows: [one, emptyRow], complaints: [] })
  expect(readMicrodata([headings(), ctdcNames.map(() => 'NULL')]).rows).toEqual([emptyRow])
})

test('dashes, a lost zero and a point after whole numbers are read; a 0 and an unknown value are reported and kept', () => {
  const cells = {
    ageBroad: '9—17',
    traffickMonths: '0–12 (0-1 yr)',
    yearOfRegistration: '2020.0',
    meansThreats: '1.0',
    isForcedLabour: '0',
    gender: 'Femme',
    citizenship: 'CD',
  }
  const { rows, complaints } = readMicrodata([Object.keys(cells), Object.values(cells)])
  expect(rows[0]).toMatchObject({
    ageBroad: '09--17',
    traffickMonths: '0--12 (0-1 yr)',
    yearOfRegistration: '2020',
    meansThreats: '1',
    gender: 'Femme',
  })
  expect(complaints.filter((one) => one.row === 0)).toEqual([
    { row: 0, field: 'gender', problem: 'unknown-value', value: 'Femme' },
    { row: 0, field: 'citizenship', problem: 'unknown-value', value: 'CD' },
    { row: 0, field: 'isForcedLabour', problem: 'unknown-value', value: '0' },
  ])
  expect(complaints.filter((one) => one.problem === 'missing-column')).toHaveLength(20)
  expect(
    readMicrodata([['gender', 'gender', 'colour']])
      .complaints.slice(0, 2)
      .map(({ field, problem }) => [field, problem]),
  ).toEqual([
    ['colour', 'unknown-column'],
    ['gender', 'column-twice'],
  ])
})

test('§11 test 7: rows may leave when every combination of three is shared by ten, and what is rare is named', async () => {
  const common = Array.from({ length: 10 }, () => row({ gender: 'Woman', ageBroad: '18--20', isForcedLabour: '1' }))
  expect(await checkRelease(common)).toEqual({ checked: true, rare: [] })
  const rare = await checkRelease([...common, row({ gender: 'Woman', isForcedLabour: '1', meansThreats: '1' })])
  const threats = { column: 'meansThreats', value: '1' }
  expect(rare).toEqual({
    checked: true,
    rare: [
      { attributes: [{ column: 'gender', value: 'Woman' }, threats], count: 1 },
      { attributes: [threats], count: 1 },
    ],
  })
})

test('the methods of control of HTCDS are told in the columns of 2024; Other is told nowhere', () => {
  expect(meansOf(['PhysicalThreats', 'ThreatsLawEnforcement', 'ThreatensChildrenFamily', 'UsesChildren'])).toEqual(['meansThreats'])
  expect(meansOf(['RestrictsMovement', 'WithholdsDocuments', 'PsychoactiveSubstance', 'DebtBondage', 'TakesEarnings', 'Other'])).toEqual([
    'meansDenyBasicNeeds',
    'meansWithholdDocs',
    'meansDrugsAlcohol',
    'meansDebtBondageEarnings',
  ])
})
