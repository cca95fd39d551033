/* What the desk reads of certificates that other member states sent: as they were received, never verified here. */
import { type Infer, calendarDate, count, instant, listOf, oneOf, orNull, record, text, yesOrNo } from '../../kernel/schema.ts'

export const ReceivedSummary = record({
  country: text(2),
  identifier: text(60),
  lotNumber: text(60),
  exporterName: text(),
  /** HS code. */
  typeOfOre: text(40),
  massGrams: count(),
  issuedOn: calendarDate(),
  expiresOn: calendarDate(),
  expired: yesOrNo(),
  receivedAt: instant(),
  /** Nobody here has verified it. `with-hash`: the file that its issuer keeps can be compared; `file-of-ours`: it names a file of this server as its own. */
  verification: oneOf('with-hash', 'without-hash', 'file-of-ours'),
})
export type ReceivedSummary = Infer<typeof ReceivedSummary>
export const ReceivedList = record({ certificates: listOf(ReceivedSummary, 200), next: orNull(text()) })
export type ReceivedList = Infer<typeof ReceivedList>

export const ReceivedDetail = record({
  certificate: ReceivedSummary,
  importer: text(),
  grade: text(),
  origin: text(),
  customsValue: text(),
  shipmentOn: calendarDate(),
  route: orNull(text()),
  transport: orNull(text()),
  authority: text(),
  verifiedOn: calendarDate(),
  file: text(1000),
  fileHash: orNull(text(100)),
  /** Who sent the document: the body of the key, or the name of the machine. */
  sentBy: orNull(text()),
})
export type ReceivedDetail = Infer<typeof ReceivedDetail>
