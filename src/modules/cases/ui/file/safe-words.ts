/*
How somebody may be reached, as it is sealed: the rules beside the words, so that the device can say whether now is a good moment without the server
ever knowing the hours. What was sealed without rules is words alone, and then nothing was agreed.
*/
import { parse } from '../../../../kernel/schema.ts'
import { SafeContact } from '../../domain/case/safe-contact.ts'

export interface SafeWords {
  readonly contact: SafeContact | null
  readonly words: string
}
export const writeSafeWords = (safe: SafeWords): string => JSON.stringify(safe)
export function readSafeWords(plain: string): SafeWords {
  try {
    const read: unknown = JSON.parse(plain)
    if (typeof read !== 'object' || read === null || !('words' in read) || typeof read.words !== 'string')
      return { contact: null, words: plain }
    const contact = parse(SafeContact, 'contact' in read ? read.contact : null)
    return { contact: contact.ok ? contact.value : null, words: read.words }
  } catch {
    return { contact: null, words: plain }
  }
}
export const minuteText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
/** `08:30` → 510; null for what is no time. */
export function minuteOf(time: string): number | null {
  const found = /^(\d{2}):(\d{2})$/.exec(time)
  if (found === null) return null
  const minute = Number(found[1]) * 60 + Number(found[2])
  return minute <= 1440 && Number(found[2]) < 60 ? minute : null
}
