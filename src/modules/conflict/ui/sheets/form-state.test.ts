/* What the form of a sheet says is missing, and when it may be sent. */
import { expect, test } from 'vitest'
import { emptyForm, missingParts, sentOf } from './form-state.ts'

test('a sheet is without place, province, round or nature until somebody writes them; the parts that lack say so', () => {
  const empty = emptyForm('2026-11-22')
  expect([missingParts(empty), sentOf(empty)]).toEqual([['where', 'what'], null])
  const place = { ...empty.content.place, provisionalName: ' Colline au bac ', province: 'XL1' }
  const placed = { ...empty, round: 'Novembre', content: { ...empty.content, place } }
  expect([missingParts(placed), sentOf(placed)]).toEqual([['what'], null])
  const whole = { ...placed, content: { ...placed.content, nature: 'On paie au bac.' } }
  expect(missingParts(whole)).toEqual([])
  expect(sentOf(whole)).toMatchObject({
    round: 'Novembre',
    content: { place: { provisionalName: 'Colline au bac' }, nature: 'On paie au bac.' },
  })
  for (const less of [{ round: ' ' }, { asOf: '' }]) expect(missingParts({ ...whole, ...less })).toEqual(['where'])
})
