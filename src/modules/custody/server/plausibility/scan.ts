/*
The scan: asks every rule that has data about everything that is on record, with the thresholds of the place, and raises what it finds once.
It acts under the name `scan`, not of the one who started it: whoever looks at a hit later is then always another. A critical hit puts its
lots in quarantine through their own events. A scan that is cut off leaves what it raised; the next one goes on, because what is known is not
raised again; of a critical hit only lots that came later are, in a hit of their own, also after the first one was closed. It reads rule by rule, so that writers wait for single hits and never for the whole.
*/
import { createHash, randomBytes } from 'node:crypto'
import { todayAt } from '../../../../kernel/calendar.ts'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, json, mustParse } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Log } from '../../../../platform/log/log.ts'
import type { SiteOverview } from '../../../sites/contract.ts'
import type { Effective, SetThresholds } from '../../domain/plausibility/thresholds.ts'
import { effectiveThresholds } from '../../domain/plausibility/thresholds.ts'
import { ruleOf } from '../../domain/plausibility/rules/register.ts'
import type { Verdict } from '../../domain/plausibility/rules/rule.ts'
import type { CustodyDoors } from '../doors.ts'
import { lotFacts } from '../lots/facts.ts'
import { lotAggregate } from '../lots/lot-commands.ts'
import { hitAggregate } from './aggregates.ts'
import type { Candidate, Gathering } from './candidate.ts'
import { gatherers } from './gather-trade.ts'
import { type LaterDoors, noLaterDoors } from './scan-doors.ts'
import { isFingerprintKnown, listKeyHolders, listKnownFingerprints, listLotsTold } from './store-hits.ts'
import { setThresholds } from './set-thresholds.ts'
import { type BaselineRow, listBaselines, listFigures, listThresholdChanges } from './store-ledger.ts'
import { insertRun, listRuns, lockRuns, updateRun } from './store-runs.ts'
import { listBagsBetween } from './store-scan.ts'
import { listPartiesOfLots } from './store-scan-trade.ts'

export interface ScanHouse {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly log: () => Log
  readonly clock: () => string
  readonly later?: LaterDoors | undefined
}
export interface ScanDone {
  readonly run: string
  readonly rules: number
  readonly lookedAt: number
  readonly raised: number
  readonly held: number
  readonly problem: string | null
}
export const SCANNER = { account: 'scan', organisation: null, role: null } as const
/** A run that was not heard of for so long was cut off. */
const SILENT_MS = 120_000
/** One hit speaks of no more lots; those beyond are in the next one. */
const LOTS_OF_A_HIT = 5_000

interface Scan {
  readonly house: ScanHouse
  readonly doors: CustodyDoors
  readonly tenant: string
}
export type ScanReport = (done: number, total: number) => void

/** Writes that a run began. Refusal: `scan-already-running`. */
export async function startRun({ house, tenant }: Scan, askedBy: string): Promise<Outcome<string>> {
  const now = house.clock()
  return house.database.transaction(async (tx) => {
    await lockRuns(tx, tenant)
    const isHeard = (seenAt: string): boolean => Date.parse(now) - Date.parse(seenAt) < SILENT_MS
    if ((await listRuns(tx, tenant, 10)).some((run) => run.finishedAt === null && isHeard(run.seenAt)))
      return refused('scan-already-running')
    const id = uuidV7(Date.parse(now), randomBytes(10))
    await insertRun(tx, tenant, { id, askedBy, at: now, rules: Object.keys(gatherers).length })
    return accepted(id)
  })
}

