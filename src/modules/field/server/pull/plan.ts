/*
What is packed in a round, in the order in which it is packed: first what is needed to work at all, then missions, their inspections and
forms, then sites. After a first round only what was touched since: by entries of the log, by the calendar, or by leaving the person's
sight. The plan is made anew for every page and gives the same keys in the same order.
*/
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { idsNamedBy, subjectsBetween } from '../../../../platform/log/store.ts'
import { asId, listOf, looseRecord, orNull, parse, text, yesOrNo } from '../../../../kernel/schema.ts'
import type { SitesDoor } from '../../../sites/contract.ts'
import {
  type CommonQuestion,
  casePaths,
  commonQuestions,
  formPaths,
  inspectionPaths,
  missionPaths,
  sitePaths,
} from '../../domain/carry-paths.ts'
import type { PullCursor } from '../../domain/pull-cursor.ts'
import { type CarriedSet, type PullParts, carriesSites, missionFor } from './carried.ts'

export interface PlannedThing {
  readonly key: string
  readonly paths: readonly string[]
  /** Asked only about what is carried. */
  readonly onlyCarried: boolean
  /** Told to be gone without asking. */
  readonly isGone: boolean
}

/** Kinds of subject that can change what a telephone carries, by who carries it; lots and certificates cannot. */
const KINDS = 'organisation account personal-key'.split(' ')
const OF_SITES = 'site mission inspection order rulebook-choice form tag-batch number-block'.split(' ')
/** That a file of anybody moved is news for nobody else. */
const OF_PERSONS = 'case key-custodians service-point'.split(' ')
const kindsFor = (who: Who): readonly string[] => [
  ...KINDS,
  ...(carriesSites(who) ? OF_SITES : []),
  ...(who.capabilities.has('cases.hold-key') || who.capabilities.has('cases.directory-read') ? OF_PERSONS : []),
]

/** Common questions that only the work at sites asks, whoever else may. */
const ABOUT_SITES = /^\/api\/(sites|missions|inspections|corrective-actions|status|forms|places\/boundaries)(\/|\?|$)/

export interface News {
  readonly subjects: readonly string[]
  readonly newDay: boolean
}
/** Two reads of an index; nothing more where nothing happened. */
export async function newsSince(tx: Tx, who: Who, { since, start }: PullCursor): Promise<News | null> {
  if (since === null) return null
  const subjects =
    since.position === start.position ? [] : await subjectsBetween(tx, who.tenant, { after: since.position, until: start.position })
  const own = `account:${who.account}`
  const kinds = kindsFor(who)
  return {
    subjects: subjects.filter((subject) => {
      const kind = subject.slice(0, subject.indexOf(':'))
      return kind === 'account' ? subject === own : kinds.includes(kind)
    }),
    newDay: since.day !== start.day,
  }
}

export interface PlanAsked {
  readonly who: Who
  readonly cursor: PullCursor
  readonly set: CarriedSet
  readonly news: News | null
  readonly knownAt: string
}

export async function planOf(
  parts: Pick<PullParts, 'database' | 'dispatch' | 'sites'>,
  asked: PlanAsked,
): Promise<readonly PlannedThing[]> {
  const { set, cursor, news } = asked
  const weighs = asked.who.capabilities.has('custody.weigh')
  const common = commonQuestions({
    today: cursor.start.day,
    provinces: set.provinces,
    pages: Math.min(20, Math.ceil(set.sites.length / 50)),
  }).filter(({ path }) => carriesSites(asked.who) || !ABOUT_SITES.test(path))
  // Asking for the list is a look that is kept: only where something may have changed.
  const mayHaveCases = news === null || news.newDay || news.subjects.some((subject) => subject.startsWith('case:'))
  const cases = mayHaveCases ? await casesCarried(parts, asked.who) : []
  if (news === null) return [...common.map(commonThing), ...thingsOf(set, weighs), ...cases]
  const plans = await plansRead(parts, asked.who, news)
  const touched = await parts.database.read((tx) => touchedBy(tx, parts.sites, { ...asked, news, plans }))
  const carried = new Set<string>([...set.sites, ...set.missions, ...set.inspections.map((one) => one.id)])
  const isNear = [...touched.ids].some((id) => carried.has(id))
  return [
    ...common
      .map((question, at) => ({ question, thing: commonThing(question, at) }))
      .filter(({ question }) => isCommonTouched(question, { kinds: touched.kinds, isNear, newDay: news.newDay }))
      .map(({ thing }) => thing),
    ...thingsOf(set, weighs).filter((thing) => thing.about.some((id) => touched.ids.has(id) || touched.ids.has(`form:${id}`))),
    ...cases.filter((thing) => news.newDay || thing.about.some((id) => touched.ids.has(id))),
    ...goneThings(set, touched),
  ]
}

/** Missions with news whose plan the person may read. Of another, not even which sites it touches may be told: that is the plan. */
async function plansRead(parts: Pick<PullParts, 'dispatch'>, who: Who, news: News): Promise<readonly string[]> {
  const read: string[] = []
  for (const subject of news.subjects.filter((one) => one.startsWith('mission:'))) {
    const mission = await missionFor(parts, who, subject.slice('mission:'.length))
    if (mission !== null && !mission.withheld) read.push(subject)
  }
  return read
}

const commonThing = ({ path, onlyCarried }: CommonQuestion, at: number): PlannedThing => ({
  key: `0-${String(at).padStart(3, '0')}`,
  ...{ paths: [path], onlyCarried: onlyCarried === true, isGone: false },
})

