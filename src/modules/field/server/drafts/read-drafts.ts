/* What somebody reads of unfinished forms: heads, and the revisions that two of them must be compared with. Only for who speaks for the body. */
import { DeviceId, AccountId } from '../../../people/contract.ts'
import type { FieldSitesDoor } from '../../../sites/contract-field.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { DraftHeads, DraftHistory, DraftList } from '../../contract.ts'
import { headsOf, isParted } from '../../domain/draft-history.ts'
import { partsOfDraft } from './keep-revision.ts'
import { type RevisionRow, draftsOfInspections, listNodes, listOpenDrafts, revisionsById } from './store-drafts.ts'

const MOST_HEADS = 20

export interface DraftReader {
  readonly who: Who
  readonly sites: Pick<FieldSitesDoor<Tx>, 'speaksFor'>
}

/** Of these drafts those in which the reader speaks for the member, each asked once. */
async function readable(tx: Tx, { who, sites }: DraftReader, drafts: readonly string[]): Promise<readonly string[]> {
  const known = new Map<string, boolean>()
  const mine: string[] = []
  for (const draft of new Set(drafts)) {
    const named = partsOfDraft(draft)
    if (named === null) continue
    const key = `${named.inspection}.${named.body}`
    const may =
      known.get(key) ?? (await sites.speaksFor(tx, who.tenant, { ...named, account: who.account, organisation: who.organisation }))
    known.set(key, may === true)
    if (may === true) mine.push(draft)
  }
  return mine
}

export async function readHeads(
  tx: Tx,
  reader: DraftReader,
  asked: { readonly drafts: readonly string[]; readonly inspections: readonly string[] },
): Promise<DraftHeads['drafts']> {
  const { tenant } = reader.who
  const around = asked.inspections.length === 0 ? [] : await draftsOfInspections(tx, tenant, asked.inspections)
  const drafts = (await readable(tx, reader, [...asked.drafts, ...around])).slice(0, 500)
  const nodes = Map.groupBy(await listNodes(tx, tenant, drafts), (node) => node.draft)
  const heads = drafts.flatMap((draft) =>
    headsOf(nodes.get(draft) ?? [])
      .slice(-MOST_HEADS)
      .map((head) => head.revision),
  )
  const rows = Map.groupBy(await revisionsById(tx, tenant, heads), (row) => row.draft)
  return drafts.map((draft) => ({ draft, heads: (rows.get(draft) ?? []).map((row) => shown(row, reader.who)) }))
}

export async function readDraftList(tx: Tx, reader: DraftReader): Promise<DraftList> {
  const open = await listOpenDrafts(tx, reader.who.tenant, 2000)
  const drafts = await readHeads(tx, reader, { drafts: (await readable(tx, reader, open)).slice(0, 500), inspections: [] })
  return {
    drafts: drafts.map(({ draft, heads }) => ({
      draft,
      parted: isParted(heads),
      heads: heads.map(({ revision, state, savedAt, account, device, mine }) => ({ revision, state, savedAt, account, device, mine })),
    })),
  }
}

/** Null where there is none that the reader may see. */
export async function readDraftHistory(tx: Tx, reader: DraftReader, draft: string): Promise<DraftHistory | null> {
  if ((await readable(tx, reader, [draft])).length === 0) return null
  const { tenant } = reader.who
  const nodes = await listNodes(tx, tenant, [draft])
  if (nodes.length === 0) return null
  const heads = headsOf(nodes).slice(-MOST_HEADS)
  const names = new Set(heads.map((head) => head.revision))
  const before = nodes.filter((node) => !names.has(node.revision)).slice(-MOST_HEADS)
  const rows = await revisionsById(
    tx,
    tenant,
    [...heads, ...before].map((node) => node.revision),
  )
  const whole = rows.map((row) => shown(row, reader.who))
  return {
    draft,
    parted: isParted(heads),
    heads: whole.filter((one) => names.has(one.revision)),
    earlier: whole.filter((one) => !names.has(one.revision)).toReversed(),
  }
}

const shown = (row: RevisionRow, who: Who): DraftHeads['drafts'][number]['heads'][number] => ({
  revision: asId('draft-revision', row.revision),
  draft: row.draft,
  parents: row.parents.map((parent) => asId('draft-revision', parent)),
  state: row.state,
  xml: row.xml,
  at: row.stood_at,
  savedAt: row.saved_at,
  files: row.files,
  account: mustParse(AccountId, row.account_id),
  device: row.device_id === null ? null : mustParse(DeviceId, row.device_id),
  mine: row.account_id === who.account,
})
