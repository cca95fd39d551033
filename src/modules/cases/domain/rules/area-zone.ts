/*
In which zone days and clocks of a body are read, by the province it works in. The west of the DR Congo lives an hour behind the east; Mongolia has
one zone for almost all of it (its three western aimags live an hour behind: their bodies choose nothing else, because the program knows no such
zone yet). A body without a province, or in one that is not known here, is read in the east of the DR Congo, where the mines are. (S: tz database)
*/
import type { Zone } from '../clocks/work-calendar.ts'

export const FIRST_ZONE: Zone = 'Africa/Lubumbashi'
/** The first digits of p-codes: Kinshasa, Kongo-Central, Kwango, Kwilu, Mai-Ndombe, and the five provinces of the former Équateur. */
const WEST = /^CD[1-4]/

export function zoneOfArea(area: string | null): Zone {
  if (area === null) return FIRST_ZONE
  if (area.startsWith('MN')) return 'Asia/Ulaanbaatar'
  return WEST.test(area) ? 'Africa/Kinshasa' : FIRST_ZONE
}
