/*
The routes of requests for tags: a site asks, somebody reviews and approves a number, parts of batches answer it, the site counts
what came. Each step is a thing of its own beside the request.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, type Schema, count, listOf, maybe, mustParse, numberInUrl, record } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Allow, type Route, can } from '../../../../platform/http/route.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { SiteId } from '../../../sites/contract.ts'
import * as words from '../../contract-tags.ts'
import { tagFactors } from '../../domain/tags/proposal.ts'
import {
  type TagRequestCommand,
  type TagRequestContext,
  type TagRequestEvent,
  type TagRequestState,
  tagRequestDecider,
  tagRequestKinds,
} from '../../domain/tags/tag-request.ts'
import type { CustodyDoors } from '../doors.ts'
import { sightOf } from '../lots/sight.ts'
import { proposalFor, requestFacts } from './care-facts.ts'
import { careExecutor } from './execute-care.ts'
import { listParts } from './store-parts.ts'
import { findRequest, listRequests, listSteps } from './store-requests.ts'
import { sitesInSight } from './store-tag-sight.ts'
import { namesOf, partAnswer, requestAnswer, stepAnswer } from './tag-answers.ts'

export const tagRequestAggregate: Aggregate<TagRequestState, TagRequestCommand, TagRequestEvent, TagRequestContext> = {
  name: 'tag-request',
  decider: tagRequestDecider,
  kinds: tagRequestKinds,
}
const params = record({ request: words.TagRequestId })
const [read, hold, allocate] = [can('custody.read'), can('custody.hold-tags'), can('custody.allocate-tags')]

export const tagRequestRoutes = (doors: CustodyDoors): readonly Route[] => [...reads(doors), ...steps(doors)]

function reads(doors: CustodyDoors): readonly Route[] {
  return [
    readRoute({
      path: '/api/tag-requests',
      allow: read,
      summary: 'Requests for tags that you may see, newest first, at most 300; of one site with ?site=',
      query: record({ site: maybe(SiteId) }),
      answer: record({ requests: listOf(words.TagRequestSummary) }),
      read: async ({ tx, tenant, who, query }) => {
        const rows = await listRequests(tx, tenant, { sight: await sightOf(tx, { tenant, doors }, who), site: query.site ?? null })
        const names = await namesOf(
          tx,
          { tenant, doors },
          { sites: rows.map((row) => row.site), organisations: rows.map((row) => row.organisation) },
        )
        return accepted({ requests: rows.map((row) => requestAnswer(row, names)) })
      },
    }),
    readRoute({
      path: '/api/tag-requests/:request',
      allow: read,
      summary:
        'One request with its steps, the parts of batches that answer it, and the proposal of the day with every number that went in',
      params,
      answer: words.TagRequestDetail,
      read: async ({ tx, tenant, who, now, params: { request } }) => {
        const row = await findRequest(tx, tenant, request, await sightOf(tx, { tenant, doors }, who))
        if (!row) return refused('unknown-tag-request')
        const [parts, taken] = [await listParts(tx, tenant, { request }), await listSteps(tx, tenant, request)]
        const names = await namesOf(
          tx,
          { tenant, doors },
          { sites: [row.site], organisations: [row.organisation, ...taken.map((one) => one.organisation)] },
        )
        return accepted({
          request: requestAnswer(row, names),
          steps: taken.map((one) => stepAnswer(one, names)),
          parts: parts.map((one) => partAnswer(one, names)),
          proposal: await proposalFor(tx, { tenant, doors }, { ...row, asOf: todayAt(now), knownAt: now }),
          approvedOn: row.proposal === null ? null : mustParse(words.TagProposal, row.proposal),
          mine: row.askedBy === who.account,
        })
      },
    }),
    readRoute({
      path: '/api/tag-proposals/:site',
      allow: read,
      summary: 'How many tags a site should be given, and from which numbers; nothing is given by asking',
      params: record({ site: SiteId }),
      query: record({ months: maybe(numberInUrl().pipe(count().min(1).max(12))) }),
      answer: words.TagProposal,
      read: async ({ tx, tenant, who, now, params: { site }, query: { months } }) => {
        const [brief] = await doors.sites.briefs(tx, [site], tenant)
        const seen = await sitesInSight(tx, tenant, await sightOf(tx, { tenant, doors }, who))
        if (!brief || (seen !== null && !seen.includes(site))) return refused('unknown-site', { site })
        const monthsCover = months ?? tagFactors.monthsCover.value
        return accepted(await proposalFor(tx, { tenant, doors }, { site, monthsCover, asOf: todayAt(now), knownAt: now }))
      },
    }),
  ]
}

interface Step<Body extends Schema<unknown>> {
  readonly thing: string
  readonly allow: Allow
  readonly summary: string
  readonly body: Body
  readonly command: (data: Infer<Body>) => TagRequestCommand
}
function steps(doors: CustodyDoors): readonly Route[] {
  const execute = careExecutor(doors, tagRequestAggregate, requestFacts)
  const step = <Body extends Schema<unknown>>({ thing, command, ...rest }: Step<Body>): Route =>
    writeRoute({
      ...rest,
      path: `/api/tag-requests/:request/${thing}`,
      params,
      write: ({ data, ...asked }) => execute(asked, asked.params.request, command(data)),
    })
  return [
    writeRoute({
      path: '/api/tag-requests',
      allow: hold,
      summary: 'A site asks for tags; the request gets the id of the command',
      body: words.AskForTags,
      write: ({ data, ...asked }) => execute(asked, asked.envelope.id, { type: 'ask', ...data }),
    }),
    step({
      ...{ thing: 'reviews', allow: allocate, summary: 'Somebody takes the request up', body: words.ReviewTagRequest },
      command: () => ({ type: 'review' }),
    }),
    step({
      ...{ thing: 'revision-requests', allow: allocate, summary: 'Sends the request back to be changed', body: words.AskForRevision },
      command: (data) => ({ type: 'ask-for-revision', ...data }),
    }),
    step({
      ...{ thing: 'revisions', allow: hold, summary: 'The site asks for another number', body: words.ReviseTagRequest },
      command: (data) => ({ type: 'revise', ...data }),
    }),
    step({
      ...{
        thing: 'approvals',
        allow: allocate,
        summary: 'Somebody else approves a number, never above the quota',
        body: words.ApproveTagRequest,
      },
      command: (data) => ({ type: 'approve', ...data }),
    }),
    step({
      ...{ thing: 'rejections', allow: allocate, summary: 'Refuses the request, with a reason', body: words.RejectTagRequest },
      command: (data) => ({ type: 'reject', ...data }),
    }),
    step({
      ...{
        thing: 'cancellations',
        allow: hold,
        summary: 'The site withdraws its request before tags are on the way',
        body: words.CancelTagRequest,
      },
      command: (data) => ({ type: 'cancel', ...data }),
    }),
    step({
      ...{ thing: 'receptions', allow: hold, summary: 'The site counts the tags that came', body: words.ReceiveTags },
      command: (data) => ({ type: 'receive', ...data }),
    }),
  ]
}
