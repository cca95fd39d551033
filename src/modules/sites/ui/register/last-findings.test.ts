import { expect, test } from 'vitest'
import { known, lastFindings } from './last-findings.ts'

const visit = (on: string, onSite: boolean, voidedAt: string | null = null) => ({ on, onSite, voidedAt })
const inspection = (on: string, onSite: boolean) => ({ on, onSite })

test('a desk row does not replace what the last visitor found', () => {
  const been = visit('2019-03-01', true)
  expect(lastFindings({ inspections: [], visits: [visit('2022-10-02', false), been] })).toEqual({ from: 'visit', visit: been })
  const team = inspection('2018-01-01', true)
  expect(lastFindings({ inspections: [inspection('2023-01-01', false), team], visits: [visit('2022-10-02', false)] })).toEqual({
    from: 'inspection',
    inspection: team,
  })
})

test('the newer of an inspection and a visit counts, and a voided visit does not', () => {
  const team = inspection('2020-01-01', true)
  const visits = [visit('2021-01-01', true, '2021-02-01T00:00:00.000Z'), visit('2019-01-01', true)]
  expect(lastFindings({ inspections: [team], visits })).toEqual({ from: 'inspection', inspection: team })
  expect(lastFindings({ inspections: [], visits: [] })).toEqual({ from: 'nobody' })
})

test('who was not there knows no absence', () => {
  const desk = visit('2022-10-02', false)
  expect(lastFindings({ inspections: [], visits: [desk] })).toEqual({ from: 'visit', visit: desk })
  expect([known(false, desk), known(0, desk), known('no', desk), known(null, desk)]).toEqual([undefined, undefined, undefined, undefined])
  expect([known(true, desk), known(12, desk)]).toEqual([true, 12])
  expect([known(false, visit('2022-10-02', true)), known(0, visit('2022-10-02', true))]).toEqual([false, 0])
})
