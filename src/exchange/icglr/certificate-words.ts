/*
Export certificates of the data-sharing protocol (MD.03) as they come in, written from the field list of the standard. Taken more widely than said: origins
and routes with `;`, `,` or spaces, customs values as text or number. Names of persons (verifier, validator, contacts) are read, checked and not kept.

The 90 days are a rule of the mechanism that its schema does not hold; here it is asked. Importers live anywhere in the world.
*/
import { daysBetween } from '../../kernel/calendar.ts'
import { type Infer, anything, calendarDate, decimal, eitherOf, maybe, oneOf, record, text } from '../../kernel/schema.ts'
import { MemberState, MineralCode, WireEntity } from './wire-words.ts'

/** V: read in the source (manual of the mechanism). */
export const MOST_VALID_DAYS = 90

const parts = (value: string): readonly string[] =>
  value
    .toUpperCase()
    .split(/[\s;,]+/)
    .filter((part) => part !== '')
/** Countries become one text with `;`. `0` is an origin that nobody knows. */
const countries = (allowed: RegExp) =>
  text(200)
    .refine((value) => parts(value).length > 0 && parts(value).every((part) => allowed.test(part)), 'not-country-codes')
    .transform((value) => [...new Set(parts(value))].join(';'))

const MONEY = /^(?:USD\s*)?(\d{1,12})(?:[.,](\d{1,2}))?(?:\s*USD)?$/i
const dollars = (value: string | number): string | null => {
  const [, whole, part = ''] = MONEY.exec(String(value).trim()) ?? []
  return whole === undefined ? null : `USD ${whole}.${part.padEnd(2, '0')}`
}
const CustomsValue = eitherOf(text(40), decimal())
  .refine((value) => dollars(value) !== null, 'not-an-amount-in-usd')
  .transform((value) => dollars(value) ?? '')

const hasThreeDecimals = (value: number): boolean => Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6
export const WireCertificate = record({
  issuingCountry: MemberState,
  identifier: text(60),
  exporter: WireEntity,
  importer: WireEntity,
  lotNumber: text(60),
  designatedMineralDescription: maybe(text(400)),
  typeOfOre: MineralCode,
  lotWeight: decimal().positive('out-of-range').refine(hasThreeDecimals, 'more-than-three-decimals'),
  lotWeightUOM: text(3)
    .transform((value) => value.toUpperCase())
    .pipe(oneOf('KGM', 'TNE')),
  lotGrade: text(60),
  mineralOrigin: countries(/^([A-Z]{2}|0)$/),
  customsValue: CustomsValue,
  dateOfShipment: calendarDate(),
  shipmentRoute: maybe(countries(/^[A-Z]{2}$/)),
  transportCompany: maybe(text(120)),
  memberStateIssuingAuthority: text(200),
  nameOfVerifier: text(200),
  positionOfVerifier: text(200),
  idOfVerifier: maybe(text(80)),
  dateOfVerification: calendarDate(),
  nameOfValidator: text(200),
  dateOfIssuance: calendarDate(),
  dateOfExpiration: calendarDate(),
  /** Where the file is; what it must hash to stands beside it. */
  certificateFile: text(1000).regex(/^https?:\/\/\S+$/, 'not-an-address'),
  certificateFileHash: maybe(text(100).regex(/^sha-256=[0-9a-f]{64}$/, 'not-a-hash')),
  schemaVersion: maybe(text(20)),
  /** What we say beyond the standard; not kept of others. */
  chanzoStatus: maybe(anything()),
  '@context': maybe(anything()),
  '@type': maybe(text(40)),
  '@id': maybe(text(400)),
})
  .refine((certificate) => daysBetween(certificate.dateOfIssuance, certificate.dateOfExpiration) >= 0, {
    path: ['dateOfExpiration'],
    message: 'before-the-issue',
  })
  .refine((certificate) => daysBetween(certificate.dateOfIssuance, certificate.dateOfExpiration) <= MOST_VALID_DAYS, {
    path: ['dateOfExpiration'],
    message: 'longer-than-ninety-days',
  })
  .refine((certificate) => daysBetween(certificate.dateOfVerification, certificate.dateOfIssuance) >= 0, {
    path: ['dateOfVerification'],
    message: 'after-the-issue',
  })
export type WireCertificate = Infer<typeof WireCertificate>
