import { expect, test } from 'vitest'
import { emptyTerms, termsOf } from './agreement-form.ts'

const form = { ...emptyTerms, parties: 'Ngao\n Université \n', purpose: ' Suivi ', incidentContact: 'Point focal', expiresOn: '2027-01-31' }

test('terms are complete with two parties, a purpose, a contact and a day to come', () => {
  expect(termsOf(form, '2026-11-22')).toEqual({
    ...{ parties: ['Ngao', 'Université'], purpose: 'Suivi', fields: ['*'], frequency: 'quarterly', level: 'aggregates' },
    ...{ onwardSharing: 'forbidden', retentionMonths: 24, incidentContact: 'Point focal', expiresOn: '2027-01-31' },
  })
  for (const missing of [
    { parties: 'Ngao' },
    { purpose: ' ' },
    { fields: ' ' },
    { incidentContact: '' },
    { expiresOn: '2026-11-21' },
    { retentionMonths: '0' },
  ])
    expect(termsOf({ ...form, ...missing }, '2026-11-22')).toBeNull()
  expect(termsOf({ ...form, fields: 'gender, ageBroad;gender' }, '2026-11-22')?.fields).toEqual(['gender', 'ageBroad'])
})
