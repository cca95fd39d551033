import { expect, test } from 'vitest'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import { ServicePointFacts } from '../../contract-directory.ts'
import { fits } from './point-filters.ts'
import { blankPoint, factsOf, textsOf } from './point-form.ts'

const facts = mustParse(ServicePointFacts, {
  ...{
    name: 'Poste',
    type: 'medical',
    organisation: null,
    area: 'XL101',
    contactRole: 'nurse',
    phone: null,
    hours: null,
    languages: ['sw', 'fr'],
  },
  ...{ genders: ['Feminine'], ageBands: [], cost: 'free', isAccessible: true, capacity: 4, safeToRefer: 'yes', safetyReason: null },
})

test('what stands goes through the form unchanged', () => expect(factsOf(textsOf(facts))).toEqual(facts))

test('nothing is sent before name, area and, where care is needed, its reason are there', () => {
  const named = { ...blankPoint, name: 'Poste', area: 'XL101' }
  expect([factsOf(blankPoint), factsOf(named), factsOf({ ...named, safeToRefer: 'yes', capacity: 'dix' })]).toEqual([null, null, null])
  expect(factsOf({ ...named, safetyReason: 'not-trained' })).toMatchObject({ safeToRefer: 'caution', languages: [], capacity: null })
  expect(factsOf({ ...named, safeToRefer: 'yes', safetyReason: 'other', languages: 'FR; sw' })).toMatchObject({
    safetyReason: null,
    languages: ['fr', 'sw'],
  })
})

test('a filter that is empty asks nothing', () => {
  const point = { id: asId('service-point', '019aa5db-c580-7fff-bfff-000000000001'), facts, freshness: 'amber' } as const
  expect([
    fits(point, {}),
    fits(point, { type: '', safe: 'yes' }),
    fits(point, { area: 'XL102' }),
    fits(point, { freshness: 'fresh' }),
  ]).toEqual([...[true, true, false, false]])
})
