/*
Where everything of a site's history stands on one axis of days: bands of status, visits, facts. Pure: it gets the width in
pixels and answers with pixels, so that the drawing only draws and the same picture is made on a phone, a desk and on paper.
It refuses to know React, words and colours.
*/
import { dayNumber, dateFromDayNumber } from '../../../../kernel/calendar.ts'

export interface Band {
  readonly from: string
  /** First day that is no longer in it; null: still holds. */
  readonly to: string | null
  readonly label: string
}
export interface Mark {
  readonly on: string
  readonly label: string
}
export interface TimelineInput<B extends Band, M extends Mark> {
  readonly width: number
  readonly today: string
  readonly bands: readonly B[]
  readonly lanes: readonly (readonly M[])[]
}
export interface PlacedBand<B> {
  readonly band: B
  readonly x: number
  readonly width: number
  /** False when the label would run over the band's end: the table still has it. */
  readonly showLabel: boolean
}
export interface PlacedMark<M> {
  readonly mark: M
  readonly x: number
  /** Beside the mark when there is room before the next one; else on the left; else none. */
  readonly label: 'right' | 'left' | 'none'
}
export interface TimelineLayout<B, M> {
  readonly left: number
  readonly right: number
  readonly todayX: number
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  readonly bands: readonly PlacedBand<B>[]
  readonly lanes: readonly (readonly PlacedMark<M>[])[]
}

/** Average width of a letter at 12 px; a little too wide is safer than words over words. */
const LETTER = 6.6
const LABEL_COLUMN = 110
const MARK = 10

/** Below 640 px the names of lanes stand above them, so the axis takes the whole width. */
export const isNarrow = (width: number): boolean => width < 640

export function layOutTimeline<B extends Band, M extends Mark>(input: TimelineInput<B, M>): TimelineLayout<B, M> {
  const { width, today, bands, lanes } = input
  const left = isNarrow(width) ? 8 : LABEL_COLUMN
  const right = width - 16
  const days = [today, ...bands.flatMap((band) => [band.from, ...(band.to ? [band.to] : [])]), ...lanes.flat().map((mark) => mark.on)]
  const last = Math.max(...days.map(dayNumber))
  const first = Math.min(...days.map(dayNumber), last - 365)
  const margin = Math.max(20, Math.round((last - first) * 0.03))
  const scale = (day: number): number => left + ((day - first + margin) / (last - first + 2 * margin)) * (right - left)
  const x = (date: string): number => round(scale(dayNumber(date)))
  return {
    left,
    right,
    todayX: x(today),
    ticks: yearTicks(first - margin, last + margin, right - left).map((year) => ({ x: x(`${year}-01-01`), label: String(year) })),
    bands: bands.map((band) => placeBand(band, x(band.from), band.to === null ? right : x(band.to))),
    lanes: lanes.map((marks) => placeMarks(marks, x, { left, right })),
  }
}

function placeBand<B extends Band>(band: B, start: number, end: number): PlacedBand<B> {
  const width = Math.max(3, round(end - start))
  return { band, x: start, width, showLabel: textWidth(band.label) + 26 <= width }
}

function placeMarks<M extends Mark>(
  marks: readonly M[],
  x: (date: string) => number,
  { left, right }: { left: number; right: number },
): PlacedMark<M>[] {
  const sorted = marks.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  let taken = left
  return sorted.map((mark, at) => {
    const here = x(mark.on)
    const next = sorted[at + 1]
    const limit = next ? x(next.on) - MARK : right
    const needed = textWidth(mark.label) + MARK
    const free = taken
    taken = here + MARK
    if (here + needed <= limit) {
      taken = here + needed
      return { mark, x: here, label: 'right' }
    }
    return { mark, x: here, label: here - needed >= free ? 'left' : 'none' }
  })
}

/** First days of years inside the axis, thinned so that labels stand 44 px apart at least. */
function yearTicks(first: number, last: number, width: number): readonly number[] {
  const from = Number(dateFromDayNumber(first).slice(0, 4)) + 1
  const to = Number(dateFromDayNumber(last).slice(0, 4))
  const step = [1, 2, 5, 10, 25].find((years) => ((years * 365.25) / (last - first)) * width >= 44) ?? 50
  const years: number[] = []
  for (let year = from; year <= to; year++) if (year % step === 0 || step === 1) years.push(year)
  return years
}

const textWidth = (text: string): number => text.length * LETTER
const round = (value: number): number => Math.round(value * 10) / 10
