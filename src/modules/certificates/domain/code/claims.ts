/*
What a certificate's code says: a CWT (RFC 8392) with issuer, day of issue and end of validity, and one private map of the
facts that a border officer compares with the papers and the bags. Integer keys keep it small. No person is in it: bodies,
numbers, masses and places only. It refuses to know who signed; see cose.ts and ../verify.ts.
*/
import { dateFromDayNumber, dayNumber } from '../../../../kernel/calendar.ts'
import { type Cbor, type CborMap, decodeCbor, encodeCbor, isList, isMap } from './cbor.ts'

/** Sites beyond this number are counted, not listed, so that the symbol stays readable on worn paper. */
export const MOST_SITES_LISTED = 8

export interface CertificateFacts {
  /** Who answers for the certificate, e.g. `CD-CEEC`; must be the issuer of the signing key in the key list. */
  readonly issuer: string
  /** Country, year, number: `CD-2026-000042`. */
  readonly number: string
  readonly issuedOn: string
  /** Last day on which it is valid. */
  readonly expiresOn: string
  /** Name of the exporting organisation as on the papers. */
  readonly exporter: string
  readonly lotNumber: string
  readonly massGrams: number
  /** As printed, with its unit: `65.2 % Sn`. */
  readonly grade: string
  /** HS code of the designated mineral with points: `2609.00.00`. */
  readonly mineral: string
  /** ISO 3166-1 codes in order, `0` for an unknown source last. */
  readonly origin: readonly string[]
  /** ICGLR identifiers, or the national identifier where a site has none; at most eight. */
  readonly sites: readonly string[]
  /** Number of sites in the lot; larger than the list when not all are listed. */
  readonly siteCount: number
  readonly tagCount: number
  /** Where the issuer says which certificates no longer count, and the index of this one in it. */
  readonly statusList: { readonly url: string; readonly index: number }
  /** Issued by an office from its block of numbers, before any check was made: it counts only as such. */
  readonly provisional?: true
}

const ISS = 1
const EXP = 4
const IAT = 6
/** RFC 8392 leaves integers below -65536 to private use. */
const FACTS = -65537
const DAY_SECONDS = 86_400
const key = {
  number: 1,
  exporter: 2,
  lotNumber: 3,
  massGrams: 4,
  grade: 5,
  mineral: 6,
  origin: 7,
  sites: 8,
  tagCount: 9,
  statusList: 10,
  siteCount: 11,
  provisional: 12,
} as const

/** CBOR of the claims. Facts that the reader below would refuse are a fault of the caller and thrown. */
export function encodeClaims(facts: CertificateFacts): Uint8Array {
  const map = new Map<number, Cbor>([
    [key.number, facts.number],
    [key.exporter, facts.exporter],
    [key.lotNumber, facts.lotNumber],
    [key.massGrams, facts.massGrams],
    [key.grade, facts.grade],
    [key.mineral, Number(facts.mineral.replaceAll('.', ''))],
    [key.origin, facts.origin],
    [key.sites, facts.sites],
    [key.tagCount, facts.tagCount],
    [key.statusList, [facts.statusList.url, facts.statusList.index]],
  ])
  if (facts.siteCount !== facts.sites.length) map.set(key.siteCount, facts.siteCount)
  if (facts.provisional) map.set(key.provisional, 1)
  const bytes = encodeCbor(
    new Map<number, Cbor>([
      [ISS, facts.issuer],
      [EXP, (dayNumber(facts.expiresOn) + 1) * DAY_SECONDS],
      [IAT, dayNumber(facts.issuedOn) * DAY_SECONDS],
      [FACTS, map],
    ]),
  )
  if (decodeClaims(bytes) === null) throw new Error('facts that a certificate code cannot carry')
  return bytes
}

/** The facts of a payload, or `null` when one is missing, unknown, repeated or not of its form. */
export function decodeClaims(payload: Uint8Array): CertificateFacts | null {
  const claims = decodeCbor(payload)
  if (claims === null || !isMap(claims) || claims.size !== 4) return null
  const map = claims.get(FACTS)
  if (map === undefined || !isMap(map) || map.size !== 10 + [key.siteCount, key.provisional].filter((at) => map.has(at)).length) return null
  if (map.has(key.provisional) && map.get(key.provisional) !== 1) return null
  const [issuer, expiryDay, issueDay] = [textAt(claims, ISS, 40), dayAt(claims, EXP), dayAt(claims, IAT)]
  const [number, exporter, lotNumber] = [textAt(map, key.number, 24), textAt(map, key.exporter, 120), textAt(map, key.lotNumber, 60)]
  const [grade, mineral, statusList] = [textAt(map, key.grade, 40), mineralAt(map), statusListAt(map)]
  const [massGrams, tagCount] = [countAt(map, key.massGrams), countAt(map, key.tagCount)]
  const [origin, sites] = [textsAt(map, key.origin, 20), textsAt(map, key.sites, MOST_SITES_LISTED)]
  if (issuer === null || expiryDay === null || issueDay === null || expiryDay <= issueDay) return null
  if (number === null || !/^[A-Z]{2}-\d{4}-\d{6,9}$/.test(number) || exporter === null || lotNumber === null) return null
  if (grade === null || mineral === null || statusList === null || massGrams === null || tagCount === null) return null
  if (origin === null || origin.length === 0 || !origin.every((code) => /^([A-Z]{2}|0)$/.test(code)) || sites === null) return null
  const siteCount = map.has(key.siteCount) ? countAt(map, key.siteCount) : sites.length
  if (siteCount === null || (map.has(key.siteCount) && siteCount <= sites.length)) return null
  const issuedOn = dateFromDayNumber(issueDay)
  const expiresOn = dateFromDayNumber(expiryDay - 1)
  return {
    issuer,
    number,
    issuedOn,
    expiresOn,
    exporter,
    lotNumber,
    massGrams,
    grade,
    mineral,
    origin,
    sites,
    siteCount,
    tagCount,
    statusList,
    ...(map.has(key.provisional) ? { provisional: true as const } : {}),
  }
}

function textAt(map: CborMap, at: number, most: number): string | null {
  const value = map.get(at)
  return typeof value === 'string' && value !== '' && value.length <= most ? value : null
}

function countAt(map: CborMap, at: number): number | null {
  const value = map.get(at)
  return typeof value === 'number' && value >= 0 ? value : null
}

/** A day from NumericDate seconds that fall on midnight UTC, before the year 2200. */
function dayAt(map: CborMap, at: number): number | null {
  const seconds = countAt(map, at)
  return seconds === null || seconds % DAY_SECONDS !== 0 || seconds > 7_258_118_400 ? null : seconds / DAY_SECONDS
}

function mineralAt(map: CborMap): string | null {
  const digits = String(countAt(map, key.mineral) ?? '')
  return /^\d{8}$/.test(digits) ? `${digits.slice(0, 4)}.${digits.slice(4, 6)}.${digits.slice(6)}` : null
}

function textsAt(map: CborMap, at: number, most: number): readonly string[] | null {
  const value = map.get(at)
  if (value === undefined || !isList(value) || value.length > most) return null
  const texts = value.filter((item) => typeof item === 'string' && item !== '' && item.length <= 60)
  return texts.length === value.length ? texts.map(String) : null
}

function statusListAt(map: CborMap): { url: string; index: number } | null {
  const value = map.get(key.statusList)
  if (value === undefined || !isList(value) || value.length !== 2) return null
  const [url, index] = value
  return typeof url === 'string' && url !== '' && url.length <= 200 && typeof index === 'number' && index >= 0 ? { url, index } : null
}
