/* What is typed for a new report, and what of it is sent: only what the kind is about. `null` while something is missing. */
import type { ReportKind } from '../contract.ts'

export interface NewReportForm {
  readonly kind: ReportKind
  readonly from: string
  readonly until: string
  readonly certificate: string
  readonly buyer: string
  readonly organisation: string
}
/** About one certificate: no period is asked, and none is shown. */
export const isOfShipment = (kind: ReportKind): boolean => kind === 'eu-shipment' || kind === 'site-share'

export function newReportOf({ kind, from, until, ...form }: NewReportForm) {
  const [certificate, buyer] = [form.certificate.trim().toUpperCase(), form.buyer.trim()]
  if (from === '' || until === '' || (isOfShipment(kind) && certificate === '')) return null
  const subject = {
    ...(isOfShipment(kind) ? { certificate } : {}),
    ...(kind === 'mine-list' && buyer !== '' ? { buyer } : {}),
    ...(!isOfShipment(kind) && form.organisation !== '' ? { organisation: form.organisation } : {}),
  }
  return { kind, period: { from, until }, subject }
}
