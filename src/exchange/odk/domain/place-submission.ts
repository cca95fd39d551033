/*
To which inspection a submission belongs: decided from what it says of site and day, and from what its sender's body is at work on. Certain or not
at all: where two things fit, or none, somebody at a desk looks; nothing is refused for it and nothing is lost.
*/
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
] as const
type WaitingReason = (typeof waitingReasons)[number]

export type Placement =
  | { readonly to: 'inspection'; readonly inspection: InspectionId; readonly by: string }
  | { readonly to: 'opening'; readonly mission: MissionId; readonly site: SiteId; readonly date: string; readonly by: string }
  | { readonly to: 'desk'; readonly reason: WaitingReason; readonly facts: Facts }

const desk = (reason: WaitingReason, facts: Facts = {}): Placement => ({ to: 'desk', reason, facts })

export function placeSubmission(said: Said, work: Fieldwork): Placement {
  if (work.missions.length + work.inspections.length === 0) return desk('no-mission-of-theirs')
  if (said.siteNumber === null && said.siteName === null) return desk('site-not-said')
  const sites = sitesMeant(said, sitesOf(work))
  const [site] = sites
  if (site === undefined) return desk('site-not-in-their-missions')
  if (sites.length > 1) return desk('several-sites', { sites: sites.length })
  const there = work.inspections.filter((one) => one.site.id === site.id)
  return inInspection(said, there) ?? inMission(said, site, work.missions)
}

/** The open form of that day; else the one open form; else the form of that day, to which late answers are added. */
function inInspection({ date }: Said, there: readonly InspectionAtWork[]): Placement | null {
  const open = there.filter((one) => one.isOpen)
  for (const fitting of [open.filter((one) => one.date === date), open, there.filter((one) => one.date === date)]) {
    const [one] = fitting
    if (one === undefined) continue
    if (fitting.length > 1) return desk('several-inspections', { inspections: fitting.length })
    return { to: 'inspection', inspection: one.inspection, by: one.by }
  }
  return null
}

function inMission({ date }: Said, site: SiteNamed, missions: readonly MissionAtWork[]): Placement {
  const visiting = missions.filter((one) => one.sites.some((planned) => planned.id === site.id))
  if (date === null) return desk('day-not-said')
  const fitting = visiting.filter((one) => date >= one.from && (one.isInField || date <= one.to))
  const [one] = fitting
  if (one === undefined) return desk('day-outside-mission', { day: date })
  if (fitting.length > 1) return desk('several-missions', { missions: fitting.map(({ reference }) => reference).join(', ') })
  return { to: 'opening', mission: one.mission, site: site.id, date, by: one.by }
}

function sitesOf({ missions, inspections }: Fieldwork): readonly SiteNamed[] {
  const all = [...missions.flatMap((one) => one.sites), ...inspections.map((one) => one.site)]
  return [...new Map(all.map((site) => [site.id, site])).values()]
}

/** By its number, whatever its name says; else by one of its names, and then by its place where several bear it. */
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
