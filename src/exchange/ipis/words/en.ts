/* Words of the IPIS import: refusals, problems of a row (`ipis.problem.<code>`), what a spelling is about. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'refusal.ipis-no-header':
    'This is not the open-data file of IPIS: its first line names none of the expected columns. Choose the CSV file (UTF-8) as downloaded from IPIS.',
  'refusal.ipis-header-damaged': 'The first line of the file is damaged at column {column}. Download the file again; nothing was imported.',
  'refusal.ipis-columns-missing':
    'The file lacks columns that are needed: {columns}. Download the whole file and try again; nothing was imported.',
  'refusal.ipis-column-twice': 'The column {column} is in the file twice. Keep the right one and try again; nothing was imported.',
  'refusal.unknown-spelling': 'This spelling is in no table. Load the list again and choose a line.',
  'refusal.meaning-not-in-the-list': 'There is no such meaning here. Choose one of: {allowed}.',
  'refusal.meaning-unchanged': 'The spelling already has this meaning; there is nothing to correct.',
  'ipis.problem.not-utf-8': 'the line is not UTF-8 text',
  'ipis.problem.line-too-long': 'the line is too long to be a visit',
  'ipis.problem.broken-quotes': 'a quotation mark is missing or one too many',
  'ipis.problem.wrong-number-of-columns': 'the line has {found} columns, not those of the header',
  'ipis.problem.control-character': 'an unreadable character is in the cell',
  'ipis.problem.missing': 'the cell is empty and may not be',
  'ipis.problem.empty': 'the cell is empty and may not be',
  'ipis.problem.not-a-visit-number': 'the visit number is not a whole number',
  'ipis.problem.not-a-site-code': 'the site code has unexpected signs',
  'ipis.problem.not-a-date': 'the date is not in the calendar',
  'ipis.problem.date-out-of-range': 'the date is before 1990 or in the future',
  'ipis.problem.not-a-number': 'this is not a number',
  'ipis.problem.not-0-or-1': 'the cell must be 0, 1 or empty',
  'ipis.problem.geometry-differs': 'the geometry and the coordinates of the row name two places; nobody knows which is right',
  'ipis.problem.coordinate-out-of-range': 'the position lies outside the DRC; longitude and latitude may be swapped',
  'ipis.problem.unknown-qualification': 'this qualification is unknown; correct its spelling in the table and import again',
  'ipis.problem.too-long': 'the text is too long',
  'ipis.problem.too-many': 'the list is too long',
  'ipis.problem.does-not-fit': 'the value does not fit',
  'ipis.problem.visit-number-twice': 'the same visit number is already on line {found} with other content',
  'ipis.problem.visit-changed-since-import': 'this visit was imported before with other content; the first version is kept',
}
