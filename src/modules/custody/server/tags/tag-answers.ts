/* Rows of tags in the form in which readers get them: numbers as printed, sites and organisations by name, differences computed. */
import { type Infer, listOf, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { SiteId } from '../../../sites/contract.ts'
import {
  BaselineProduction,
  BaselineSummary,
  type DayOfCounts,
  KeyBody,
  LockboxSummary,
  TagActivation,
  TagDay,
  TagDeclared,
  TagPart,
  TagRequestStep,
  TagRequestSummary,
} from '../../contract-tags.ts'
import { baselineWarnings } from '../../domain/tags/baseline.ts'
import { type DayCounts, countDifference, countKinds, emptyDay, withCounts } from '../../domain/tags/lockbox-count.ts'
import { tagText } from '../../domain/tags/tag.ts'
import type { CustodyDoors } from '../doors.ts'
import type { BaselineRow } from './store-baselines.ts'
import type { ActivationRow, CountRow, LockboxRow } from './store-lockboxes.ts'
import type { PartRow, SiteTags } from './store-parts.ts'
import type { RequestRow, StepRow } from './store-requests.ts'
import type { DeclaredRow } from './store-tag-life.ts'

export interface Home {
  readonly tenant: string
  readonly doors: CustodyDoors
}
export type Names = (id: string | null) => string | null

/** Names of these sites and organisations, looked up once. */
export async function namesOf(
  tx: Tx,
  { tenant, doors }: Home,
  of: { readonly sites: readonly (string | null)[]; readonly organisations?: readonly (string | null)[] },
): Promise<Names> {
  const known = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  const sites = known(of.sites).map((id) => mustParse(SiteId, id))
  const bodies = known(of.organisations ?? []).map((id) => mustParse(OrganisationId, id))
  const briefs = sites.length === 0 ? [] : await doors.sites.briefs(tx, sites, tenant)
  const named = bodies.length === 0 ? [] : await doors.people.organisations(tx, bodies, tenant)
  const names = new Map<string, string>([...briefs, ...named].map(({ id, name }) => [id, name]))
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

export const partAnswer = (row: PartRow, names: Names): TagPart =>
  mustParse(TagPart, {
    ...{ batch: row.batch, issuer: row.issuer, series: row.series, digits: row.digits, checkDigit: row.checkDigit },
    ...{ from: row.from, to: row.to, first: tagText(row, row.from), last: tagText(row, row.to) },
    ...{ size: row.to - row.from + 1, site: row.site, siteName: names(row.site), allocatedOn: row.allocatedOn, receivedOn: row.receivedOn },
  })

export function requestAnswer(row: RequestRow, names: Names): TagRequestSummary {
  const { proposal: _, askedBy: __, ...shown } = row
  return mustParse(TagRequestSummary, { ...shown, siteName: names(row.site), organisationName: names(row.organisation) })
}
export const stepAnswer = (row: StepRow, names: Names) => mustParse(TagRequestStep, { ...row, organisationName: names(row.organisation) })

export function baselineAnswer({ reportedBy: _, ...row }: BaselineRow, names: Names): BaselineSummary {
  const production = mustParse(listOf(BaselineProduction), row.production)
  return mustParse(BaselineSummary, { ...row, production, siteName: names(row.site), warnings: baselineWarnings(production) })
}

export const activationAnswer = (row: ActivationRow, names: Names, account: string): TagActivation =>
  mustParse(TagActivation, {
    ...{ site: row.site, siteName: names(row.site), batch: row.batch, first: tagText(row, row.from), last: tagText(row, row.to) },
    ...{ size: row.to - row.from + 1, day: row.day, agent: row.agent, mine: row.agent === account, used: row.used },
  })

export const declaredAnswer = (row: DeclaredRow, names: Names) =>
  mustParse(TagDeclared, {
    ...{ batch: row.batch, tag: tagText(row, row.number), as: row.as, declaredOn: row.declaredOn, daysLate: row.daysLate },
    ...{ destroyedOn: row.destroyedOn, reason: row.reason, site: row.site, siteName: names(row.site) },
  })

/** Counts by site and day, oldest first, with the difference of each day. */
export function daysOfCounts(rows: readonly CountRow[]): readonly CountedDay[] {
  const days = new Map<string, { readonly site: string; readonly day: string; readonly counts: DayCounts; readonly keysPresent: Keys }>()
  for (const { site, day, kind, quantity, present } of rows) {
    const known = countKinds.find((one) => one === kind)
    const before = days.get(`${site} ${day}`)
    const said = present === null ? [] : mustParse(listOf(KeyBody), present)
    const keysPresent = before ? before.keysPresent.filter((one) => said.includes(one)) : said
    if (known) days.set(`${site} ${day}`, { site, day, counts: withCounts(before?.counts ?? emptyDay, { [known]: quantity }), keysPresent })
  }
  return [...days.values()].map(({ site, day, counts, keysPresent }) => ({
    ...{ site: mustParse(SiteId, site), day, counts, difference: countDifference(counts), keysPresent },
  }))
}
type Keys = readonly Infer<typeof KeyBody>[]
type CountedDay = DayOfCounts & { readonly keysPresent: Keys }

/** Newest first, with what lay in the box overnight and what our own record of bags says. */
export function tagDays(days: readonly CountedDay[], uses: ReadonlyMap<string, number>): readonly TagDay[] {
  return days
    .map(({ day, counts, difference, keysPresent }, at) => {
      const before = days[at - 1]?.counts.closing ?? null
      const overnight = before === null || counts.opening === null ? null : counts.opening - before
      return mustParse(TagDay, {
        day,
        counts,
        difference,
        overnight,
        keysPresent,
        withoutThreeKeys: keysPresent.length < 3,
        recordedUses: uses.get(day) ?? 0,
      })
    })
    .toReversed()
}

export function lockboxAnswer(
  site: string,
  of: { readonly box: LockboxRow | null; readonly tags: SiteTags | null; readonly last: DayOfCounts | null },
  names: Names,
): LockboxSummary {
  const { box, tags, last } = of
  const [given, used, declared] = [tags?.given ?? 0, tags?.used ?? 0, tags?.declared ?? 0]
  const holders = [
    { body: 'saemape', organisation: box?.saemape ?? null },
    { body: 'cooperative', organisation: box?.cooperative ?? null },
    { body: 'concession-owner', organisation: box?.concessionOwner ?? null },
  ]
  return mustParse(LockboxSummary, {
    ...{ site, siteName: names(site), given, used, declared, unused: given - used - declared },
    keyHolders: holders.some((one) => one.organisation === null) ? null : holders.map((one) => ({ ...one, name: names(one.organisation) })),
    lastCount: last && { day: last.day, closing: last.counts.closing, difference: last.difference },
    activationSince: box?.activationSince ?? null,
  })
}
