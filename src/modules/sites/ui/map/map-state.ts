/* What the address of the map says, and back: layer, its choices, hidden marks, the two dates, the day compared with. Pure. */
import { addDays, addMonths, isCalendarDate } from '../../../../kernel/calendar.ts'
import type { UrlState } from '../../../../app/kit/url-state.ts'
import { type LayerChoice, type LayerName, layerNames } from './layers.ts'

export interface MapState {
  readonly choice: LayerChoice
  readonly hidden: ReadonlySet<string>
  /** The day compared with; '' none. */
  readonly compare: string
}
export const yearChoices = ['1', '2', '3', '5', '10'] as const

/** Words that are no choice are left out, so a bad link shows the usual map. */
export function readMapState(state: UrlState, today: string): MapState {
  const layer: LayerName = layerNames.find((one) => one === state['layer']) ?? 'status'
  const years = Number(yearChoices.find((one) => one === state['years']) ?? '3')
  const compare = state['compare'] ?? ''
  return {
    choice: { layer, years, today: dayIn(state['asOf']) ?? today, actor: state['actor'] ?? '', service: state['service'] ?? '' },
    hidden: new Set((state['hide'] ?? '').split(',').filter((key) => key !== '')),
    compare: dayIn(compare) ?? '',
  }
}
const dayIn = (text: string | undefined): string | null => (text !== undefined && isCalendarDate(text) ? text : null)

/** Months that the slider offers, oldest first; each stands for its last day, the newest for today. */
export const SLIDER_MONTHS = 180
export function dayOfStep(step: number, today: string): string {
  if (step >= SLIDER_MONTHS) return today
  const first = `${today.slice(0, 7)}-01`
  return addDays(addMonths(first, step - SLIDER_MONTHS + 1), -1)
}
export function stepOfDay(day: string, today: string): number {
  if (day >= today) return SLIDER_MONTHS
  const months = (Number(today.slice(0, 4)) - Number(day.slice(0, 4))) * 12 + Number(today.slice(5, 7)) - Number(day.slice(5, 7))
  return Math.max(0, SLIDER_MONTHS - months)
}
