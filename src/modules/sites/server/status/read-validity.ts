/*
The validity figures of all sites, and the list behind each. Exported for the command line as well as for HTTP. Cost: three
statements over facts and visits and one pure look per site; 7,000 visits take well under a second.
*/
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { FigureList, FigureName, ValidityAnswer } from '../../domain/register/answers.ts'
import type { Question } from '../../domain/status/status-fact.ts'
import { type SiteEvidence, type SiteFindings, findingsOf, unvisitedSince } from '../../domain/status/validity-report.ts'
import { readLaw } from './law.ts'
import { type pageOf, slice } from '../questions.ts'
import { factsBySite } from './standings.ts'
import { listTraceabilityDays } from '../register/store-observations.ts'
import { type SiteTableRow, listSiteRows } from '../register/store-register.ts'
import { listVisitDigests } from '../register/store-visits.ts'

/** Years without a visit after which a site counts as left alone, when the question does not say. */
export const UNVISITED_YEARS = 3

export interface FoundSite extends SiteFindings {
  readonly row: SiteTableRow
}

/** Every site that existed by then (registered, seen or reported on or before the day), with the figures that count it. */
export async function readFindings(
  tx: Tx,
  tenant: string,
  { years = UNVISITED_YEARS, ...question }: Question & { readonly years?: number },
): Promise<readonly FoundSite[]> {
  const visits = new Map<string, SiteEvidence['visits'][number][]>()
  for (const { site_id, visited_on, on_site, armed_interference } of await listVisitDigests(tx, tenant, question)) {
    const visit = { on: visited_on, onSite: on_site, interference: armed_interference }
    const known = visits.get(site_id)
    if (known) known.push(visit)
    else visits.set(site_id, [visit])
  }
  const facts = await factsBySite(tx, tenant)
  const noted = new Set((await listTraceabilityDays(tx, tenant, question)).map((row) => row.site_id))
  const since = unvisitedSince(question.asOf, years)
  const law = await readLaw(tx, tenant)
  const found: FoundSite[] = []
  for (const row of await listSiteRows(tx, tenant, question.knownAt)) {
    const rules = law.rulebookOn(row.country, question.asOf, question.knownAt).book.values
    const evidence = { site: row.id, facts: facts.get(row.id) ?? [], visits: visits.get(row.id) ?? [], rules }
    const existed = row.registered_on <= question.asOf || evidence.visits.length > 0 || noted.has(row.id) || hasFactBy(evidence, question)
    if (existed) found.push({ ...findingsOf(evidence, question, since), row })
  }
  return found
}

const hasFactBy = ({ facts }: SiteEvidence, { asOf, knownAt }: Question): boolean =>
  facts.some(
    (fact) =>
      fact.recordedAt <= knownAt && (fact.kind === 'reported' ? fact.on : fact.kind === 'order' ? fact.effectiveFrom : '9999') <= asOf,
  )

/** The figures for a tenant as of a day and as known at an instant. */
export async function validityReport(
  tx: Tx,
  tenant: string,
  ...[asOf, knownAt, years = UNVISITED_YEARS]: readonly [asOf: string, knownAt: string, unvisitedYears?: number]
): Promise<ValidityAnswer> {
  const found = await readFindings(tx, tenant, { asOf, knownAt, years })
  const counted = (name: FigureName): number => found.filter((site) => site.figures.includes(name)).length
  return {
    asOf,
    knownAt,
    sites: counted('sites'),
    everGreen: counted('everGreen'),
    newestGreen: counted('newestGreen'),
    newestGreenLapsed: counted('newestGreenLapsed'),
    interferenceOnOrAfterGreen: counted('interferenceOnOrAfterGreen'),
    interferenceWhileGreen: counted('interferenceWhileGreen'),
    neverVisited: counted('neverVisited'),
    neverVisitedSince: { day: unvisitedSince(asOf, years), sites: counted('neverVisitedSince') },
  }
}

/** The sites behind one figure, by name. */
export async function readFigure(
  tx: Tx,
  tenant: string,
  wish: { readonly figure: FigureName; readonly question: Question; readonly years: number; readonly page: ReturnType<typeof pageOf> },
): Promise<FigureList> {
  const { figure, question, page } = wish
  const found = (await readFindings(tx, tenant, { ...question, years: wish.years })).filter((site) => site.figures.includes(figure))
  const sites = slice(found, page).map(({ row, firstGreenOn, newestGreenOn, lastVisitOn, interferenceAfter, interferenceWhile }) => ({
    id: asId('site', row.id),
    name: row.name,
    nationalId: row.national_id,
    firstGreenOn,
    newestGreenOn,
    lastVisitOn,
    interferenceOn: [...(figure === 'interferenceWhileGreen' ? interferenceWhile : interferenceAfter)],
  }))
  return { figure, ...question, total: found.length, ...page, sites }
}
