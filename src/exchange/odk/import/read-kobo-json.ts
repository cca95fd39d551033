/*
Kobo's list of submissions (`/api/v2/assets/{uid}/data`). It names the form by an id of its own, so the form is the one that the importer
named; values are all text; times of the server are UTC without saying so.
*/
import { type AskedForm, readValues } from '../domain/records.ts'
import { fileAnswers } from './file-answers.ts'
import { type KoboRow, koboFiles, koboInstanceId, koboSaid, koboServerPart } from './kobo-said.ts'
import { type Forms, type SubmissionRead, formFor, isKeyed, notUnderstood, problem, readOf } from './submission-read.ts'

export function readKoboJson(file: string, results: readonly unknown[], forms: Forms): readonly SubmissionRead[] {
  const { form } = formFor(forms, null)
  return results.map((row, at) => {
    const place = { file, row: at + 1 }
    return isKeyed(row) ? readKoboRow(place, row, form) : notUnderstood(place, problem('not-a-submission'))
  })
}

export function readKoboRow(place: Pick<SubmissionRead, 'file' | 'row'>, row: KoboRow, form: AskedForm): SubmissionRead {
  const instanceID = koboInstanceId(row)
  const { values, problems, strangers } = readValues(form.parts, koboSaid(row))
  const server = koboServerPart(row)
  return readOf(place, {
    instanceID,
    record: { instanceID: instanceID ?? '', form: { id: form.id, version: form.version }, values, server },
    problems,
    strangers,
    files: koboFiles(row, fileAnswers(form.parts, values)),
    readAs: null,
  })
}
