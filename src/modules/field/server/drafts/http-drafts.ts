/* Unfinished forms over HTTP. Sending the same revisions again changes nothing; parents may come later or never. */
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { parse, record, text } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { FieldSitesDoor } from '../../../sites/contract-field.ts'
import { DraftHeads, DraftHistory, DraftList, SendDrafts } from '../../contract.ts'
import { keepRevision } from './keep-revision.ts'
import { readDraftHistory, readDraftList, readHeads } from './read-drafts.ts'

export interface DraftParts {
  readonly database: Pick<Database, 'transaction'>
  readonly sites: Pick<FieldSitesDoor<Tx>, 'speaksFor'>
}

export const draftRoutes = ({ database, sites }: DraftParts): readonly Route[] => [
  rawRoute({
    method: 'POST',
    path: '/api/field/drafts',
    allow: can('sites.inspect'),
    summary: 'States of unfinished forms are kept, none is changed; the answer has every head of the drafts that were named',
    schemas: { body: SendDrafts, answer: DraftHeads },
    answer: async ({ who, tenant, now, body }) => {
      const read = parse(SendDrafts, body)
      if (!read.ok) return badInput(read.faults)
      const { revisions, drafts = [], inspections = [] } = read.value
      const by = { account: who.account, organisation: who.organisation, device: who.device ?? null }
      return outcomeReply(
        await database.transaction(async (tx) => {
          // What came before a refused one stays kept: sending it again is nothing. A phone sends its drafts one by one.
          for (const revision of revisions) {
            const kept = await keepRevision(tx, tenant, { sites, by, revision, now })
            if (kept !== 'kept' && kept !== 'known') return refused(kept, { draft: revision.draft })
          }
          const named = [...revisions.map((one) => one.draft), ...drafts]
          return accepted({ drafts: await readHeads(tx, { who, sites }, { drafts: named, inspections }), serverTime: now })
        }),
      )
    },
  }),
  readRoute({
    path: '/api/field/drafts',
    allow: can('sites.inspect'),
    summary: 'Unfinished forms in which the asker speaks for a member, with those of which there are two versions',
    answer: DraftList,
    read: async ({ tx, who }) => accepted(await readDraftList(tx, { who, sites })),
  }),
  readRoute({
    path: '/api/field/drafts/:draft',
    allow: can('sites.inspect'),
    summary: 'One unfinished form: its heads and the states before them, whole',
    params: record({ draft: text(200) }),
    answer: DraftHistory,
    read: async ({ tx, who, params }) => {
      const found = await readDraftHistory(tx, { who, sites }, params.draft)
      return found === null ? refused('no-such-draft') : accepted(found)
    },
  }),
]
