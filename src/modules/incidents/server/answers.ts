/*
Incidents as a reader gets them. A party reads of a public file its number, kind and stage, and nothing else; the exact position goes to who
is cleared. Nobody is told who reported.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import { keyed, json, listOf, mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { WhoSees } from '../../custody/contract-exchange.ts'
import { DocumentRef } from '../../documents/contract.ts'
import { OrganisationId } from '../../people/contract.ts'
import { SiteId } from '../../sites/contract.ts'
import { AnnexRisk, IncidentCategory, IncidentLevel, IncidentSeverity, IncidentState } from '../contract.ts'
import { ActorOfIncident, Decided, IncidentAction, IncidentDetail, IncidentSummary, PublishedOutcome } from '../contract-report.ts'
import { type Running, clocksOf, isOpen, LEVELS } from '../domain/clocks.ts'
import { isParty, kindsOf } from '../domain/conflict.ts'
import { needsTwo } from '../domain/incident.ts'
import { publishableFrom } from '../domain/outcome.ts'
import { type IncidentRules, rulesWith } from '../domain/rulebook.ts'
import { bothSentences } from '../page/outcome-sentence.ts'
import type { IncidentDoors } from './doors.ts'
import { lotIds } from './facts.ts'
import type { Sight } from './sight.ts'
import * as store from './store-reads.ts'

export interface Reading {
  readonly tenant: string
  readonly doors: IncidentDoors
  readonly sight: Sight
  readonly account: string
  /** As custody asks: which lots the reader sees, and whose. */
  readonly watcher: WhoSees
  readonly now: string
}
export const rulesOf = async (tx: Tx, tenant: string): Promise<IncidentRules> => rulesWith(await store.listRuleChanges(tx, tenant))

/** What its clocks are told by. */
export const runningOf = (row: store.IncidentRow): Running => ({
  ...{ state: mustParse(IncidentState, row.state), severity: mustParse(IncidentSeverity, row.severity) },
  ...{ level: mustParse(IncidentLevel, row.level), openedOn: row.openedOn, levelSince: row.levelSince },
  plannedOn: row.plannedAt === null ? null : todayAt(row.plannedAt),
})

export async function summaries(tx: Tx, reading: Reading, rows: readonly store.IncidentRow[]): Promise<IncidentSummary[]> {
  const { tenant, doors, now } = reading
  const rules = await rulesOf(tx, tenant)
  const sites = [...new Set(rows.flatMap((row) => (row.site === null || row.party ? [] : [row.site])))].map((site) =>
    mustParse(SiteId, site),
  )
  const names = new Map((await doors.sites.briefs(tx, sites, tenant)).map((one) => [String(one.id), one.name]))
  return rows.map((row) => {
    const { state, severity } = runningOf(row)
    const notice = {
      ...{
        id: row.id,
        number: row.number,
        full: !row.party,
        category: row.category,
        risks: [...row.risks],
        severity,
        state,
        open: isOpen(state),
      },
      ...{ confidentiality: row.confidentiality, placeKind: row.placeKind, reportedOn: row.receivedOn },
    }
    if (row.party)
      return mustParse(IncidentSummary, {
        ...{ ...notice, level: null, source: null, place: null, site: null, provinceCode: null, territoireCode: null, occurredOn: null },
        ...{ verifiedOn: null, clocks: [], lots: 0, openActions: 0 },
      })
    return mustParse(IncidentSummary, {
      ...{
        ...notice,
        level: row.level,
        source: row.source,
        site: row.site,
        provinceCode: row.provinceCode,
        territoireCode: row.territoireCode,
      },
      place: (row.site === null ? null : names.get(row.site)) ?? row.placeName,
      ...{ occurredOn: row.occurredOn, verifiedOn: row.verifiedOn, clocks: clocksOf(runningOf(row), rules, todayAt(now)) },
      ...{ lots: row.lots, openActions: row.openActions },
    })
  })
}

export async function namesOf(tx: Tx, { tenant, doors }: Pick<Reading, 'tenant' | 'doors'>, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.flatMap((one) => (one === null ? [] : [one])))].map((one) => mustParse(OrganisationId, one))
  const known = wanted.length === 0 ? [] : await doors.people.organisations(tx, wanted, tenant)
  return (id: string | null): string | null => known.find((one) => one.id === id)?.name ?? null
}

export async function actionsShown(tx: Tx, reading: Reading, rows: readonly store.ActionRow[]): Promise<IncidentAction[]> {
  const nameOf = await namesOf(
    tx,
    reading,
    rows.map((row) => row.owner),
  )
  return rows.map((row) =>
    mustParse(IncidentAction, {
      ...{ id: row.id, incident: row.incident, number: row.number, text: row.said, owner: row.owner, ownerName: nameOf(row.owner) },
      ...{ due: row.due, overdue: row.state === 'open' && row.due < todayAt(reading.now), agreedIn: row.agreedIn, state: row.state },
      ...{ doneOn: row.doneOn, evidence: row.evidence, photos: mustParse(listOf(DocumentRef), row.photos) },
    }),
  )
}

