/*
The ledger of a place, put together: what this register counted, what was declared, the baselines of its sites, the assumptions with their
authors. A month that nobody counted and nobody declared shows nothing, which is not zero.
*/
import { addMonths, todayAt } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { OrganisationId } from '../../../people/contract.ts'
import type { SiteOverview } from '../../../sites/contract.ts'
import { type FigureKind, LedgerAnswer, type PlaceKind } from '../../contract-plausibility.ts'
import { type Assumptions, defaultAssumption, ledgerMonth } from '../../domain/plausibility/ledger.ts'
import { effectiveThresholds } from '../../domain/plausibility/thresholds.ts'
import type { CustodyDoors } from '../doors.ts'
import { setThresholds } from './set-thresholds.ts'
import {
  type AssumptionRow,
  type BaselineRow,
  listAssumptions,
  listBaselines,
  listCountedMonths,
  listFigures,
  listThresholdChanges,
} from './store-ledger.ts'

export interface LedgerAsked {
  readonly kind: PlaceKind
  readonly code: string
  readonly mineral: 'Sn' | 'Ta' | 'W' | 'Au' | 'other'
  readonly from: string | null
  readonly to: string | null
  readonly now: string
}
interface Reading {
  readonly tenant: string
  readonly doors: CustodyDoors
}
const MOST_MONTHS = 120

export async function sitesOfPlace(
  tx: Tx,
  { tenant, doors }: Reading,
  { kind, code, now }: Pick<LedgerAsked, 'kind' | 'code' | 'now'>,
): Promise<readonly SiteOverview[]> {
  const all = await doors.sites.overview(tx, tenant, { asOf: todayAt(now), knownAt: now, precision: 'coarse' })
  if (kind === 'tenant') return all
  return all.filter((site) =>
    kind === 'site' ? site.id === code : kind === 'territoire' ? site.territoireCode === code : site.provinceCode === code,
  )
}

export async function ledgerOf(tx: Tx, reading: Reading, asked: LedgerAsked): Promise<LedgerAnswer> {
  const { tenant, doors } = reading
  const { kind, code, mineral } = asked
  const inside = await sitesOfPlace(tx, reading, asked)
  const sites = kind === 'tenant' ? null : inside.map((site) => site.id)
  const counted = new Map((await listCountedMonths(tx, tenant, { sites, mineral })).map((row) => [row.month, row]))
  const figures = await listFigures(tx, tenant, { kind, code, mineral })
  const said = await listAssumptions(tx, tenant, { kind, code, mineral })
  const baselines = await listBaselines(tx, tenant, sites)
  const names = await doors.people.organisations(
    tx,
    [...new Set([...figures, ...said].flatMap((one) => (one.organisation === null ? [] : [one.organisation])))].map((one) =>
      mustParse(OrganisationId, one),
    ),
    tenant,
  )
  const nameOf = (id: string | null): string | null => names.find((one) => one.id === id)?.name ?? null
  const changes = setThresholds(await listThresholdChanges(tx, tenant))
  const first = inside[0]
  const place = {
    site: kind === 'site' ? code : null,
    territoireCode: kind === 'territoire' ? code : kind === 'site' ? (first?.territoireCode ?? null) : null,
    provinceCode: kind === 'province' ? code : kind === 'tenant' ? null : (first?.provinceCode ?? null),
  }
  const set = { f07: effectiveThresholds(changes, 'F07', place).values, f24: effectiveThresholds(changes, 'F24', place).values }
  const assumptions = assumptionsOf(mineral, said)
  const diggers = valueOf(assumptions, 'diggers')
  const labour: Assumptions = {
    ...{ low: valueOf(assumptions, 'low-milligrams-per-digger-day'), high: valueOf(assumptions, 'high-milligrams-per-digger-day') },
    ...{ workingDays: valueOf(assumptions, 'working-days') ?? 0, diggers },
  }
  const name = kind === 'site' ? (first?.name ?? code) : code
  const months = monthsOf(asked, [...counted.keys(), ...figures.map((one) => one.month)]).map((month) => {
    const here = counted.get(month)
    const declared = (what: FigureKind): number | null =>
      figures.filter((one) => one.month === month && one.what === what).at(-1)?.massGrams ?? null
    const base = baselineIn(baselines, month, mineral)
    const row = {
      ...{ month, capacityGrams: declared('capacity') ?? base?.monthlyGrams ?? null, observedMiners: base?.miners ?? null },
      ...{
        taggedGrams: declared('tagged') ?? here?.taggedGrams ?? null,
        producedGrams: declared('produced'),
        boughtGrams: declared('bought') ?? here?.boughtGrams ?? null,
      },
      ...{ exportedGrams: declared('exported') ?? here?.exportedGrams ?? null, openingGrams: declared('opening-stock') },
      declared: figures.filter((one) => one.month === month).map((one) => one.what),
    }
    return ledgerMonth(row, labour, { place: name, mineral, isRegion: kind !== 'site', set })
  })
  return mustParse(LedgerAnswer, {
    ...{ place: { kind, code, name }, mineral, months, miners: diggers, minersFrom: diggers === null ? null : 'assumption' },
    assumptions: assumptions.map(({ organisation, ...one }) => ({ ...one, organisationName: nameOf(organisation) })),
    figures: figures.map(({ month, what, massGrams, source, evidence, organisation, declaredAt }) => ({
      ...{ month, what, massGrams, source, evidence, organisationName: nameOf(organisation), declaredAt },
    })),
  })
}

