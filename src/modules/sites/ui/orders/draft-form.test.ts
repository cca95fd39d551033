import { expect, test } from 'vitest'
import { mustParse } from '../../../../kernel/schema.ts'
import { OrderText } from '../../domain/orders/order.ts'
import { OrderDraft } from '../../domain/orders/order-draft.ts'
import { editedLine } from './annex.ts'
import { canBeKept, contentOf, differencesOf, editedDraft, isSame, newDraft, signatureOf } from './draft-form.ts'

const site = '0193a000-0000-7000-8000-000000000001'
const id = '0193a000-0000-7000-8000-0000000000dd'
const draft = (() => {
  const empty = newDraft('2026-11-21', ['Arrêté 0677/2021'])
  const line = editedLine({ ...mustParse(OrderDraft.shape.annex.element, { key: 'CD-1', site, colour: 'green' }) }, false)
  return {
    form: { ...empty.form, number: '0311/2026', months: '6', recitals: 'le rapport de la mission', statedGreen: '1' },
    lines: [line],
  }
})()

test('what the screen keeps is a draft, comes back as it was, and what it signs is an order', () => {
  const content = mustParse(OrderDraft, contentOf(draft))
  expect(content).toMatchObject({ number: '0311/2026', durationMonths: 6, statedCounts: { green: 1 }, annex: [{ key: 'CD-1', site }] })
  const lines = content.annex.map((line) => ({
    ...line,
    ...{
      name: 'Mlima',
      nationalId: 'CD-1',
      icglrId: null,
      territoire: null,
      position: null,
      proposed: null,
      visitedOn: null,
      candidates: [],
    },
  }))
  expect(isSame(editedDraft({ content, lines }), draft)).toBe(true)
  expect(mustParse(OrderText, signatureOf(draft, id))).toMatchObject({
    draft: id,
    recitals: ['le rapport de la mission'],
    annex: [{ site }],
  })
})

test('two texts of one draft are told apart field by field', () => {
  const other = { ...draft, form: { ...draft.form, number: '0312/2026' } }
  expect(differencesOf(draft, other)).toEqual([{ field: 'number', mine: '0311/2026', theirs: '0312/2026' }])
})

test('a period that is no number, or an act too long for the server, is not sent', () => {
  expect(canBeKept(draft)).toBe(true)
  expect(canBeKept({ ...draft, form: { ...draft.form, months: 'six' } })).toBe(false)
  expect(canBeKept({ ...draft, form: { ...draft.form, legalBasis: 'x'.repeat(201) } })).toBe(false)
})
