/*
Reading cases. Every answer is kept as a look before it leaves. A list holds codes and clocks; a file holds coded events; texts come vault by vault,
each a look of its own, with the wraps that open them on the reader's device and nowhere else.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, maybe, numberInUrl, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { CaseAnswer, CaseList, CaseTexts, CaseViews } from '../../contract.ts'
import { VaultName } from '../../contract-vault.ts'
import { type Standing, standingOf } from '../../domain/access/standing.ts'
import { vaultsOf } from '../../domain/access/access.ts'
import { publicHalves } from '../../domain/access/public-halves.ts'
import type { ViewOf } from '../../domain/access/views.ts'
import { CaseId } from '../../domain/case/case-words.ts'
import { isOfWitness } from '../../domain/file/file-state.ts'
import { recentRecoveries } from '../keys/store-recovery.ts'
import { wrapsFor } from '../keys/store-vault-keys.ts'
import { LOOKS_ON_A_PAGE } from '../../domain/access/looks-page.ts'
import { type OpenCase, asProgram } from '../record/records.ts'
import { enterCases } from '../record/store-scope.ts'
import { type Look, seenRoute } from '../record/view-log.ts'
import { namedInBreaches, warningOf } from '../emergency/breach-waits.ts'
import type { CaseDoors } from './doors.ts'
import { listItem, withLimit } from './list-item.ts'
import { toldSince } from './openings.ts'
import { organisationOf } from './context.ts'
import { listCases, listTexts, listViews, listViewsOfBody } from './store-lists.ts'

const params = record({ case: CaseId })
const MOST_LISTED = 500
const MOST_LOOKS = LOOKS_ON_A_PAGE
type Reader = Extract<Standing, 'owner' | 'member' | 'guest' | 'witness-reader' | 'supervisor' | 'protector'>
const READERS: readonly Reader[] = ['owner', 'member', 'guest', 'witness-reader', 'supervisor', 'protector']

export interface Asked {
  readonly tx: Tx
  readonly who: Who
  readonly tenant: string
  readonly now: string
}
export interface Found {
  readonly one: OpenCase
  readonly standing: Reader
}
/** The case with how the asker stands to it. */
export async function openFor(doors: CaseDoors, { tx, who, tenant, now }: Asked, id: string): Promise<{ readonly found: Found | null }> {
  await asProgram(tx)
  const organisation = organisationOf(who)
  if (organisation !== null && (await doors.isLockedDown(tx, tenant, organisation))) return { found: null }
  const one = await doors.records.load(tx, tenant, id)
  if (one === null) return { found: null }
  const standing = standingOf(one.whole, {
    account: who.account,
    organisation: who.organisation,
    may: (capability) => who.capabilities.has(capability),
    now,
  })
  const reader = READERS.find((known) => known === standing)
  return { found: reader === undefined ? null : { one, standing: reader } }
}
const asCases = (ids: readonly string[]) => ids.map((id) => asId('case', id))
/**
 * Kept whether there is such a case or not: the answer takes as long, and the next receipt of who asked stands as far on, for a number that was
 * guessed as for one that is real.
 */
export const notThere = <Answer>(id: string): Look<Answer> => ({
  ...refused('unknown-case'),
  attempted: { cases: asCases([id]), what: 'refused', purpose: null },
})
interface LookFor {
  readonly what: ViewOf
  readonly purpose: 'case-work' | 'supervision' | 'protection-of-data'
}
export const seen = <Answer>(
  answer: Answer,
  ids: readonly string[],
  look: ViewOf | LookFor,
): Outcome<{
  readonly answer: Answer
  readonly viewed: { readonly cases: ReturnType<typeof asCases>; readonly what: ViewOf; readonly purpose: LookFor['purpose'] }
}> => accepted({ answer, viewed: { cases: asCases(ids), ...(typeof look === 'string' ? { what: look, purpose: 'case-work' } : look) } })

