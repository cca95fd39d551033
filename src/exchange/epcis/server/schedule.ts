/*
The schedule of a subscription, as EPCIS writes it: six fields, each a number, a range in brackets, or a list of these. A field that is
left out fits every value, but below the smallest field that is given it stands at its least: `hour: 5` is five o'clock sharp.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'

export type Schedule = { readonly [field: string]: string }
const FIELDS = ['second', 'minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'] as const
type Field = (typeof FIELDS)[number]
const RANGE: { readonly [field in Field]: readonly [number, number] } = {
  second: [0, 59],
  minute: [0, 59],
  hour: [0, 23],
  dayOfMonth: [1, 31],
  month: [1, 12],
  /** Monday is 1. */
  dayOfWeek: [1, 7],
}
const isField = (name: string): name is Field => FIELDS.some((one) => one === name)

/** A refusal's code is the sentence for `detail`. */
export function readSchedule(given: unknown): Outcome<Schedule> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refused('schedule: fields second, minute, hour, dayOfMonth, month, dayOfWeek')
  const pairs: [string, string][] = []
  for (const [name, value] of Object.entries(given)) {
    const text = typeof value === 'number' ? String(value) : value
    if (!isField(name)) return refused(`schedule: unknown field ${name.slice(0, 100)}`)
    if (typeof text !== 'string' || valuesOf(name, text) === null)
      return refused(`schedule.${name}: a number, a range [1-5] or a list, from ${RANGE[name].join(' to ')}`)
    pairs.push([name, text])
  }
  return pairs.length === 0 ? refused('schedule: at least one field') : accepted(Object.fromEntries(pairs))
}

function valuesOf(field: Field, text: string): ReadonlySet<number> | null {
  const [least, most] = RANGE[field]
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const found = /^(?:(\d{1,2})|\[(\d{1,2})-(\d{1,2})\])$/.exec(part.trim())
    if (!found) return null
    const from = Number(found[1] ?? found[2])
    const to = Number(found[1] ?? found[3])
    if (from < least || to > most || from > to) return null
    for (let value = from; value <= to; value += 1) values.add(value)
  }
  return values
}

/** The next instant that fits, after the given one, in UTC; a year on where none does (31 February). */
export function nextAfter(schedule: Schedule, now: string): string {
  const fits = (field: Field): ((value: number) => boolean) => {
    const text = schedule[field]
    const values = text === undefined ? null : valuesOf(field, text)
    return (value) => values === null || values.has(value)
  }
  const [second = [0], minute = [0], hour = [0]] = sharp(schedule)
  const [isDay, isMonth, isWeekday] = [fits('dayOfMonth'), fits('month'), fits('dayOfWeek')]
  const from = Date.parse(now)
  const first = Math.floor(from / 86_400_000)
  for (let day = first; day <= first + 1500; day += 1) {
    const date = new Date(day * 86_400_000)
    const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay()
    if (!isDay(date.getUTCDate()) || !isMonth(date.getUTCMonth() + 1) || !isWeekday(weekday)) continue
    for (const h of hour)
      for (const m of minute)
        for (const s of second) {
          const at = day * 86_400_000 + ((h * 60 + m) * 60 + s) * 1000
          if (at > from) return new Date(at).toISOString()
        }
  }
  return new Date(from + 365 * 86_400_000).toISOString()
}
function sharp(schedule: Schedule): readonly (readonly number[])[] {
  const times = ['second', 'minute', 'hour'] as const
  const smallest = times.findIndex((field) => schedule[field] !== undefined)
  return times.map((field, at) => {
    const text = schedule[field]
    const [least, most] = RANGE[field]
    if (text !== undefined) return [...(valuesOf(field, text) ?? [least])].toSorted((a, b) => a - b)
    return smallest === -1 || at < smallest ? [least] : Array.from({ length: most - least + 1 }, (_, step) => least + step)
  })
}
