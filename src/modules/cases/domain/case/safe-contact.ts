/*
How somebody may be reached without betraying them: when, by what way, whether a word is agreed. The number and the word itself lie in the vault of
identity; here stands only that there is one. No message is left unless the person said so, and what was not said is no.
*/
import { type Infer, listOf, maybe, oneOf, record, text, whole, yesOrNo } from '../../../../kernel/schema.ts'
import { HOUR_MS, localDay, msOf, startOfLocalDay } from '../clocks/instants.ts'
import { weekdayOf } from '../clocks/work-calendar.ts'
import { SealedRef } from '../sealed-ref.ts'

const minutes = () => whole().min(0, 'not-a-time').max(1440, 'not-a-time')
/** On a weekday (1 Monday … 7 Sunday), from minute to minute of the day there; the last is not in it. */
const Window = record({ weekday: whole().min(1, 'not-a-weekday').max(7, 'not-a-weekday'), fromMinute: minutes(), toMinute: minutes() })
export const SafeContact = record({
  channel: oneOf('phone', 'visit', 'go-between', 'none'),
  /** Empty: at any time, because the person said so. Absent: not asked, and then not at all. */
  times: maybe(listOf(Window, 60)),
  zone: text(60).regex(/^(?:UTC|[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_-]+)+)$/, 'not-a-time-zone'),
  hasCodeWord: yesOrNo(),
  mayLeaveMessage: maybe(yesOrNo()),
  mayOthersAnswer: maybe(yesOrNo()),
  detail: maybe(SealedRef),
})
export type SafeContact = Readonly<Infer<typeof SafeContact>>

export interface ContactAdvice {
  readonly mayTryNow: boolean
  readonly because: 'in-time' | 'any-time' | 'outside-times' | 'times-not-asked' | 'no-contact-wished' | 'no-consent'
  /** False unless it was said. */
  readonly mayLeaveMessage: boolean
  readonly mayOthersAnswer: boolean
  /** Said before anything else; who does not know the word is not the person. */
  readonly askCodeWord: boolean
}
const minuteThere = (now: string, zone: string): { weekday: number; minute: number } => {
  const day = localDay(now, zone)
  // Counted from the beginning of the day there; on the two days a year that lose or win an hour, nearly.
  return { weekday: weekdayOf(day), minute: Math.floor((msOf(now) - msOf(startOfLocalDay(day, zone))) / (HOUR_MS / 60)) }
}
function timing(contact: SafeContact, now: string): 'in-time' | 'any-time' | 'outside-times' | 'times-not-asked' {
  if (contact.times === undefined) return 'times-not-asked'
  if (contact.times.length === 0) return 'any-time'
  const { weekday, minute } = minuteThere(now, contact.zone)
  return contact.times.some((one) => one.weekday === weekday && one.fromMinute <= minute && minute < one.toMinute)
    ? 'in-time'
    : 'outside-times'
}
/** `isConsented`: to be contacted again at all, see consent/gate.ts. A danger to life is a matter for people, not for this rule. */
export function adviceFor(
  contact: SafeContact | null,
  { now, isConsented }: { readonly now: string; readonly isConsented: boolean },
): ContactAdvice {
  const because = !isConsented
    ? 'no-consent'
    : contact === null
      ? 'times-not-asked'
      : contact.channel === 'none'
        ? 'no-contact-wished'
        : timing(contact, now)
  return {
    mayTryNow: because === 'in-time' || because === 'any-time',
    because,
    mayLeaveMessage: contact?.mayLeaveMessage === true,
    mayOthersAnswer: contact?.mayOthersAnswer === true,
    askCodeWord: contact?.hasCodeWord === true,
  }
}
