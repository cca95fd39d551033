/* `/epcis`, `/epcis/events`, and the resources of vocabulary with the events of each value. */
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import { canonicalUri } from '../domain/identifiers.ts'
import { type VocabularyField, fullTerm, shortTerm } from '../domain/terms.ts'
import { problem } from './errors.ts'
import { ONE_EVENT, oneEvent, takeOne } from './http-capture.ts'
import type { JobQueue } from './job-queue.ts'
import { term } from './query.ts'
import { EVENT_TYPES, type Parameters } from './read-query.ts'
import { type Method, collection, param, resource } from './resource.ts'
import type { CaptureParts } from './capture-parts.ts'
import { sayCustody } from './say-custody.ts'
import { addressIn, askedIn, isTooLong, jsonType, linkTo, searchReply } from './search.ts'
import { sightOf } from './sight.ts'
import { deleteToken } from './store-queries.ts'
import { isValueKnown, limitTime, listValues } from './store-vocabulary.ts'

const query = can('exchange.epcis-query')
const MEMBERS = ['capture', 'events', 'eventTypes', 'epcs', 'bizSteps', 'bizLocations', 'readPoints', 'dispositions', 'queries']

interface Vocabulary {
  readonly path: string
  readonly names: readonly string[]
  readonly parameter: string
  readonly field: VocabularyField | null
}
const VOCABULARIES: readonly Vocabulary[] = [
  { path: 'eventTypes', names: [], parameter: 'eventType', field: null },
  { path: 'epcs', names: term.anyEpc, parameter: 'MATCH_anyEPC', field: null },
  { path: 'bizSteps', names: ['bizStep'], parameter: 'EQ_bizStep', field: 'bizStep' },
  { path: 'bizLocations', names: ['bizLocation'], parameter: 'EQ_bizLocation', field: null },
  { path: 'readPoints', names: ['readPoint'], parameter: 'EQ_readPoint', field: null },
  { path: 'dispositions', names: ['disposition'], parameter: 'EQ_disposition', field: 'disposition' },
]

export const eventRoutes = (parts: CaptureParts, queue: JobQueue): readonly Route[] => [
  ...resource('/epcis', [
    {
      ...reading('EPCIS: what this repository offers'),
      answer: async ({ headers }) => said(headers['accept'], collection(MEMBERS)),
    },
  ]),
  ...resource('/epcis/events', [
    { ...ONE_EVENT, summary: 'EPCIS: captures one event at once', answer: (incoming) => takeOne(parts, queue, incoming) },
    {
      ...reading('EPCIS: events that fit the query, by pages; an unknown filter is refused'),
      answer: (incoming) => search(parts, incoming),
    },
  ]),
  ...resource('/epcis/events/:event', [
    { ...reading('EPCIS: one event with every declaration that it was wrong'), answer: (incoming) => oneEvent(parts, incoming) },
  ]),
  ...VOCABULARIES.flatMap((vocabulary) => vocabularyRoutes(parts, vocabulary)),
  ...resource('/epcis/nextPageToken/:token', [
    {
      method: 'DELETE',
      allow: query,
      summary: 'EPCIS: gives up a page that follows',
      answer: (incoming) => giveUp(parts, incoming),
    },
  ]),
]
const reading = (summary: string): Pick<Method, 'method' | 'allow' | 'summary'> & { readonly method: 'GET' } => ({
  method: 'GET',
  allow: query,
  summary,
})
const said = (accept: string | undefined, body: object, headers: { readonly [name: string]: string } = {}): Reply => ({
  ...{ status: 200, body: JSON.stringify(body), contentType: jsonType(accept), headers },
})

async function search(parts: CaptureParts, incoming: Incoming): Promise<Reply> {
  const read = askedIn(incoming)
  return read.ok ? searchReply(parts, incoming, { ...read.asked, queryName: 'SimpleEventQuery', path: '/epcis/events' }) : read.reply
}

