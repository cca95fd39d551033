/*
The values of an event that a query may name, one row each. It reads the normal form (full words of CBV, identifiers in one form, names
of extensions as full URIs), so that a query in any spelling finds the event in any other.
*/
import { type Json, type JsonObject, isList, isObject, objectsOf, textOf, textsOf } from '../domain/json.ts'
import { comparable, term } from './query.ts'
import { isInstant } from './read-values.ts'

export interface TermRow {
  readonly name: string
  readonly value: string | null
  readonly amount: number | null
  /** With its offset. */
  readonly at: string | null
}
const ofText = (name: string, value: string): TermRow => ({ name, value, amount: null, at: null })
const ofInstant = (name: string, at: string): TermRow => ({ name, value: null, amount: null, at })
const present = (name: string): TermRow => ({ name, value: null, amount: null, at: null })

const texts = (name: string, value: Json | undefined): readonly TermRow[] => {
  const single = textOf(value)
  return (single === null ? textsOf(value) : [single]).map((one) => ofText(name, one))
}
const instants = (name: string, value: Json | undefined): readonly TermRow[] => {
  const at = textOf(value)
  return at !== null && isInstant(at) ? [ofInstant(name, at)] : []
}
const idOf = (value: Json | undefined): Json | undefined => (isObject(value) ? value['id'] : value)

function amounts(field: string, value: Json | undefined, given: Json | undefined): readonly TermRow[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return []
  const { amount, unit } = comparable(value, textOf(given))
  const rows = [{ name: term.amount(field, null), value: null, amount: value, at: null }]
  return unit === null ? rows : [...rows, { name: term.amount(field, unit), value: null, amount, at: null }]
}
const quantities = (name: string, list: Json | undefined): readonly TermRow[] =>
  objectsOf(list).flatMap((one) => [...texts(name, one['epcClass']), ...amounts('quantity', one['quantity'], one['uom'])])
const typed = (list: Json | undefined, field: string, nameOf: (type: string) => string): readonly TermRow[] =>
  objectsOf(list).flatMap((one) => texts(nameOf(textOf(one['type']) ?? ''), one[field]))

const VALUES = ['value', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percValue', 'percRank']
const REFERENCES = ['deviceID', 'dataProcessingMethod', 'microorganism', 'chemicalSubstance', 'bizRules', 'type', 'stringValue', 'uriValue']
const TIMES = ['time', 'startTime', 'endTime']

function sensorRows(element: JsonObject): readonly TermRow[] {
  const metadata = element['sensorMetadata']
  const parts = [...(isObject(metadata) ? [metadata] : []), ...objectsOf(element['sensorReport'])]
  return [
    ...parts.flatMap((part) => [
      ...REFERENCES.flatMap((name) => texts(name, part[name])),
      ...TIMES.flatMap((name) => instants(name, part[name])),
      ...VALUES.flatMap((name) => amounts(name, part[name], part['uom'])),
      ...texts('hexBinaryValue', textOf(part['hexBinaryValue'])?.toUpperCase()),
      ...(typeof part['booleanValue'] === 'boolean' ? [ofText('booleanValue', String(part['booleanValue']))] : []),
    ]),
    ...extensionRows('SENSORELEMENT', element),
    ...(isObject(metadata) ? extensionRows('SENSORMETADATA', metadata) : []),
    ...objectsOf(element['sensorReport']).flatMap((part) => extensionRows('SENSORREPORT', part)),
  ]
}

/** Fields of somebody's own carry a full URI for a name; those of the standard do not. */
const isOwnName = (name: string): boolean => name.includes(':')
const extensionRows = (scope: string, holder: JsonObject): readonly TermRow[] =>
  Object.entries(holder).flatMap(([name, value]) => (isOwnName(name) ? fieldRows({ scope, name, isInner: false }, value) : []))

interface Field {
  readonly scope: string
  readonly name: string
  readonly isInner: boolean
}
function fieldRows(field: Field, value: Json): readonly TermRow[] {
  const name = term.extension(field.scope, field.isInner, field.name)
  if (isList(value)) return value.flatMap((one) => fieldRows(field, one))
  if (isObject(value)) return [present(name), ...Object.entries(value).flatMap(([inner, one]) => innerRows(field.scope, inner, one))]
  if (value === null) return [present(name)]
  return [scalarRow(name, value)]
}
const innerRows = (scope: string, name: string, value: Json): readonly TermRow[] => fieldRows({ scope, name, isInner: true }, value)
function scalarRow(name: string, value: string | number | boolean): TermRow {
  const amount = typeof value === 'number' && Number.isFinite(value) ? value : null
  return { name, value: String(value), amount, at: typeof value === 'string' && isInstant(value) ? value : null }
}

function declarationRows(declaration: Json | undefined): readonly TermRow[] {
  if (!isObject(declaration)) return []
  return [
    ...instants('errorDeclarationTime', declaration['declarationTime']),
    ...texts('errorReason', declaration['reason']),
    ...texts('correctiveEventID', declaration['correctiveEventIDs']),
    ...extensionRows('ERROR_DECLARATION', declaration),
  ]
}

/** Without repeats. Cost: one row for each value. */
export function termRows(normal: JsonObject): readonly TermRow[] {
  const lasting = normal['persistentDisposition']
  const ilmd = normal['ilmd']
  const sensors = objectsOf(normal['sensorElementList'])
  const rows = [
    ...['action', 'bizStep', 'disposition', 'transformationID', 'parentID'].flatMap((name) => texts(name, normal[name])),
    ...(isObject(lasting) ? [...texts('set', lasting['set']), ...texts('unset', lasting['unset'])] : []),
    ...texts('readPoint', idOf(normal['readPoint'])),
    ...texts('bizLocation', idOf(normal['bizLocation'])),
    ...['epcList', 'childEPCs'].flatMap((name) => texts('epc', normal[name])),
    ...texts('inputEPC', normal['inputEPCList']),
    ...texts('outputEPC', normal['outputEPCList']),
    ...['quantityList', 'childQuantityList'].flatMap((name) => quantities('epcClass', normal[name])),
    ...quantities('inputEPCClass', normal['inputQuantityList']),
    ...quantities('outputEPCClass', normal['outputQuantityList']),
    ...typed(normal['bizTransactionList'], 'bizTransaction', term.transaction),
    ...typed(normal['sourceList'], 'source', term.source),
    ...typed(normal['destinationList'], 'destination', term.destination),
    ...declarationRows(normal['errorDeclaration']),
    ...(sensors.length > 0 ? [present('sensorElementList')] : []),
    ...sensors.flatMap(sensorRows),
    ...extensionRows('', normal),
    ...(isObject(ilmd) ? extensionRows('ILMD', ilmd) : []),
  ]
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}
