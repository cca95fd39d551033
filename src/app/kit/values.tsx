/* Values as people write them: days, instants with their time zone, masses, ages. */
import { type Language, numberText } from '../../kernel/phrase.ts'
import { dayText, useWords } from '../words.ts'
import { ageText, inkOf, todayHere } from './clock.ts'

/** A day, `21-11-2026`; with `age`, faded by its years and with the years in words. Null: what is unknown says so. */
export function DateText({
  date,
  age = false,
  today,
  otherwise,
}: {
  readonly date: string | null
  readonly age?: boolean
  readonly today?: string
  readonly otherwise?: string
}) {
  const { t } = useWords()
  const now = today ?? todayHere()
  if (date === null) return <span className="ink-3">{otherwise ?? t(age ? 'age.never' : 'app.unknown')}</span>
  if (!age) return <time dateTime={date}>{dayText(date)}</time>
  return (
    <time dateTime={date} className={`ink-${inkOf(date, now)}`} title={ageText(t, date, now)}>
      {dayText(date)}
    </time>
  )
}

const zones = ['Africa/Lubumbashi', 'Africa/Kinshasa', 'Asia/Ulaanbaatar']
/** The device's zone when it is one that we serve, else Lubumbashi. */
const zoneHere = (): string => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return zones.includes(own) ? own : 'Africa/Lubumbashi'
}
/** `21-11-2026, 09:40 · Lubumbashi` */
export function instantText(instant: string, zone: string = zoneHere()): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${dayText(`${part('year')}-${part('month')}-${part('day')}`)}, ${part('hour')}:${part('minute')} · ${zone.split('/')[1] ?? zone}`
}
export function InstantText({ at, zone }: { readonly at: string; readonly zone?: string }) {
  return <time dateTime={at}>{instantText(at, zone)}</time>
}

/** Grams as kilograms where that reads better: `24 960 kg`, `812,5 g`. Whole grams in. */
export function massText(language: Language, grams: number): string {
  if (Math.abs(grams) < 1000) return `${numberText(language, grams)}\u00a0g`
  return `${numberText(language, grams / 1000)}\u00a0kg`
}
export function MassText({ grams }: { readonly grams: number | null }) {
  const { t, language } = useWords()
  return grams === null ? <span className="ink-3">{t('app.unknown')}</span> : <span>{massText(language, grams)}</span>
}
