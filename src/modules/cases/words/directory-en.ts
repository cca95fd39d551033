/* Refusals of the directory of services and of the register of shelters. */
import type { directoryFr } from './directory-fr.ts'

export const directoryEn: { readonly [key in keyof typeof directoryFr]: string } = {
  'refusal.unknown-area': 'This area is not known. Choose it from the list.',
  'refusal.area-not-yours': 'This area is outside your territory. Ask whoever keeps the directory there.',
  'refusal.safety-needs-reason': 'Say why care is needed, or why nobody is sent there: choose a reason.',
  'refusal.service-point-of-another-body':
    'You keep the services of your own organisation up to date. For those of others, ask a team that accompanies people.',
  'refusal.service-point-listed-already': 'This service is in the directory already. Open it and correct it.',
  'refusal.verified-in-the-future': 'The day of verification is still to come. Correct it.',
  'refusal.unknown-service-point': 'This service is not in the directory. Look for it in the list.',
  'refusal.service-point-closed': 'This service is closed. If it has opened again, add it anew.',
  'refusal.reader-named-twice': 'A person is chosen twice. Keep them once.',
  'refusal.shelter-registered-already': 'This house is registered already. Open it and correct it.',
  'refusal.shelter-needs-a-body': 'A house belongs to an organisation. Ask for your account to be attached to yours.',
  'refusal.unknown-shelter': 'This house is not known here. Look for it in the list.',
  'refusal.shelter-closed': 'This house is closed: nothing changes there any more.',
  'refusal.shelter-name-tells-place': 'This code name tells where the house is. Choose a name without any place in it.',
  'refusal.unknown-sealed-place': 'Where it lies is no longer open to you. Ask whoever keeps this page.',
  'refusal.directory-list-empty': 'The file is empty: it needs a line of headings, then one service per line.',
  'refusal.directory-list-not-read': 'This file does not read as a table. Save it as CSV or XLSX from your spreadsheet and try again.',
  'refusal.directory-list-too-long': 'The file has more than {most} lines to take. Split it into several files.',
  'refusal.directory-list-columns-missing':
    'A column is missing: at least “Name”, “Type” and “Territory” are needed. Correct the line of headings and try again.',
}
