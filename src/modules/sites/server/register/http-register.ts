/*
The register of a site over HTTP: dated entries, papers, merges, parts, identifiers read elsewhere, likely duplicates, and places that
disagree. The bytes of a paper or photograph are for those who may know exact positions: a picture shows the pit and its road.
*/
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { maybe, flagInUrl, numberInUrl, parse, record, text } from '../../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { fileReply } from '../../../../platform/http/file-reply.ts'
import { type Incoming, type Reply, type Route, can } from '../../../../platform/http/route.ts'
import { SiteId } from '../../contract.ts'
import { SiteDocumentAttached, SiteDocumentWithdrawn, SiteEntryEnded, SiteEntryRecorded, SiteParentSet } from '../../contract-register.ts'
import { precisionOf } from '../../domain/register/precision.ts'
import { LikelyList, PlaceDisagreements, RegisterPage } from '../../domain/register/register-answers.ts'
import { ReadIcglrId, Seen, SettlePlace } from '../../domain/register/register-words.ts'
import { dated, pageOf, paged, questionOf } from '../questions.ts'
import { executeOnSite } from './http-sites.ts'
import type { SitesDoors } from './place-of-site.ts'
import { readPlaceDisagreements } from './read-places.ts'
import { findLikely, readRegister } from './read-register.ts'
import { isShownAt } from './store-entries.ts'

const params = record({ site: SiteId })
const allow = can('sites.register')

export const registerRoutes = (doors: SitesDoors): readonly Route[] => [
  ...readingRoutes(doors),
  ...entryRoutes(doors),
  ...documentRoutes(doors),
  ...relativeRoutes(doors),
  ...placeRoutes(doors),
]

function readingRoutes(doors: SitesDoors): readonly Route[] {
  return [
    readRoute({
      path: '/api/sites/likely',
      allow: can('sites.read'),
      summary: 'Records that may be the same place, by name and distance; `except` leaves one out',
      query: record({ siteName: text(160), latitude: maybe(numberInUrl()), longitude: maybe(numberInUrl()), except: maybe(SiteId) }),
      answer: LikelyList,
      read: async ({ tx, tenant, who, query: { siteName: name, latitude, longitude, except } }) => {
        const at = latitude === undefined || longitude === undefined ? null : { latitude, longitude }
        return accepted({ likely: await findLikely(tx, tenant, { name, at, self: except, precision: precisionOf(who.capabilities) }) })
      },
    }),
    readRoute({
      path: '/api/sites/:site/register',
      allow: can('sites.read'),
      summary: 'The register of one site: dated entries with their history, papers, parts, merged records, likely duplicates',
      params,
      query: record(dated),
      answer: RegisterPage,
      read: ({ tx, tenant, who, params: { site }, query, now }) =>
        readRegister(tx, { tenant, doors }, { site, question: questionOf(query, now), precision: precisionOf(who.capabilities) }),
    }),
  ]
}

function entryRoutes(doors: SitesDoors): readonly Route[] {
  return [
    writeRoute({
      path: '/api/sites/:site/entries',
      allow,
      summary: 'A title, a party, a description, people, pits, mercury, access or activity is written down with its day and source',
      params,
      body: record({ ...SiteEntryRecorded.shape, seen: Seen }),
      write: ({ data: { seen, ...entry }, params: { site }, ...asked }) =>
        executeOnSite(doors, asked, { site, command: { say: 'record-entry', entry, seen } }),
    }),
    writeRoute({
      path: '/api/sites/:site/ended-entries',
      allow,
      summary: 'An entry ends on a day, with the reason; it stays readable',
      params,
      body: SiteEntryEnded,
      write: ({ data, params: { site }, ...asked }) => executeOnSite(doors, asked, { site, command: { say: 'end-entry', ...data } }),
    }),
    writeRoute({
      path: '/api/sites/:site/read-icglr-id',
      allow,
      summary: 'An ICGLR identifier that another authority issued is taken over; an unsigned latitude takes the sign of the position',
      params,
      body: ReadIcglrId,
      write: ({ data, params: { site }, ...asked }) => executeOnSite(doors, asked, { site, command: { say: 'read-icglr-id', ...data } }),
    }),
  ]
}

