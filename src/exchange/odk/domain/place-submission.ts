/*
To which inspection a submission belongs: decided from what it says of site and day, and from what its sender's body is at work on. Certain or not
at all: where two things fit, or none, somebody at a desk looks; nothing is refused for it and nothing is lost.
*/
import { daysBetween } from '../../../kernel/calendar.ts'
import type { Facts } from '../../../kernel/outcome.ts'
import type { Fieldwork, InspectionAtWork, MissionAtWork, SiteNamed } from '../../../modules/sites/contract-fieldwork.ts'
import type { InspectionId, MissionId, SiteId } from '../../../modules/sites/contract.ts'
import type { Said } from './said.ts'

const waitingReasons = [
  'no-mission-of-theirs',
  'site-not-said',
  'site-not-in-their-missions',
  'several-sites',
  'several-inspections',
  'several-missions',
  'day-not-said',
  'day-outside-mission',
  'day-in-future',
  'day-far-from-inspection',
  'site-name-and-number-differ',
] as const
type WaitingReason = (typeof waitingReasons)[number]

export type Placement =
  | { readonly to: 'inspection'; readonly inspection: InspectionId; readonly by: string }
  | { readonly to: 'opening'; readonly mission: MissionId; readonly site: SiteId; readonly date: string; readonly by: string }
  | { readonly to: 'desk'; readonly reason: WaitingReason; readonly facts: Facts }

const desk = (reason: WaitingReason, facts: Facts = {}): Placement => ({ to: 'desk', reason, facts })

/** An open form of another day takes answers of so many days around it (U). */
const DAYS_AROUND = 30

/** `today`: where the work is done. */
export function placeSubmission(said: Said, work: Fieldwork, today: string): Placement {
  if (work.missions.length + work.inspections.length === 0) return desk('no-mission-of-theirs')
  if (said.siteNumber === null && said.siteName === null) return desk('site-not-said')
  const sites = sitesMeant(said, sitesOf(work))
  const [site] = sites
  if (site === undefined) return desk('site-not-in-their-missions')
  if (sites.length > 1) return desk('several-sites', { sites: sites.length })
  if (disagrees(said, site)) return desk('site-name-and-number-differ', { name: said.siteName ?? '', number: said.siteNumber ?? '' })
  if (said.date === null) return desk('day-not-said')
  if (said.date > today) return desk('day-in-future', { day: said.date })
  const there = work.inspections.filter((one) => one.site.id === site.id)
  return inInspection(said.date, there, work.missions) ?? inMission(said.date, site, work.missions)
}

/** The open form of that day; else the one open form; else the form of that day, to which late answers are added. */
function inInspection(date: string, there: readonly InspectionAtWork[], missions: readonly MissionAtWork[]): Placement | null {
  const open = there.filter((one) => one.isOpen)
  for (const fitting of [open.filter((one) => one.date === date), open, there.filter((one) => one.date === date)]) {
    const [one] = fitting
    if (one === undefined) continue
    if (fitting.length > 1) return desk('several-inspections', { inspections: fitting.length })
    return farFrom(date, one, missions) ?? { to: 'inspection', inspection: one.inspection, by: one.by }
  }
  return null
}

/** Old forms and slips of the pen must not go over the answers of the visit that runs. */
function farFrom(date: string, one: InspectionAtWork, missions: readonly MissionAtWork[]): Placement | null {
  if (date === one.date) return null
  if (Math.abs(daysBetween(one.date, date)) > DAYS_AROUND) return desk('day-far-from-inspection', { day: date, inspection: one.date })
  const mission = missions.find((known) => known.mission === one.mission)
  const isOutside = one.mission !== null && (mission === undefined || !isAmong(date, mission))
  return isOutside ? desk('day-outside-mission', { day: date }) : null
}
const isAmong = (date: string, { from, to, isInField }: MissionAtWork): boolean => date >= from && (isInField || date <= to)

function inMission(date: string, site: SiteNamed, missions: readonly MissionAtWork[]): Placement {
  const visiting = missions.filter((one) => one.sites.some((planned) => planned.id === site.id))
  const fitting = visiting.filter((one) => isAmong(date, one))
  const [one] = fitting
  if (one === undefined) return desk('day-outside-mission', { day: date })
  if (fitting.length > 1) return desk('several-missions', { missions: fitting.map(({ reference }) => reference).join(', ') })
  return { to: 'opening', mission: one.mission, site: site.id, date, by: one.by }
}

function sitesOf({ missions, inspections }: Fieldwork): readonly SiteNamed[] {
  const all = [...missions.flatMap((one) => one.sites), ...inspections.map((one) => one.site)]
  return [...new Map(all.map((site) => [site.id, site])).values()]
}

/** A number and a name that are not of one site: one of them is wrong, and nobody here knows which. A name written a little otherwise is the same. */
function disagrees({ siteName, siteNumber }: Said, site: SiteNamed): boolean {
  if (siteName === null || siteNumber === null) return false
  const isNumbered = [site.nationalId, site.icglrId ?? ''].some((one) => plain(one) === plain(siteNumber))
  const name = plain(siteName)
  const isNamed = [site.name, ...site.aliases]
    .map(plain)
    .some((one) => figures(one) === figures(name) && (one.includes(name) || name.includes(one) || isNear(one, name)))
  return !isNumbered || !isNamed
}

const figures = (text: string): string => text.replaceAll(/\P{N}/gu, '')

/** One letter in five may be another, too many or too few. */
function isNear(one: string, other: string): boolean {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [row, letter] of Array.from(one).entries()) {
    const here = [row + 1]
    for (const [at, its] of Array.from(other).entries())
      here.push(Math.min((before[at] ?? 0) + (letter === its ? 0 : 1), (before[at + 1] ?? 0) + 1, (here[at] ?? 0) + 1))
    before = here
  }
  return (before.at(-1) ?? 0) * 5 <= Math.max(one.length, other.length)
}

/** By its number; else by one of its names, and then by its place where several bear it. */
function sitesMeant(said: Said, sites: readonly SiteNamed[]): readonly SiteNamed[] {
  const number = said.siteNumber === null ? '' : plain(said.siteNumber)
  const numbered = sites.filter(
    ({ nationalId, icglrId }) => number !== '' && [nationalId, icglrId ?? ''].some((one) => plain(one) === number),
  )
  if (numbered.length > 0) return numbered
  const name = said.siteName === null ? '' : plain(said.siteName)
  const named = sites.filter((site) => name !== '' && [site.name, ...site.aliases].some((one) => plain(one) === name))
  if (named.length < 2) return named
  const near = named.filter(
    (site) => isSame(site.territoire, said.territoire) || (said.territoire === null && isSame(site.province, said.province)),
  )
  return near.length === 1 ? near : named
}

const isSame = (stated: string | null, said: string | null): boolean => stated !== null && said !== null && plain(stated) === plain(said)

/** Letters and figures alone, without accents and case: people write the same name in many ways. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