function vocabularyRoutes(parts: CaptureParts, vocabulary: Vocabulary): readonly Route[] {
  const path = `/epcis/${vocabulary.path}`
  return [
    ...resource(path, [
      { ...reading(`EPCIS: the ${vocabulary.path} that events name`), answer: (incoming) => values(parts, vocabulary, incoming) },
    ]),
    ...resource(`${path}/:value`, [
      {
        ...reading(`EPCIS: one of the ${vocabulary.path}`),
        answer: async (incoming) =>
          (await knownValue(parts, vocabulary, incoming)) === null
            ? problem('NoSuchResourceException')
            : said(incoming.headers['accept'], collection(['events'])),
      },
    ]),
    ...resource(`${path}/:value/events`, [
      { ...reading(`EPCIS: the events of one of the ${vocabulary.path}`), answer: (incoming) => eventsOf(parts, vocabulary, incoming) },
    ]),
  ]
}

async function values(parts: CaptureParts, vocabulary: Vocabulary, incoming: Incoming): Promise<Reply> {
  const read = askedIn(incoming)
  if (!read.ok) return read.reply
  const { asked } = read
  const [unknown] = asked.parameters
  if (unknown) return problem('QueryParameterException', { detail: `unknown parameter ${unknown[0].slice(0, 200)}` })
  if (vocabulary.names.length === 0) return said(incoming.headers['accept'], collection(EVENT_TYPES))
  const after = asked.token === null ? '' : Buffer.from(asked.token, 'base64url').toString('utf8')
  if (after.includes('\u0000')) return problem('QueryParameterException', { detail: 'nextPageToken is none of ours' })
  await sayCustody({ ...parts, tenant: incoming.tenant }, () => true)
  const found = await incoming.door.read(async (tx) => {
    await limitTime(tx)
    const sight = await sightOf(tx, parts.custody, incoming.who)
    return listValues(tx, incoming.tenant, { names: vocabulary.names, sight, after, limit: asked.perPage + 1 }).catch(whenTooLong)
  })
  if (found === null) return problem('QueryTooComplexException')
  const shown = found.slice(0, asked.perPage)
  const last = shown.at(-1)
  const link =
    found.length > shown.length && last !== undefined
      ? { link: linkTo(addressIn(incoming, parts.baseUrl, `/epcis/${vocabulary.path}`), Buffer.from(last).toString('base64url')) }
      : {}
  const { field } = vocabulary
  return said(incoming.headers['accept'], collection(field === null ? shown : shown.map((one) => shortTerm(field, one))), link)
}
const whenTooLong = (error: unknown): null => {
  if (isTooLong(error)) return null
  throw error
}

/** In the one form; null where no event that the reader sees names it. */
async function knownValue(parts: CaptureParts, vocabulary: Vocabulary, incoming: Incoming): Promise<string | null> {
  const given = param(incoming, 'value')
  if (given === '') return null
  if (vocabulary.names.length === 0) return EVENT_TYPES.includes(given) ? given : null
  const value = vocabulary.field === null ? canonicalUri(given) : fullTerm(vocabulary.field, given)
  await sayCustody({ ...parts, tenant: incoming.tenant }, () => true)
  const isKnown = await incoming.door.read(async (tx) =>
    isValueKnown(tx, incoming.tenant, { names: vocabulary.names, sight: await sightOf(tx, parts.custody, incoming.who), value }),
  )
  return isKnown ? value : null
}

async function eventsOf(parts: CaptureParts, vocabulary: Vocabulary, incoming: Incoming): Promise<Reply> {
  const value = await knownValue(parts, vocabulary, incoming)
  if (value === null) return problem('NoSuchResourceException')
  const preset: Parameters = [[vocabulary.parameter, [value]]]
  const read = askedIn(incoming, preset)
  const path = `/epcis/${vocabulary.path}/${encodeURIComponent(param(incoming, 'value'))}/events`
  return read.ok ? searchReply(parts, incoming, { ...read.asked, queryName: 'SimpleEventQuery', path }) : read.reply
}

async function giveUp({ database }: CaptureParts, incoming: Incoming): Promise<Reply> {
  const token = param(incoming, 'token')
  const { tenant, who } = incoming
  const wasThere = await database.transaction((tx) => deleteToken(tx, tenant, token, who.account))
  return wasThere ? { status: 204, body: '' } : problem('NoSuchResourceException')
}
