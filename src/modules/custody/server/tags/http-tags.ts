/*
The routes of tag batches: what came from the printer, to which site it was given, which numbers are lost. Reading shows counts,
never persons.
*/
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { calendarDate, count, listOf, maybe, mustParse, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { SiteId } from '../../../sites/contract.ts'
import { AllocateTagBatch, DeclareTags, RegisterTagBatch, TagBatchId, TagBatchSummary, TagDeclaration } from '../../contract.ts'
import { tagText } from '../../domain/tags/tag.ts'
import {
  type TagBatchCommand,
  type TagBatchContext,
  type TagBatchEvent,
  type TagBatchState,
  tagBatchDecider,
  tagBatchKinds,
} from '../../domain/tags/tag-batch.ts'
import { tagBatchFacts } from '../lots/facts.ts'
import type { CustodyDoors } from '../doors.ts'
import { type TagBatchCounted, findTagBatch, listDeclaredTags, listTagBatches } from './store-tags.ts'

export const tagBatchAggregate: Aggregate<TagBatchState, TagBatchCommand, TagBatchEvent, TagBatchContext> = {
  name: 'tag-batch',
  decider: tagBatchDecider,
  kinds: tagBatchKinds,
}
const params = record({ batch: TagBatchId })
const declaredRange = record({ number: count(), as: TagDeclaration, declaredOn: calendarDate() })

export function tagRoutes(doors: CustodyDoors): readonly Route[] {
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
    readRoute({
      path: '/api/tag-batches',
      allow: can('custody.read'),
      summary: 'Tag batches, newest first, at most 200; of one site with ?site=',
      query: record({ site: maybe(SiteId) }),
      answer: record({ batches: listOf(TagBatchSummary) }),
      read: async ({ tx, tenant, query }) =>
        accepted({ batches: await summaries(tx, { tenant, doors }, await listTagBatches(tx, tenant, query.site ?? null)) }),
    }),
    readRoute({
      path: '/api/tag-batches/:batch',
      allow: can('custody.read'),
      summary: 'One tag batch and the first 5,000 numbers that were declared lost, stolen, damaged or void',
      params,
      answer: record({ batch: TagBatchSummary, declared: listOf(declaredRange) }),
      read: async ({ tx, tenant, params: { batch } }) => {
        const row = await findTagBatch(tx, tenant, batch)
        const [summary] = row ? await summaries(tx, { tenant, doors }, [row]) : []
        if (!row || !summary) return refused('unknown-tag-batch')
        const declared = await listDeclaredTags(tx, tenant, { batch, most: 5_000 })
        return accepted({
          batch: summary,
          declared: declared.map(({ number, state, changedOn }) => mustParse(declaredRange, { number, as: state, declaredOn: changedOn })),
        })
      },
    }),
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
    }),
  )
}
