/*
The GS1 keys that name things in EPCIS, as a table: how long each is, where its check digit stands, which qualifiers make it finer.
A key is kept decoded; both of its spellings (EPC URN, GS1 Digital Link) are written from here. It refuses to know the web or a
domain name.
*/
export interface Gs1Key {
  /** Application identifier of the key: `01`. */
  readonly ai: string
  /** Decoded, with its check digit; a GTIN always in 14 digits. */
  readonly value: string
  readonly qualifier: { readonly ai: string; readonly value: string } | null
}

interface KeyForm {
  /** The whole value. */
  readonly shape: RegExp
  /** How many of its first digits end with the check digit; 0: the key has none. */
  readonly checked: number
  /** Qualifiers that identify, finest first. */
  readonly finer: readonly string[]
  /** Qualifiers that may stand in the path and say nothing about identity. */
  readonly dropped: readonly string[]
}

const noneFiner = { finer: [], dropped: [] } as const
/** Characters of the alphabet that AI texts may use (82 characters), without the first one of a key. */
const text = '[!"%&\'()*+,\\-./0-9:;<=>?A-Z_a-z]'
const partText = '[#\\-/0-9A-Z]'

export const keyForms: ReadonlyMap<string, KeyForm> = new Map<string, KeyForm>([
  ['00', { shape: /^\d{18}$/, checked: 18, ...noneFiner }],
  ['01', { shape: /^\d{14}$/, checked: 14, finer: ['21', '235', '10'], dropped: ['22'] }],
  ['253', { shape: new RegExp(`^\\d{13}${text}{0,17}$`), checked: 13, ...noneFiner }],
  ['255', { shape: /^\d{13}\d{0,12}$/, checked: 13, ...noneFiner }],
  ['401', { shape: new RegExp(`^\\d{4}${text}{0,26}$`), checked: 0, ...noneFiner }],
  ['402', { shape: /^\d{17}$/, checked: 17, ...noneFiner }],
  ['414', { shape: /^\d{13}$/, checked: 13, finer: ['254'], dropped: ['7040'] }],
  ['417', { shape: /^\d{13}$/, checked: 13, finer: [], dropped: ['7040'] }],
  ['8003', { shape: new RegExp(`^\\d{14}${text}{0,16}$`), checked: 14, ...noneFiner }],
  ['8004', { shape: new RegExp(`^\\d{4}${text}{0,26}$`), checked: 0, ...noneFiner }],
  ['8006', { shape: /^\d{18}$/, checked: 14, finer: ['21', '10'], dropped: ['22'] }],
  ['8010', { shape: new RegExp(`^\\d{4}${partText}{0,26}$`), checked: 0, finer: ['8011'], dropped: [] }],
  ['8017', { shape: /^\d{18}$/, checked: 18, finer: [], dropped: ['8019'] }],
  ['8018', { shape: /^\d{18}$/, checked: 18, finer: [], dropped: ['8019'] }],
])
const qualifierForms: ReadonlyMap<string, RegExp> = new Map([
  ['10', new RegExp(`^${text}{1,20}$`)],
  ['21', new RegExp(`^${text}{1,20}$`)],
  ['22', new RegExp(`^${text}{1,20}$`)],
  ['235', new RegExp(`^${text}{1,28}$`)],
  ['254', new RegExp(`^${text}{1,20}$`)],
  ['7040', new RegExp(`^${text}{1,4}$`)],
  ['8011', /^\d{1,12}$/],
  ['8019', /^\d{1,10}$/],
])

/** Words that a Digital Link may use instead of the number. */
export const aiByName: ReadonlyMap<string, string> = new Map([
  ['gtin', '01'],
  ['itip', '8006'],
  ['cpid', '8010'],
  ['gln', '414'],
  ['party', '417'],
  ['gsrnp', '8017'],
  ['gsrn', '8018'],
  ['gcn', '255'],
  ['sscc', '00'],
  ['gdti', '253'],
  ['ginc', '401'],
  ['gsin', '402'],
  ['grai', '8003'],
  ['giai', '8004'],
  ['cpv', '22'],
  ['lot', '10'],
  ['ser', '21'],
  ['glnx', '254'],
  ['cpsn', '8011'],
  ['srin', '8019'],
  ['tpx', '235'],
])

/** The digit that makes the sum right: weights 3 and 1 from the right. */
export function checkDigit(digits: string): string {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) sum += Number(digits[digits.length - 1 - place]) * (place % 2 === 0 ? 3 : 1)
  return String((10 - (sum % 10)) % 10)
}

/** A GTIN of 8, 12 or 13 digits is the same as the one of 14 with zeros before it. */
export const gtin14 = (value: string): string => (/^(\d{8}|\d{12}|\d{13})$/.test(value) ? value.padStart(14, '0') : value)

export function checkDigitIsRight({ ai, value }: Gs1Key): boolean {
  const checked = keyForms.get(ai)?.checked ?? 0
  return checked === 0 || checkDigit(value.slice(0, checked - 1)) === value[checked - 1]
}

/** A key with what was said about it; `null` when the value or a qualifier cannot be one, or a qualifier does not belong to the key. */
export function keyOf(ai: string, given: string, said: ReadonlyMap<string, string>): Gs1Key | null {
  const form = keyForms.get(ai)
  const value = ai === '01' ? gtin14(given) : given
  if (!form || !form.shape.test(value)) return null
  for (const [name, part] of said) {
    if (!form.finer.includes(name) && !form.dropped.includes(name)) return null
    if (!qualifierForms.get(name)?.test(part)) return null
  }
  // A location without extension is also written with the extension 0.
  const finest = form.finer.find((name) => said.has(name) && !(name === '254' && said.get(name) === '0'))
  return { ai, value, qualifier: finest === undefined ? null : { ai: finest, value: said.get(finest) ?? '' } }
}
