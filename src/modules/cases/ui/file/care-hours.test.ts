import { expect, test } from 'vitest'
import { longestMedicalHours } from '../../domain/identification/screening-flow.ts'
import { careSaid } from './care-hours.ts'

const at = '2026-11-20T08:00:00.000Z'
const told = [{ plain: `chanzo-screening-v1 ${JSON.stringify({ violenceAt: at })}` }]
const after = (hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString()

test('hours of care run from the time that was told, and are over after the longest', () => {
  expect(careSaid(told, after(30))).toEqual({ kind: 'running', hours: 30 })
  expect(careSaid(told, after(longestMedicalHours() - 1))).toMatchObject({ kind: 'running' })
  expect(careSaid(told, after(longestMedicalHours()))).toEqual({ kind: 'over' })
})

test('where no time was told nothing says that none runs', () => {
  expect(careSaid([], after(1))).toEqual({ kind: 'unsaid' })
  expect(careSaid([{ plain: 'chanzo-screening-v1 {}' }, { plain: null }], after(1))).toEqual({ kind: 'unsaid' })
})
