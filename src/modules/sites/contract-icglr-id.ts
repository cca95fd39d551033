/*
The ICGLR identifier of a site, `CC-[lat]-[long]-NNNNN` (MD.01). The standard lets the sign of the latitude be left out, so a
site at 1.9641° N and one at 1.9641° S may print the same text, and eastern Congo lies on both sides of the equator. We always
write both signs; an unsigned text takes its sign from the coordinates of the record it stands in. An identifier is never
changed afterwards, even when the coordinates are corrected.
*/
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import type { Position } from '../../kernel/schema.ts'

/** Member states of the ICGLR, ISO 3166-1 alpha-2: the only countries whose sites carry its identifiers. */
export const MEMBER_STATES: readonly string[] = ['AO', 'BI', 'CD', 'CF', 'CG', 'KE', 'RW', 'SD', 'SS', 'TZ', 'UG', 'ZM']

const shape = /^([A-Z]{2})-([+-]?)(\d{1,2}\.\d{4})([+-])(\d{1,3}\.\d{4})-(\d+)$/

export interface IcglrId {
  readonly country: string
  readonly latitude: number
  readonly longitude: number
  readonly serial: string
  /** The same identifier with both signs written. */
  readonly canonical: string
}

/** A new identifier from four decimals of the position and a serial number of at least five digits. */
export const issueIcglrId = (country: string, at: Position, serial: number): string =>
  `${country}-${signed(at.latitude)}${signed(at.longitude)}-${String(serial).padStart(5, '0')}`

/** Reads an identifier. Refuses `icglr-id-malformed`, `icglr-id-out-of-range`, and `icglr-id-sign-unknown` when the latitude has no sign and the record no position. */
export function readIcglrId(text: string, record: Position | null): Outcome<IcglrId> {
  const found = shape.exec(text.trim())
  if (!found) return refused('icglr-id-malformed', { given: text })
  const [, country = '', sign = '', latitudeText = '', longitudeSign = '', longitudeText = '', serial = ''] = found
  if (sign === '' && record === null) return refused('icglr-id-sign-unknown', { given: text })
  const south = sign === '-' || (sign === '' && record !== null && record.latitude < 0)
  const latitude = (south ? -1 : 1) * Number(latitudeText)
  const longitude = (longitudeSign === '-' ? -1 : 1) * Number(longitudeText)
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return refused('icglr-id-out-of-range', { given: text })
  return accepted({ country, latitude, longitude, serial, canonical: `${country}-${signed(latitude)}${signed(longitude)}-${serial}` })
}

function signed(degrees: number): string {
  const rounded = Math.abs(degrees).toFixed(4)
  return `${degrees < 0 && Number(rounded) !== 0 ? '-' : '+'}${rounded}`
}
