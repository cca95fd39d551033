/* The head of a project as a form: whole or nothing, and what a revision changed. */
import { expect, test } from 'vitest'
import { headChanges, headForm, headFrom } from './head-form.ts'

const head = {
  ...{ title: { fr: 'Mines sûres' }, donor: 'Fonds inventé', implementer: 'Partenaire inventé' },
  ...{ startsOn: '2026-01-01', endsOn: '2027-12-31', isProtection: false },
}
test('what is read comes back the same; an empty identifier is none; a field that is missing gives nothing', () => {
  expect(headFrom(headForm(head))).toEqual(head)
  expect(headFrom({ ...headForm(head), en: ' Safe mines ', donorRef: ' ' })).toEqual({
    ...head,
    title: { fr: 'Mines sûres', en: 'Safe mines' },
  })
  expect(headFrom({ ...headForm(head), donor: ' ' })).toBeNull()
  expect(headFrom({ ...headForm(head), endsOn: '' })).toBeNull()
})
test('a revision shows the fields that it changed and no other', () => {
  expect(headChanges(head, { ...head, endsOn: '2028-06-30', donorRef: 'XM-DAC-1' })).toEqual([
    { field: 'donorRef', before: '', after: 'XM-DAC-1' },
    { field: 'endsOn', before: '2027-12-31', after: '2028-06-30' },
  ])
})
