/* The sentences of this module's refusals, and what is wrong in a workbook, with what to do. */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.unknown-form': 'No published form has the id {form}. Check it in the list of forms.',
  'refusal.unknown-form-version': 'The form {form} has no version {version}. Choose a published version.',
  'refusal.form-not-possible': 'This form cannot be published: correct the rows that are named, then try again. Nothing was changed.',
  'refusal.form-already-published': 'Version {version} of {form} is published already, with exactly this content. There is nothing to do.',
  'refusal.form-version-taken':
    'Version {version} of {form} is published already with other content, and a published version never changes. Give a new version number.',
  'refusal.draft-changed-elsewhere':
    'This draft was saved in another window after you read it. Open it again so that nothing is overwritten; your text stays on the screen.',
  'refusal.not-a-workbook': 'This file is not a workbook that can be read. Save the form as .xlsx (or .xls), then try again.',
  'refusal.workbook-too-large':
    'This workbook is too large for a form. Keep only the sheets survey, choices and settings, without pictures.',
  'refusal.workbook-without-survey': 'This workbook has no sheet named survey. Give that name to the sheet of questions, then try again.',
  'refusal.form-damaged': 'The form {form}, version {version}, can no longer be read. Tell the administrator; the answers are not lost.',
  'refusal.answers-of-another-form':
    'These are answers to the form {foundForm}, version {foundVersion}, not to {form}, version {version}. Send them with their own version.',
  'refusal.question-not-in-form':
    'The question {question} does not exist in {form}, version {version}. Open the draft in the version in which it was begun.',
  'refusal.xml-too-large': 'These answers are larger than {most} kB. Remove what is too much; photographs are sent apart.',
  'refusal.xml-with-doctype': 'This file has a DOCTYPE or an entity, which is not taken. Send the answers as the app writes them.',
  'refusal.xml-too-deep': 'This file has too many levels or elements to be answers. Send it as the app writes it.',
  'refusal.xml-not-understood': 'This file is not readable XML (line {line}). Send the answers as the app writes them.',

  'forms.place': 'sheet {sheet}, row {row}, column {column}',
  'forms.place-row': 'sheet {sheet}, row {row}',
  'forms.problem.unknown-column':
    'the column “{column}” is not supported. Remove it, or correct its name (for example “label::Français (fr)”).',
  'forms.problem.duplicate-column': 'the column “{column}” is there twice. Keep one.',
  'forms.problem.missing-column': 'the column “{column}” is missing. Add it.',
  'forms.problem.unknown-type':
    'the type “{type}” is not supported. Choose text, integer, decimal, date, select_one list, image, geopoint…',
  'forms.problem.question-without-type': 'this question has no type. Write it in the column type, or empty the row.',
  'forms.problem.question-without-name': 'this question has no name. Write a short word, without space or accent, in the column name.',
  'forms.problem.name-not-possible':
    '“{name}” cannot be the name of a question. Begin with a letter; no space and no sign but _ - and the dot.',
  'forms.problem.duplicate-name': 'the name “{name}” is taken in this group (row {first}). Give another name.',
  'forms.problem.question-without-label': 'the question “{name}” has no label. Write it in a column label.',
  'forms.problem.missing-calculation': 'the calculation “{name}” is empty. Write the formula in the column calculation.',
  'forms.problem.computed-default':
    'the default “{value}” is a formula, which is not supported. Write a plain value, or a question of type calculate.',
  'forms.problem.section-not-closed': 'the section “{name}” is opened and never closed. Add a row end {what}.',
  'forms.problem.end-without-begin': 'this row closes a section ({what}) that is not open. Remove it, or add begin {what} above.',
  'forms.problem.other-section-open': 'this row closes {what}, but the section opened in row {row} is {open}. Close that one first.',
  'forms.problem.missing-list': 'the list “{list}” does not exist in the sheet choices. Add its choices, or correct the name.',
  'forms.problem.choice-without-list': 'this choice belongs to no list. Fill in list_name, or empty the row.',
  'forms.problem.choice-without-name': 'a choice of the list “{list}” has no name. Fill in the column name.',
  'forms.problem.choice-name-with-space':
    'the choice “{name}” has a space in its name. Use _ instead: multiple answers are separated by spaces.',
  'forms.problem.duplicate-choice': 'the choice “{name}” is twice in the list “{list}” (already in row {first}). Keep one.',
  'forms.problem.reference-in-choice': 'a choice of the list “{list}” has a reference, which is not supported. Write a fixed text.',
  'forms.problem.unknown-reference': 'no question is called “{name}”. Correct the reference in braces.',
  'forms.problem.ambiguous-reference': 'several questions are called “{name}”. Give them different names.',
  'forms.problem.unknown-filter-column':
    'the filter names “{column}”, which is not a column of the list “{list}”. Add the column to choices, or correct the filter.',
  'forms.problem.expression-not-closed': 'the formula is not closed: {what} is missing or too many. Check brackets and quotes.',
  'forms.problem.formula-not-runnable':
    'the app cannot compute this formula: {what}. Write it with the functions that are taken, and without accents in the names of the questions that it cites.',
  'forms.problem.unknown-function': 'the function “{what}” does not exist in forms. Correct its name.',
  'forms.problem.character-not-possible': 'this text has an invisible character that cannot be published. Write it again.',
  'forms.problem.form-without-questions': 'this form has no question. Add rows to the sheet survey.',
  'forms.problem.setting-not-possible': 'the setting “{column}” is not supported. Remove it.',
  'forms.problem.form-id-not-possible':
    'the id of the form “{id}” is missing or does not fit. Write form_id: letters, digits, _ and -, no space.',
  'forms.problem.version-not-possible':
    'the version “{version}” is missing or does not fit. Write for example the date and a number: 2026112101.',
  'forms.problem.rows-not-read': 'a long run of blank rows ends the sheet; row {row} and those after it were not read.',
  'forms.problem.cell-without-header': 'the cell “{value}” stands in a column without a title; it was not read.',
}
