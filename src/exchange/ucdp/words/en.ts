/* Words of the import of events of violence. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'refusal.events-not-a-table': 'This file is empty. Choose the CSV or GeoJSON file as downloaded.',
  'refusal.events-unknown-columns':
    'The first line has neither the columns of UCDP (id, side_a, best) nor those of ACLED (event_id_cnty, event_date, actor1). Choose the file of events itself; nothing was imported.',
  'refusal.events-broken-quotes':
    'A quotation mark opened near row {row} never closes: the file is cut off or damaged. Download it again; nothing was imported.',
  'refusal.events-not-geojson': 'This file begins like GeoJSON and is none. Download it again; nothing was imported.',
  'refusal.events-unknown-country': '{country} is not the two-letter code of a country, such as CD or MN.',
  'refusal.events-none': 'No event of this country could be read; {rejected} rows are damaged. Check the country and the file.',
  'ucdp.problem.empty': 'the cell is empty and may not be',
  'ucdp.problem.not-a-date': 'the date is not in the calendar',
  'ucdp.problem.ends-before': 'the end is before the beginning',
  'ucdp.problem.not-a-count': 'this is not a whole number',
  'ucdp.problem.not-between': 'the best number is not between the lowest and the highest',
  'ucdp.problem.not-a-position': 'the position is not on earth',
  'ucdp.problem.unknown-violence': 'this type of violence is not 1, 2 or 3',
  'ucdp.problem.unknown-precision': 'this precision of the place is not 1 to 7',
  'ucdp.problem.wrong-number-of-columns': 'the row does not have the columns of the heading',
  'ucdp.problem.twice-in-the-file': 'the same number is further up in the file',
}
