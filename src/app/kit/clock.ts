/* How long a status still runs, and how old a fact is, in the fewest honest words. Pure: today comes from the caller. */
import { daysBetween } from '../../kernel/calendar.ts'
import type { Translate } from '../words.ts'

/** `9 j` · `2 m` · `2 a 4 m` · `échu 41 j`; null where no clock runs. `daysLeft` may be negative. */
export function clockText(t: Translate, daysLeft: number | null, lapsed: boolean): string | null {
  if (daysLeft === null) return lapsed ? t('status.lapsed') : null
  if (daysLeft === 0 && !lapsed) return t('clock.today')
  const span = spanText(t, Math.abs(daysLeft))
  return lapsed ? t('clock.lapsed', { clock: span }) : span
}

function spanText(t: Translate, days: number): string {
  if (days < 90) return t('clock.days', { n: days })
  const months = Math.floor(days / 30.4375)
  if (months < 12) return t('clock.months', { months })
  const years = Math.floor(months / 12)
  return months % 12 === 0 ? t('clock.years', { years }) : t('clock.years-months', { years, months: months % 12 })
}

/** `il y a 3 ans`; `jamais` for a thing that never happened. */
export function ageText(t: Translate, date: string | null, today: string): string {
  if (date === null) return t('age.never')
  const days = daysBetween(date, today)
  if (days <= 0) return t('age.today')
  if (days < 60) return t('age.days', { n: days })
  if (days < 730) return t('age.months', { n: Math.floor(days / 30.4375) })
  return t('age.years', { n: Math.floor(days / 365.25) })
}

/** Age as ink: 1 within a year, 2 within three, 3 older or never. */
export function inkOf(date: string | null, today: string): 1 | 2 | 3 {
  if (date === null) return 3
  const days = daysBetween(date, today)
  return days <= 365 ? 1 : days <= 1096 ? 2 : 3
}

const shown = { daysAhead: 0 }
/** A demonstration may be shown on a later day; then that day is today on every screen. */
export function showDaysAhead(days: number): void {
  shown.daysAhead = days
}

/** Today on this device's calendar. */
export function todayHere(now: Date = new Date(Date.now() + shown.daysAhead * 86_400_000)): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
