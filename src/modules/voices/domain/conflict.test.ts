import { expect, test } from 'vitest'
import { type Body, firstDeskOf, isNamed, kindsCalledIn, organisationsIn } from './conflict.ts'

const body = (id: string, kind: Body['kind'], area: string | null, name = id): Body => ({ id, kind, area, name })
const named = (more: Partial<Parameters<typeof isNamed>[1]>) => ({ organisations: [], kinds: [], province: 'CD62', ...more })

test.each([
  ['named itself', body('a', 'trader', 'CD61'), named({ organisations: ['a'] }), true],
  ['of the kind named, same province', body('a', 'saemape', 'CD62'), named({ kinds: ['saemape'] }), true],
  ['of the kind named, a territoire of the province', body('a', 'saemape', 'CD6201'), named({ kinds: ['saemape'] }), true],
  ['of the kind named, national', body('a', 'ministry', null), named({ kinds: ['ministry'] }), true],
  ['of the kind named, place of the report not known', body('a', 'saemape', 'CD61'), named({ kinds: ['saemape'], province: null }), true],
  ['of the kind named, another province', body('a', 'saemape', 'CD61'), named({ kinds: ['saemape'] }), false],
  ['an NGO where civil society is named', body('a', 'ngo', 'CD62'), named({ kinds: ['civil-society'] }), true],
  ['civil society where an NGO is named', body('a', 'civil-society', 'CD62'), named({ kinds: ['ngo'] }), true],
  ['another kind', body('a', 'civil-society', 'CD62'), named({ kinds: ['saemape'] }), false],
])('%s', (_what, one, report, expected) => {
  expect(isNamed(one, report)).toBe(expected)
})

test('services and trades are known by the words that people use for them', () => {
  expect(kindsCalledIn('Les agents de la SAEMAPE prennent 5000 FC et des militaires aussi')).toEqual(['saemape', 'army'])
  expect(kindsCalledIn('Le négociant paie moins')).toEqual(['trader'])
  expect(kindsCalledIn('Wanajeshi wanachukua pesa')).toEqual(['army'])
  expect(kindsCalledIn('L’ONG demande de l’argent')).toEqual(['civil-society'])
  expect(kindsCalledIn('La route est coupée, le camion est trop long')).toEqual([])
})

test('a firm is found by its whole name or by the word that tells it from others', () => {
  const bodies = [
    body('1', 'trader', null, 'Négoce Bahati'),
    body('2', 'cooperative', null, 'Coopérative minière Umoja'),
    body('3', 'ngo', null, 'Umoja'),
  ]
  expect(organisationsIn('Chez BAHATI on triche', bodies)).toEqual(['1'])
  expect(organisationsIn('La coopérative minière Umoja ne paie pas', bodies)).toEqual(['2', '3'])
  expect(organisationsIn('La coopérative ne paie pas', bodies)).toEqual([])
})

test('the desk that looks first is the nearest one that is not named; the ICGLR when all are', () => {
  const bodies = [body('cs', 'civil-society', 'CD62'), body('un', 'un', null), body('m', 'ministry', null)]
  expect(firstDeskOf(bodies, named({}))).toBe('civil-society')
  expect(firstDeskOf(bodies, named({ kinds: ['civil-society'] }))).toBe('un')
  expect(firstDeskOf(bodies, named({ kinds: ['civil-society'], organisations: ['un'] }))).toBe('ministry')
  expect(firstDeskOf(bodies, named({ kinds: ['civil-society', 'ministry'], organisations: ['un'] }))).toBe('icglr')
})
