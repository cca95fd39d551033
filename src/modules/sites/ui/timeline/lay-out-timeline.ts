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
  /** Said instead when the band is too narrow for the label. */
  readonly short: string
}
export interface Mark {
  readonly on: string
  readonly label: string
  /** What alarms is labelled before what does not. */
  readonly alarming: boolean
}
export interface TimelineInput<B extends Band, M extends Mark> {
  readonly width: number
  readonly today: string
  readonly bands: readonly B[]
  /** Stretches with a lane of their own, such as holds. */
  readonly spans?: readonly Band[]
  readonly lanes: readonly (readonly M[])[]
}
export interface PlacedBand<B> {
  readonly band: B
  readonly x: number
  readonly width: number
  /** The longest words that fit; '' when none do: the table still has them. */
  readonly words: string
}
export type LabelPlace = 'right' | 'left' | 'under-right' | 'under-left'
export interface PlacedMark<M> {
  readonly mark: M
  readonly x: number
  /** Where the label runs over no other mark and no other label: beside the mark, else one line lower, else nowhere. */
  readonly label: LabelPlace | 'none'
}
export interface TimelineLayout<B, M> {
  readonly left: number
  readonly right: number
  readonly todayX: number
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  readonly bands: readonly PlacedBand<B>[]
  readonly spans: readonly PlacedBand<Band>[]
  readonly lanes: readonly (readonly PlacedMark<M>[])[]
}

/** Average width of a letter at 12 px; a little too wide is safer than words over words. */
const LETTER = 6.6
const LABEL_COLUMN = 110
const MARK = 10

/** Below 640 px the names of lanes stand above them, so the axis takes the whole width. */
export const isNarrow = (width: number): boolean => width < 640

export function layOutTimeline<B extends Band, M extends Mark>(input: TimelineInput<B, M>): TimelineLayout<B, M> {
  const { width, today, bands, spans = [], lanes } = input
  const left = isNarrow(width) ? 8 : LABEL_COLUMN
  const right = width - 16
  const days = [
    today,
    ...[...bands, ...spans].flatMap((band) => [band.from, ...(band.to ? [band.to] : [])]),
    ...lanes.flat().map((mark) => mark.on),
  ]
  const last = Math.max(...days.map(dayNumber))
  const first = Math.min(...days.map(dayNumber), last - 365)
  const margin = Math.max(20, Math.round((last - first) * 0.03))
  const scale = (day: number): number => left + ((day - first + margin) / (last - first + 2 * margin)) * (right - left)
  const x = (date: string): number => round(scale(dayNumber(date)))
  return {
    left,
    right,
    todayX: x(today),
    ticks: yearTicks(first - margin, last + margin, right - left)
      .map((year) => ({ x: x(`${year}-01-01`), label: String(year) }))
      .filter((tick) => tick.x + 32 <= width),
    bands: bands.map((band) => placeBand(band, x(band.from), x(band.to ?? today))),
    spans: spans.map((span) => placeBand(span, x(span.from), x(span.to ?? today))),
    lanes: lanes.map((marks) => placeMarks(marks, x, { left, right })),
  }
}

function placeBand<B extends Band>(band: B, start: number, end: number): PlacedBand<B> {
  const width = Math.max(3, round(end - start))
  const words = [band.label, band.short].find((text) => textWidth(text) + 26 <= width) ?? ''
  return { band, x: start, width, words }
}

interface Span {
  readonly from: number
  readonly to: number
}
interface Edges {
  readonly left: number
  readonly right: number
}
function placeMarks<M extends Mark>(marks: readonly M[], x: (date: string) => number, edges: Edges): PlacedMark<M>[] {
  const sorted = marks.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const beside: Span[] = sorted.map((mark) => ({ from: x(mark.on) - MARK / 2, to: x(mark.on) + MARK / 2 }))
  const under: Span[] = []
  const places = new Map<M, LabelPlace>()
  for (const mark of [...sorted.filter((one) => one.alarming), ...sorted.filter((one) => !one.alarming)]) {
    const found = placesFor(x(mark.on), textWidth(mark.label)).find(
      ({ place, span }) => span.from >= edges.left && span.to <= edges.right && isFree(isUnder(place) ? under : beside, span),
    )
    if (found === undefined) continue
    ;(isUnder(found.place) ? under : beside).push(found.span)
    places.set(mark, found.place)
  }
  return sorted.map((mark) => ({ mark, x: x(mark.on), label: places.get(mark) ?? 'none' }))
}
function placesFor(x: number, length: number): readonly { readonly place: LabelPlace; readonly span: Span }[] {
  return [
    { place: 'right', span: { from: x + MARK / 2 + 1, to: x + MARK + length } },
    { place: 'left', span: { from: x - MARK - length, to: x - MARK / 2 - 1 } },
    { place: 'under-right', span: { from: x - MARK / 2, to: x - MARK / 2 + length } },
    { place: 'under-left', span: { from: x + MARK / 2 - length, to: x + MARK / 2 } },
  ]
}
const isUnder = (place: LabelPlace): boolean => place === 'under-right' || place === 'under-left'
const isFree = (taken: readonly Span[], { from, to }: Span): boolean => taken.every((span) => span.to <= from || span.from >= to)

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