const names = ['low-milligrams-per-digger-day', 'high-milligrams-per-digger-day', 'working-days', 'diggers'] as const
interface Shown {
  readonly name: AssumptionName
  readonly value: number
  readonly isDefault: boolean
  readonly evidence: string
  readonly source: string
  readonly reason: string | null
  readonly organisation: string | null
  readonly changedAt: string | null
}
type AssumptionName = (typeof names)[number]
/** What somebody set last, else ours; diggers that nobody named are absent. */
function assumptionsOf(mineral: LedgerAsked['mineral'], rows: readonly AssumptionRow[]): readonly Shown[] {
  return names.flatMap((name): readonly Shown[] => {
    const row = rows.filter((one) => one.name === name).at(-1)
    if (row)
      return [
        {
          name,
          value: row.value,
          isDefault: false,
          evidence: 'D',
          source: row.source,
          reason: row.reason,
          organisation: row.organisation,
          changedAt: row.changedAt,
        },
      ]
    const ours = defaultAssumption(mineral, name)
    return ours
      ? [
          {
            name,
            value: ours.value,
            isDefault: true,
            evidence: ours.evidence,
            source: 'domain-section-14',
            reason: null,
            organisation: null,
            changedAt: null,
          },
        ]
      : []
  })
}
const valueOf = (rows: readonly Shown[], name: AssumptionName): number | null => rows.find((one) => one.name === name)?.value ?? null

/** Of every site the newest report up to the end of the month, all sites together. */
function baselineIn(
  rows: readonly BaselineRow[],
  month: string,
  mineral: string,
): { readonly monthlyGrams: number | null; readonly miners: number | null } | null {
  const bySite = new Map<string, BaselineRow[]>()
  for (const row of rows.filter((one) => one.observedOn.slice(0, 7) <= month)) {
    const before = bySite.get(row.site) ?? []
    bySite.set(row.site, before[0] && before[0].observedOn === row.observedOn ? [...before, row] : [row])
  }
  if (bySite.size === 0) return null
  let [monthlyGrams, miners] = [0, 0]
  for (const report of bySite.values()) {
    const counted = report.filter((row) => row.mineral === mineral)
    if (counted.length === 0) continue
    miners += report[0]?.miners ?? 0
    monthlyGrams += counted.reduce((sum, row) => sum + (row.monthlyGrams ?? 0), 0)
  }
  return { monthlyGrams: monthlyGrams || null, miners: miners || null }
}

/** The twelve months up to now, or as asked, with every month between the first and the last of which something is known. */
function monthsOf({ from, to, now }: LedgerAsked, known: readonly string[]): readonly string[] {
  const last = to ?? todayAt(now).slice(0, 7)
  const first = from ?? [addMonths(`${last}-01`, -11).slice(0, 7), ...known].reduce((least, one) => (one < least ? one : least))
  const months: string[] = []
  for (let month = first; month <= last && months.length < MOST_MONTHS; month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month)
  return months
}