/** The whole of a run that was begun; never throws, what went wrong stands in its row. */
export async function finishRun(scan: Scan, run: string, report: ScanReport = () => undefined): Promise<ScanDone> {
  const { house, tenant } = scan
  const rules = Object.keys(gatherers)
  let [rulesDone, lookedAt, raised, held] = [0, 0, 0, 0]
  let problem: string | null = null
  const keep = (finishedAt: string | null): Promise<void> =>
    house.database.transaction((tx) =>
      updateRun(tx, tenant, { id: run, seenAt: house.clock(), rulesDone, lookedAt, raised, held, finishedAt, problem }),
    )
  const note = (rule: string | null, error: unknown): void => {
    const said = `${rule === null ? '' : `${rule}: `}${error instanceof Error ? error.message : 'unknown'}`
    problem = (problem === null ? said : `${problem}; ${said}`).slice(0, 400)
  }
  try {
    const base = await house.database.read((tx) => gatheringOf(tx, scan))
    for (const rule of rules) {
      // What one rule cannot read must not silence those after it.
      try {
        const asked = await askRule(scan, base, rule)
        lookedAt += asked.lookedAt
        for (const found of asked.found) {
          const outcome = await raise(scan, base, found)
          raised += outcome.raised ? 1 : 0
          held += outcome.held
        }
      } catch (error) {
        note(rule, error)
      }
      rulesDone += 1
      report(rulesDone, rules.length)
      await keep(null)
    }
  } catch (error) {
    note(null, error)
  }
  // A server that is going down has no database any more: the run then looks like one that was cut off, which it is.
  await keep(house.clock()).catch(() => undefined)
  return { run, rules: rulesDone, lookedAt, raised, held, problem }
}

interface Base extends Omit<Gathering, 'tx'> {
  readonly changes: readonly SetThresholds[]
}
async function gatheringOf(tx: Tx, { house, doors, tenant }: Scan): Promise<Base> {
  const now = house.clock()
  const today = todayAt(now)
  const overview = await doors.sites.overview(tx, tenant, { asOf: today, knownAt: now, precision: 'exact' })
  const baselines = new Map<string, BaselineRow[]>()
  for (const row of await listBaselines(tx, tenant, null)) baselines.set(row.site, [...(baselines.get(row.site) ?? []), row])
  const changes = setThresholds(await listThresholdChanges(tx, tenant))
  return {
    tenant,
    today,
    sites: new Map(overview.map((site) => [site.id, site])),
    baselines,
    figures: await listFigures(tx, tenant, null),
    now,
    doors: { ...doors, later: house.later ?? noLaterDoors },
    changes,
  }
}

interface Found {
  readonly candidate: Candidate
  readonly verdict: Verdict
  readonly group: string
  readonly fingerprint: string
}
type FoundLots = Found & { readonly lots: readonly string[] }
/** What the rule says of everything that is there and is not known yet. */
async function askRule(
  { house, tenant }: Scan,
  base: Base,
  id: string,
): Promise<{ readonly lookedAt: number; readonly found: readonly FoundLots[] }> {
  const [rule, gather] = [ruleOf(id), gatherers[id]]
  if (!rule || !gather) throw new Error(`no rule ${id}`)
  return house.database.read(async (tx) => {
    const candidates = await gather({ ...base, tx })
    const spoken = candidates.flatMap((candidate) => {
      const effective = thresholdsOf(base, id, candidate)
      const verdict = rule.evaluateStored(candidate.inputs, effective.values)
      if (!verdict) return []
      return [{ candidate, verdict, group: effective.group, fingerprint: `${id}.${rule.version}|${candidate.key}|${verdict.severity}` }]
    })
    const known = await listKnownFingerprints(
      tx,
      tenant,
      spoken.map((one) => one.fingerprint),
    )
    const found: FoundLots[] = []
    for (const one of spoken) found.push(...(await newLotsOf(tx, tenant, { ...one, isKnown: known.has(one.fingerprint) })))
    return { lookedAt: candidates.length, found }
  })
}
/** What is critical speaks of every lot: one that came after the hit must not go free because the hit is known. */
async function newLotsOf(
  tx: Tx,
  tenant: string,
  { isKnown, ...found }: Found & { readonly isKnown: boolean },
): Promise<readonly FoundLots[]> {
  if (isKnown && found.verdict.severity !== 'C') return []
  const all = [...new Set(await lotsOf(tx, tenant, found.candidate))]
  const told = isKnown ? await listLotsTold(tx, tenant, found.fingerprint, all) : new Set<string>()
  const lots = all.filter((lot) => !told.has(lot))
  if (lots.length === 0) return isKnown ? [] : [{ ...found, lots }]
  return Array.from({ length: Math.ceil(lots.length / LOTS_OF_A_HIT) }, (_, part) => {
    const here = lots.slice(part * LOTS_OF_A_HIT, (part + 1) * LOTS_OF_A_HIT)
    const mark = createHash('sha256').update(here.join()).digest('hex').slice(0, 16)
    return { ...found, lots: here, fingerprint: isKnown || part > 0 ? `${found.fingerprint}|+${mark}` : found.fingerprint }
  })
}
function thresholdsOf({ changes, sites }: Base, rule: string, { site, area }: Candidate): Effective {
  const there: SiteOverview | undefined = site === null ? undefined : sites.get(site)
  const place = { site, territoireCode: there?.territoireCode ?? area ?? null, provinceCode: there?.provinceCode ?? area ?? null }
  return effectiveThresholds(changes, rule, place)
}

