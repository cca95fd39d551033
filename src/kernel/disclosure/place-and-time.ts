/*
Where and when a number about people may be told: at the province, at the territoire when enough people stand behind it, never at the
site in a release; by quarter, one quarter late. What the conflict map ties to a site is told after ninety days and only of ten persons
or more, else as its territoire. All values are ours (D), in disclosure-rules.ts.
*/
import { addMonths, daysBetween } from '../calendar.ts'
import { disclosureRules } from './disclosure-rules.ts'

export interface Place {
  readonly admin1: string
  readonly admin2: string | null
}
export type ToldPlace = { readonly level: 'admin1' | 'admin2'; readonly code: string }

/** `personsInAdmin2`: the whole cell of the territoire in this release, before any other breakdown. */
export const placeInRelease = (place: Place, personsInAdmin2: number): ToldPlace =>
  place.admin2 !== null && personsInAdmin2 >= disclosureRules.leastForAdmin2.value
    ? { level: 'admin2', code: place.admin2 }
    : { level: 'admin1', code: place.admin1 }

/** `2026-Q3`. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** First day on which figures of that quarter may be told: July to September 2026 from 1 January 2027 on. */
export const toldFrom = (quarter: string): string => addMonths(firstDayOf(quarter), 3 * (1 + disclosureRules.delayQuarters.value))
const firstDayOf = (quarter: string): string => `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`
/** First day that is no longer of the quarter. */
export const dayAfter = (quarter: string): string => addMonths(firstDayOf(quarter), 3)

/** The newest quarter of which figures may be told: on 22 November 2026 that of April to June. */
export const newestTold = (today: string): string =>
  quarterOf(addMonths(firstDayOf(quarterOf(today)), -3 * (1 + disclosureRules.delayQuarters.value)))

/** Whether a fact of `day` may be counted in a figure that is told on `today`. */
export const mayBeTold = (day: string, today: string): boolean => toldFrom(quarterOf(day)) <= today

export interface AtSite {
  readonly persons: number
  /** The newest fact that is counted. */
  readonly lastDay: string
}
/** For those cleared to see sites; everyone else gets `placeInRelease`. The count itself still goes through the least cell. */
export function levelOfSiteCount({ persons, lastDay }: AtSite, today: string): 'site' | 'territoire' | 'not-yet' {
  if (daysBetween(lastDay, today) < disclosureRules.siteDelayDays.value) return 'not-yet'
  return persons >= disclosureRules.leastAtSite.value ? 'site' : 'territoire'
}
