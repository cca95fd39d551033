/* Routes of rules, thresholds, the ledger, the worked example and the scan. What is not marked V is handed out with its mark. */
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { listOf, mustParse, record, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { outcomeReply, rawRoute, readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { OrganisationId } from '../../../people/contract.ts'
import * as words from '../../contract-plausibility.ts'
import { isMonth } from '../../domain/plausibility/ledger.ts'
import { f07 } from '../../domain/plausibility/rules/f07-purchases-above-production.ts'
import { f24 } from '../../domain/plausibility/rules/f24-macro-balance.ts'
import { register } from '../../domain/plausibility/rules/register.ts'
import { effectiveThresholds } from '../../domain/plausibility/thresholds.ts'
import { coltanExports2023Grams, coltanYears, coltanYearsWithoutFigures, kalimbiMonths } from '../../domain/plausibility/worked-example.ts'
import type { CustodyDoors } from '../doors.ts'
import { sightOf } from '../lots/sight.ts'
import { ledgerAggregate, thresholdAggregate } from './aggregates.ts'
import { gatherers, waitsFor } from './gather-trade.ts'
import { ledgerOf, sitesOfPlace } from './ledger-answer.ts'
import { type ScanHouse, finishRun, startRun } from './scan.ts'
import { setThresholds } from './set-thresholds.ts'
import { countHits } from './store-hits.ts'
import { listThresholdChanges } from './store-ledger.ts'
import { listRuns } from './store-runs.ts'

export const figureRoutes = (doors: CustodyDoors, house: ScanHouse | null): readonly Route[] => [
  ...ruleRoutes(doors),
  ...ledgerRoutes(doors),
  ...(house ? scanRoutes(doors, house) : []),
]

const everywhere = { site: null, territoireCode: null, provinceCode: null }
function ruleRoutes(doors: CustodyDoors): readonly Route[] {
  return [
    readRoute({
      path: '/api/plausibility/rules',
      allow: can('custody.read'),
      summary: 'The 42 rules: thresholds with their mark, version, whether this installation has the data, hits that you may see',
      answer: record({ rules: listOf(words.RuleShown) }),
      read: async ({ tx, tenant, who }) => {
        const counts = new Map((await countHits(tx, tenant, await sightOf(tx, { tenant, doors }, who))).map((row) => [row.rule, row]))
        const changes = setThresholds(await listThresholdChanges(tx, tenant))
        const rules = register.map((rule) => {
          const { id, version, family, severities, evidence, source, evaluated } = rule
          const set = effectiveThresholds(changes, id, everywhere).values
          const isLive = evaluated === 'arrival' || gatherers[id] !== undefined
          return mustParse(words.RuleShown, {
            ...{ id, version, family, severities: [...severities], evidence, source, case: rule.case ?? null, evaluated },
            ...{ data: isLive ? (waitsFor[id] === undefined ? 'live' : 'partly') : 'none', waitsFor: waitsFor[id] ?? null },
            thresholds: Object.entries(rule.thresholds).map(([name, one]) => ({ name, ...one, set: set[name] ?? null })),
            ...{ hits: counts.get(id)?.hits ?? 0, open: counts.get(id)?.open ?? 0 },
          })
        })
        return accepted({ rules })
      },
    }),
    readRoute({
      path: '/api/plausibility/thresholds',
      allow: can('custody.read'),
      summary: 'Every change of thresholds, newest first: which group, from when, why, on what source, by which organisation',
      answer: record({ changes: listOf(words.ThresholdChange) }),
      read: async ({ tx, tenant, now }) => {
        const rows = [...(await listThresholdChanges(tx, tenant))].reverse()
        const ids = [...new Set(rows.flatMap((row) => (row.organisation === null ? [] : [row.organisation])))]
        const organisations = await doors.people.organisations(
          tx,
          ids.map((id) => mustParse(OrganisationId, id)),
          tenant,
        )
        const sites = await sitesOfPlace(tx, { tenant, doors }, { kind: 'tenant', code: '', now })
        const changes = rows.map((row) =>
          mustParse(words.ThresholdChange, {
            ...{ rule: row.rule, groupKind: row.groupKind, groupCode: row.groupCode, values: row.values },
            ...{ reason: row.reason, source: row.source, evidence: row.evidence, changedAt: row.changedAt },
            groupName: sites.find((site) => site.id === row.groupCode)?.name ?? null,
            organisationName: organisations.find((one) => one.id === row.organisation)?.name ?? null,
          }),
        )
        return accepted({ changes })
      },
    }),
    writeRoute({
      path: '/api/plausibility/thresholds',
      allow: can('custody.set-thresholds'),
      summary: 'Sets thresholds of a rule for a group of sites, with a reason and a source; `values: null` goes back to the default',
      body: words.ChangeThresholds,
      write: ({ door, who, tenant, data, envelope }) =>
        door.execute({
          ...{ aggregate: thresholdAggregate, subject: envelope.id, command: { type: 'change-thresholds', ...data }, envelope, who },
          context: async (tx, _state, moment) => placeFacts({ tx, tenant, doors, who, now: moment.now }, data.group),
        }),
    }),
  ]
}

/** A sector of a scheme is a list of sites under a name; every other place must have a site. */
async function placeFacts(
  { tx, tenant, doors, who, now }: { tx: Tx; tenant: string; doors: CustodyDoors; who: Who; now: string },
  place: { readonly kind: words.GroupKind; readonly code: string; readonly sites?: readonly string[] | undefined },
): Promise<{ readonly isKnownPlace: boolean; readonly isInside: boolean }> {
  const all = await sitesOfPlace(tx, { tenant, doors }, { kind: 'tenant', code: '', now })
  const named = place.sites ?? []
  const codes = place.kind === 'tenant' ? [] : place.kind === 'scheme' ? named : [place.code]
  const inside = all.filter((site) => codes.some((code) => [site.id, site.territoireCode, site.provinceCode].includes(code)))
  const isKnownPlace = place.kind === 'tenant' || (inside.length > 0 && (place.kind !== 'scheme' || inside.length === named.length))
  const { territory } = who
  if (territory === 'everywhere') return { isKnownPlace, isInside: true }
  const isInside =
    inside.length > 0 &&
    inside.every((site) => [site.territoireCode, site.provinceCode].some((code) => code !== null && territory.includes(code)))
  return { isKnownPlace, isInside }
}

function ledgerRoutes(doors: CustodyDoors): readonly Route[] {
  const figures = can('custody.set-thresholds')
  return [
    readRoute({
      path: '/api/plausibility/ledger',
      allow: can('custody.oversee'),
      summary:
        'The ledger of a site or a region, month by month: capacity, tagged, bought, exported, and the assumptions with their authors',
      query: words.LedgerQuery,
      answer: words.LedgerAnswer,
      read: async ({ tx, tenant, who, query, now }) => {
        const { kind, code, mineral } = query
        const [from, to] = [query.from ?? null, query.to ?? null]
        for (const month of [from, to]) if (month !== null && !isMonth(month)) return refused('not-a-month', { month })
        const place = placeOf({ kind, code })
        const facts = await placeFacts({ tx, tenant, doors, who, now }, place)
        if (!facts.isKnownPlace || (!facts.isInside && kind !== 'tenant')) return refused('unknown-place', { code })
        return accepted(await ledgerOf(tx, { tenant, doors }, { ...place, mineral, from, to, now }))
      },
    }),
    writeRoute({
      path: '/api/plausibility/figures',
      allow: figures,
      summary: 'Declares a figure of a month from outside (bought, produced, exported …), with its source and mark',
      body: words.DeclareFigure,
      write: ({ door, who, tenant, data, envelope }) =>
        door.execute({
          ...{ aggregate: ledgerAggregate, subject: envelope.id, envelope, who },
          command: { type: 'declare-figure', ...data, place: placeOf(data.place) },
          context: async (tx, _state, moment) => ({
            ...(await placeFacts({ tx, tenant, doors, who, now: moment.now }, data.place)),
            thisMonth: moment.today.slice(0, 7),
          }),
        }),
    }),
    writeRoute({
      path: '/api/plausibility/assumptions',
      allow: figures,
      summary: 'Changes an assumption of a ledger (diggers, days worked, range a digger and day), with a reason and a source',
      body: words.ChangeAssumption,
      write: ({ door, who, tenant, data, envelope }) =>
        door.execute({
          ...{ aggregate: ledgerAggregate, subject: envelope.id, envelope, who },
          command: { type: 'change-assumption', ...data, place: placeOf(data.place) },
          context: async (tx, _state, moment) => ({
            ...(await placeFacts({ tx, tenant, doors, who, now: moment.now }, data.place)),
            thisMonth: moment.today.slice(0, 7),
          }),
        }),
    }),
    readRoute({
      path: '/api/plausibility/example',
      allow: can('custody.read'),
      summary: 'Two published cases, Kalimbi 2017 and national coltan, as the rules F07 and F24 see them',
      answer: words.ExampleAnswer,
      read: () => Promise.resolve(accepted(example())),
    }),
  ]
}
/** The country programme has no code of its own. */
const COUNTRY = '-'
const placeOf = (place: { readonly kind: words.PlaceKind; readonly code: string }) =>
  place.kind === 'tenant' ? { ...place, code: COUNTRY } : place

function example(): words.ExampleAnswer {
  return mustParse(words.ExampleAnswer, {
    kalimbi: kalimbiMonths.map((figures) => {
      const { month, boughtGrams, producedGrams } = figures
      return { month, boughtGrams, producedGrams, verdict: spoken(f07.evaluate(figures)) }
    }),
    coltan: [
      ...coltanYearsWithoutFigures.map((period) => ({
        ...{ period, exportedGrams: period === '2023' ? coltanExports2023Grams : null, producedGrams: null, verdict: null },
      })),
      ...coltanYears.map((figures) => {
        const { period, exportedGrams, producedGrams } = figures
        return { period, exportedGrams, producedGrams, verdict: spoken(f24.evaluate(figures)) }
      }),
    ],
    explanations: { F07: f07.explanations, F24: f24.explanations },
  })
}
const spoken = (verdict: ReturnType<typeof f07.evaluate>) =>
  verdict && {
    rule: verdict.rule,
    version: verdict.version,
    severity: verdict.severity,
    facts: verdict.facts,
    threshold: verdict.threshold,
  }

function scanRoutes(doors: CustodyDoors, house: ScanHouse): readonly Route[] {
  return [
    readRoute({
      path: '/api/plausibility/scans',
      allow: can('custody.oversee'),
      summary: 'The last runs of the scan: how far, what they looked at and raised',
      answer: record({ scans: listOf(words.ScanShown) }),
      read: async ({ tx, tenant }) => accepted({ scans: (await listRuns(tx, tenant, 10)).map((row) => mustParse(words.ScanShown, row)) }),
    }),
    rawRoute({
      method: 'POST',
      path: '/api/plausibility/scans',
      allow: can('custody.quarantine'),
      summary: 'Starts a scan; it runs on, and its progress is read at GET /api/plausibility/scans',
      schemas: { answer: record({ scan: text() }) },
      answer: async ({ tenant, who }) => {
        const scan = { house, doors, tenant }
        const begun: Outcome<string> = await startRun(scan, who.account)
        if (!begun.ok) return outcomeReply(begun)
        // Runs on after the answer; what goes wrong stands in its row.
        void finishRun(scan, begun.value)
        return outcomeReply(accepted({ scan: begun.value }))
      },
    }),
  ]
}
