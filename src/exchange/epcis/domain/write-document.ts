/*
Documents that go out. Events leave as they were sent, each with the meaning of its own prefixes: those on which all events of a page
agree stand once in the document's context, the others in the event's. Identifiers are translated only where the reader asks for one
of GS1's two spellings; our own addresses and everybody's other URIs are never touched.
*/
import { declaredPrefixes } from './context.ts'
import { type PrefixLengths, canonicalUri, toUrn } from './identifiers.ts'
import { type Json, type JsonObject, isList, isObject, isText, without } from './json.ts'

export const epcFormats = ['No_Preference', 'Always_GS1_Digital_Link', 'Always_EPC_URN', 'Never_Translates'] as const
export type EpcFormat = (typeof epcFormats)[number]

/** An event as it was sent, with the context that says what its extension names mean. */
export interface WritableEvent {
  readonly raw: JsonObject
  readonly context: Json
}
export interface Writing {
  /** ISO instant; the clock arrives from outside. */
  readonly createdAt: string
  /** Without it nothing is translated. */
  readonly format?: EpcFormat
  /** Where nobody has said how long a company prefix is, seven digits are taken: the commonest length (D). */
  readonly prefixLengths?: PrefixLengths
}

const EPCIS_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'
const isOfGs1 = (context: Json): boolean =>
  isText(context) && /^https?:\/\/ref\.gs1\.org\/standards\/epcis\/.*epcis-context\.jsonld$/.test(context)

export function epcisDocument(events: readonly WritableEvent[], writing: Writing): JsonObject {
  const { context, eventList } = placed(events, writing)
  return { '@context': context, type: 'EPCISDocument', schemaVersion: '2.0', creationDate: writing.createdAt, epcisBody: { eventList } }
}

export function queryDocument(
  events: readonly WritableEvent[],
  writing: Writing & { readonly queryName: string; readonly subscriptionID?: string },
): JsonObject {
  const { context, eventList } = placed(events, writing)
  const { queryName, subscriptionID, createdAt } = writing
  const subscription = subscriptionID === undefined ? {} : { subscriptionID }
  return {
    '@context': context,
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: createdAt,
    epcisBody: { queryResults: { queryName, ...subscription, resultsBody: { eventList } } },
  }
}

function placed(
  events: readonly WritableEvent[],
  { format, prefixLengths }: Writing,
): { context: readonly Json[]; eventList: readonly Json[] } {
  const shared = new Map<string, string>()
  for (const { raw, context } of events)
    for (const [prefix, uri] of bindings(context, raw)) if (!shared.has(prefix)) shared.set(prefix, uri)
  const eventList = events.map(({ raw, context }) => {
    const own = Object.fromEntries([...bindings(context, raw)].filter(([prefix, uri]) => shared.get(prefix) !== uri))
    const others = otherContexts(context, raw)
    const rest = [...others, ...(Object.keys(own).length > 0 ? [own] : [])]
    const event = translateEvent(without(raw, '@context'), format ?? 'Never_Translates', prefixLengths)
    return rest.length > 0 ? { '@context': rest, ...event } : event
  })
  return { context: [EPCIS_CONTEXT, ...(shared.size > 0 ? [Object.fromEntries(shared)] : [])], eventList }
}

const contextsOf = (context: Json | undefined): readonly Json[] =>
  context === undefined || context === null ? [] : isList(context) ? context : [context]
const bindings = (context: Json, raw: JsonObject): ReadonlyMap<string, string> =>
  new Map([...declaredPrefixes(context), ...declaredPrefixes(raw['@context'])])
/** Addresses of other people's contexts, and bindings that are more than a prefix: they go with their event. */
function otherContexts(context: Json, raw: JsonObject): readonly Json[] {
  const strangers = [...contextsOf(context), ...contextsOf(raw['@context'])].filter(
    (one) => !isOfGs1(one) && (isText(one) || (isObject(one) && Object.values(one).some((meaning) => !isText(meaning)))),
  )
  return [...new Map(strangers.map((one) => [JSON.stringify(one), one])).values()]
}

const namesOfThings = new Set(
  ['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList', 'parentID', 'transformationID', 'epcClass', 'bizTransaction', 'source'].concat([
    'destination',
    'deviceID',
  ]),
)
const holdersOfThings = new Set(
  ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList', 'bizTransactionList', 'sourceList'].concat([
    'destinationList',
    'sensorElementList',
    'sensorMetadata',
    'sensorReport',
  ]),
)

/** The identifiers of an event in the form that the client asked for; everything else as it was sent. */
export function translateEvent(event: JsonObject, format: EpcFormat, lengths: PrefixLengths = () => 7): JsonObject {
  if (format === 'No_Preference' || format === 'Never_Translates') return event
  const write = (uri: string): string => {
    if (format === 'Always_EPC_URN') return toUrn(uri, lengths)
    return uri.startsWith('urn:') ? canonicalUri(uri) : uri
  }
  const inside = (value: Json): Json => {
    if (isText(value)) return write(value)
    return isList(value) ? value.map(inside) : value
  }
  const walk = (value: Json): Json => {
    if (isList(value)) return value.map(walk)
    if (!isObject(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => {
        if (namesOfThings.has(name)) return [name, inside(part)]
        if ((name === 'readPoint' || name === 'bizLocation') && isObject(part)) return [name, { ...part, id: inside(part['id'] ?? null) }]
        return [name, holdersOfThings.has(name) ? walk(part) : part]
      }),
    )
  }
  const translated = walk(event)
  return isObject(translated) ? translated : event
}