const fileParams = record({ site: SiteId, sha256: text(64) })
function documentRoutes(doors: SitesDoors): readonly Route[] {
  return [
    rawRoute({
      method: 'GET',
      path: '/api/sites/:site/documents/:sha256',
      allow: can('sites.exact-position'),
      summary: 'The bytes of a paper or photograph of the site',
      schemas: { params: fileParams },
      answer: (incoming) => documentReply(doors, incoming),
    }),
    writeRoute({
      path: '/api/sites/:site/documents',
      allow,
      summary: 'A file that was sent to /api/files is attached to the site, with its title',
      params,
      body: SiteDocumentAttached,
      write: ({ data, params: { site }, ...asked }) =>
        executeOnSite(doors, asked, { site, command: { say: 'attach-document', document: data } }),
    }),
    writeRoute({
      path: '/api/sites/:site/withdrawn-documents',
      allow,
      summary: 'A paper or photograph is no longer shown, with the reason',
      params,
      body: SiteDocumentWithdrawn,
      write: ({ data, params: { site }, ...asked }) =>
        executeOnSite(doors, asked, { site, command: { say: 'withdraw-document', ...data } }),
    }),
  ]
}

async function documentReply(doors: SitesDoors, { params: given, tenant, door }: Incoming): Promise<Reply> {
  const parsed = parse(fileParams, given)
  if (!parsed.ok) return badInput(parsed.faults)
  const kept = await door.read(async (tx) =>
    (await isShownAt(tx, tenant, parsed.value)) ? doors.documents.content(tx, tenant, parsed.value.sha256) : null,
  )
  if (kept === null) return outcomeReply(refused('no-such-document'))
  return fileReply(kept, 'site')
}

function relativeRoutes(doors: SitesDoors): readonly Route[] {
  const reason = record({ reason: text() })
  return [
    writeRoute({
      path: '/api/sites/:site/merge',
      allow,
      summary: 'This record and `into` are one place: the other one stands for both, and neither loses anything',
      params,
      body: record({ into: SiteId, reason: text() }),
      write: ({ data, params: { site }, ...asked }) => executeOnSite(doors, asked, { site, command: { say: 'merge', ...data } }),
    }),
    writeRoute({
      path: '/api/sites/:site/unmerge',
      allow,
      summary: 'The records were two places after all',
      params,
      body: reason,
      write: ({ data, params: { site }, ...asked }) => executeOnSite(doors, asked, { site, command: { say: 'unmerge', ...data } }),
    }),
    writeRoute({
      path: '/api/sites/:site/parent',
      allow,
      summary: 'The site is a part of another one, or no longer',
      params,
      body: SiteParentSet,
      write: ({ data, params: { site }, ...asked }) => executeOnSite(doors, asked, { site, command: { say: 'set-parent', ...data } }),
    }),
  ]
}

function placeRoutes(doors: SitesDoors): readonly Route[] {
  return [
    readRoute({
      path: '/api/sites/place-disagreements',
      allow: can('sites.read'),
      summary: 'Sites whose stated place and position name different areas, with what the province decided',
      query: record({ province: maybe(text(12)), settled: maybe(flagInUrl()), ...paged }),
      answer: PlaceDisagreements,
      read: async ({ tx, tenant, who, query: { province, settled, ...page } }) =>
        accepted(
          await readPlaceDisagreements(
            tx,
            { tenant, doors },
            { precision: precisionOf(who.capabilities), territory: who.territory, province, settled, page: pageOf(page) },
          ),
        ),
    }),
    writeRoute({
      path: '/api/sites/:site/settled-place',
      allow,
      summary: 'The province says which of two places is right, or that the boundary is in doubt; neither is changed',
      params,
      body: SettlePlace,
      write: ({ data, params: { site }, ...asked }) => executeOnSite(doors, asked, { site, command: { say: 'settle-place', ...data } }),
    }),
  ]
}
