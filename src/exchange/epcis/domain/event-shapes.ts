/*
What an EPCIS 2.0 event must look like, written by us from the standard's tables. It agrees with the JSON Schema that GS1 publishes
(2.0.1), of which nothing is copied here, and is stricter in few places: links at GS1's own domain must have the right check digit, a
persistent disposition is checked in every kind of event, leap seconds and spellings of time without seconds are refused.
*/
import {
  type Check,
  type Fields,
  all,
  either,
  fields,
  list,
  matching,
  number,
  oneOf,
  rule,
  text,
  thing,
  time,
  uri,
  wordOrUri,
  yesOrNo,
} from './checks.ts'
import { type Json, type JsonObject, isList, isObject } from './json.ts'
import { type VocabularyField, wordsOf } from './terms.ts'

const olderCbv = /^(?:urn:epcglobal:cbv|https?:\/\/ns\.gs1\.org\/cbv\/)/
const olderVoc = /^https?:\/\/(?:www\.)?gs1\.org\/voc\//
const word = (field: VocabularyField): Check =>
  wordOrUri(wordsOf(field), field === 'measurementType' || field === 'sensorAlert' ? olderVoc : olderCbv)

export const contextCheck: Check = either(
  uri,
  either(fields({}, { others: 'anything' }), list(either(uri, fields({}, { others: 'anything' })), { unique: true })),
)
const quantities = list(
  fields({ epcClass: thing, quantity: number, uom: matching(/^[A-Z0-9]{2,3}$/, 'not-a-unit') }, { required: ['epcClass'], others: 'none' }),
)
const place = fields({ id: thing }, { required: ['id'], others: 'anything' })
const party = (name: string): Check =>
  list(fields({ type: word('sourceDestinationType'), [name]: thing }, { required: ['type', name], others: 'none' }))
const transaction = fields({ type: word('bizTransactionType'), bizTransaction: thing }, { required: ['bizTransaction'], others: 'none' })

const device: Fields = { time, deviceID: thing, deviceMetadata: uri, rawData: uri, dataProcessingMethod: uri, bizRules: uri }
const report = fields(
  {
    ...device,
    type: word('measurementType'),
    exception: word('sensorAlert'),
    component: word('component'),
    microorganism: uri,
    chemicalSubstance: uri,
    coordinateReferenceSystem: uri,
    stringValue: text,
    booleanValue: yesOrNo,
    hexBinaryValue: matching(/^[A-Fa-f0-9]+$/, 'not-hexadecimal'),
    uriValue: uri,
    value: number,
    minValue: number,
    maxValue: number,
    meanValue: number,
    sDev: number,
    percRank: number,
    percValue: number,
    uom: text,
  },
  { required: ['type'], others: 'extensions' },
)
const sensors = list(
  fields(
    {
      sensorMetadata: fields({ ...device, startTime: time, endTime: time }, { others: 'extensions' }),
      sensorReport: list(report, { least: 1 }),
    },
    { required: ['sensorReport'], others: 'extensions' },
  ),
)
const dispositions = list(word('disposition'), { least: 1, unique: true })
const persistent = all(
  fields({ set: dispositions, unset: dispositions }, { others: 'none' }),
  rule(({ set, unset }) => set !== undefined || unset !== undefined, 'missing-field', 'set or unset'),
)

const everyEvent: Fields = {
  '@context': contextCheck,
  type: text,
  eventTime: time,
  recordTime: time,
  eventTimeZoneOffset: matching(/^[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)$/, 'not-an-offset'),
  eventID: uri,
  certificationInfo: either(list(uri), uri),
  errorDeclaration: fields(
    { declarationTime: time, reason: word('errorReason'), correctiveEventIDs: list(uri) },
    { required: ['declarationTime'], others: 'extensions' },
  ),
}
const standardEvent: Fields = {
  ...everyEvent,
  bizStep: word('bizStep'),
  disposition: word('disposition'),
  persistentDisposition: persistent,
  readPoint: place,
  bizLocation: place,
  bizTransactionList: list(transaction),
  sourceList: party('source'),
  destinationList: party('destination'),
  sensorElementList: sensors,
}
const action = oneOf('OBSERVE', 'ADD', 'DELETE')
const ilmd = fields({}, { others: 'extensions' })
const always = ['type', 'eventTime', 'eventTimeZoneOffset']

const has = (value: Json | undefined): boolean => isList(value) && value.length > 0
const deletes = (event: JsonObject): boolean => event['action'] === 'DELETE'
const withChildren = rule(
  (event) => has(event['childEPCs']) || has(event['childQuantityList']) || deletes(event),
  'missing-field',
  'childEPCs or childQuantityList',
)
const containment: Fields = { ...standardEvent, action, parentID: thing, childEPCs: list(thing), childQuantityList: quantities }

const shapes: ReadonlyMap<string, Check> = new Map([
  [
    'ObjectEvent',
    all(
      fields(
        { ...standardEvent, action, epcList: list(thing, { unique: true }), quantityList: quantities, ilmd },
        { required: [...always, 'action'], others: 'extensions' },
      ),
      rule(
        (event) =>
          event['epcList'] !== undefined || has(event['quantityList']) || (has(event['sensorElementList']) && isObject(event['readPoint'])),
        'missing-field',
        'epcList, quantityList, or sensorElementList with readPoint',
      ),
      rule((event) => event['ilmd'] === undefined || event['action'] === 'ADD', 'ilmd-without-add', 'ilmd'),
    ),
  ],
  ['AggregationEvent', all(fields(containment, { required: [...always, 'action'], others: 'extensions' }), withChildren)],
  ['AssociationEvent', all(fields(containment, { required: [...always, 'action', 'parentID'], others: 'extensions' }), withChildren)],
  [
    'TransactionEvent',
    all(
      fields(
        {
          ...standardEvent,
          action,
          parentID: thing,
          epcList: list(thing),
          quantityList: quantities,
          bizTransactionList: list(transaction, { least: 1 }),
        },
        { required: [...always, 'action', 'bizTransactionList'], others: 'extensions' },
      ),
      rule(
        (event) => event['epcList'] !== undefined || has(event['quantityList']) || deletes(event),
        'missing-field',
        'epcList or quantityList',
      ),
    ),
  ],
  [
    'TransformationEvent',
    all(
      fields(
        {
          ...standardEvent,
          inputEPCList: list(thing, { unique: true }),
          outputEPCList: list(thing, { unique: true }),
          inputQuantityList: quantities,
          outputQuantityList: quantities,
          transformationID: thing,
          ilmd,
        },
        { required: always, others: 'extensions' },
      ),
      rule(
        (event) => {
          const [input, output] = [
            has(event['inputEPCList']) || has(event['inputQuantityList']),
            has(event['outputEPCList']) || has(event['outputQuantityList']),
          ]
          return event['transformationID'] === undefined ? input && output : input || output
        },
        'missing-field',
        'inputs and outputs, or a transformationID with one of them',
      ),
    ),
  ],
])
export const standardTypes: readonly string[] = [...shapes.keys()]

/** Events of other kinds are named by a URI; what is in them is theirs. */
const extendedEvent = fields({ ...everyEvent, type: uri }, { required: always, others: 'anything' })

export const eventCheck: Check = (value, path, found) => {
  const type = isObject(value) ? value['type'] : undefined
  const shape = typeof type === 'string' ? shapes.get(type) : undefined
  return (shape ?? extendedEvent)(value, path, found)
}