async function raise(
  scan: Scan,
  base: Base,
  { candidate, verdict, group, fingerprint, lots }: FoundLots,
): Promise<{ raised: boolean; held: number }> {
  const { house, tenant } = scan
  const { site, area, period, mineral } = candidate
  const parties = await house.database.read(async (tx) => {
    const holders = candidate.partiesAlone
      ? []
      : [...(await listPartiesOfLots(tx, tenant, lots)), ...(await listKeyHolders(tx, tenant, site))]
    return [...new Set([...holders, ...(candidate.parties ?? []).filter((one) => one !== null)])]
  })
  const there = site === null ? undefined : base.sites.get(site)
  const now = house.clock()
  const outcome = await house.log().execute({
    ...{ tenant, aggregate: hitAggregate, actor: SCANNER, envelope: { id: newCommand(now) } },
    subject: uuidV7(Date.parse(now), createHash('sha256').update(`${tenant}|${fingerprint}`).digest()),
    command: {
      ...{ type: 'raise-hit', rule: verdict.rule, version: verdict.version, severity: verdict.severity, fingerprint },
      ...{ site: site === null ? null : asId('site', site), period, mineral, thresholdGroup: group },
      ...{ provinceCode: there?.provinceCode ?? area ?? null, territoireCode: there?.territoireCode ?? area ?? null },
      lots: lots.map((lot) => asId('lot', lot)),
      parties: parties.map((one) => asId('organisation', one)),
      facts: { ...verdict.facts },
      inputs: mustParse(json(), verdict.inputs),
      threshold: { ...verdict.threshold },
      explanations: [...verdict.explanations],
    },
    context: async (tx) => ({
      ...{ today: base.today, organisation: null, account: SCANNER.account, hit: null },
      isKnown: await isFingerprintKnown(tx, tenant, fingerprint),
    }),
  })
  if (!outcome.ok) return { raised: false, held: 0 }
  return { raised: true, held: verdict.severity === 'C' ? await holdLots(scan, lots, verdict.rule) : 0 }
}
const lotsOf = async (tx: Tx, tenant: string, { lots }: Candidate): Promise<readonly string[]> =>
  'site' in lots ? listBagsBetween(tx, tenant, lots) : lots
const newCommand = (now: string) => asId('command', uuidV7(Date.parse(now), randomBytes(10)))

/** Through the lots' own events. A lot that is held already, was voided or has left under a certificate stays as it is. */
async function holdLots({ house, doors, tenant }: Scan, lots: readonly string[], rule: string): Promise<number> {
  let held = 0
  for (const lot of lots) {
    const outcome = await house.log().execute({
      ...{ tenant, aggregate: lotAggregate, actor: SCANNER, envelope: { id: newCommand(house.clock()) }, subject: lot },
      command: { type: 'quarantine-lot', reason: rule },
      context: (tx, _state, moment) => lotFacts({ tx, tenant, doors, moment, territory: 'everywhere', oversees: true }, lot),
    })
    if (outcome.ok) held += 1
  }
  return held
}
