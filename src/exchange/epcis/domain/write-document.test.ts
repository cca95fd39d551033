import { expect, test } from 'vitest'
import { readDocument } from './document.ts'
import { prefixLengthsOf } from './identifiers.ts'
import { type JsonObject, isObject } from './json.ts'
import { epcisDocument, queryDocument, translateEvent } from './write-document.ts'

const epcis = 'https://ref.gs1.org/standards/epcis/epcis-context.jsonld'
const event = (more: JsonObject): JsonObject => ({
  type: 'ObjectEvent',
  eventTime: '2026-03-04T11:00:30+02:00',
  eventTimeZoneOffset: '+02:00',
  action: 'OBSERVE',
  epcList: ['urn:epc:id:sgtin:0614141.112345.400'],
  readPoint: { id: 'https://id.gs1.org/414/0614141123452/254/400', 'a:shaft': 'urn:epc:id:sgtin:0614141.112345.1' },
  ...more,
})
const writing = { createdAt: '2026-03-05T00:00:00.000Z' }

test('events of two documents keep what their prefixes meant there', () => {
  const events = [
    { raw: event({ 'a:x': '1' }), context: [epcis, { a: 'https://one.example/' }] },
    { raw: event({ '@context': { b: 'https://b.example/' }, 'a:x': '2', 'b:y': '3' }), context: [epcis, { a: 'https://two.example/' }] },
  ]
  const before = events.map(({ raw, context }) =>
    readDocument({ ...raw, '@context': [...context, ...(isObject(raw['@context']) ? [raw['@context']] : [])] }),
  )
  for (const document of [
    epcisDocument(events, writing),
    queryDocument(events, { ...writing, queryName: 'SimpleEventQuery', subscriptionID: 's-1' }),
  ]) {
    const read = readDocument(document)
    expect(read.problems).toEqual([])
    expect(read.events.map((one) => one.normal)).toEqual(before.map((one) => one.events[0]?.normal))
  }
})

test('identifiers are written as the reader asks, extensions as they were sent', () => {
  const read = (format: Parameters<typeof translateEvent>[1]) => translateEvent(event({}), format, prefixLengthsOf(['0614141']))
  expect(read('Never_Translates')).toEqual(event({}))
  expect(read('No_Preference')).toEqual(event({}))
  expect(read('Always_GS1_Digital_Link')).toMatchObject({
    epcList: ['https://id.gs1.org/01/10614141123459/21/400'],
    readPoint: { id: 'https://id.gs1.org/414/0614141123452/254/400', 'a:shaft': 'urn:epc:id:sgtin:0614141.112345.1' },
  })
  expect(read('Always_EPC_URN')).toMatchObject({
    epcList: ['urn:epc:id:sgtin:0614141.112345.400'],
    readPoint: { id: 'urn:epc:id:sgln:0614141.12345.400' },
  })
})
