/*
What a camera, a hand scanner or fingers gave, read as the tag of a bag: the number itself, our own address, a GS1 element string
or a GS1 Digital Link. A code that is something else, or a number whose check digit cannot be right, is answered with what is
wrong, so that it can be read again while the bag is still on the scale. Whether the number was printed, and for which site, is
asked elsewhere: an unknown number is kept as it was seen.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { GROUP_SEPARATOR, readGs1Elements, readGs1Path, wrongGs1Digit } from './gs1.ts'
import { type TagPrint, checkDigitOf, normaliseTag, splitTag } from './tag.ts'

/** A printed series that the reader knows of: a telephone carries those of its sites. */
export interface KnownPrint extends TagPrint {
  readonly issuer: string
  readonly gs1Key?: string | null
}
export interface TagCode {
  /** `null` where the code does not say it and no known series does. */
  readonly issuer: string | null
  /** As it is stored: upper case without blanks. */
  readonly tag: string
  readonly form: 'number' | 'link' | 'gs1-element' | 'gs1-link'
}

const LONGEST_TAG = 40
/** Longer than any code that is a tag; shown back to the reader no further than this. */
const SHOWN = 60

/** The address under which a tag answers: what its code holds, and what `readTagCode` reads back. */
export const tagLink = (baseUrl: string, issuer: string, tag: string): string =>
  `${baseUrl.replace(/\/+$/, '')}/id/obj/${encodeURIComponent(issuer)}/${encodeURIComponent(tag)}`

/** Refusals: `tag-code-empty`, `tag-code-of-something-else`, `tag-check-digit-wrong`, `tag-key-digit-wrong`. */
export function readTagCode(text: string, prints: readonly KnownPrint[] = []): Outcome<TagCode> {
  const read = cleaned(text)
  if (read === '') return refused('tag-code-empty')
  const elements = readGs1Elements(read)
  if (elements === 'other') return somethingElse(read)
  if (elements) return ofGs1(elements, 'gs1-element', prints)
  if (/^[a-z][a-z0-9+.-]*:/i.test(read)) return ofLink(read, prints)
  const tag = normaliseTag(read)
  return isTag(tag) ? checked({ issuer: null, tag, form: 'number' }, prints) : somethingElse(read)
}

function ofLink(read: string, prints: readonly KnownPrint[]): Outcome<TagCode> {
  const path = /^https?:\/\/[^/?#]+([^?#]*)/i.exec(read)?.[1]
  const segments = path === undefined ? [] : path.split('/').map(unescaped)
  const at = segments.findIndex((segment, place) => segment.toLowerCase() === 'id' && segments[place + 1]?.toLowerCase() === 'obj')
  const [issuer, tag] = [normaliseTag(segments[at + 2] ?? ''), normaliseTag(segments[at + 3] ?? '')]
  if (at >= 0 && issuer !== '' && isTag(tag)) return checked({ issuer, tag, form: 'link' }, prints)
  const gs1 = readGs1Path(segments)
  return gs1 ? ofGs1(gs1, 'gs1-link', prints) : somethingElse(read)
}

function ofGs1(
  { key, serial }: { readonly key: string; readonly serial: string },
  form: TagCode['form'],
  prints: readonly KnownPrint[],
): Outcome<TagCode> {
  const wrong = wrongGs1Digit(key)
  if (wrong) return refused('tag-key-digit-wrong', { key, read: wrong.read, expected: wrong.expected })
  const tag = normaliseTag(serial)
  if (!isTag(tag)) return somethingElse(serial)
  const issuer = prints.find((print) => print.gs1Key === key)?.issuer ?? null
  return checked({ issuer, tag, form }, prints)
}

/**
 * A number that looks like those of series with a check digit must satisfy one of them; a series without one takes every number
 * of its length. The digit is looked at before the range, so that a slip in any place is noticed.
 */
function checked(code: TagCode, prints: readonly KnownPrint[]): Outcome<TagCode> {
  const split = splitTag(code.tag)
  const alike = prints.filter(
    ({ issuer, series, digits, checkDigit }) =>
      (code.issuer === null || issuer === code.issuer) &&
      series === split?.series &&
      split.run.length === digits + (checkDigit === 'luhn' ? 1 : 0),
  )
  const issuers = new Set(alike.map((print) => print.issuer))
  const known = { ...code, issuer: code.issuer ?? (issuers.size === 1 ? ([...issuers][0] ?? null) : null) }
  if (!split || alike.length === 0 || alike.some((print) => print.checkDigit === 'none')) return accepted(known)
  const [read, expected] = [split.run.slice(-1), checkDigitOf(split.run.slice(0, -1))]
  return read === expected ? accepted(known) : refused('tag-check-digit-wrong', { tag: code.tag, read, expected })
}

const somethingElse = (read: string): ReturnType<typeof refused> =>
  refused('tag-code-of-something-else', { read: read.length > SHOWN ? `${read.slice(0, SHOWN)}…` : read })
/** Other schemes end their numbers as they like; without any digit it is a word, not a number. */
const isTag = (tag: string): boolean => tag.length <= LONGEST_TAG && /^[\p{L}\d._/#-]+$/u.test(tag) && /\d/.test(tag)

function unescaped(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** Without what keyboards and scanners add around a code, and with the digits that a French keyboard made of a scanner's keys. */
function cleaned(text: string): string {
  // Zero-width characters and the byte-order mark come from copied text; the separator of GS1 must stay.
  const bare = [...text.normalize('NFKC').replace(/[\u200b-\u200d\ufeff]/g, '')]
    .map((sign) => (sign < ' ' && sign !== GROUP_SEPARATOR ? ' ' : sign))
    .join('')
    .replace(/^ +| +$/g, '')
  return typedOnFrenchKeyboard(bare) ? [...bare].map((letter) => fromFrench.get(letter) ?? letter).join('') : bare
}

/*
A hand scanner types like an American keyboard. On a computer set to a French one its digits arrive as &é"'(-è_çà and some letters
and signs in other places. Pairs: what arrives, what was scanned.
*/
const pairs = '&1é2"3\'4(5-6è7_8ç9à0)-°_:.!/M:m;?M,mqaaqQAAQzwwzZWWZ§?'
const fromFrench: ReadonlyMap<string, string> = new Map([...pairs.matchAll(/(.)(.)/gu)].map((found) => [found[1] ?? '', found[2] ?? '']))
const typedOnFrenchKeyboard = (text: string): boolean =>
  !/\d/.test(text) && (text.match(/[&é"'(\-è_çà]/g) ?? []).length >= 4 && /[&é"'(è_çà]/.test(text)
