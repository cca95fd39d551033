/* Opening a report: what is sent of each kind, above all the information of EU 2017/821 on one shipment. */
import { expect, test } from 'vitest'
import { parse } from '../../../kernel/schema.ts'
import { ReportPeriod, ReportSubject } from '../contract.ts'
import { type NewReportForm, isOfShipment, newReportOf } from './new-report-form.ts'

const exporter = '0193a1b2-0000-7000-8000-000000000001'
const form: NewReportForm = {
  ...{ kind: 'eu-shipment', from: '2026-01-01', until: '2026-12-31' },
  ...{ certificate: ' cd-2026-000001 ', buyer: 'Example Smelting NV', organisation: exporter },
}
test('a shipment is its certificate, as printed, and nothing else that was typed before', () =>
  expect(newReportOf(form)).toEqual({
    ...{ kind: 'eu-shipment', period: { from: '2026-01-01', until: '2026-12-31' } },
    subject: { certificate: 'CD-2026-000001' },
  }))
test('without a certificate nothing of a shipment is sent', () => {
  expect(newReportOf({ ...form, certificate: '  ' })).toBeNull()
  expect(newReportOf({ ...form, kind: 'site-share', certificate: '' })).toBeNull()
})
test.each(['from', 'until'] as const)('without %s nothing is sent', (day) => expect(newReportOf({ ...form, [day]: '' })).toBeNull())
test.each([
  ['mine-list', { buyer: 'Example Smelting NV', organisation: exporter }],
  ['oecd-annual', { organisation: exporter }],
  ['annex-risks', { organisation: exporter }],
  ['export-mirror', { organisation: exporter }],
] as const)('%s takes no certificate along', (kind, subject) => {
  expect(isOfShipment(kind)).toBe(false)
  expect(newReportOf({ ...form, kind })?.subject).toEqual(subject)
})
test('what is sent is what the contract takes', () => {
  for (const kind of ['eu-shipment', 'mine-list', 'oecd-annual'] as const) {
    const sent = newReportOf({ ...form, kind })
    expect([parse(ReportSubject, sent?.subject).ok, parse(ReportPeriod, sent?.period).ok]).toEqual([true, true])
  }
})
