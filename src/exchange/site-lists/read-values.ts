/*
One cell, one meaning: numbers with a comma, degrees with minutes and seconds, days as they are written here, yes and no, minerals in
French and English. What cannot be read is `undefined`, and the row says so with its column; nothing is guessed into a value.
*/
import { isCalendarDate } from '../../kernel/calendar.ts'
import type { ActivityStatus, Mineral, TraceabilityScheme } from '../../modules/sites/contract.ts'
import type { AccessWay } from '../../modules/sites/contract-register.ts'
import type { Infer } from '../../kernel/schema.ts'
import { plain } from './fields.ts'

/** `28,75`, `1 234.5`, `2°03'36.5"S`, `S 2 03 36.5`. */
export function readNumber(cell: string): number | undefined {
  const text = cell.replaceAll(/[\u00a0\u202f\s](?=\d{3}(\D|$))/g, '').trim()
  if (/^[+-]?\d+([.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'))
  return undefined
}

export function readDegrees(cell: string): number | undefined {
  const bare = readNumber(cell.replace(/\s*°\s*$/, ''))
  if (bare !== undefined) return bare
  // One letter, before or behind: two would be two coordinates in one cell, and one in the middle an exponent.
  const letters = cell.toUpperCase().match(/[NSEWO]/g) ?? []
  const letter = /^\s*[NSEWO]|[NSEWO]\s*$/i.test(cell) && letters.length === 1 ? letters[0] : undefined
  const parts = [...cell.replaceAll(',', '.').matchAll(/\d+(\.\d+)?/g)].map((part) => Number(part[0]))
  const [degrees, minutes = 0, seconds = 0] = parts
  // Only the last part has a fraction.
  if (parts.slice(0, -1).some((part) => !Number.isInteger(part))) return undefined
  if (!letter || degrees === undefined || parts.length > 3 || minutes >= 60 || seconds >= 60) return undefined
  if (!/^[\s\dNSEWO°ºd'’′"”″.,:]+$/i.test(cell)) return undefined
  const value = Number((degrees + minutes / 60 + seconds / 3600).toFixed(6))
  return letter === 'S' || letter === 'W' || letter === 'O' ? -value : value
}

export function readCount(cell: string): number | undefined {
  const value = readNumber(cell)
  return value !== undefined && Number.isInteger(value) && value >= 0 ? value : undefined
}

/** `2026-11-21`, `21/11/2026`, `21.11.2026`; month before day is never read. */
export function readDay(cell: string): string | undefined {
  const text = cell.trim().replace(/[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const day = parts ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : text
  return isCalendarDate(day) ? day : undefined
}

const MERCURY: { readonly [word: string]: 'yes' | 'no' | 'no_data' } = {
  oui: 'yes',
  yes: 'yes',
  o: 'yes',
  y: 'yes',
  '1': 'yes',
  x: 'yes',
  vrai: 'yes',
  true: 'yes',
  non: 'no',
  no: 'no',
  n: 'no',
  '0': 'no',
  faux: 'no',
  false: 'no',
  inconnu: 'no_data',
  unknown: 'no_data',
  'no data': 'no_data',
  nd: 'no_data',
}
export const readMercury = (cell: string) => MERCURY[plain(cell)]

const MINERALS: { readonly [word: string]: Mineral } = {
  or: 'Au',
  gold: 'Au',
  au: 'Au',
  cassiterite: 'Sn',
  etain: 'Sn',
  tin: 'Sn',
  sn: 'Sn',
  coltan: 'Ta',
  tantale: 'Ta',
  tantalum: 'Ta',
  tantalite: 'Ta',
  ta: 'Ta',
  'colombo tantalite': 'Ta',
  columbite: 'Ta',
  wolframite: 'W',
  wolfram: 'W',
  tungstene: 'W',
  tungsten: 'W',
  w: 'W',
  autre: 'other',
  autres: 'other',
  other: 'other',
  diamant: 'other',
  diamond: 'other',
  diamants: 'other',
  cuivre: 'other',
  copper: 'other',
  cobalt: 'other',
  heterogenite: 'other',
  manganese: 'other',
  tourmaline: 'other',
  amethyste: 'other',
  monazite: 'other',
  plomb: 'other',
  zinc: 'other',
  fer: 'other',
  lithium: 'other',
  pyrochlore: 'other',
  niobium: 'other',
  saphir: 'other',
  quartz: 'other',
  malachite: 'other',
}
/** Several are separated by comma, semicolon, slash, plus or “et”. The word that is not known, or the minerals. */
export function readMinerals(cell: string): readonly Mineral[] | { readonly unknown: string } {
  const words = cell
    .split(/[,;/+|&]|\bet\b|\band\b/i)
    .map(plain)
    .filter((word) => word !== '')
  const found: Mineral[] = []
  for (const word of words) {
    const mineral = MINERALS[word]
    if (!mineral) return { unknown: word }
    if (!found.includes(mineral)) found.push(mineral)
  }
  return found
}

const ACTIVITY: { readonly [word: string]: ActivityStatus } = {
  actif: 'active',
  active: 'active',
  'en activite': 'active',
  oui: 'active',
  '1': 'active',
  fonctionnel: 'active',
  inactif: 'non-active',
  inactive: 'non-active',
  'non active': 'non-active',
  'non actif': 'non-active',
  arrete: 'non-active',
  suspendu: 'non-active',
  '2': 'non-active',
  non: 'non-active',
  abandonne: 'abandoned',
  abandoned: 'abandoned',
  '0': 'abandoned',
  ferme: 'abandoned',
  inconnu: 'unknown',
  unknown: 'unknown',
}
export const readActivity = (cell: string): ActivityStatus | undefined => ACTIVITY[plain(cell)]

const WAYS: { readonly [word: string]: Infer<typeof AccessWay> } = {
  voiture: 'car',
  vehicule: 'car',
  car: 'car',
  camion: 'car',
  '4x4': 'car',
  route: 'car',
  moto: 'motorbike',
  motocyclette: 'motorbike',
  motorbike: 'motorbike',
  motorcycle: 'motorbike',
  pied: 'foot',
  'a pied': 'foot',
  foot: 'foot',
  'on foot': 'foot',
  pirogue: 'boat',
  bateau: 'boat',
  boat: 'boat',
  canoe: 'boat',
  aucun: 'none',
  none: 'none',
  inaccessible: 'none',
}
export const readAccess = (cell: string): Infer<typeof AccessWay> | undefined => WAYS[plain(cell)]

const SCHEMES: { readonly [word: string]: TraceabilityScheme } = {
  itsci: 'ITSCI',
  rcs: 'RCS_BETTERMINING',
  bettermining: 'RCS_BETTERMINING',
  'better mining': 'RCS_BETTERMINING',
  'rcs bettermining': 'RCS_BETTERMINING',
  itoa: 'ITOA',
  'just gold': 'JUST_GOLD',
  autre: 'OTHER',
  other: 'OTHER',
  aucun: 'NONE',
  aucune: 'NONE',
  none: 'NONE',
  non: 'NONE',
}
export const readScheme = (cell: string): TraceabilityScheme | undefined => SCHEMES[plain(cell)]
