/* Hits as a reader gets them: with names of sites and organisations, and what the reader may do next. */
import { parse, count, keyed, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { SiteId } from '../../../sites/contract.ts'
import { Finding, Severity } from '../../contract.ts'
import { HitDetail, HitState, HitSummary } from '../../contract-plausibility.ts'
import { ruleOf } from '../../domain/plausibility/rules/register.ts'
import type { CustodyDoors } from '../doors.ts'
import { oversees } from '../lots/sight.ts'
import type { Sight } from '../lots/store-sight.ts'
import { type HitRow, findHit, listHitLots, listParties, listSteps } from './store-hits.ts'

interface Reading {
  readonly tenant: string
  readonly doors: CustodyDoors
  readonly sight: Sight
}
export async function hitSummaries(
  tx: Tx,
  { tenant, doors }: Pick<Reading, 'tenant' | 'doors'>,
  rows: readonly HitRow[],
): Promise<HitSummary[]> {
  const sites = [...new Set(rows.flatMap((row) => (row.site === null ? [] : [row.site])))].map((site) => mustParse(SiteId, site))
  const names = new Map((await doors.sites.briefs(tx, sites, tenant)).map((brief) => [String(brief.id), brief.name]))
  return rows.map((row) =>
    mustParse(HitSummary, {
      ...{ id: row.id, rule: row.rule, version: row.version, severity: mustParse(Severity, row.severity), found: row.found },
      ...{ state: mustParse(HitState, row.state), site: row.site, siteName: row.site === null ? null : (names.get(row.site) ?? null) },
      ...{ provinceCode: row.provinceCode, territoireCode: row.territoireCode, period: row.period, mineral: row.mineral },
      ...{
        facts: mustParse(Finding.shape.facts, row.facts),
        raisedAt: row.raisedAt,
        replyUntil: row.replyUntil,
        closedAt: row.closedAt,
        lots: row.lots,
      },
    }),
  )
}

export async function hitDetail(tx: Tx, reading: Reading, asked: { readonly hit: string; readonly who: Who }): Promise<HitDetail | null> {
  const { tenant, doors, sight } = reading
  const { hit, who } = asked
  const row = await findHit(tx, tenant, hit, sight)
  if (!row) return null
  const rule = ruleOf(row.rule)
  const [lots, parties, steps] = [
    await listHitLots(tx, tenant, hit, sight),
    await listParties(tx, tenant, hit),
    await listSteps(tx, tenant, hit),
  ]
  const [summary] = await hitSummaries(tx, reading, [row])
  const named = [...new Set([...parties, ...steps.flatMap((one) => (one.organisation === null ? [] : [one.organisation]))])]
  const organisations = await doors.people.organisations(
    tx,
    named.map((one) => mustParse(OrganisationId, one)),
    tenant,
  )
  const nameOf = (id: string | null): string | null => organisations.find((one) => one.id === id)?.name ?? null
  const open = row.closedAt === null
  const guards = who.capabilities.has('custody.quarantine')
  const isParty = who.organisation !== null && parties.includes(who.organisation)
  const seesInputs = oversees(who) && who.capabilities.has('sites.exact-position')
  const used = parse(keyed(count()), row.threshold)
  // A finding on arrival keeps no thresholds of its own: it was made with the defaults.
  const stored = used.ok && Object.keys(used.value).length > 0 ? used.value : defaultsOf(row.rule)
  return mustParse(HitDetail, {
    hit: summary,
    inputs: seesInputs && row.inputs !== null ? JSON.stringify(row.inputs, null, 1).slice(0, 200_000) : null,
    threshold: Object.entries(stored).map(([name, value]) => ({ name, value, unit: rule?.thresholds[name]?.unit ?? 'count' })),
    ...{
      thresholdGroup: row.thresholdGroup,
      evidence: rule?.evidence ?? 'D',
      source: rule?.source ?? 'our-default',
      case: rule?.case ?? null,
    },
    explanations: [...row.explanations],
    lots: lots.map(({ id, number, kind, massGrams, quarantined, held }) => ({ id, number, kind, massGrams, quarantined, held })),
    parties: parties.map((id) => ({ id, name: nameOf(id) })),
    steps: steps.map(({ step, said, organisation, at }) => ({ step, said, organisation, organisationName: nameOf(organisation), at })),
    may: {
      requestReply: open && guards && row.replyUntil === null && parties.length > 0,
      reply: open && isParty,
      close: open && guards && !isParty,
    },
  })
}
const defaultsOf = (id: string): { readonly [name: string]: number } =>
  Object.fromEntries(Object.entries(ruleOf(id)?.thresholds ?? {}).map(([name, one]) => [name, one.value]))
