/*
The routes of tag batches: what came from the printer, to which sites it was given, which numbers are lost or destroyed, and what is
needed to draw their labels. Reading shows counts, never persons. Who does not watch over the trade sees the batches of its own sites.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, listOf, maybe, mustParse, numberInUrl, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { SiteId } from '../../../sites/contract.ts'
import { AllocateTagBatch, DeclareTags, RegisterTagBatch, TagBatchId, TagBatchSummary, TagDeclaration } from '../../contract.ts'
import { AllocateTagRange, DestroyTags, TagDeclared, TagLabels, TagPart } from '../../contract-tags.ts'
import { gs1Elements } from '../../domain/tags/gs1.ts'
import { tagText } from '../../domain/tags/tag.ts'
import { tagLink } from '../../domain/tags/tag-code.ts'
import {
  type TagBatchCommand,
  type TagBatchContext,
  type TagBatchEvent,
  type TagBatchState,
  tagBatchDecider,
  tagBatchKinds,
} from '../../domain/tags/tag-batch.ts'
import { tagBatchFacts } from './tag-facts.ts'
import type { CustodyDoors } from '../doors.ts'
import { sightOf } from '../lots/sight.ts'
import { listParts } from './store-parts.ts'
import { listDeclarations } from './store-tag-life.ts'
import { sitesInSight } from './store-tag-sight.ts'
import { declaredAnswer, namesOf, partAnswer } from './tag-answers.ts'
import { type TagBatchCounted, findTagBatch, listDeclaredTags, listTagBatches } from './store-tags.ts'

export const tagBatchAggregate: Aggregate<TagBatchState, TagBatchCommand, TagBatchEvent, TagBatchContext> = {
  name: 'tag-batch',
  decider: tagBatchDecider,
  kinds: tagBatchKinds,
}
const params = record({ batch: TagBatchId })
const declaredRange = record({ number: count(), as: TagDeclaration, declaredOn: calendarDate() })

/** One page of labels: enough for a box of sheets, few enough for a browser to draw. */
const MOST_LABELS = 1_000

export const tagRoutes = (doors: CustodyDoors, baseUrl: string): readonly Route[] => [...reads(doors, baseUrl), ...acts(doors)]

function reads(doors: CustodyDoors, baseUrl: string): readonly Route[] {
  return [
    readRoute({
      path: '/api/tag-batches',
      allow: can('custody.read'),
      summary: 'Tag batches, newest first, at most 200; of one site with ?site=',
      query: record({ site: maybe(SiteId) }),
      answer: record({ batches: listOf(TagBatchSummary) }),
      read: async ({ tx, tenant, who, query: { site } }) => {
        const sight = await sightOf(tx, { tenant, doors }, who)
        // Stock that no site has yet is seen by everybody who watches over the trade, whatever the territory.
        const seen = sight.of === 'organisation' ? await sitesInSight(tx, tenant, sight) : null
        const sites = site === undefined ? seen : seen === null || seen.includes(site) ? [site] : []
        return accepted({ batches: await summaries(tx, { tenant, doors }, await listTagBatches(tx, tenant, sites)) })
      },
    }),
    readRoute({
      path: '/api/tag-batches/:batch',
      allow: can('custody.read'),
      summary: 'One tag batch and the first 5,000 numbers that were declared lost, stolen, damaged or void',
      params,
      answer: record({ batch: TagBatchSummary, parts: listOf(TagPart), declared: listOf(declaredRange) }),
      read: async ({ tx, tenant, who, params: { batch } }) => {
        const row = await findTagBatch(tx, tenant, batch)
        const [summary] = row ? await summaries(tx, { tenant, doors }, [row]) : []
        const sight = await sightOf(tx, { tenant, doors }, who)
        const seen = sight.of === 'organisation' ? await sitesInSight(tx, tenant, sight) : null
        const parts = (await listParts(tx, tenant, { batch })).filter((part) => seen === null || seen.includes(part.site))
        if (!row || !summary || (seen !== null && parts.length === 0)) return refused('unknown-tag-batch')
        const declared = await listDeclaredTags(tx, tenant, { batch, most: 5_000 })
        const names = await namesOf(tx, { tenant, doors }, { sites: parts.map((part) => part.site) })
        return accepted({
          batch: summary,
          parts: parts.map((part) => partAnswer(part, names)),
          declared: declared.map(({ number, state, declaredAs, changedOn }) =>
            mustParse(declaredRange, { number, as: declaredAs ?? state, declaredOn: changedOn }),
          ),
        })
      },
    }),
    readRoute({
      path: '/api/tag-batches/:batch/labels',
      allow: can('custody.allocate-tags'),
      summary:
        'What is needed to draw the labels of a range, at most 1,000: numbers, addresses, element strings of GS1 where the batch has a key',
      params,
      query: record({ from: numberInUrl().pipe(count()), to: numberInUrl().pipe(count()) }),
      answer: TagLabels,
      read: ({ tx, tenant, params: { batch }, query }) => labelsOf(tx, { tenant, doors, baseUrl }, { batch, ...query }),
    }),
    readRoute({
      path: '/api/tag-declarations',
      allow: can('custody.read'),
      summary: 'The last 500 tags that were declared lost, stolen, damaged or void, with the days between the loss and its report',
      answer: record({ declared: listOf(TagDeclared) }),
      read: async ({ tx, tenant, who }) => {
        const rows = await listDeclarations(tx, tenant, await sitesInSight(tx, tenant, await sightOf(tx, { tenant, doors }, who)))
        const names = await namesOf(tx, { tenant, doors }, { sites: rows.map((row) => row.site) })
        return accepted({ declared: rows.map((row) => declaredAnswer(row, names)) })
      },
    }),
  ]
}