export const caseReads = (doors: CaseDoors): readonly Route[] => [
  listRoute(doors, {
    path: '/api/cases',
    scope: 'reader',
    allow: 'cases.hold-key',
    summary: 'Cases of which one is of the team, by risk and clock; codes only',
  }),
  listRoute(doors, {
    path: '/api/cases/team',
    scope: 'team',
    allow: 'cases.supervise',
    summary: 'Cases of one’s organisation for who supervises them: clocks that are late, what waits for approval',
  }),
  seenRoute({
    path: '/api/cases/:case',
    summary: 'One case: its coded events in their order, and which vaults the reader may open',
    allow: can('cases.hold-key'),
    params,
    answer: CaseAnswer,
    look: async ({ tx, who, tenant, now, params: { case: id } }) => {
      const { found } = await openFor(doors, { tx, who, tenant, now }, id)
      if (!found) return notThere(id)
      const { whole, version } = found.one
      const all = await doors.records.events(tx, tenant, id)
      const events = all.filter(({ event }) => found.standing === 'witness-reader' || !isOfWitness(event))
      const keys = publicHalves(all)
      const { wire: rules } = await doors.rules.at(tx, tenant, now)(whole.file.organisation)
      return seen(
        {
          ...{ rules, case: id, standing: found.standing, version, mustRenew: [...whole.access.mustRenew], keys: [...keys] },
          vaults: [...vaultsOf(whole.access, who.account, now)],
          events: events.map(({ thing, event, learnedAt }) => ({ thing, kind: event.kind, payload: withoutBox(event.payload), learnedAt })),
        },
        [id],
        { what: 'file', purpose: found.standing === 'supervisor' ? 'supervision' : 'case-work' },
      )
    },
  }),
  ...textAndViewReads(doors),
]
const textAndViewReads = (doors: CaseDoors): readonly Route[] => [
  seenRoute({
    path: '/api/cases/:case/texts/:vault',
    summary: 'Sealed texts of one vault and what opens them for this reader; ciphertext of devices',
    allow: can('cases.hold-key'),
    params: record({ case: CaseId, vault: VaultName }),
    answer: CaseTexts,
    look: async ({ tx, who, tenant, now, params: { case: id, vault } }) => {
      const { found } = await openFor(doors, { tx, who, tenant, now }, id)
      if (!found || !vaultsOf(found.one.whole.access, who.account, now).includes(vault)) return notThere(id)
      const keys = publicHalves(await doors.records.events(tx, tenant, id))
      await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'reader', now })
      const wraps = await wrapsFor(tx, tenant, { case: id, reader: who.account })
      const texts = await listTexts(tx, tenant, { id, vault })
      return seen(
        {
          texts: [...texts].map(({ by, ...text }) => ({ ...text, by: asId('account', by) })),
          wraps: wraps.filter((one) => one.vault === vault),
          keys: [...keys],
        },
        [id],
        vault,
      )
    },
  }),
  seenRoute({
    path: '/api/cases/:case/views',
    summary: 'Who looked at the case, when and at what; for its owner and who supervises',
    allow: can('cases.hold-key'),
    params,
    answer: CaseViews,
    look: async ({ tx, who, tenant, now, params: { case: id } }) => {
      const { found } = await openFor(doors, { tx, who, tenant, now }, id)
      if (!found || found.standing === 'guest' || found.standing === 'witness-reader') return notThere(id)
      return seen({ views: (await listViews(tx, tenant, { of: id, most: 1000 })).map(viewWire), asOf: now }, [id], 'views')
    },
  }),
  seenRoute({
    path: '/api/case-views',
    summary: 'Looks at cases of one’s organisation, whoever looked, newest first, by pages; for who protects data',
    allow: can('cases.protect-data'),
    answer: CaseViews,
    query: record({ page: maybe(numberInUrl().int().min(0, 'not-a-page').max(10_000, 'not-a-page')) }),
    look: async ({ tx, who, tenant, now, query: { page = 0 } }) => {
      await asProgram(tx)
      const asked = { organisation: who.organisation ?? '', most: MOST_LOOKS, skip: page * MOST_LOOKS }
      const views = await listViewsOfBody(tx, tenant, asked)
      return seen({ views: views.map(viewWire), asOf: now }, [], { what: 'views', purpose: 'protection-of-data' })
    },
  }),
]
const viewWire = ({ account, organisation, case: of, ...rest }: Awaited<ReturnType<typeof listViews>>[number]) => ({
  ...rest,
  account: asId('account', account),
  organisation: organisation === null ? null : asId('organisation', organisation),
  ...(of === '' ? {} : { case: of }),
})

/** Ciphertext has a way of its own, on which each vault is a look. */
export function withoutBox(payload: object): object {
  if (!('sealed' in payload) || typeof payload.sealed !== 'object' || payload.sealed === null || !('box' in payload.sealed)) return payload
  const { box: _box, ...sealed } = payload.sealed
  return { ...payload, sealed }
}

interface ListAsked {
  readonly path: string
  readonly scope: 'reader' | 'team'
  readonly allow: 'cases.hold-key' | 'cases.supervise'
  readonly summary: string
}
const listRoute = (doors: CaseDoors, { path, scope, allow, summary }: ListAsked): Route =>
  seenRoute({
    ...{ path, summary, allow: can(allow), answer: CaseList },
    look: async ({ tx, who, tenant, now }) => {
      const organisation = organisationOf(who)
      if (organisation !== null && (await doors.isLockedDown(tx, tenant, organisation))) return refused('office-locked-down')
      await enterCases(tx, { account: who.account, organisation: who.organisation, scope, now })
      const rows = await listCases(tx, tenant, { most: MOST_LISTED })
      await asProgram(tx)
      const askers = new Set((await recentRecoveries(tx, tenant, toldSince(now))).map((one) => one.account))
      const named = await namedInBreaches(tx, tenant)
      const items = []
      const rulesOf = doors.rules.at(tx, tenant, now)
      const rowOf = new Map(rows.map((row) => [row.case, row]))
      for await (const { id, whole } of doors.records.each(tx, tenant, [...rowOf.keys()])) {
        const row = rowOf.get(id)
        if (row === undefined) continue
        const { rules } = await rulesOf(whole.file.organisation)
        items.push(listItem(row, whole, { account: who.account, now, askers, toWarn: warningOf(named, whole), rules }))
      }
      return seen(
        { cases: [...withLimit(items, now.slice(0, 10))], asOf: now, most: MOST_LISTED },
        rows.map((row) => row.case),
        scope === 'team' ? { what: 'board', purpose: 'supervision' } : 'list',
      )
    },
  })
