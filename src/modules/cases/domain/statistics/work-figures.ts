/*
Figures of what a case led to: complaints and their outcomes, grants that still run, nights in a bed. Each is told as a share of the step before it, so that neither a part nor its rest
is a handful of people, and never as a chain of counts whose differences would be one.
*/
import { addDays, daysBetween } from '../../../../kernel/calendar.ts'
import { type CellRule, floored } from '../../../../kernel/disclosure/disclosure-rules.ts'
import type { Figure } from '../../contract-statistics.ts'
import { type Share, median, shareOf } from '../case/indicators.ts'
import { justiceFigures } from '../justice/justice-figures.ts'
import type { JusticeTrack } from '../justice/justice-track.ts'

export interface Nights {
  /** Beds slept in, over all nights. */
  readonly slept: number
  /** Persons who slept there. */
  readonly persons: number
}
/** Of the houses of one body. */
export interface HouseNights extends Nights {
  /** Bed-nights that there were. */
  readonly available: number
}
interface Stretch {
  readonly from: string
  readonly to: string | null
}
/** Of the nights from `from` to the day before `until`. */
export function nightsOf(
  stays: readonly { readonly stretches: readonly Stretch[] }[],
  { from, until }: { readonly from: string; readonly until: string },
): Nights {
  const each = stays.map(({ stretches }) =>
    stretches.reduce((sum, one) => {
      const first = one.from > from ? one.from : from
      const last = one.to !== null && one.to < until ? one.to : until
      return sum + Math.max(0, daysBetween(first, last))
    }, 0),
  )
  return { slept: each.reduce((sum, one) => sum + one, 0), persons: each.filter((one) => one > 0).length }
}
/** The ninety days that end with this one. */
export const lastNinetyDays = (today: string): { readonly from: string; readonly until: string } => ({
  from: addDays(today, -90),
  until: today,
})

/** Nights of fewer people than may be told would say how long somebody stayed. */
export const nightsFigure = ({ slept, persons }: Nights, { least, floorTo }: CellRule): Figure => {
  const base: Figure = { figure: 'bedNights', unit: 'number', value: null, count: null, of: null, isWithheld: false }
  return persons < least ? { ...base, isWithheld: true } : { ...base, value: floored(slept, floorTo) }
}

/** How full the own houses were, without the two counts: they would tell how many beds a house has. Outside, in steps of ten in a hundred. */
export function occupancyFigure({ slept, persons, available }: HouseNights, { least, floorTo }: CellRule): Figure {
  const base: Figure = { figure: 'shelterOccupancy', unit: 'share', value: null, count: null, of: null, isWithheld: false }
  const { share } = shareOf(slept, available)
  if (share === null && floorTo === 1) return base
  if (share === null || persons < least) return { ...base, isWithheld: true }
  return { ...base, value: floorTo === 1 ? share : floored(share, 1000) }
}

/** Months of prison, of each person the longest sentence that was given for what was done to them. */
export function sentenceFigures(tracks: readonly (readonly JusticeTrack[])[], { least, floorTo }: CellRule): readonly Figure[] {
  const longest = tracks.flatMap((ofOne) => {
    const months = ofOne.flatMap((track) => (track.months === null ? [] : [track.months]))
    return months.length === 0 ? [] : [Math.max(...months)]
  })
  const mean = longest.length === 0 ? null : longest.reduce((sum, one) => sum + one, 0) / longest.length
  const isFew = longest.length < least
  return (
    [
      ['meanSentenceMonths', mean],
      ['medianSentenceMonths', median(longest)],
    ] as const
  ).map(([figure, value]) => ({
    ...{ figure, unit: 'months', count: null, of: null },
    value: isFew || value === null ? null : floored(Math.round(value), floorTo),
    isWithheld: isFew && (longest.length > 0 || floorTo > 1),
  }))
}

/** Of persons, not of complaints: one person may have several, and is counted with the one that went furthest. */
export function justiceShares(tracks: readonly (readonly JusticeTrack[])[]): {
  readonly complaints: number
  readonly shares: readonly (readonly [string, Share])[]
} {
  const complaining = tracks
    .map((ofOne) => ofOne.filter((track) => track.passed.includes('complaint-filed')))
    .filter((ofOne) => ofOne.length > 0)
  const found = complaining.map(justiceFigures)
  const count = (holds: (one: (typeof found)[number]) => boolean): number => found.filter(holds).length
  const [investigated, prosecuted, convicted] = [
    count((one) => one.investigations > 0),
    count((one) => one.investigations > 0 && one.prosecutions > 0),
    count((one) => one.investigations > 0 && one.prosecutions > 0 && one.convictions > 0),
  ]
  return {
    complaints: complaining.length,
    shares: [
      ['complaintsInvestigated', shareOf(investigated, complaining.length)],
      ['investigationsProsecuted', shareOf(prosecuted, investigated)],
      ['prosecutionsConvicted', shareOf(convicted, prosecuted)],
      [
        'convictedAsTrafficking',
        shareOf(
          count((one) => one.convictionsAsTrafficking > 0),
          count((one) => one.convictions > 0),
        ),
      ],
      [
        'victimsParticipating',
        shareOf(
          count((one) => one.victimsParticipating > 0),
          complaining.length,
        ),
      ],
      [
        'officialInvolved',
        shareOf(
          count((one) => one.withOfficialInvolved > 0),
          complaining.length,
        ),
      ],
    ],
  }
}
