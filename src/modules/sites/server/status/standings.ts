/*
Standings of one site or of all, from the facts in the read tables. For all sites: two statements and one pure evaluation per site;
3,400 sites with 1,000 facts take some tens of milliseconds, and the cost grows with sites and facts together.
*/
import { type Infer, asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { StandingAnswer, StandingShort } from '../../domain/register/answers.ts'
import { daysSince } from '../../domain/status/lapse.ts'
import { type LegibleStanding, standingOf } from '../../domain/status/status.ts'
import type { Question, StatusFact } from '../../domain/status/status-fact.ts'
import { publishedRulebookOn } from './published-rulebooks.ts'
import { listFactRows, rowToFact } from '../register/store-observations.ts'
import { findSiteRow } from '../register/store-register.ts'

/** Country whose rulebook speaks where a site is not registered. */
export const HOME = 'CD'

export const listFacts = async (tx: Tx, tenant: string, site: string): Promise<readonly StatusFact[]> =>
  (await listFactRows(tx, tenant, site)).map(rowToFact)

export async function factsBySite(tx: Tx, tenant: string): Promise<ReadonlyMap<string, readonly StatusFact[]>> {
  const bySite = new Map<string, StatusFact[]>()
  for (const row of await listFactRows(tx, tenant, null)) {
    const known = bySite.get(row.site_id)
    if (known) known.push(rowToFact(row))
    else bySite.set(row.site_id, [rowToFact(row)])
  }
  return bySite
}

export const evaluate = (
  site: { readonly id: string; readonly country: string },
  facts: readonly StatusFact[],
  question: Question,
): LegibleStanding =>
  standingOf(facts, { site: asId('site', site.id), ...question, rulebook: publishedRulebookOn(site.country, question.asOf) })

export async function readStanding(
  tx: Tx,
  tenant: string,
  { site, ...question }: Question & { readonly site: string },
): Promise<LegibleStanding> {
  const row = await findSiteRow(tx, tenant, site)
  return evaluate({ id: site, country: row?.country ?? HOME }, await listFacts(tx, tenant, site), question)
}

const lapseOf = ({ lapse, asOf }: LegibleStanding): StandingShort['lapse'] =>
  lapse === null ? null : { ...lapse, days: daysSince(lapse, asOf) }

/** The whole standing as an answer: with the days since a lapse. */
export const answerOf = (standing: LegibleStanding): Infer<typeof StandingAnswer> => ({ ...standing, lapse: lapseOf(standing) })

export const shortOf = (standing: LegibleStanding): StandingShort => ({
  shown: standing.shown,
  lapse: lapseOf(standing),
  colour: standing.colour,
  internal: standing.internal,
  basis: standing.basis,
  since: standing.since,
  validUntil: standing.validUntil,
  lapsed: standing.lapsed,
  daysLeft: standing.daysLeft,
  orderNumber: standing.orderNumber,
  orderSignedOn: standing.orderSignedOn,
  held: standing.hold !== null,
})