export async function incidentDetail(tx: Tx, reading: Reading, incident: string): Promise<IncidentDetail | null> {
  const { tenant, sight } = reading
  const row = await store.findIncident(tx, tenant, incident, sight)
  if (!row) return null
  const [summary] = await summaries(tx, reading, [row])
  const nothing = {
    ...{ account: null, actors: [], organisations: [], position: null, photos: [], hit: null, severityBecause: null, verification: null },
    ...{
      decided: null,
      lots: [],
      lotsUnseen: 0,
      actions: [],
      steps: [],
      published: null,
      publishFrom: null,
      secondPerson: false,
      twoPersons: false,
      may: mayNothing,
    },
  }
  if (row.party) return mustParse(IncidentDetail, { ...nothing, incident: summary })
  const rules = await rulesOf(tx, tenant)
  const [published] = await outcomesShown(tx, reading, incident)
  return mustParse(IncidentDetail, {
    ...nothing,
    incident: summary,
    ...{ account: row.account, actors: mustParse(listOf(ActorOfIncident), row.actors), photos: mustParse(listOf(DocumentRef), row.photos) },
    ...{ position: positionOf(row, sight), hit: row.hit, severityBecause: row.severityBecause, decided: row.decided },
    verification: row.concludedAs === null ? null : { as: row.concludedAs, basis: row.basis, finding: row.finding },
    ...(await partsOf(tx, reading, { row, rules })),
    published: published ?? null,
    publishFrom: row.endedOn === null ? null : publishableFrom(row.endedOn, rules.publicDelayDays),
  })
}

async function partsOf(tx: Tx, reading: Reading, { row, rules }: { readonly row: store.IncidentRow; readonly rules: IncidentRules }) {
  const { tenant } = reading
  const [allParties, marks, steps] = [
    await store.listParties(tx, tenant, row.id),
    await store.listIncidentLots(tx, tenant, row.id),
    await store.listSteps(tx, tenant, row.id),
  ]
  const { lots, parties, holderSeen } = await goodsShown(tx, reading, { marks, parties: allParties })
  const nameOf = await namesOf(tx, reading, [
    ...parties.map((one) => one.organisation),
    ...steps.map((one) => one.organisation),
    ...lots.map((one) => (holderSeen(one.lot) ? one.holder : null)),
  ])
  const held = new Map(marks.map((one) => [one.lot, one]))
  const stands = held.size > 0 && marks.some((one) => one.held)
  return {
    organisations: [
      ...parties.map(({ organisation, because }) => ({ id: organisation, name: nameOf(organisation), because })),
      ...(await ofItsKind(tx, reading, row)).filter(({ id }) => !parties.some((one) => one.organisation === id)),
    ],
    lots: lots.map((one) => ({
      ...{
        lot: one.lot,
        number: one.number,
        state: one.state,
        holderName: holderSeen(one.lot) ? nameOf(one.holder) : null,
        held: held.get(one.lot)?.held ?? false,
      },
    })),
    lotsUnseen: marks.length - lots.length,
    actions: await actionsShown(tx, reading, await store.listActions(tx, tenant, { incident: row.id })),
    steps: steps.map((one) => ({
      ...{ step: one.step, said: one.said, facts: JSON.stringify(mustParse(keyed(json()), one.facts)).slice(0, 400) },
      ...{ organisationName: nameOf(one.organisation), happenedAt: one.happenedAt },
    })),
    ...mayOf(row, reading, {
      ...{ rules, anyFree: marks.some((one) => !one.held) },
      heldBy: stands ? marks.flatMap((one) => (one.held ? [one.heldBy] : [])) : null,
    }),
  }
}

/**
 * Lots as far as the reader sees them. Who handles the file sees each of its lots, because it may stop them, and every body that is kept out;
 * whose a lot is stays custody's to tell.
 */
async function goodsShown(
  tx: Tx,
  { tenant, doors, sight, watcher }: Reading,
  { marks, parties }: { readonly marks: readonly store.LotRow[]; readonly parties: readonly store.PartyRow[] },
) {
  const all = await doors.holds.lots(tx, tenant, lotIds(marks.map((one) => one.lot)))
  const seen = new Set<string>(
    await doors.holds.seen(
      tx,
      watcher,
      all.map((one) => one.lot),
    ),
  )
  const { handle } = sight.clearance
  const seenHolders = all.flatMap((one) => (seen.has(one.lot) ? [String(one.holder)] : []))
  return {
    lots: handle ? all : all.filter((one) => seen.has(one.lot)),
    parties: parties.filter(
      (one) => handle || one.because !== 'lot-holder' || seen.size === all.length || seenHolders.includes(one.organisation),
    ),
    holderSeen: (lot: string): boolean => seen.has(lot),
  }
}

