/*
How much of one submission the log's event takes: inspections hold so many answers and files, and each answer so many letters. What is larger is
refused before anything of it is kept, so that no telephone sends for ever what can never be recorded.
*/
import type { Refusal } from '../../../kernel/outcome.ts'
import type { FormValue } from '../../../modules/forms/contract.ts'

/** As in the event of recorded answers. */
const MOST_ANSWERS = 4000
const MOST_FILES = 200
const MOST_LETTERS = 20_000

/** Null where it fits. */
export function tooMuchForLog(values: readonly FormValue[], files: readonly string[]): Refusal | null {
  if (values.length > MOST_ANSWERS) return { code: 'submission-answers-too-many', facts: { answers: values.length, most: MOST_ANSWERS } }
  if (files.length > MOST_FILES) return { code: 'submission-files-too-many', facts: { files: files.length, most: MOST_FILES } }
  const long = values.find(({ value }) => value.length > MOST_LETTERS)
  return long ? { code: 'submission-answer-too-long', facts: { question: long.path.slice(0, 100), most: MOST_LETTERS } } : null
}
