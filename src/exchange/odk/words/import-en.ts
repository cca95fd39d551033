/* Words of the import of submissions from other programs: what is wrong with a file, then with one submission (`submissions.problem.<code>`). */
import type { importFr } from './import-fr.ts'

export const importEn: { readonly [key in keyof typeof importFr]: string } = {
  'refusal.form-not-published': 'The form “{form}” is not published here. Publish it (Forms), or give the identifier of a form that is.',
  'refusal.form-not-read': 'The published form could not be read. Publish a new version of it and try again.',
  'refusal.no-such-account': 'No open account answers to “{account}”. Give its address or its identifier.',
  'refusal.submissions-not-json': 'The file {file} begins like JSON and is none. Export it again; nothing was written.',
  'refusal.submissions-not-an-export':
    'The file {file} is neither Kobo’s JSON export (“results”) nor Central’s OData feed (“value”). Export the data of the form; nothing was written.',
  'refusal.submissions-not-text': 'This file is no table (CSV). Export as CSV and try again; nothing was written.',
  'refusal.submissions-not-xml': 'This file is not the XML of a submission (line {line}). Export it again; nothing was written.',
  'refusal.submissions-table-damaged':
    'The table is damaged at line {line}: a quote is missing or is one too many. Export it again; nothing was written.',
  'refusal.submissions-too-large': 'This file is too large (at most {most}). Export fewer submissions at once; nothing was written.',
  'refusal.submissions-without-main-table':
    'There must be one main table and only one; {found} were given. Give the main table too, and with it the tables of the repeats.',
  'refusal.submissions-table-unknown':
    'The table {file} fits no repeat of the form, or one that was given already. Leave it out, or export with XML names as headings.',
  'refusal.submissions-headings-are-labels':
    'No heading is the name of a question of the form “{form}”. In Kobo, export with “XML values and headers”; nothing was written.',
  'submissions.problem.without-instance-id': 'the submission has no identifier (instanceID)',
  'submissions.problem.not-a-submission': 'this is no submission',
  'submissions.problem.row-uneven': 'the row has another number of cells than the heading ({found})',
  'submissions.problem.rows-not-in-file':
    'the rows of the repeat {question} are not in the file: give its table too (Kobo) or ask for “$expand=*” (Central)',
  'submissions.problem.deleted-on-its-server': 'the submission was deleted on its server',
  'submissions.problem.answers-of-another-form': 'the submission answers another form (“{found}”)',
  'submissions.problem.questions-of-another-form': 'it answers another form: ours does not ask {found}',
  'submissions.problem.submissions-not-xml': 'the XML cannot be read, or holds a DOCTYPE',
  'submissions.problem.submissions-too-large': 'the submission is too large',
  'submissions.problem.answer-not-text': '{question}: “{found}” is no text',
  'submissions.problem.answer-not-a-whole-number': '{question}: “{found}” is no whole number',
  'submissions.problem.answer-not-a-number': '{question}: “{found}” is no number',
  'submissions.problem.answer-not-choices': '{question}: “{found}” is no list of choices',
  'submissions.problem.answer-not-a-position': '{question}: “{found}” is no position',
  'submissions.problem.answer-not-a-line': '{question}: “{found}” is no line',
  'submissions.verdict.new': 'would be taken',
  'submissions.verdict.taken': 'taken',
  'submissions.verdict.to-place': 'taken, to be placed',
  'submissions.verdict.same': 'here already',
  'submissions.verdict.other': 'here already with other answers: nothing was changed',
  'submissions.verdict.refused': 'refused',
  'submissions.verdict.not-understood': 'not understood',
  'submissions.row': '{file}, submission {row}: {said}',
  'submissions.read-as': 'read by version {version} of the form: its own is not published here',
  'submissions.not-asked': 'answer to a question that the form does not ask, kept apart: {question}',
  'submissions.file-missing': 'file named and not there: {name}',
  'submissions.progress': 'Reading submissions',
  'submissions.dry-run': 'Trial: nothing was written.',
  'submissions.more': 'The server says that it has {more} submissions more, on further pages: export those too.',
  'submissions.sum':
    '{read} submissions read: {taken} taken, {toPlace} taken and to be placed, {new} to take, {same} here already, {other} with other answers, {refused} refused, {notUnderstood} not understood.',
  'submissions.and-more': '… and {n} lines more.',
}
