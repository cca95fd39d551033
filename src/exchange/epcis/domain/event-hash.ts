/*
The hash that names an event by what it says (CBV 2.0, chapter on event hash identifiers): fields in a fixed order, one spelling for each
value, then SHA-256. Who computes it elsewhere gets the same name, so it serves as eventID and as proof. Left out are what others add
later: recordTime, eventID, errorDeclaration (a declared error keeps the hash of its event) and certificationInfo.

Where the words of the standard and the expected values of its reference disagree, the values win: `type` stands before the identifier
in lists of transactions and parties, sources stand before destinations. CBV 2.1 writes sensors and inner extensions elsewhere; both
can be asked for, and we give 2.0.
*/
import { type Prefixes, declaredPrefixes } from './context.ts'
import { type Branch, compareTexts, treeOf } from './event-tree.ts'
import { canonicalUri } from './identifiers.ts'
import { type Json, type JsonObject, textOf } from './json.ts'
import { plainNumber } from './plain-number.ts'
import { utcText } from './times.ts'

export type CbvVersion = 'CBV2.0' | 'CBV2.1'
/** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string

/** A field with the order of what is inside; `pairs`: a type and an identifier. */
type Order = readonly (readonly [name: string, inner: Order | 'pairs' | null])[]

const leaves = (...names: readonly string[]): Order => names.map((name) => [name, null] as const)
const epcs = leaves('epc')
const quantities: Order = [['quantityElement', leaves('epcClass', 'quantity', 'uom')]]
const metadata = leaves(...['time', 'startTime', 'endTime', 'deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod', 'bizRules'])
const report = leaves(
  ...['type', 'exception', 'deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod', 'time', 'microorganism', 'chemicalSubstance'],
  ...['value', 'component', 'stringValue', 'booleanValue', 'hexBinaryValue', 'uriValue', 'minValue', 'maxValue', 'meanValue', 'sDev'],
  ...['percRank', 'percValue', 'uom', 'coordinateReferenceSystem'],
)
const eventOrder: Order = [
  ...leaves('eventTime', 'eventTimeZoneOffset'),
  ['epcList', epcs],
  ['parentID', null],
  ['inputEPCList', epcs],
  ['childEPCs', epcs],
  ['quantityList', quantities],
  ['childQuantityList', quantities],
  ['inputQuantityList', quantities],
  ['outputEPCList', epcs],
  ['outputQuantityList', quantities],
  ...leaves('action', 'transformationID', 'bizStep', 'disposition'),
  ['persistentDisposition', leaves('set', 'unset')],
  ['readPoint', leaves('id')],
  ['bizLocation', leaves('id')],
  ['bizTransactionList', 'pairs'],
  ['sourceList', 'pairs'],
  ['destinationList', 'pairs'],
  [
    'sensorElementList',
    [
      [
        'sensorElement',
        [
          ['sensorMetadata', metadata],
          ['sensorReport', report],
        ],
      ],
    ],
  ],
]
const leftOut = new Set(['type', 'recordTime', 'eventID', 'errorDeclaration', 'certificationInfo'])

/** The text that is hashed. */
export function preHash(event: JsonObject, context: Json, version: CbvVersion = 'CBV2.0'): string {
  const fields = treeOf(event, hashPrefixes(context, event['@context']))
  const standard = `eventType=${textOf(event['type']) ?? ''}${textInOrder(fields, eventOrder, version)}`
  const known = new Set(eventOrder.map(([name]) => name))
  const own = fields.filter(({ name }) => !known.has(name) && !leftOut.has(name))
  const leftOver = (of: readonly Branch[]): readonly string[] => of.map((field) => leftOverText(field, eventOrder, version)).filter(Boolean)
  const ofStandard = eventOrder.flatMap(([name]) => fields.filter((field) => field.name === name))
  if (version === 'CBV2.1') return standard + sortedText([...leftOver(ofStandard), ...own.map(plainText)])

  const inner = ofStandard.map((field) => [field, extensionText(field, eventOrder)] as const)
  const rest = inner.flatMap(([field, text]) => (text === '' ? leftOver([field]) : []))
  const [ilmd, others] = [own.filter(({ name }) => name === 'ilmd'), own.filter(({ name }) => name !== 'ilmd')]
  return standard + plainTexts(ilmd) + inner.map(([, text]) => text).join('') + sortedText([...rest, ...others.map(plainText)])
}

/** `ni:///sha-256;…?ver=CBV2.0`; `context` is that of the document (`ReadEvent.context` will do). */
export const eventHashWith =
  (sha256: Sha256) =>
  (event: JsonObject, context: Json, version: CbvVersion = 'CBV2.0'): string =>
    `ni:///sha-256;${sha256(preHash(event, context, version))}?ver=${version}`

