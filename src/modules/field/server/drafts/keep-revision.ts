/*
Takes one revision of a draft: kept for whoever speaks for its member body in its inspection, by the rule that takes the answers
themselves; a stranger's stays on the stranger's phone. The same door serves a sync and a rescue file.
*/
import { InspectionId } from '../../../sites/contract.ts'
import type { FieldSitesDoor } from '../../../sites/contract-field.ts'
import { parse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { DraftRevision } from '../../contract.ts'
import { insertRevision } from './store-drafts.ts'

export interface DraftAuthor {
  readonly account: string
  readonly organisation: string | null
  readonly device: string | null
}
export type KeptRevision = 'kept' | 'known' | 'not-a-member' | 'no-such-inspection'

/** The inspection and the body that a draft is named by; null for a name that is no draft of a form. */
export function partsOfDraft(draft: string): { readonly inspection: string; readonly body: string } | null {
  const found = /^([0-9a-f-]{36})\.([a-z][a-z-]{0,60})\.[^.]{1,64}\..{1,40}$/.exec(draft)
  const inspection = parse(InspectionId, found?.[1])
  return found?.[2] !== undefined && inspection.ok ? { inspection: inspection.value, body: found[2] } : null
}

export async function keepRevision(
  tx: Tx,
  tenant: string,
  asked: {
    readonly sites: Pick<FieldSitesDoor<Tx>, 'speaksFor'>
    readonly by: DraftAuthor
    readonly revision: DraftRevision
    readonly now: string
  },
): Promise<KeptRevision> {
  const { by, revision, now } = asked
  const named = partsOfDraft(revision.draft)
  if (named === null) return 'no-such-inspection'
  const speaks = await asked.sites.speaksFor(tx, tenant, { ...named, account: by.account, organisation: by.organisation })
  if (speaks === null) return 'no-such-inspection'
  if (!speaks) return 'not-a-member'
  const { added } = await insertRevision(tx, tenant, {
    revision: revision.revision,
    draft: revision.draft,
    inspection_id: named.inspection,
    body: named.body,
    parents: revision.parents,
    state: revision.state,
    xml: revision.xml,
    stood_at: revision.at,
    saved_at: revision.savedAt,
    files: revision.files,
    account_id: by.account,
    device_id: by.device,
    receivedAt: now,
  })
  return added ? 'kept' : 'known'
}
