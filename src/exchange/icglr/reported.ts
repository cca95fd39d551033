/* What an authority reported in the ICGLR's form, as events of a stream of their own: `icglr-site:<SiteId>`. No name of a person. */
import { type Infer, calendarDate, json, maybe, record, text, whole } from '../../kernel/schema.ts'

export const InspectionReported = record({
  inspectionId: text(120),
  inspectionDate: calendarDate(),
  /** MDC.01. */
  inspectionResult: whole(),
  inspectionReport: maybe(text(400)),
  inspectionPurpose: maybe(text(400)),
  inspectionResults: maybe(text(2000)),
  inspectorPosition: text(200),
  governmentAgency: text(200),
  governmentId: maybe(text(80)),
})
export type InspectionReported = Infer<typeof InspectionReported>
export const StatusReported = record({ on: calendarDate(), code: whole() })
export type StatusReported = Infer<typeof StatusReported>

/** A lot as a partner's document says it, without the names of persons in it. */
export const LotReported = record({ lotNumber: text(40), content: json() })
/** A certificate of another state as its document says it, without the names of persons in it. */
export const CertificateReported = record({ country: text(2), identifier: text(60), content: json() })
export const reportedKinds = {
  inspection: 'icglr.inspection-reported.v1',
  status: 'icglr.status-reported.v1',
  lot: 'icglr.lot-reported.v1',
  certificate: 'icglr.certificate-reported.v1',
} as const
export const ICGLR_CERTIFICATE = 'icglr-certificate'
export const ICGLR_LOT = 'icglr-lot'
export const ICGLR_SITE = 'icglr-site'
