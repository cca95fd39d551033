/* What others send becomes commands of custody where they said enough, and is kept with a reason where they did not. */
import { expect, test } from 'vitest'
import { readDocument } from './document.ts'
import type { JsonObject } from './json.ts'
import { milligramsOf } from './masses.ts'
import { commandsFromEvent } from './to-custody.ts'

const base = 'https://id.chanzo.example'
const site = '01900000-0000-7000-8000-000000000901'

const foreign = (event: JsonObject): JsonObject => ({
  ...{ '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { asm: 'https://asm.example/' }] },
  ...{ eventTime: '2026-03-04T23:30:00+02:00', eventTimeZoneOffset: '+02:00', action: 'OBSERVE' },
  ...event,
})
const party = (name: string) => ({ type: 'possessing_party', [name]: 'urn:epc:id:pgln:4012345.00225' })
const lgtin = 'urn:epc:class:lgtin:4012345.012345.L-77'
test.each<[string, JsonObject, readonly string[] | string]>([
  [
    'a bag of somebody else, mineral in words, mass from the scale',
    {
      ...{
        type: 'ObjectEvent',
        action: 'ADD',
        bizStep: 'commissioning',
        epcList: ['https://tags.example/t/1'],
        bizLocation: { id: `${base}/id/loc/${site}` },
      },
      ...{ ilmd: { 'asm:mineral': 'cassiterite' }, destinationList: [party('destination')] },
      sensorElementList: [{ sensorReport: [{ type: 'Mass', value: 41_501, uom: 'GRM' }] }],
    },
    ['register-bag'],
  ],
  [
    'no mass',
    {
      type: 'ObjectEvent',
      action: 'ADD',
      bizStep: 'commissioning',
      epcList: ['https://tags.example/t/1'],
      destinationList: [party('destination')],
    },
    'no-mass',
  ],
  ['no holder', { type: 'ObjectEvent', action: 'ADD', bizStep: 'commissioning', epcList: ['https://tags.example/t/1'] }, 'no-holder'],
  ['no lot', { type: 'ObjectEvent', bizStep: 'shipping', epcList: [], destinationList: [party('destination')] }, 'no-lot'],
  ['pieces are no mass', { type: 'ObjectEvent', bizStep: 'receiving', quantityList: [{ epcClass: lgtin, quantity: 12 }] }, 'not-a-mass'],
  [
    'two lots sent',
    {
      type: 'ObjectEvent',
      bizStep: 'shipping',
      quantityList: [
        { epcClass: lgtin, quantity: 1.5, uom: 'TNE' },
        { epcClass: `${lgtin}8`, quantity: 0.25, uom: 'KGM' },
      ],
      destinationList: [party('destination')],
    },
    ['transfer-lot', 'transfer-lot'],
  ],
  [
    'a blend',
    {
      type: 'TransformationEvent',
      action: 'x',
      inputQuantityList: [{ epcClass: lgtin, quantity: 12, uom: 'KGM' }],
      outputQuantityList: [{ epcClass: `${lgtin}9`, quantity: 11.9, uom: 'KGM' }],
    },
    ['combine-lots'],
  ],
  [
    'a blend of bags without mass',
    {
      type: 'TransformationEvent',
      action: 'x',
      inputEPCList: ['https://tags.example/t/1'],
      outputQuantityList: [{ epcClass: lgtin, quantity: 11.9, uom: 'KGM' }],
    },
    'no-mass',
  ],
  [
    'a split',
    {
      type: 'TransformationEvent',
      action: 'x',
      inputQuantityList: [{ epcClass: lgtin, quantity: 12, uom: 'KGM' }],
      outputQuantityList: [
        { epcClass: `${lgtin}9`, quantity: 6, uom: 'KGM' },
        { epcClass: `${lgtin}8`, quantity: 6, uom: 'KGM' },
      ],
    },
    ['split-lot'],
  ],
  [
    'a pallet',
    { type: 'AggregationEvent', action: 'ADD', parentID: 'urn:epc:id:sscc:4012345.0000000333', childEPCs: ['https://tags.example/t/1'] },
    'no-mass',
  ],
  [
    'held',
    { type: 'ObjectEvent', bizStep: 'holding', persistentDisposition: { set: ['non_conformant'] }, epcList: ['https://tags.example/t/1'] },
    ['quarantine-lot'],
  ],
  [
    'a purchase',
    {
      type: 'TransactionEvent',
      action: 'ADD',
      bizTransactionList: [{ type: 'inv', bizTransaction: 'urn:x:1' }],
      epcList: ['https://tags.example/t/1'],
    },
    'not-a-custody-act',
  ],
  [
    'a temperature',
    {
      type: 'ObjectEvent',
      epcList: ['https://tags.example/t/1'],
      sensorElementList: [{ sensorReport: [{ type: 'Temperature', value: 20, uom: 'CEL' }] }],
    },
    'not-a-custody-act',
  ],
])('from others: %s', (_, event, expected) => {
  const { action, ...rest } = foreign(event)
  const read = readDocument(action === 'x' ? rest : { action: action ?? '', ...rest })
  expect(read.problems).toEqual([])
  const answer = commandsFromEvent(read.events[0]?.normal ?? {}, { base })
  expect(answer.kept === null ? answer.commands.map((command) => command.type) : answer.kept.reason).toEqual(expected)
  if (answer.commands[0]?.type === 'register-bag')
    expect(answer.commands[0].data).toMatchObject({
      mineral: 'Sn',
      massGrams: 41_501,
      producedOn: '2026-03-04',
      tag: '1',
      holder: 'https://id.gs1.org/417/4012345002256',
    })
})

test.each([
  [1.5, 'TNE', 1_500_000_000],
  [0.0005, 'KGM', 500],
  [0.1 + 0.2, 'KGM', null],
  [12.345, 'GRM', 12_345],
  [1, 'EA', null],
  [-1, 'KGM', null],
])('%d %s is %s mg', (quantity, uom, expected) => {
  expect(milligramsOf(quantity, uom)).toBe(expected)
})
