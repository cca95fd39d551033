/* Whatever comes over the wire is answered, never a fault: any JSON, any depth, any name. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventHash } from '../event-hash.ts'
import { readDocument } from './document.ts'
import { identify, prefixLengthsOf, toUrn } from './identifiers.ts'
import { commandsFromEvent } from './to-custody.ts'
import { epcFormats, queryDocument } from './write-document.ts'

const names = [
  'type',
  '@context',
  'epcList',
  'quantityList',
  'action',
  'eventTime',
  'ilmd',
  'a:b',
  '__proto__',
  'constructor',
  'readPoint',
  'epcClass',
  'sensorElementList',
  'sensorReport',
  'toString:x',
]
const words = [
  'ObjectEvent',
  'TransformationEvent',
  'ADD',
  '2026-03-04T10:00:00Z',
  '+02:00',
  'urn:epc:id:sgtin:0614141.107346.2018',
  'https://id.gs1.org/01/',
  'constructor:x',
  '__proto__:x',
  '%',
  '',
]
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...words),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('json'), { maxLength: 4 }),
  object: fc.dictionary(fc.constantFrom(...names), tie('json'), { maxKeys: 6 }),
}))

const frame = { eventTime: '2026-03-04T10:00:00Z', eventTimeZoneOffset: '+02:00', action: 'ADD' }
test('any JSON is read, and what is taken can be hashed, written and mapped', () => {
  fc.assert(
    fc.property(
      json,
      fc.constantFrom('ObjectEvent', 'TransformationEvent', 'EPCISDocument', 'EPCISQueryDocument', 'a:b'),
      (value, type) => {
        const some = typeof value === 'object' && value !== null ? value : {}
        for (const sent of [
          value,
          { ...frame, '@context': [], ...some, type },
          { type, epcisBody: { eventList: [value, { ...frame, ...some }] } },
        ]) {
          const read = readDocument(JSON.parse(JSON.stringify(sent) ?? 'null'))
          for (const event of read.events) {
            expect(eventHash(event.raw, event.context)).toMatch(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/)
            if (event.normal) commandsFromEvent(event.normal, { base: 'https://x.example' })
          }
          for (const format of epcFormats) queryDocument(read.events, { createdAt: '2026-03-04T10:00:00Z', format, queryName: 'q' })
        }
      },
    ),
    { numRuns: 1_500 },
  )
})

test('a document without a bottom is refused', () => {
  let deep: unknown = []
  for (let level = 0; level < 20_000; level += 1) deep = [deep]
  const { ok, problems } = readDocument({ ...frame, type: 'ObjectEvent', '@context': [], epcList: [], 'a:b': deep })
  expect([ok, problems[0]?.reason]).toEqual([false, 'too-deep'])
})

test('any text is an identifier or none, at once', () => {
  const lengths = prefixLengthsOf([], 7)
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.webUrl(), fc.constantFrom(...words)), (text) => {
      const { canonical } = identify(text)
      expect(identify(canonical).canonical).toBe(canonical)
      toUrn(text, lengths)
    }),
    { numRuns: 1_000 },
  )
  const start = performance.now()
  for (const long of [
    `https://a.example/${'01/'.repeat(50_000)}`,
    `urn:epc:id:sgtin:0614141.${'1.'.repeat(50_000)}`,
    `https://${'a'.repeat(100_000)}`,
  ])
    readDocument({ ...frame, type: 'ObjectEvent', '@context': [], epcList: [long] })
  expect(performance.now() - start).toBeLessThan(2_000)
})
