/* What is wrong with an import of lists of the chain: the file as a whole. Reasons of rows stand in report-en. */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.no-such-import': 'There is no such import. Open the list of imports and choose one.',
  'refusal.import-not-now': 'Not now: the import is “{state}”. Wait for the work to end, or do the dry run first.',
  'refusal.import-needs-a-watcher':
    'You may try a list, but neither record nor undo it. Ask an office that watches over the chain (Ministry) to do it.',
  'refusal.import-of-tags-stays': 'A batch of tags is not taken back. Declare its tags lost, damaged or void on the page of the batch.',
  'refusal.chain-list-empty': 'The file is empty. Check the export and send it again.',
  'refusal.chain-list-one-column': 'Only one column was found (“{found}”). Part the columns by semicolons and send it again.',
  'refusal.chain-list-not-text': 'This file is not a readable table. Export it as CSV or XLSX and send it again.',
  'refusal.chain-list-heading-twice': 'Two columns are called “{column}”. Rename one of them and send it again.',
  'refusal.chain-list-old-workbook': 'This workbook is of an old format. Save it as XLSX or CSV and send it again.',
  'refusal.chain-list-too-large': 'Unfolded, this workbook is more than is taken ({most} bytes or rows). Save it as CSV or split it.',
  'refusal.chain-list-field-needed':
    'Say which column holds the field {field}, or give it for the whole list; without it no row has a meaning.',
  'refusal.chain-list-no-such-column': 'A chosen column is not in the file, which has {columns}. Choose another.',
  'refusal.chain-list-column-twice': 'A column is used twice. Give each column one meaning.',
  'refusal.chain-list-broken': 'The file cannot be read after row {line} (a quote that never closes?). Mend it and send it again.',
  'refusal.chain-import-nobody': 'The account that started this import may not act any more. Send the file from another account.',
  'refusal.chain-import-broke-off':
    'The work broke off; what was done is kept. Start it again; if it stops once more, show the report to the administrator.',
}
