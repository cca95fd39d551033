/*
One cell, one meaning: masses with their unit, days as they are written where the list comes from, minerals in French and English. What cannot be
read is `undefined`, and the row says so with its column; nothing is guessed into a value.
*/
import { dateFromDayNumber, isCalendarDate } from '../../kernel/calendar.ts'
import type { Mineral } from '../../modules/sites/contract.ts'
import { plain } from './fields.ts'

export type MassUnit = 'kg' | 'g' | 't'
export type DayOrder = 'day-first' | 'month-first'

const PER_UNIT: { readonly [unit: string]: number } = {
  kg: 1_000,
  kgs: 1_000,
  kilo: 1_000,
  kilos: 1_000,
  g: 1,
  gr: 1,
  grammes: 1,
  t: 1_000_000,
  tonne: 1_000_000,
  tonnes: 1_000_000,
}

/** `28,75`, `1 234.5`, `28,5 kg`: whole grams, rounded to the nearest; the cell's own unit goes before the list's. */
export function readGrams(cell: string, unit: MassUnit): number | undefined {
  const found = /^([\d\s.,\u00a0\u202f']+)\s*([a-z]*)\.?$/i.exec(cell.trim())
  if (!found) return undefined
  const per = found[2] ? PER_UNIT[found[2].toLowerCase()] : PER_UNIT[unit]
  const digits = decimalText((found[1] ?? '').trim())
  if (per === undefined || digits === undefined) return undefined
  const value = Math.round(Number(digits) * per)
  return Number.isSafeInteger(value) ? value : undefined
}

/** The last of two different marks is the decimal one; blanks and apostrophes part thousands. */
function decimalText(text: string): string | undefined {
  const bare = text.replaceAll(/[\s\u00a0\u202f'](?=\d{3}(\D|$))/g, '')
  if (/^\d+([.,]\d+)?$/.test(bare)) return bare.replace(',', '.')
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(bare)) return bare.replaceAll('.', '').replace(',', '.')
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(bare)) return bare.replaceAll(',', '')
  return undefined
}

const MONTHS: { readonly [month: string]: number } = {
  janvier: 1,
  january: 1,
  jan: 1,
  janv: 1,
  fevrier: 2,
  february: 2,
  feb: 2,
  fevr: 2,
  fev: 2,
  mars: 3,
  march: 3,
  mar: 3,
  avril: 4,
  april: 4,
  apr: 4,
  avr: 4,
  mai: 5,
  may: 5,
  juin: 6,
  june: 6,
  jun: 6,
  juillet: 7,
  july: 7,
  jul: 7,
  juil: 7,
  aout: 8,
  august: 8,
  aug: 8,
  septembre: 9,
  september: 9,
  sep: 9,
  sept: 9,
  octobre: 10,
  october: 10,
  oct: 10,
  novembre: 11,
  november: 11,
  nov: 11,
  decembre: 12,
  december: 12,
  dec: 12,
}

/** `2019-11-21`, `21/11/2019`, `21.11.19`, `21 nov. 2019`, and the day number of a spreadsheet that lost its format. */
export function readDay(cell: string, order: DayOrder): string | undefined {
  const text = cell.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z| ?[AP]M)?$/i, '')
  if (isCalendarDate(text)) return text
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : null
  if (serial !== null) return serial >= 25_569 && serial < 73_051 ? dateFromDayNumber(serial - 25_569) : undefined
  const parts = /^(\d{1,4})[/. -](\d{1,2})[/. -](\d{1,4})$/.exec(text)
  if (parts) {
    const [one, two, three] = [parts[1] ?? '', parts[2] ?? '', parts[3] ?? '']
    if (one.length === 4) return dayOf(one, two, three)
    return order === 'day-first' ? dayOf(three, two, one) : dayOf(three, one, two)
  }
  const named = /^(\d{1,2})(?:er)?[ -]([a-z]+)[ -](\d{2,4})$/.exec(plain(text).replaceAll(' ', '-'))
  const month = named ? MONTHS[named[2] ?? ''] : undefined
  return named && month !== undefined ? dayOf(named[3] ?? '', String(month), named[1] ?? '') : undefined
}
function dayOf(year: string, month: string, day: string): string | undefined {
  const full = year.length === 2 ? `20${year}` : year
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(text) ? text : undefined
}

const MINERALS: { readonly [word: string]: Mineral } = {
  or: 'Au',
  gold: 'Au',
  au: 'Au',
  cassiterite: 'Sn',
  etain: 'Sn',
  tin: 'Sn',
  sn: 'Sn',
  cass: 'Sn',
  cst: 'Sn',
  coltan: 'Ta',
  tantale: 'Ta',
  tantalum: 'Ta',
  tantalite: 'Ta',
  ta: 'Ta',
  'colombo tantalite': 'Ta',
  columbite: 'Ta',
  clt: 'Ta',
  wolframite: 'W',
  wolfram: 'W',
  tungstene: 'W',
  tungsten: 'W',
  w: 'W',
  wo3: 'W',
  wfm: 'W',
}
export const readMineral = (cell: string): Mineral | undefined => MINERALS[plain(cell)]

const TAG_TYPES: { readonly [word: string]: 'mine' | 'trader' | 'export' } = {
  mine: 'mine',
  mines: 'mine',
  negociant: 'trader',
  negociants: 'trader',
  trader: 'trader',
  processor: 'export',
  entite: 'export',
  export: 'export',
  exportation: 'export',
}
export const readTagType = (cell: string) => TAG_TYPES[plain(cell)]
/** Upper case without blanks, as tags are kept. */
export const readTag = (cell: string): string | undefined => {
  const tag = cell.replaceAll(/\s+/g, '').toUpperCase()
  return tag.length > 40 ? undefined : tag
}
