/* The annex of an order while it is drafted: one line per site, what the team proposed, what the order decides. Pure. */
import type { InspectionList } from '../../domain/missions/mission-answers.ts'

export const orderColours = ['green', 'yellow', 'red'] as const
export type OrderColour = (typeof orderColours)[number]
export interface AnnexDraft {
  readonly site: string
  readonly name: string
  readonly nationalId: string
  /** The order in force that already rests on this visit: such a line is taken by itself only, never with all the others. */
  readonly orderNumber: string | null
  /** Of the newest accepted inspection; null where the kind of order needs none. */
  readonly proposed: OrderColour | null
  readonly visitedOn: string | null
  readonly colour: OrderColour
  readonly deviationReason: string
}

const isOrderColour = (colour: string | null): colour is OrderColour => colour === 'green' || colour === 'yellow' || colour === 'red'

/** The newest accepted visit of each site as a line that decides what was proposed; newest visit first. */
export function linesOf({ inspections }: InspectionList): readonly AnnexDraft[] {
  const newest = new Map<string, AnnexDraft>()
  for (const one of inspections.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))) {
    if (newest.has(one.site) || !isOrderColour(one.result)) continue
    newest.set(one.site, {
      site: one.site,
      name: one.name,
      nationalId: one.nationalId,
      orderNumber: one.orderNumber,
      proposed: one.result,
      visitedOn: one.on,
      colour: one.result,
      deviationReason: '',
    })
  }
  return [...newest.values()]
}

export interface LinesSorted {
  /** Visits that wait for an order. */
  readonly waiting: readonly AnnexDraft[]
  readonly ordered: readonly AnnexDraft[]
}
export const sortLines = (lines: readonly AnnexDraft[]): LinesSorted => ({
  waiting: lines.filter((line) => line.orderNumber === null),
  ordered: lines.filter((line) => line.orderNumber !== null),
})

/** How many sites the draft makes of each colour, green first; colours without a site are left out. */
export const coloursOf = (lines: readonly AnnexDraft[]): readonly { readonly colour: OrderColour; readonly n: number }[] =>
  orderColours.map((colour) => ({ colour, n: lines.filter((line) => line.colour === colour).length })).filter(({ n }) => n > 0)

export const deviates = (line: AnnexDraft): boolean => line.proposed !== null && line.proposed !== line.colour
/** Lines that still owe a reason. */
export const silentLines = (lines: readonly AnnexDraft[]): readonly AnnexDraft[] =>
  lines.filter((line) => deviates(line) && line.deviationReason.trim() === '')

/** The `annex` of the command. */
export const annexOf = (lines: readonly AnnexDraft[]) =>
  lines.map(({ site, colour, deviationReason }) => ({
    site,
    colour,
    ...(deviationReason.trim() === '' ? {} : { deviationReason: deviationReason.trim() }),
  }))