function isCommonTouched(
  { touchedBy: kinds, day, onlyCarried, path }: CommonQuestion,
  news: { readonly kinds: ReadonlySet<string>; readonly isNear: boolean; readonly newDay: boolean },
): boolean {
  if (day && news.newDay) return true
  if (!kinds.some((kind) => news.kinds.has(kind))) return false
  // A list of the whole register is told again only when something that is carried here changed, or a mission, which may be a new one.
  return news.isNear || !(onlyCarried === true || kinds.includes('inspection')) || path.startsWith('/api/missions')
}

type Thing = PlannedThing & { readonly about: readonly string[] }
function thingsOf({ missions, inspections, forms, sites }: CarriedSet, weighs: boolean): readonly Thing[] {
  const thing = (key: string, paths: readonly string[], about: readonly string[]): Thing => ({
    ...{ key, paths, about, onlyCarried: false, isGone: false },
  })
  return [
    ...missions.map((id) => thing(`1-${id}`, missionPaths(id), [id])),
    ...[...forms].map(([form, versions]) => thing(`2-${form}`, formPaths(form, versions), [form])),
    ...inspections.map(({ id, site, mission }) =>
      thing(`3-${id}`, inspectionPaths(id), [id, site, ...(mission === null ? [] : [mission])]),
    ),
    ...sites.map((id) =>
      thing(`4-${id}`, sitePaths(id, weighs), [id, ...inspections.filter((one) => one.site === id).map((one) => one.id)]),
    ),
  ].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

const CaseLines = looseRecord({
  cases: listOf(looseRecord({ case: text(60), isCarried: yesOrNo(), identityUntil: orNull(text(10)) }), 1000),
})
/** Which of them go along is decided where files are; here they are numbers. */
async function casesCarried({ dispatch }: Pick<PullParts, 'dispatch'>, who: Who): Promise<readonly Thing[]> {
  if (!who.capabilities.has('cases.hold-key')) return []
  const reply = await dispatch({ who, method: 'GET', url: '/api/cases' })
  const list = parse(CaseLines, reply.body)
  if (reply.status !== 200 || !list.ok) return []
  return list.value.cases
    .filter((one) => one.isCarried)
    .map((one) => ({
      key: `6-${one.case}`,
      paths: casePaths(one.case, one.identityUntil !== null),
      about: [one.case],
      onlyCarried: false,
      isGone: false,
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** What was touched and is not carried is told to be gone, by its first path: a phone that never had it forgets nothing. */
const goneThings = (set: CarriedSet, touched: Touched): readonly PlannedThing[] => {
  const carried = new Set([...set.sites, ...set.missions, ...set.inspections.map((one) => one.id)])
  return [...touched.mayBeGone]
    .filter(([id]) => !carried.has(id))
    .map(([id, path]) => ({ key: `5-${id}`, paths: [path], onlyCarried: false, isGone: true }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

interface Touched {
  readonly ids: ReadonlySet<string>
  readonly kinds: ReadonlySet<string>
  /** The first path of each thing that may have left the person's sight, by its id. */
  readonly mayBeGone: ReadonlyMap<string, string>
}
async function touchedBy(
  tx: Tx,
  sites: SitesDoor<Tx>,
  { who, set, cursor, knownAt, news, plans }: PlanAsked & { readonly news: News; readonly plans: readonly string[] },
): Promise<Touched> {
  const since = cursor.since ?? cursor.start
  const of = (kind: string): readonly string[] => news.subjects.filter((subject) => subject.startsWith(`${kind}:`))
  const named = await idsNamedBy(tx, who.tenant, {
    // A batch of tags names the sites to which its numbers were given.
    whole: [...plans, ...of('order'), ...of('tag-batch')],
    first: of('inspection'),
    since: since.position,
  })
  const byMissions = await idsNamedBy(tx, who.tenant, { whole: plans, first: [], since: since.position })
  const idOf = (subject: string): string => subject.slice(subject.indexOf(':') + 1)
  const ids = new Set([...named, ...news.subjects.map((subject) => (subject.startsWith('form:') ? subject : idOf(subject)))])
  const mayBeGone = new Map([
    // What a mission names may be a site that it no longer visits.
    ...byMissions.map((id): readonly [string, string] => [id, `/api/sites/${id}`]),
    ...of('site').map((subject): readonly [string, string] => [idOf(subject), `/api/sites/${idOf(subject)}`]),
    ...of('inspection').map((subject): readonly [string, string] => [idOf(subject), `/api/inspections/${idOf(subject)}`]),
    ...plans.map((subject): readonly [string, string] => [idOf(subject), `/api/missions/${idOf(subject)}`]),
  ])
  if (news.newDay) {
    const question = { sites: set.sites.map((site) => asId('site', site)), knownAt }
    const before = await sites.standings(tx, who.tenant, { ...question, asOf: since.day })
    const now = await sites.standings(tx, who.tenant, { ...question, asOf: cursor.start.day })
    for (const [at, one] of now.entries()) if (standsFor(one) !== standsFor(before[at])) ids.add(one.site)
  }
  return { ids, kinds: new Set(news.subjects.map((subject) => subject.slice(0, subject.indexOf(':')))), mayBeGone }
}
/** What the calendar alone can change of a standing; the days that are left follow from the end, which the phone has. */
const standsFor = (standing: Awaited<ReturnType<SitesDoor<Tx>['standings']>>[number] | undefined): string =>
  standing === undefined
    ? ''
    : JSON.stringify([standing.internal, standing.colour, standing.lapsed, standing.validUntil, standing.allows, standing.hold])
