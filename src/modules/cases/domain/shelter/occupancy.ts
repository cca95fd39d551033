/*
Bed-nights: how many could be slept and how many were, by day and by month; when a house is nearly full; which stays are long. What leaves the
organisation is one line for a province: never a house, never a list, because a list of shelters is a map for those who look for somebody.
*/
import { addDays, addMonths, daysBetween } from '../../../../kernel/calendar.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import { type Shelter, roomsOn } from './shelter.ts'

export interface OccupancyRules {
  readonly nearlyFullPercent: number
  readonly reviewAfterDays: number
  readonly evidence: Evidence
}
export const firstOccupancyRules: OccupancyRules = { nearlyFullPercent: 90, reviewAfterDays: 90, evidence: 'D' }

export interface BedNights {
  readonly occupied: number
  readonly available: number
  /** Hundredths of a percent; `null`: there was no bed. */
  readonly share: number | null
}
const nights = (occupied: number, available: number): BedNights => ({
  ...{ occupied, available },
  share: available === 0 ? null : Math.round((occupied * 10_000) / available),
})

export function onNight(shelter: Shelter, day: string): BedNights {
  const occupied = [...shelter.stays.values()].filter((stay) =>
    stay.stretches.some((one) => one.from <= day && (one.to === null || one.to > day)),
  ).length
  return nights(
    occupied,
    roomsOn(shelter, day).reduce((sum, room) => sum + room.beds, 0),
  )
}
/** `month`: `2026-11`. */
export function inMonth(shelter: Shelter, month: string): BedNights {
  const first = `${month}-01`
  const each = Array.from({ length: daysBetween(first, addMonths(first, 1)) }, (_, at) => onNight(shelter, addDays(first, at)))
  return nights(
    each.reduce((sum, one) => sum + one.occupied, 0),
    each.reduce((sum, one) => sum + one.available, 0),
  )
}
export function alertOf({ share }: BedNights, rules = firstOccupancyRules): 'full' | 'nearly-full' | null {
  if (share === null) return null
  return share >= 10_000 ? 'full' : share >= rules.nearlyFullPercent * 100 ? 'nearly-full' : null
}
/** Stays that are longer than a review allows, by their pseudonymous id. */
export const reviewsDue = ({ stays }: Shelter, today: string, rules = firstOccupancyRules): readonly string[] =>
  [...stays]
    .filter(([, stay]) => stay.state === 'staying' && daysBetween(stay.lastReviewOn, today) > rules.reviewAfterDays)
    .map(([id]) => id)

export interface HouseInProvince {
  readonly provinceCode: string
  readonly shelter: Shelter
}
export function provinceCapacity(
  houses: readonly HouseInProvince[],
  day: string,
): readonly { readonly provinceCode: string; readonly beds: BedNights }[] {
  const provinces = [...new Set(houses.map((one) => one.provinceCode))].toSorted()
  return provinces.map((provinceCode) => {
    const here = houses.filter((one) => one.provinceCode === provinceCode).map((one) => onNight(one.shelter, day))
    return {
      provinceCode,
      beds: nights(
        here.reduce((sum, one) => sum + one.occupied, 0),
        here.reduce((sum, one) => sum + one.available, 0),
      ),
    }
  })
}
