import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { ToldPlace, ToldPlaces } from '../../../releases/contract.ts'
import { toldOfSite } from './told-of-site.ts'

const id = asId('site', '01900000-0000-7000-8000-000000000001')
const line = (more: Partial<ToldPlace>): ToldPlace => ({
  ...{ type: 'child-labour-observed', quarter: '2026-Q2', level: 'site', code: id, province: 'XL1', territoire: 'XL101', persons: 20 },
  ...more,
})
const around = line({ level: 'territoire', code: 'XL101', persons: 40 })
const told: ToldPlaces = {
  quarters: [
    { quarter: '2026-Q2', toldOn: '2026-09-29' },
    { quarter: '2026-Q1', toldOn: '2026-06-30' },
  ],
  lines: [line({}), around, line({ code: 'another' }), line({ level: 'territoire', code: 'XL102' })],
  ...{ least: 10, delayDays: 90, withSites: true, readAt: '2026-11-22T08:00:00.000Z' },
}
const site = {
  ...{ id, territoire: { code: 'XL101', name: 'Lukanda', kind: 'territoire' }, inspections: [] },
}

test('each quarter that was told has its row, of this site and its own territory, and says whether anybody was there', () => {
  const rows = toldOfSite({ ...site, visits: [] }, told)
  expect(rows.map(({ quarter, toldOn, wasVisited }) => [quarter, toldOn, wasVisited])).toEqual([
    ['2026-Q2', '2026-09-29', false],
    ['2026-Q1', '2026-06-30', false],
  ])
  expect(rows.map((one) => [one.atSite, one.around])).toEqual([
    [[line({})], [around]],
    [[], []],
  ])
  const inspected = {
    inspection: asId('inspection', '01900000-0000-7000-8000-000000000002'),
    on: '2026-02-03',
    phase: 'signed',
    result: null,
  }
  const visited = (onSite: boolean) =>
    toldOfSite({ ...site, visits: [], inspections: [{ ...inspected, onSite }] }, told).map((one) => one.wasVisited)
  expect([visited(true), visited(false)]).toEqual([
    [false, true],
    [false, false],
  ])
})
