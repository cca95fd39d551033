/*
What leaves a project follows from what was told, and from nothing behind it: two records whose true counts of persons differ and that are told alike give the same report on paper, as
text document and as workbook, and the same 5W, IATI and points, byte for byte. Money of two currencies stands apart in each of them. So a second file gives nobody away that the first did
not.
*/
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activitiesGeoJson } from '../../src/exchange/hxl/activities-geojson.ts'
import { fiveW } from '../../src/exchange/hxl/five-w.ts'
import { iatiXml } from '../../src/exchange/iati/write-activity.ts'
import { asId } from '../../src/kernel/schema.ts'
import { totalsOf } from '../../src/modules/projects/contract-reports.ts'
import type { ProjectPublication } from '../../src/modules/projects/contract-publication.ts'
import type { ToldNumber } from '../../src/modules/projects/contract-values.ts'
import { sumOf } from '../../src/modules/projects/domain/cumulate.ts'
import { fillReport } from '../../src/modules/projects/domain/report.ts'
import { tell } from '../../src/modules/projects/domain/tell.ts'
import type { PeriodValue } from '../../src/modules/projects/domain/value.ts'
import { donorReportText } from '../../src/modules/projects/page/donor-report-docx.ts'
import { donorReportPage } from '../../src/modules/projects/page/donor-report-page.ts'
import { donorReportWorkbook } from '../../src/modules/projects/page/donor-report-workbook.ts'
import { samplePublication } from '../sample-publication.ts'

const sample = samplePublication()
const [first] = sample.indicators
if (first === undefined) throw new Error('the sample project measures nothing')
const indicator = first
const PERIODS = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'] as const
type Quarter = readonly [women: number, men: number, late: number]
const LOCKED = '2026-02-01T00:00:00.000Z'

/** Locked quarters as the record would make them; the true counts lie beside, as if they were sealed. */
function valuesOf(quarters: readonly Quarter[]): ReadonlyMap<string, PeriodValue> {
  let before: ToldNumber | null = null
  const found = new Map<string, PeriodValue>()
  for (const [at, [women, men, lateOnes]] of quarters.entries()) {
    const period = PERIODS[at] ?? '2025-Q4'
    const telling = { unit: 'number' as const, touchesPersons: true, table: period }
    const parts = [
      { by: 'sex', key: 'women', numerator: women, denominator: null },
      { by: 'sex', key: 'men', numerator: men, denominator: null },
    ]
    const own = tell({ numerator: women + men, denominator: null, parts }, telling)
    const came = tell({ numerator: lateOnes, denominator: null, parts: [] }, telling).told
    const late = at === 0 || came.state !== 'shown' ? [] : [{ period: PERIODS[at - 1] ?? '', after: null, until: LOCKED, told: came }]
    const cumulative: ToldNumber = sumOf({ unit: 'number', before, own: own.told, late, restated: [] })
    before = cumulative
    found.set(period, {
      ...{ status: 'locked', project: asId('project', sample.id), sealed: JSON.stringify(own.cells), writtenBy: 'a', verifiedBy: 'b' },
      ...{ lockedAt: LOCKED, sha256: 'x', returned: null, proposal: null, restated: null, restatements: [] },
      content: {
        ...{ period, told: own.told, parts: [...own.parts], late, cumulative, source: 'measure', measure: 'outreach.direct-reach' },
        ...{ measureVersion: 1, touchesPersons: true, asOf: LOCKED, evidence: null },
      },
    })
  }
  return found
}
const budget = [
  { code: 'B1', title: { fr: 'Visites' }, currency: 'USD', cents: 100_000 },
  { code: 'B2', title: { fr: 'Centre' }, currency: 'EUR', cents: 30_000 },
  { code: 'B3', title: { fr: 'Formation' }, currency: 'USD', cents: 50_000 },
]
const document = (values: ReadonlyMap<string, PeriodValue>) => {
  const { opened, results } = sample
  const activities = sample.activities.map(({ province, territoire, ...one }) => ({
    ...one,
    province: province.code,
    territoire: territoire?.code ?? null,
  }))
  const plan = { results: [...results], indicators: [indicator.indicator], activities, budget, due: [] }
  return fillReport({
    ...{ from: '2025-07-01', until: '2025-12-31', today: '2026-02-02', texts: new Map() },
    project: { id: asId('project', sample.id), opened, plan, version: 1 },
    values: new Map([[indicator.indicator.id, values]]),
    spent: [
      { line: 'B1', period: '2025-Q3', cents: 1_000 },
      { line: 'B2', period: '2025-Q3', cents: 700 },
    ],
  })
}
/** Everything that leaves of it. */
function filesOf(values: ReadonlyMap<string, PeriodValue>): readonly string[] {
  const sheet = { document: document(values), sha256: 'x', supersededBy: null }
  const published: ProjectPublication = {
    ...sample,
    indicators: [
      {
        ...indicator,
        values: [...values.values()].map(({ content }) => ({
          ...content,
          counted: content.parts,
          from: '2025-01-01',
          until: '2025-03-31',
        })),
      },
    ],
  }
  const bytes = (file: Uint8Array): string => Buffer.from(file).toString('base64')
  return [
    donorReportPage(sheet, 'fr').html,
    bytes(donorReportText(sheet, 'fr')),
    bytes(donorReportWorkbook(sheet, 'fr')),
    JSON.stringify(fiveW(published, 'fr')),
    iatiXml(published, { country: 'CD', madeAt: LOCKED }),
    JSON.stringify(activitiesGeoJson(published, { provinces: new Map(), territoires: new Map() })),
  ]
}
const saidOf = (values: ReadonlyMap<string, PeriodValue>): string => JSON.stringify([...values.values()].map(({ content }) => content))
const person = fc.integer({ min: 0, max: 45 })
const quarters = fc.array(fc.tuple(person, person, fc.integer({ min: 0, max: 25 })), { minLength: 1, maxLength: 4 })

