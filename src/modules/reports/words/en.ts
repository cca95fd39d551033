/* What the server refuses about reports, in English. */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.unknown-report': 'There is no such report, or it is not for you to see. Start from the list of reports.',
  'refusal.report-not-yours': 'Only the organisation that writes this report may change and release it. Ask it, or open your own.',
  'refusal.report-needs-an-organisation':
    'Your account belongs to no organisation, and a report always has one as its author. Ask the administrator.',
  'refusal.report-period-not-valid': 'The period ends before it begins. Correct the dates.',
  'refusal.report-needs-a-shipment': 'This report is about one shipment: name the certificate or the lot.',
  'refusal.report-no-such-section': 'This report has no text “{section}”. Load the page again.',
  'refusal.report-gaps-changed': 'The record has moved on: you saw {seen} gap(s), now there are {now}. Read again, then release.',
  'refusal.report-nothing-new': 'Nothing has changed since {number}. There is no new version to release.',
  'refusal.report-correction-needs-reason': '{number} is already released. Say why a new version supersedes it.',
  'refusal.statistics-not-a-table': 'This file is no CSV table in readable UTF-8. Save the sheet as CSV UTF-8 and send it again.',
  'refusal.statistics-columns-missing': 'Columns are missing: {missing}. Name them reporter, partner, month, hs, kg.',
  'refusal.statistics-too-long': 'The table has more than {most} lines. Divide it by year.',
  'refusal.statistics-empty': 'Not one line could be read. Check the columns: two-letter countries, month 2026-03, HS code, kilograms.',
  'refusal.unknown-statistics': 'These statistics are gone. Load the page again.',
  'refusal.statistics-not-yours':
    'Another organisation brought these statistics. Ask it to take them away, or whoever oversees the reports of the whole country.',
}
