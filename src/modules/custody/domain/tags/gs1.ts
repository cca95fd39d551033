/*
The little of GS1 that a tag may carry: a returnable asset (8003) or an item with a serial number (01)(21), as an element string
or as a Digital Link, whose serial part is the text on our tag. GS1 is read and, where a batch names a key, printed; nothing here
asks for it. It refuses to know who owns a key.
*/

/** The key without its serial: 13 digits of a GRAI, or 14 digits of a GTIN, the last of them a check digit. */
export interface Gs1Serial {
  readonly key: string
  readonly serial: string
}

/** Ends every part of variable length in an element string. */
export const GROUP_SEPARATOR = '\u001d'
/** What a scanner may say first: DataMatrix, Code 128, GS1 DataBar, QR and DotCode in their GS1 form. */
const symbology = /^\](?:d2|C1|e0|Q3|J1)/i
const MOST_IN_GRAI = 16
const MOST_IN_GTIN = 20
/** The characters that GS1 allows in a serial number. */
const allowed = /^[!"%-?A-Z_a-z]+$/

/** Mod 10 of GS1: weights 3 and 1 from the right. `digits` come without the check digit. */
export function gs1CheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}

/** The check digit that this key should end in, when it is written wrongly; `null` when all is well. */
export function wrongGs1Digit(key: string): { readonly read: string; readonly expected: string } | null {
  const [read, expected] = [key.slice(-1), gs1CheckDigit(key.slice(0, -1))]
  return read === expected ? null : { read, expected }
}
export const isGs1Key = (key: string): boolean => /^\d{13,14}$/.test(key) && wrongGs1Digit(key) === null

/** Why this tag cannot stand behind this key, or null when it can. */
export function gs1Obstacle(key: string, tag: string): 'key' | 'length' | 'characters' | null {
  if (!isGs1Key(key)) return 'key'
  if (!allowed.test(tag)) return 'characters'
  return tag.length > (key.length === 13 ? MOST_IN_GRAI : MOST_IN_GTIN) ? 'length' : null
}

/** The element string with brackets, as drawing programs take it: `(8003)0` and the key, or `(01)…(21)…`. */
export const gs1Elements = ({ key, serial }: Gs1Serial): string =>
  key.length === 13 ? `(8003)0${key}${serial}` : `(01)${key}(21)${serial}`

/** Reads an element string with brackets or with FNC1; null when the text is not one, `other` when it carries something else. */
export function readGs1Elements(text: string): Gs1Serial | 'other' | null {
  const marked = symbology.test(text) || text.startsWith(GROUP_SEPARATOR)
  const bare = afterSeparators(text.replace(symbology, ''))
  const bracketed = /^\(\d{2,4}\)/.test(bare)
  // Without any mark at all the form itself says it: no number on a tag has that many digits in a row.
  if (!marked && !bracketed && !/^(?:01\d{14}21|80030\d{13})./.test(bare)) return null
  const parts = bracketed ? readBracketed(bare) : readJoined(bare)
  if (!parts) return 'other'
  const [grai, gtin, serial] = [parts.get('8003'), parts.get('01'), parts.get('21')]
  if (grai !== undefined) return graiOf(grai) ?? 'other'
  return gtin !== undefined && /^\d{14}$/.test(gtin) && serial ? { key: gtin, serial } : 'other'
}

/** Reads the path of a GS1 Digital Link; null when there is none in it. */
export function readGs1Path(segments: readonly string[]): Gs1Serial | null {
  const after = (mark: string): string | undefined => {
    const at = segments.lastIndexOf(mark)
    return at < 0 ? undefined : segments[at + 1]
  }
  const [grai, gtin, serial] = [after('8003'), after('01'), after('21')]
  if (grai !== undefined) return graiOf(grai)
  return gtin !== undefined && serial !== undefined && /^\d{8,14}$/.test(gtin) ? { key: gtin.padStart(14, '0'), serial } : null
}

function afterSeparators(text: string): string {
  return text.startsWith(GROUP_SEPARATOR) ? afterSeparators(text.slice(1)) : text
}

function graiOf(text: string): Gs1Serial | null {
  const found = /^0(\d{13})(.+)$/.exec(text)
  return found?.[1] !== undefined && found[2] !== undefined ? { key: found[1], serial: found[2] } : null
}

function readBracketed(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/\((\d{2,4})\)([^(]*)/g)].map((found) => [found[1] ?? '', (found[2] ?? '').replaceAll(GROUP_SEPARATOR, '')]),
  )
}

/** Parts of fixed length follow each other; the others end with a separator. Null at the first part that is not known here. */
const parts: readonly { readonly mark: string; readonly length: number | null }[] = [
  { mark: '8003', length: null },
  { mark: '01', length: 14 },
  ...['11', '13', '15', '17'].map((mark) => ({ mark, length: 6 })),
  ...['10', '21', '22'].map((mark) => ({ mark, length: null })),
]
function readJoined(text: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>()
  for (let rest = text; rest !== '';) {
    const part = parts.find(({ mark }) => rest.startsWith(mark))
    if (!part) return null
    const body = rest.slice(part.mark.length)
    const end = part.length ?? (body.includes(GROUP_SEPARATOR) ? body.indexOf(GROUP_SEPARATOR) : body.length)
    found.set(part.mark, body.slice(0, end))
    rest = afterSeparators(body.slice(end))
  }
  return found
}