test('two records that are told alike leave alike, however their true counts differ', () => {
  const compared = { alike: 0 }
  fc.assert(
    fc.property(quarters, fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 12, maxLength: 12 }), (given, moves) => {
      const other = given.map((one, at): Quarter => {
        const moved = (of: number, by: number): number => Math.max(0, of + (moves[at * 3 + by] ?? 0))
        return [moved(one[0], 0), moved(one[1], 1), moved(one[2], 2)]
      })
      const [here, there] = [valuesOf(given), valuesOf(other)]
      if (saidOf(here) !== saidOf(there)) return
      compared.alike++
      expect(filesOf(there)).toEqual(filesOf(here))
    }),
    { numRuns: 1_500 },
  )
  expect(compared.alike).toBeGreaterThan(50)
})
test('a small count stands in none of them', () => {
  // 41 in all, of whom 4 are men: neither the 4 nor the 37 nor the 41 leaves.
  const [page, , , rows, xml] = filesOf(
    valuesOf([
      [37, 4, 0],
      [13, 4, 7],
    ]),
  )
  for (const file of [page, rows, xml])
    expect(file).not.toMatch(/value="(4|37|41|13|17|7)"|>\s*(4|37|41|13|17|7)\s*<|,(4|37|41|13|17|7)[,\]]/)
  expect(xml).toContain('value="40"')
})
test('two currencies stand apart and are never added', () => {
  const { money } = document(valuesOf([[30, 30, 0]]))
  expect(totalsOf(money)).toEqual([
    { currency: 'USD', budget: 150_000, inPeriod: 1_000, until: 1_000 },
    { currency: 'EUR', budget: 30_000, inPeriod: 700, until: 700 },
  ])
  const [page] = filesOf(valuesOf([[30, 30, 0]]))
  expect(page).toContain('Total en USD')
  expect(page).toContain('Total en EUR')
  expect(page).not.toMatch(/1\s?800,00|1\u202f800,00|17,00/)
})
