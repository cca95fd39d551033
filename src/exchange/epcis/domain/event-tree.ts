/*
An event as the hash sees it: names, values and children, as its XML form would have them, so that JSON and XML of one event give one
text. Values are still as sent, but for words of GS1's vocabularies, which are written in full. Names of extensions are written with
their namespace: `{https://ns.example.com/epcis/}myField`.
*/
import type { Prefixes } from './context.ts'
import { type Json, type JsonObject, isList, isObject } from './json.ts'
import { type VocabularyField, expandStandard, fullTerm } from './terms.ts'

export interface Branch {
  readonly name: string
  readonly value: string
  readonly children: readonly Branch[]
}

/** Which vocabulary a field's short words belong to, by the field that holds it and its own name. */
const vocabularyOf: ReadonlyMap<string, VocabularyField> = new Map([
  ['/bizStep', 'bizStep'],
  ['/disposition', 'disposition'],
  ['persistentDisposition/set', 'disposition'],
  ['persistentDisposition/unset', 'disposition'],
  ['bizTransactionList/type', 'bizTransactionType'],
  ['sourceList/type', 'sourceDestinationType'],
  ['destinationList/type', 'sourceDestinationType'],
  ['sensorReport/type', 'measurementType'],
  ['sensorReport/exception', 'sensorAlert'],
  ['sensorReport/component', 'component'],
])
/** Notes for people; they are no part of what happened. */
const comments = new Set(['rdfs:comment', 'comment', '#text'])

/** The fields of an event, sorted. */
export const treeOf = (event: JsonObject, prefixes: Prefixes): readonly Branch[] => fieldsOf(event, { parent: '', prefixes })

interface Place {
  readonly parent: string
  readonly prefixes: Prefixes
}

function fieldsOf(value: JsonObject, place: Place): readonly Branch[] {
  const fields = Object.entries(value)
    .filter(([name, part]) => part !== null && !comments.has(name) && !name.startsWith('@'))
    .flatMap(([name, part]) => branchesOf(name, part, place))
  return groupLists(fields.toSorted(compareBranches))
}

/** A list gives one branch for each item. */
function branchesOf(name: string, value: Json, place: Place): readonly Branch[] {
  const written = braced(name, place.prefixes)
  const items = isList(value) ? value : [value]
  return items.map((item) => ({ ...branchOf(name, item, place), name: written }))
}

function branchOf(name: string, value: Json, { parent, prefixes }: Place): Branch {
  if (isObject(value)) {
    const text = value['#text']
    return { name, value: typeof text === 'string' ? text : '', children: fieldsOf(value, { parent: name, prefixes }) }
  }
  if (isList(value)) {
    const children = value.map((item) => ({ ...branchOf(name, item, { parent, prefixes }), name: '' }))
    return { name, value: '', children: children.toSorted(compareBranches) }
  }
  if (value === null) return { name, value: '', children: [] }
  if (typeof value !== 'string') return { name, value: String(value), children: [] }
  const field = vocabularyOf.get(`${parent}/${name}`)
  return { name, value: field === undefined ? expandStandard(value) : fullTerm(field, value), children: [] }
}

function braced(name: string, prefixes: Prefixes): string {
  const colon = name.indexOf(':')
  const bound = colon > 0 ? prefixes.get(name.slice(0, colon)) : undefined
  return bound === undefined ? name : `{${bound}}${name.slice(colon + 1)}`
}

/** XML names the items of a list after it: `epcList` holds `epc`, `sensorElementList` holds `sensorElement`. */
function groupLists(fields: readonly Branch[]): readonly Branch[] {
  const lists = new Map<string, Branch[]>()
  const others: Branch[] = []
  for (const field of fields) {
    const item = itemNameOf(field.name)
    const items = lists.get(field.name)
    if (item === null) others.push(field)
    else if (items) items.push({ ...field, name: item })
    else lists.set(field.name, [{ ...field, name: item }])
  }
  return [...others, ...[...lists].map(([name, children]) => ({ name, value: '', children }))]
}
function itemNameOf(list: string): string | null {
  if (list === 'childEPCs' || list.endsWith('EPCList') || list === 'epcList') return 'epc'
  if (list === 'quantityList' || list.endsWith('QuantityList')) return 'quantityElement'
  return list.endsWith('List') ? list.slice(0, -'List'.length) : null
}

/** By name, then value, then children. */
function compareBranches(a: Branch, b: Branch): number {
  const order = compareTexts(a.name, b.name) || compareTexts(a.value, b.value)
  if (order !== 0) return order
  for (let at = 0; at < Math.min(a.children.length, b.children.length); at += 1) {
    const [left, right] = [a.children[at], b.children[at]]
    const inner = left && right ? compareBranches(left, right) : 0
    if (inner !== 0) return inner
  }
  return a.children.length - b.children.length
}

/** By code points, not UTF-16 units: the two differ where a character beyond the basic plane meets one of its last 8,192. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  let place = 0
  while (place < length && a.charCodeAt(place) === b.charCodeAt(place)) place += 1
  if (place === length) return a.length - b.length
  return raised(a.charCodeAt(place)) - raised(b.charCodeAt(place))
}
/** Halves of characters beyond the basic plane come after all of it. */
const raised = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)
