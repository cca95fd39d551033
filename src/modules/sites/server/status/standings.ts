/*
Standings of one site, of some or of all, from the facts in the read tables. Decisions and single sites read the tables; lists go by
the standing index, which keeps the facts of all sites in memory. Either way the same pure function answers, for the day and the
instant asked.
*/
import { type Infer, asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { StandingAnswer, StandingShort } from '../../domain/register/answers.ts'
import type { PublishedRulebook } from '../../domain/status/rulebooks.ts'
import { daysSince } from '../../domain/status/lapse.ts'
import { type LegibleStanding, sortFacts, standingFrom, standingOf } from '../../domain/status/status.ts'
import type { Question, StatusFact } from '../../domain/status/status-fact.ts'
import { type Law, readLaw } from './law.ts'
import { listFactRows, rowToFact } from '../register/store-observations.ts'
import { type SiteOfIndex, readStandingIndex } from './standing-index.ts'
import { listFamilies, listOwnFactRows } from './store-standing-index.ts'

/** Country whose rulebook speaks where a site is not registered. */
export const HOME = 'CD'

export const listFacts = async (tx: Tx, tenant: string, site: string): Promise<readonly StatusFact[]> =>
  (await listFactRows(tx, tenant, site)).map(rowToFact)

/** By the record that stands for the site, those of its duplicates included. */
export async function factsBySite(tx: Tx, tenant: string): Promise<ReadonlyMap<string, readonly StatusFact[]>> {
  return new Map((await readStandingIndex(tx, tenant)).sites.map(({ row, facts }) => [row.id, facts]))
}

/** By the rulebook that the tenant's law names for the country, the day and what was known. */
export const evaluate = (
  site: { readonly id: string; readonly country: string; readonly law: Law },
  facts: readonly StatusFact[],
  question: Question,
): LegibleStanding =>
  standingOf(facts, {
    site: asId('site', site.id),
    ...question,
    rulebook: site.law.rulebookOn(site.country, question.asOf, question.knownAt),
  })

type SiteQuestion = Question & { readonly site: string }
export async function readStanding(tx: Tx, tenant: string, asked: SiteQuestion): Promise<LegibleStanding> {
  const [standing] = await readStandings(tx, tenant, [asked])
  if (standing === undefined) throw new Error('a question without an answer')
  return standing
}

/**
 * One answer for each question, in their order: three statements for all of them, straight from the tables, so a decision may rest on it. A lot of
 * three thousand bags asks as many days of a hundred sites: the facts of a site are sorted once, and the law of a day is looked up once.
 */
export async function readStandings(tx: Tx, tenant: string, asked: readonly SiteQuestion[]): Promise<readonly LegibleStanding[]> {
  const members = await listFamilies(tx, tenant, [...new Set(asked.map(({ site }) => site))])
  const rows = Map.groupBy(await listOwnFactRows(tx, tenant, [...new Set(members.map(({ member }) => member))]), (row) => row.site_id)
  const families = Map.groupBy(members, ({ site }) => site)
  const rulebookOf = rulebooksBy(await readLaw(tx, tenant))
  const sites = new Map(
    [...families].map(([site, family]) => {
      const facts = sortFacts(family.flatMap(({ member }) => rows.get(member) ?? []).map(rowToFact))
      return [site, { id: asId('site', site), country: family[0]?.country ?? HOME, facts }]
    }),
  )
  return asked.map(({ site, asOf, knownAt }) => {
    const known = sites.get(site)
    if (known === undefined) throw new Error('a site that was asked about is not among the answers')
    return standingFrom(known.facts, { site: known.id, asOf, knownAt, rulebook: rulebookOf(known.country, { asOf, knownAt }) })
  })
}

/** What the law says of a country and a day, each looked up once. */
function rulebooksBy(law: Law): (country: string, question: Question) => PublishedRulebook {
  const known = new Map<string, PublishedRulebook>()
  return (country, { asOf, knownAt }) => {
    const key = `${country} ${asOf} ${knownAt}`
    const rulebook = known.get(key) ?? law.rulebookOn(country, asOf, knownAt)
    known.set(key, rulebook)
    return rulebook
  }
}

export interface SiteStanding {
  readonly row: SiteOfIndex['row']
  readonly words: SiteOfIndex['words']
  readonly standing: LegibleStanding
  readonly short: StandingShort
  /** Last day on which somebody stood on the site. */
  readonly lastVisitOn: string | null
}

export type SiteInList = Omit<SiteStanding, 'standing'>
/** The same without the whole standing, for lists: nothing is copied for a question that was asked a moment before. */
export async function shortStandingsOf(tx: Tx, tenant: string, question: Question): Promise<readonly SiteInList[]> {
  const found: SiteInList[] = []
  await answerAll(tx, tenant, {
    question,
    take: (site, { short }) => found.push({ row: site.row, words: site.words, short, lastVisitOn: lastVisitIn(site, question) }),
  })
  return found
}

/** Every site that was registered by then, by name, with its standing: the whole register in some tens of milliseconds, less when the day was asked before. */
export async function standingsOf(tx: Tx, tenant: string, question: Question): Promise<readonly SiteStanding[]> {
  const found: SiteStanding[] = []
  await answerAll(tx, tenant, {
    question,
    take: (site, { standing, short }) =>
      found.push({
        row: site.row,
        words: site.words,
        standing: standing.knownAt === question.knownAt ? standing : { ...standing, ...question },
        short,
        lastVisitOn: lastVisitIn(site, question),
      }),
  })
  return found
}

type Answer = Pick<SiteStanding, 'standing' | 'short'>
interface Taking {
  readonly question: Question
  readonly take: (site: SiteOfIndex, answer: Answer) => unknown
}
async function answerAll(tx: Tx, tenant: string, { question, take }: Taking): Promise<void> {
  const rulebookOf = rulebooksBy(await readLaw(tx, tenant))
  const { sites } = await readStandingIndex(tx, tenant)
  for (const site of sites)
    if (site.row.registered_at <= question.knownAt) take(site, answerFrom(site, question, rulebookOf(site.row.country, question)))
}

/** As many answers as a screen that compares two days asks for, at two instants. */
const REMEMBERED = 4

/** Whoever knows all that is known asks the same question now and a minute later; `knownAt` of the answer may be the earlier one. */
function answerFrom(site: SiteOfIndex, question: Question, rulebook: PublishedRulebook): Answer {
  const key = `${question.asOf} ${question.knownAt >= site.newestAt ? 'all' : question.knownAt} ${rulebook.hash}`
  const known = site.remembered.get(key)
  if (known !== undefined) return known
  const standing = standingOf(site.facts, { site: asId('site', site.row.id), ...question, rulebook })
  const answer = { standing, short: shortOf(standing) }
  const [oldest] = site.remembered.keys()
  if (site.remembered.size >= REMEMBERED && oldest !== undefined) site.remembered.delete(oldest)
  site.remembered.set(key, answer)
  return answer
}

function lastVisitIn({ days }: SiteOfIndex, { asOf, knownAt }: Question): string | null {
  const last = days.find(
    (day) => day.on_site && day.visited_on <= asOf && day.learned_at <= knownAt && (day.voided_at === null || day.voided_at > knownAt),
  )
  return last?.visited_on ?? null
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