/** Every office of a kind that is said to be involved is kept out, also where nobody wrote its name: who verifies must not ask it. */
async function ofItsKind(tx: Tx, { tenant, doors }: Reading, row: store.IncidentRow) {
  const concerned = {
    ...{ parties: [], classes: mustParse(listOf(ActorOfIncident), row.actors).map((one) => one.class) },
    ...{ provinceCode: row.provinceCode, territoireCode: row.territoireCode },
  }
  if (kindsOf(concerned.classes).length === 0) return []
  const bodies = await doors.people.listOrganisations(tx, undefined, tenant)
  return bodies.filter((one) => isParty(one, concerned)).map(({ id, name }) => ({ id, name, because: 'class' as const }))
}

const mayNothing = {
  ...{ describe: false, takeUp: false, beginVerification: false, conclude: false, agreeAction: false, nameLots: false, holdLots: false },
  ...{ freeLots: false, escalate: false, resolve: false, close: false, reopen: false, publish: false, withdraw: false },
}
/** What the page offers; the decision says the last word. `heldBy`: who stopped the lots that stand; `null` where none does. */
function mayOf(
  row: store.IncidentRow,
  { sight, account, now }: Reading,
  {
    rules,
    anyFree,
    heldBy,
  }: { readonly rules: IncidentRules; readonly anyFree: boolean; readonly heldBy: readonly (string | null)[] | null },
) {
  const { handle, publish } = sight.clearance
  const { state, severity } = runningOf(row)
  const [open, planned] = [isOpen(state), ['confirmed', 'actions-agreed', 'mitigating'].includes(state)]
  const ender = state === 'unfounded' ? row.concludedBy : (row.resolvedBy ?? row.concludedBy)
  const over = state === 'resolved' || state === 'unfounded'
  const mayFree = handle && !open && heldBy !== null
  const isSecond = ender !== account
  const freeing = mayFree && isSecond && !heldBy.includes(account)
  const closing = handle && over && heldBy === null
  const twoPersons = needsTwo({ severity }, rules)
  const resolving = handle && state === 'mitigating' && row.openActions === 0
  const isVerifier = twoPersons && row.concludedBy === account
  return {
    twoPersons,
    secondPerson: (mayFree && !freeing) || (closing && twoPersons && !isSecond) || (resolving && isVerifier),
    may: {
      ...{ describe: handle && state !== 'closed', takeUp: handle && (state === 'reported' || state === 'reopened') },
      ...{ beginVerification: handle && state === 'triage', conclude: handle && state === 'under-verification' },
      ...{ agreeAction: handle && planned, nameLots: handle && open, freeLots: freeing },
      holdLots: handle && anyFree && ((open && severity === 1) || planned),
      escalate: handle && open && row.level !== LEVELS.at(-1),
      resolve: resolving && !isVerifier,
      close: closing && (!twoPersons || isSecond),
      reopen: handle && !open,
      publish: publish && state === 'closed' && row.confidentiality !== 'protection' && todayAt(now) >= (row.endedOn ?? '9999'),
      withdraw: publish,
    },
  }
}

/** A tenth of a degree, about ten kilometres, for who is not cleared. */
function positionOf({ latitude, longitude }: store.IncidentRow, sight: Sight) {
  if (latitude === null || longitude === null) return null
  const { exact } = sight.clearance
  const coarse = (value: number): number => Math.round(value * 10) / 10
  return { at: exact ? { latitude, longitude } : { latitude: coarse(latitude), longitude: coarse(longitude) }, exact }
}

/** Those that everybody may read; of one incident, or all. */
export async function outcomesShown(
  tx: Tx,
  { tenant, doors }: Pick<Reading, 'tenant' | 'doors'>,
  incident: string | null = null,
): Promise<PublishedOutcome[]> {
  const rows = await store.listOutcomes(tx, tenant, incident)
  if (rows.length === 0) return []
  const areas = [...(await doors.places.listAreas(tx, 'province', tenant)), ...(await doors.places.listAreas(tx, 'territoire', tenant))]
  return rows.map((row) => {
    const code = row.territoireCode ?? row.provinceCode
    const area = areas.find((one) => one.code === code)
    const [category, decided] = [mustParse(IncidentCategory, row.category), mustParse(Decided, row.decided)]
    const kind = row.territoireCode === null ? ('province' as const) : ('territoire' as const)
    return {
      ...{ month: row.month, provinceCode: row.provinceCode, territoireCode: row.territoireCode, areaName: area?.name ?? null },
      ...{ category, decided, publishedOn: row.publishedOn },
      sentence: bothSentences({ month: row.month, area: area ? { name: area.name, kind } : null, category, decided }),
    }
  })
}
export const risksIn = (risks: readonly string[]): AnnexRisk[] => mustParse(listOf(AnnexRisk), risks)