function acts(doors: CustodyDoors): readonly Route[] {
  type Writing = Parameters<Parameters<typeof writeRoute>[0]['write']>[0]
  const execute = (asked: Pick<Writing, 'door' | 'who' | 'tenant' | 'envelope'>, batch: string, command: TagBatchCommand) => {
    const { door, who, tenant, envelope } = asked
    return door.execute({
      aggregate: tagBatchAggregate,
      subject: batch,
      command,
      envelope,
      who,
      context: (tx, _state, moment) => tagBatchFacts({ tx, tenant, doors, moment, territory: who.territory }, batch, command),
    })
  }
  return [
    writeRoute({
      path: '/api/tag-batches',
      allow: can('custody.allocate-tags'),
      summary: 'Registers a batch of printed tags; the batch gets the id of the command',
      body: RegisterTagBatch,
      write: ({ data, ...asked }) => execute(asked, asked.envelope.id, { type: 'register-batch', ...data }),
    }),
    writeRoute({
      path: '/api/tag-batches/:batch/allocations',
      allow: can('custody.allocate-tags'),
      summary: 'Gives a batch to a site that has the right to produce',
      params,
      body: AllocateTagBatch,
      write: ({ data, ...asked }) => execute(asked, asked.params.batch, { type: 'allocate-batch', ...data }),
    }),
    writeRoute({
      path: '/api/tag-batches/:batch/parts',
      allow: can('custody.allocate-tags'),
      summary: 'Gives a part of a batch to a site that has the right to produce, within its quota and the request that it answers',
      params,
      body: AllocateTagRange,
      write: ({ data, ...asked }) => execute(asked, asked.params.batch, { type: 'allocate-range', ...data }),
    }),
    writeRoute({
      path: '/api/tag-batches/:batch/destructions',
      allow: can('custody.allocate-tags'),
      summary: 'Destroys tags of emptied bags, and damaged or void ones',
      params,
      body: DestroyTags,
      write: ({ data, ...asked }) => execute(asked, asked.params.batch, { type: 'destroy-tags', ...data }),
    }),
    writeRoute({
      path: '/api/tag-batches/:batch/declarations',
      allow: can('custody.allocate-tags'),
      summary: 'Declares numbers lost, stolen, damaged or void',
      params,
      body: DeclareTags,
      write: ({ data, ...asked }) => execute(asked, asked.params.batch, { type: 'declare-tags', ...data }),
    }),
  ]
}

async function summaries(
  tx: Tx,
  { tenant, doors }: { readonly tenant: string; readonly doors: CustodyDoors },
  rows: readonly TagBatchCounted[],
) {
  const sites = rows.flatMap((row) => (row.site === null ? [] : [mustParse(SiteId, row.site)]))
  const names = new Map<string, string>((await doors.sites.briefs(tx, [...new Set(sites)], tenant)).map((brief) => [brief.id, brief.name]))
  return rows.map((row) =>
    mustParse(TagBatchSummary, {
      id: row.id,
      issuer: row.issuer,
      tagType: row.tagType,
      first: tagText(row, row.from),
      last: tagText(row, row.to),
      size: row.to - row.from + 1,
      receivedOn: row.receivedOn,
      site: row.site,
      siteName: row.site === null ? null : (names.get(row.site) ?? null),
      allocatedOn: row.allocatedOn,
      used: row.used,
      declared: row.declared,
      ...{ series: row.series, digits: row.digits, from: row.from, to: row.to, checkDigit: row.checkDigit },
      free: row.to - row.from + 1 - row.given,
      sites: row.sites,
      gs1Key: row.gs1Key,
    }),
  )
}

/** Refusals: `unknown-tag-batch`, `tags-not-in-batch`, `too-many-labels`. */
async function labelsOf(
  tx: Tx,
  { tenant, doors, baseUrl }: { readonly tenant: string; readonly doors: CustodyDoors; readonly baseUrl: string },
  { batch, from, to }: { readonly batch: string; readonly from: number; readonly to: number },
): Promise<Outcome<Infer<typeof TagLabels>>> {
  const row = await findTagBatch(tx, tenant, batch)
  if (!row) return refused('unknown-tag-batch')
  if (from < row.from || to > row.to || to < from) return refused('tags-not-in-batch', { from: row.from, to: row.to })
  if (to - from + 1 > MOST_LABELS) return refused('too-many-labels', { most: MOST_LABELS })
  const parts = await listParts(tx, tenant, { batch })
  const names = await namesOf(tx, { tenant, doors }, { sites: parts.map((part) => part.site) })
  const labels = Array.from({ length: to - from + 1 }, (_, at) => {
    const number = from + at
    const tag = tagText(row, number)
    const part = parts.find((one) => one.from <= number && number <= one.to)
    return {
      ...{ tag, link: tagLink(baseUrl, row.issuer, tag), site: names(part?.site ?? null) },
      gs1: row.gs1Key === null ? null : gs1Elements({ key: row.gs1Key, serial: tag }),
    }
  })
  return accepted(mustParse(TagLabels, { issuer: row.issuer, series: row.series, tagType: row.tagType, labels }))
}
