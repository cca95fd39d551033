import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedFile } from '../../../../test/shared-data.ts'
import { eventHash } from '../event-hash.ts'
import { type CbvVersion, preHash } from './event-hash.ts'
import { compareTexts } from './event-tree.ts'
import { type Json, type JsonObject, isObject, objectsOf } from './json.ts'
import { plainNumber } from './plain-number.ts'
import { utcText } from './times.ts'

const vectors = sharedFile('standards/epcis/hash/vectors.json')
interface Vector {
  readonly document: string
  readonly index: number
  readonly version: CbvVersion
  readonly preHash: string
  readonly hash: string
}
const documentOf = (name: string): JsonObject =>
  JSON.parse(readFileSync(sharedFile(`standards/epcis/hash/documents/${name}`) ?? '', 'utf8'))
function eventsOf(document: JsonObject): readonly JsonObject[] {
  const body = document['epcisBody']
  if (!isObject(body)) return []
  const results = isObject(body['queryResults']) ? body['queryResults']['resultsBody'] : undefined
  return objectsOf(isObject(results) ? results['eventList'] : body['eventList'])
}

describe.skipIf(vectors === null)('the expected values of the reference', () => {
  const list: Vector[] = JSON.parse(readFileSync(vectors ?? '', 'utf8'))
  test.each(list.map((vector) => [`${vector.document} ${vector.index} ${vector.version}`, vector] as const))('%s', (_, vector) => {
    const document = documentOf(vector.document)
    const event = eventsOf(document)[vector.index] ?? {}
    expect(preHash(event, document['@context'] ?? null, vector.version)).toBe(vector.preHash)
    expect(eventHash(event, document['@context'] ?? null, vector.version)).toBe(vector.hash)
  })
})

const event: JsonObject = {
  type: 'ObjectEvent',
  eventTime: '2026-03-04T11:00:30.0005+01:00',
  eventTimeZoneOffset: '+01:00',
  action: 'ADD',
  bizStep: 'commissioning',
  epcList: ['urn:epc:id:sgtin:0614141.011111.987', 'https://id.chanzo.example/obj/CD-1'],
  quantityList: [{ epcClass: 'https://id.chanzo.example/class/Sn/L-1', quantity: 41.5, uom: 'KGM' }],
  'mine:pit': 'P4',
  ilmd: { 'mine:team': 'B', 'mine:mineral': 'Sn' },
}
const context: Json = [{ mine: 'https://ns.example.com/mine/' }]
const hash = eventHash(event, context)

test('the same event said otherwise has the same hash', () => {
  const otherwise: JsonObject = {
    ...event,
    eventTime: '2026-03-04T10:00:30.001Z',
    bizStep: 'https://ref.gs1.org/cbv/BizStep-commissioning',
    epcList: ['https://id.chanzo.example/obj/CD-1', 'https://tin.example/gtin/00614141111114/ser/987?x=1'],
    'mine:pit': null,
    'm:pit': ' P4 ',
    '@context': { m: 'https://ns.example.com/mine/' },
    eventID: 'urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8',
    recordTime: '2026-03-05T00:00:00Z',
    errorDeclaration: { declarationTime: '2026-03-06T00:00:00Z', reason: 'incorrect_data' },
    certificationInfo: 'https://example.org/certificate/1',
    'rdfs:comment': 'typed twice',
  }
  expect(eventHash(otherwise, context)).toBe(hash)
})

test.each<[string, JsonObject]>([
  ['a gram more', { quantityList: [{ epcClass: 'https://id.chanzo.example/class/Sn/L-1', quantity: 41.501, uom: 'KGM' }] }],
  ['another pit', { 'mine:pit': 'P5' }],
  ['another time', { eventTime: '2026-03-04T11:00:31+01:00' }],
  ['another step', { bizStep: 'packing' }],
  ['another place', { readPoint: { id: 'https://id.chanzo.example/loc/1' } }],
  ['a word about the place', { readPoint: { id: 'https://id.chanzo.example/loc/1', 'mine:shaft': '2' } }],
])('%s is another hash', (_, change) => {
  expect(eventHash({ ...event, ...change }, context)).not.toBe(hash)
})

test.each([
  ['2022-02-17T11:30:47.0Z', '2022-02-17T11:30:47.000Z'],
  ['2022-02-17T11:30:47.1415Z', '2022-02-17T11:30:47.142Z'],
  ['2022-02-17T11:30:47.1414999Z', '2022-02-17T11:30:47.141Z'],
  ['2022-12-31T23:59:59.9995-02:30', '2023-01-01T02:30:00.000Z'],
  ['2024-02-29T00:00:00+14:00', '2024-02-28T10:00:00.000Z'],
  ['2023-02-29T00:00:00Z', null],
  ['2023-02-28T24:00:00Z', null],
  ['2023-02-28T10:00:00', null],
  ['2023-02-28', null],
])('time %s is %s', (text, expected) => {
  expect(utcText(text)).toBe(expected)
})

test.each([
  ['1.0', '1'],
  ['0.34340', '0.3434'],
  ['+0012.50', '12.5'],
  ['-0.50', '-0.5'],
  ['.5', '0.5'],
  ['1e3', '1000'],
  ['1E-7', '0.0000001'],
  ['12345678901234567890.10', '12345678901234567890.1'],
  ['', null],
  ['.', null],
  ['12a', null],
  ['0x10', null],
])('number %s is %s', (text, expected) => {
  expect(plainNumber(text)).toBe(expected)
})

test('a plain number is the same number', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
      (value) => {
        const plain = plainNumber(String(value))
        expect(plain).toMatch(/^-?\d+(\.\d*[1-9])?$/)
        expect(Number(plain)).toBe(value)
      },
    ),
    { numRuns: 300 },
  )
})

test('texts are sorted by code points, also beyond the basic plane', () => {
  const texts = ['\u{1F600}', '\uFFFD', 'z', 'za', '', '\uD7FF', '\u{10FFFF}', 'Z']
  const byPoints = texts.map((one) => [...one].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(6, '0')).join(' '))
  const expected = texts.map((one, at) => [one, byPoints[at] ?? ''] as const).toSorted((a, b) => (a[1] < b[1] ? -1 : 1))
  expect(texts.toSorted(compareTexts)).toEqual(expected.map(([one]) => one))
})

test('ten thousand tags are hashed in well under a second', () => {
  const epcList = Array.from({ length: 10_000 }, (_, at) => `https://id.chanzo.example/id/obj/CEEC/CD-${(at * 7919) % 10_000}`)
  const start = performance.now()
  eventHash({ ...event, epcList }, context)
  expect(performance.now() - start).toBeLessThan(1_000)
})
