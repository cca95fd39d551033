/* What flow monitoring refuses, and what is wrong with lines of a file, in English. */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.unknown-flow-point': 'There is no such monitoring point, or you have no access to it.',
  'refusal.flow-point-there': 'This point is open already.',
  'refusal.flow-point-place-not-known':
    'The territory or the site is not in the register. Choose it from the list, or have the boundaries imported first.',
  'refusal.flow-point-code-taken': 'The code {code} names another point already. Give another one.',
  'refusal.flow-day-in-the-future': 'That day has not come yet at the monitoring point. Correct the date.',
  'refusal.flow-point-closed': 'This point is closed for good. Open a new one under another code.',
  'refusal.flow-day-before-the-last': 'That day lies before {day}, the last change of this point. Give the same day or a later one.',
  'refusal.flow-point-suspended': 'Counting is suspended at this point already.',
  'refusal.flow-point-not-suspended': 'Counting is not suspended at this point.',
  'refusal.flow-count-there': 'This count is recorded already.',
  'refusal.unknown-flow-count': 'There is no such count, or its point lies outside your territory.',
  'refusal.flow-count-withdrawn': 'This count was withdrawn already.',
  'refusal.flow-stretch-too-long': 'The period is longer than {days} days. Ask for a shorter one.',
  'refusal.flow-rows-too-many': 'The period holds more than {most} lines, too many for one file. Ask for a shorter one.',
  'refusal.flows-file-without-columns': 'The file lacks columns that are needed: at least point_code, date, direction, group_size.',
  'refusal.flows-file-broken': 'The file is no table that can be read: a quotation mark never closes.',
  'refusal.workers-area-not-known':
    'This area is not in the register of places. Choose an aimag or soum (a province or territory) from the list, or have the list imported first.',
  'refusal.workers-quarter-not-begun': 'This quarter has not begun, or is not written like 2026-Q3. Correct it.',
  'refusal.workers-sheet-there': 'These same numbers are recorded already for this area, quarter and source.',
  'refusal.unknown-workers-sheet': 'No sheet is recorded for this area, quarter and source.',
  'refusal.workers-file-broken': 'The file is not a table that can be read. Save it as CSV and try again.',
  'refusal.workers-file-columns':
    'The column “{column}” is missing or is one too many. Exactly these are needed: area, quarter, source, sector, nation, sex, age, permit, n. No column may hold a name.',
  'flows.problem.empty': 'empty',
  'flows.problem.not-a-date': 'not a date (YYYY-MM-DD)',
  'flows.problem.in-the-future': 'that day has not come yet',
  'flows.problem.not-a-count': 'not a whole number',
  'flows.problem.not-in-the-list': 'unknown code',
  'flows.problem.not-a-country': 'not a country of three letters',
  'flows.problem.not-a-place-code': 'not a code of a place',
  'flows.problem.not-nationalities': 'write it like “COD:3 UGA:2”',
  'flows.problem.unknown-point': 'no monitoring point has this code',
  'flows.problem.not-understood': 'not understood',
}
