/*
Lots of the data-sharing protocol (MD.12) as they come in, written from the field list of the standard. Times are taken as `hhmmss` and `hh:mm:ss`, masses
in KGM or TNE, minerals by HS or IMA. Names of persons (`contactDetails`, `responsibleStaff`) are read, checked and not kept.
*/
import { type Infer, anything, calendarDate, decimal, listOf, maybe, oneOf, record, text, whole } from '../../kernel/schema.ts'
import { MineralCode, WireEntity } from './wire-words.ts'

const code = whole().refine((value) => value >= 1 && value <= 8, 'not-in-the-list')
const time = text(8)
  .regex(/^([01]\d|2[0-3]):?[0-5]\d:?[0-5]\d$/, 'not-a-time')
  .transform((value) => value.replaceAll(':', ''))
const Tax = record({
  taxType: text(80),
  taxAmount: decimal().min(0, 'out-of-range'),
  currency: text(3),
  taxAuthority: maybe(text(120)),
  taxPaidDate: maybe(calendarDate()),
  receiptReference: maybe(text(60)),
})
export const WireLot = record({
  lotNumber: text(40),
  dateRegistration: calendarDate(),
  timeRegistration: time,
  creator: WireEntity,
  mineral: MineralCode,
  concentration: decimal().min(0, 'out-of-range').max(100, 'out-of-range'),
  mass: decimal().positive('out-of-range'),
  unitOfMeasurement: text(3)
    .transform((value) => value.toUpperCase())
    .pipe(oneOf('KGM', 'TNE')),
  creatorRole: listOf(code, 8).min(1, 'empty'),
  originatingOperation: listOf(code, 8).min(1, 'empty'),
  packageType: maybe(text(60)),
  nrOfPackages: maybe(whole().min(0, 'out-of-range')),
  mineSiteId: maybe(text(60).transform((value) => value.replaceAll(' ', '+'))),
  tag: maybe(text(40)),
  recipient: maybe(WireEntity),
  dateShipped: maybe(calendarDate()),
  inputLot: maybe(listOf(record({ lotNumber: text(60) }), 5_000)),
  taxPaid: maybe(listOf(Tax, 100)),
  dateSealed: maybe(calendarDate()),
  purchaseNumber: maybe(text(60)),
  purchaseDate: maybe(calendarDate()),
  responsibleStaff: maybe(text(200)),
  dateIn: maybe(calendarDate()),
  transportationMethod: maybe(text(60)),
  transportationRoute: maybe(text(400)),
  transportCompany: maybe(text(120)),
  exportCertificateId: maybe(text(60)),
  schemaVersion: maybe(text(20)),
  '@context': maybe(anything()),
  '@type': maybe(text(40)),
  '@id': maybe(text(400)),
})
  .refine((lot) => !lot.originatingOperation.includes(1) || lot.mineSiteId !== undefined, {
    path: ['mineSiteId'],
    message: 'needed-for-production',
  })
  .refine((lot) => (lot.recipient === undefined) === (lot.dateShipped === undefined), {
    path: ['dateShipped'],
    message: 'needed-with-recipient',
  })
export type WireLot = Infer<typeof WireLot>

/** Whole grams; the standard writes kilograms and tonnes. */
export const gramsOf = ({ mass, unitOfMeasurement }: Pick<WireLot, 'mass' | 'unitOfMeasurement'>): number =>
  Math.round(mass * (unitOfMeasurement === 'TNE' ? 1_000_000 : 1_000))
