/*
The one form of an event in which we compare, query and map it: words of CBV as full URIs, identifiers in their canonical form, times in
UTC milliseconds, names of extensions as full URIs. Nothing is left out and nothing is added, so that a query finds what was sent. The
event as sent is kept beside it, because a reader gets back what its sender wrote.
*/
import { type Prefixes, expandName } from './context.ts'
import { standardTypes } from './event-shapes.ts'
import { canonicalUri, normaliseId } from './identifiers.ts'
import { type Json, type JsonObject, isList, isObject, isText } from './json.ts'
import { type VocabularyField, fullTerm } from './terms.ts'
import { utcText } from './times.ts'

type Fold = (value: Json, prefixes: Prefixes) => Json

const asTime: Fold = (value) => (isText(value) ? (utcText(value) ?? value) : value)
const asIs: Fold = (value) => value
const asThing: Fold = (value, prefixes) => (isText(value) ? canonicalUri(expandUri(value, prefixes)) : value)
const asTerm =
  (field: VocabularyField): Fold =>
  (value, prefixes) =>
    isText(value) ? fullTerm(field, expandUri(value, prefixes)) : value
const each =
  (fold: Fold): Fold =>
  (value, prefixes) =>
    isList(value) ? value.map((item) => fold(item, prefixes)) : fold(value, prefixes)
/** Known fields by their own fold; every other field is somebody's extension. */
const inside =
  (folds: { readonly [name: string]: Fold }): Fold =>
  (value, prefixes) => {
    if (!isObject(value)) return value
    const known = new Map(Object.entries(folds))
    const named = Object.entries(value).filter(([name]) => name !== '@context')
    return Object.fromEntries(
      named.map(([name, part]) => {
        const fold = known.get(name)
        return fold ? [name, fold(part, prefixes)] : [expandName(name, prefixes), extension(part, prefixes)]
      }),
    )
  }

/** Names in an extension are names too; a text that is a GS1 identifier is folded like everywhere else. */
const extension: Fold = (value, prefixes) => {
  if (isText(value)) return normaliseId(value) ?? value
  if (isList(value)) return value.map((item) => extension(item, prefixes))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [expandName(name, prefixes), extension(part, prefixes)]))
}

const quantities = each(inside({ epcClass: asThing, quantity: asIs, uom: asIs }))
const place = inside({ id: asThing })
const parties = each(inside({ type: asTerm('sourceDestinationType'), source: asThing, destination: asThing }))
const device = {
  time: asTime,
  deviceID: asThing,
  deviceMetadata: asThing,
  rawData: asThing,
  dataProcessingMethod: asThing,
  bizRules: asThing,
}
const report = inside({
  ...device,
  type: asTerm('measurementType'),
  exception: asTerm('sensorAlert'),
  component: asTerm('component'),
  ...Object.fromEntries(['microorganism', 'chemicalSubstance', 'coordinateReferenceSystem', 'uriValue'].map((name) => [name, asThing])),
  ...Object.fromEntries(
    [
      'stringValue',
      'booleanValue',
      'hexBinaryValue',
      'value',
      'minValue',
      'maxValue',
      'meanValue',
      'sDev',
      'percRank',
      'percValue',
      'uom',
    ].map((name) => [name, asIs]),
  ),
})
const common = {
  eventTime: asTime,
  recordTime: asTime,
  eventTimeZoneOffset: asIs,
  eventID: asIs,
  certificationInfo: each(asIs),
  errorDeclaration: inside({ declarationTime: asTime, reason: asTerm('errorReason'), correctiveEventIDs: asIs }),
}
const things = ['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList', 'parentID', 'transformationID']
const standard = inside({
  ...common,
  type: asIs,
  action: asIs,
  bizStep: asTerm('bizStep'),
  disposition: asTerm('disposition'),
  persistentDisposition: inside({ set: each(asTerm('disposition')), unset: each(asTerm('disposition')) }),
  readPoint: place,
  bizLocation: place,
  bizTransactionList: each(inside({ type: asTerm('bizTransactionType'), bizTransaction: asThing })),
  sourceList: parties,
  destinationList: parties,
  sensorElementList: each(
    inside({ sensorMetadata: inside({ ...device, startTime: asTime, endTime: asTime }), sensorReport: each(report) }),
  ),
  ilmd: inside({}),
  ...Object.fromEntries(things.map((name) => [name, each(asThing)])),
  ...Object.fromEntries(['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'].map((name) => [name, quantities])),
})
const extended = inside({ ...common, type: (value, prefixes) => (isText(value) ? expandName(value, prefixes) : value) })

export function normalEvent(event: JsonObject, prefixes: Prefixes): JsonObject {
  const type = event['type']
  const folded = (isText(type) && standardTypes.includes(type) ? standard : extended)(event, prefixes)
  return isObject(folded) ? folded : {}
}

/** Compact URIs are written in full; addresses and URNs are not, even if somebody binds `https` as a prefix. */
const expandUri = (value: string, prefixes: Prefixes): string => (/^(?:https?|urn|ni):/i.test(value) ? value : expandName(value, prefixes))