/** GS1's file binds `cbvmda` without the colon that documents write; a document that binds it itself is taken at its word. */
const hashPrefixes = (context: Json, own: Json | undefined): Prefixes =>
  new Map([
    ['gs1', 'https://ref.gs1.org/voc/'],
    ['cbv', 'https://ref.gs1.org/cbv/'],
    ['epcis', 'https://ref.gs1.org/epcis/'],
    ['cbvmda', 'urn:epcglobal:cbv:mda'],
    ...declaredPrefixes(context),
    ...declaredPrefixes(own),
    ['gs1', 'https://ref.gs1.org/voc/'],
  ])

function textInOrder(fields: readonly Branch[], order: Order, version: CbvVersion): string {
  const standard = order.map(([name, inner]) =>
    sortedText(fields.filter((field) => field.name === name).map((field) => fieldText(field, inner, version))),
  )
  const extensions = version === 'CBV2.1' && order !== eventOrder && fields.length > 1 ? fields.filter(isExtension) : []
  return standard.join('') + plainTexts(extensions)
}

function fieldText(field: Branch, inner: Order | 'pairs' | null, version: CbvVersion): string {
  const below =
    inner === 'pairs' ? sortedText(field.children.map(pairText)) : inner === null ? '' : textInOrder(field.children, inner, version)
  const isTime = /time/i.test(field.name) && !/offset/i.test(field.name)
  const value = isTime ? (utcText(field.value.trim()) ?? field.value.trim()) : canonicalValue(field.value)
  if (value === '' && below === '') return ''
  return `${shownName(field.name, version)}${value === '' ? '' : `=${value}`}${below}`
}

function pairText({ children }: Branch): string {
  const types = children.filter(({ name }) => name === 'type')
  return [...types, ...children.filter(({ name }) => name !== 'type')].map(plainText).join('')
}

/** CBV 2.0 names no list of sensor elements, 2.1 does. */
const shownName = (name: string, version: CbvVersion): string => (name === 'sensorElementList' && version === 'CBV2.0' ? '' : name)
const isExtension = ({ name }: Branch): boolean => name.startsWith('{') && name.includes('/}')

/** CBV 2.0: extensions inside of standard fields, each behind the names of the fields that hold it. */
function extensionText(field: Branch, order: Order): string {
  const inner = order.find(([name]) => name === field.name)?.[1]
  if (!inner || inner === 'pairs') return ''
  const below = inner.flatMap(([name]) => field.children.filter((child) => child.name === name)).map((child) => extensionText(child, inner))
  const text = below.join('') + plainTexts(field.children.filter(isExtension))
  return text === '' ? '' : shownName(field.name, 'CBV2.0') + text
}

/** What a standard field holds beyond its standard parts and its extensions. */
function leftOverText(field: Branch, order: Order, version: CbvVersion): string {
  const inner = order.find(([name]) => name === field.name)?.[1]
  if (!inner || inner === 'pairs') return ''
  const known = new Set(inner.map(([name]) => name))
  const inlined = version === 'CBV2.1' && field.children.length > 1
  const strangers = field.children.filter((child) => !known.has(child.name) && !(inlined && isExtension(child))).map(plainText)
  const below = field.children.filter((child) => known.has(child.name)).map((child) => leftOverText(child, inner, version))
  const text = sortedText([...below, ...strangers].filter(Boolean))
  return text === '' ? '' : field.name + text
}

function plainText({ name, value, children }: Branch): string {
  const text = canonicalValue(value)
  return `${name}${text === '' ? '' : `=${text}`}${plainTexts(children)}`
}
const plainTexts = (fields: readonly Branch[]): string => sortedText(fields.map(plainText))
const sortedText = (texts: readonly string[]): string => texts.toSorted(compareTexts).join('')

const oldUrns = [
  ['bizstep', 'BizStep'],
  ['disp', 'Disp'],
  ['btt', 'BTT'],
  ['sdt', 'SDT'],
  ['er', 'ER'],
] as const
/** One spelling for a value: words of CBV as web addresses, numbers without needless digits, GS1 identifiers as Digital Links. */
function canonicalValue(given: string): string {
  const value = given.trim()
  const urn = oldUrns.find(([name]) => value.startsWith(`urn:epcglobal:cbv:${name}:`))
  if (urn) return `https://ref.gs1.org/cbv/${urn[1]}-${value.slice(`urn:epcglobal:cbv:${urn[0]}:`.length)}`
  return plainNumber(value) ?? canonicalUri(value)
}
