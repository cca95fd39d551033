import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedFile } from '../../../../test/shared-data.ts'
import { canonicalUri, companyPrefixOf, identify, normaliseId, prefixLengthsOf, sameThing, toUrn } from './identifiers.ts'

const vectors = sharedFile('standards/epcis/identifiers/normalise-vectors.json')
describe.skipIf(vectors === null)('the vectors of the event-hash reference', () => {
  const list: { input: string; canonicalDigitalLink: string | null }[] = JSON.parse(readFileSync(vectors ?? '', 'utf8'))
  test.each(list.map((vector) => [vector.input, vector.canonicalDigitalLink] as const))('%s', (input, expected) => {
    expect(normaliseId(input)).toBe(expected)
  })
})

const sevens = prefixLengthsOf([], 7)
test.each([
  ['urn:epc:id:sgtin:0614141.112345.400', 'https://id.gs1.org/01/10614141123459/21/400'],
  ['urn:epc:id:sscc:0614141.1234567890', 'https://id.gs1.org/00/106141412345678908'],
  ['urn:epc:id:sgln:0614141.12345.400', 'https://id.gs1.org/414/0614141123452/254/400'],
  ['urn:epc:id:sgln:0614141.12345.0', 'https://id.gs1.org/414/0614141123452'],
  ['urn:epc:id:grai:0614141.12345.400', 'https://id.gs1.org/8003/00614141123452400'],
  ['urn:epc:id:giai:0614141.12345400', 'https://id.gs1.org/8004/061414112345400'],
  ['urn:epc:id:gdti:0614141.12345.400', 'https://id.gs1.org/253/0614141123452400'],
  ['urn:epc:id:pgln:0614141.12345', 'https://id.gs1.org/417/0614141123452'],
  ['urn:epc:class:lgtin:4012345.012345.998877', 'https://id.gs1.org/01/04012345123456/10/998877'],
  ['urn:epc:idpat:sgtin:4012345.012345.*', 'https://id.gs1.org/01/04012345123456'],
  ['urn:epc:id:itip:4012345.012345.01.02.987', 'https://id.gs1.org/8006/040123451234560102/21/987'],
  ['urn:epc:id:ginc:0614141.xyz3311cba', 'https://id.gs1.org/401/0614141xyz3311cba'],
  ['urn:epc:id:sgcn:4012345.67890.04711', 'https://id.gs1.org/255/401234567890104711'],
  ['urn:epc:id:gsrnp:0614141.1234567890', 'https://id.gs1.org/8017/061414112345678902'],
])('%s and %s are one thing, both ways', (urn, link) => {
  expect(canonicalUri(urn)).toBe(link)
  expect(canonicalUri(link)).toBe(link)
  expect(toUrn(link, sevens)).toBe(urn)
})

test('a serial with signs is one thing in all its spellings', () => {
  const spellings = [
    'urn:epc:id:sgtin:0614141.812345.6789%2F%26%25%22!%3F()',
    'https://id.gs1.org/01/80614141123458/21/6789%2F%26%25%22%21%3F%28%29',
    'https://tin.example/some/path/gtin/80614141123458/lot/9/ser/6789%2f%26%25%22!%3F()?linkType=all#here',
  ]
  expect(new Set(spellings.map(canonicalUri)).size).toBe(1)
})

test.each([
  ['https://id.chanzo.example/obj/CD-0012345', null],
  ['https://id.chanzo.example/id/party/01900000-0000-7000-8000-000000000001', null],
  ['urn:epc:id:gid:95100000.12345.400', null],
  ['urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8', null],
  ['urn:epc:id:sgtin:0614141.11234.400', null],
  ['urn:epc:id:sgtin:0614141.112345.4/0', null],
  ['urn:epc:id:sgtin:0614141.112345.%ZZ', null],
  ['urn:epc:id:constructor:0614141.112345.1', null],
  ['https://id.gs1.org/01/10614141123459/21/400', null],
  ['https://id.gs1.org/01/10614141123458/21/400', 'check-digit'],
  ['https://id.gs1.org/414/9521141123452', 'check-digit'],
  ['https://id.gs1.org/01/106141411234', 'check-digit'],
  ['https://id.gs1.org/01/10614141123', 'not-a-gs1-key'],
  ['https://id.gs1.org/01/10614141123459/99/1', 'not-a-gs1-key'],
  ['https://elsewhere.example/01/10614141123458', null],
])('%s: %s', (uri, problem) => {
  expect(identify(uri).problem).toBe(problem)
  if (identify(uri).gs1 === false) expect(canonicalUri(uri)).toBe(uri)
})

test('different things stay different', () => {
  expect(sameThing('urn:epc:id:sgln:0614141.12345.400', 'urn:epc:id:sgln:0614141.12345.0')).toBe(false)
  expect(sameThing('urn:epc:id:sgtin:0614141.112345.40', 'urn:epc:id:sgtin:0614141.112345.4')).toBe(false)
  expect(sameThing('https://a.example/obj/1', 'https://b.example/obj/1')).toBe(false)
})

test('a URN teaches the length of its company prefix; without it a link stays a link', () => {
  const link = 'https://id.gs1.org/01/10614141123459/21/400'
  expect(toUrn(link, prefixLengthsOf([]))).toBe(link)
  const learned = companyPrefixOf('urn:epc:id:pgln:061414112.345')
  expect(toUrn(link, prefixLengthsOf(learned === null ? [] : [learned], 7))).toBe('urn:epc:id:sgtin:061414112.1345.400')
})

const signs = [...'!"%&\'()*+,-./0123456789:;<=>?ABCXYZ_abcxyz']
test('every serial, every prefix length: URN to link to URN and back is the same, and the check digit is right', () => {
  const key = fc.record({
    digits: fc.stringMatching(/^\d{13}$/),
    length: fc.integer({ min: 6, max: 12 }),
    serial: fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 20 }).map((list) => list.join('')),
  })
  fc.assert(
    fc.property(key, ({ digits, length, serial }) => {
      const encoded = serial.replaceAll(/["%&/<>?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
      const urn = `urn:epc:id:sgtin:${digits.slice(0, length)}.${digits.slice(length)}.${encoded}`
      const link = canonicalUri(urn)
      expect(identify(link)).toEqual({ canonical: link, gs1: true, problem: null })
      expect(toUrn(link, () => length)).toBe(urn)
    }),
    { numRuns: 300 },
  )
})
