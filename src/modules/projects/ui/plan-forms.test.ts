/* What a newcomer can type into the forms of a plan, and what comes out of it; what is half written is not sent. */
import { expect, test } from 'vitest'
import { asId, mustParse } from '../../../kernel/schema.ts'
import { PlanIndicator } from '../contract.ts'
import { activityForm, activityOf, dueOf, indicatorForm, indicatorOf, put } from './plan-forms.ts'

const UUID = '019aa5db-c580-7fff-bfff-000000000001'
const given = { startsOn: '2026-01-01', endsOn: '2028-06-30', result: 'r1', isProtection: false }
const source = { kind: 'manual' as const, touchesPersons: true, by: ['sex'] }
const typed = { ...indicatorForm(null, given), code: ' I9 ', fr: 'Personnes', target: '1 200,5', responsible: 'chargé de suivi' }

test('an indicator keeps baseline, target and milestones in the order of their days; a half line stops it', () => {
  const milestones = [
    { on: '2027-06-30', value: '800' },
    { on: '', value: '' },
    { on: '2026-12-31', value: '300,5' },
  ]
  expect(indicatorOf({ ...typed, milestones }, { id: 'i', source })).toMatchObject({
    ...{ code: 'I9', baseline: { value: 0, on: '2026-01-01' }, target: { value: 1200.5, on: '2028-06-30' } },
    milestones: [
      { on: '2026-12-31', value: 300.5 },
      { on: '2027-06-30', value: 800 },
    ],
  })
  expect(indicatorOf({ ...typed, milestones: [{ on: '2027-06-30', value: '' }] }, { id: 'i', source })).toBeNull()
  expect(indicatorOf({ ...typed, milestones: [{ on: '', value: '5' }] }, { id: 'i', source })).toBeNull()
  expect(indicatorOf(typed, { id: 'i', source: null })).toBeNull()
  expect(indicatorOf({ ...typed, baseline: 'beaucoup' }, { id: 'i', source })).toBeNull()
  expect(indicatorOf({ ...typed, baseline: '' }, { id: 'i', source })).toMatchObject({ baseline: { value: null } })
})
test('an indicator that is changed comes back as it was', () => {
  const [id, result] = [asId('indicator', UUID), asId('result', UUID)]
  const form = { ...typed, result, milestones: [{ on: '2027-06-30', value: '0,5' }], method: 'Registre' }
  const first = mustParse(PlanIndicator, indicatorOf(form, { id, source }))
  expect(indicatorOf(indicatorForm(first, given), { id, source })).toEqual(first)
})
test('an activity of protection loses its territoire; whom it reached is counted by an indicator that is made with it', () => {
  const ids = {
    id: 'a',
    indicator: 'new-one',
    reached: { fr: 'personnes atteintes', en: 'persons reached' },
    startsOn: '2026-01-01',
    endsOn: '2028-06-30',
  }
  const form = {
    ...activityForm(null, given),
    code: 'A1',
    fr: 'Aide',
    province: 'CD63',
    territoire: 'CD6301',
    targeted: '300',
    reachedBy: 'new',
  }
  expect(activityOf(form, ids)).toMatchObject({
    activity: { territoire: 'CD6301', targeted: 300, reachedBy: 'new-one' },
    indicator: { id: 'new-one', code: 'R-A1', source: { touchesPersons: true, by: ['sex', 'age'] }, target: { value: 300 } },
  })
  expect(activityOf({ ...form, isProtection: true, reachedBy: '' }, ids)).toMatchObject({
    activity: { territoire: null, reachedBy: null },
    indicator: null,
  })
  expect(activityOf({ ...form, targeted: '3,5' }, ids)).toBeNull()
  expect(activityOf({ ...form, province: '' }, ids)).toBeNull()
})
test('reports due every six months until the project ends, each as long after its period as the first', () => {
  const made = dueOf({ from: '2026-01-01', until: '2026-06-30', dueOn: '2026-08-14', every: '6' }, '2028-06-30', () => 'x')
  expect(made).toHaveLength(5)
  expect(made?.[1]).toMatchObject({ from: '2026-07-01', until: '2026-12-31', dueOn: '2027-02-14' })
  expect(made?.at(-1)).toMatchObject({ until: '2028-06-30' })
  expect(dueOf({ from: '2026-01-01', until: '', dueOn: '2026-08-14', every: '0' }, '2028-06-30', () => 'x')).toBeNull()
})
test('a thing that stands is put in its place, a new one at the end', () => {
  expect(put([{ id: 'a' }, { id: 'b' }], { id: 'a' })).toHaveLength(2)
  expect(put([{ id: 'a' }], { id: 'c' }).map(({ id }) => id)).toEqual(['a', 'c'])
})
