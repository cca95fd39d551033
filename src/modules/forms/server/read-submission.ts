/* The answers of a submission, by the form that was published. The tree of a form is kept for the next submission: a form is read once. */
import type { Outcome } from '../../../kernel/outcome.ts'
import type { FormValue, PublishedForm, SubmissionHeader } from '../contract.ts'
import { type XmlNode, fileQuestions, readAnswers, readHeader } from '../domain/submission.ts'
import { readXml } from './read-xml.ts'

const MOST_OF_SUBMISSION = 1_000_000
const MOST_OF_FORM = 2_000_000
const MOST_KEPT = 20
const trees = new Map<string, XmlNode>()

export function readSubmission(form: PublishedForm, xml: string): Outcome<readonly FormValue[]> {
  const submission = readXml(xml, MOST_OF_SUBMISSION)
  if (!submission.ok) return submission
  const asked = treeOf(form)
  return asked.ok ? readAnswers(form, asked.value, submission.value) : asked
}

export function readHeaderOf(xml: string): Outcome<SubmissionHeader> {
  const submission = readXml(xml, MOST_OF_SUBMISSION)
  return submission.ok ? readHeader(submission.value) : submission
}

export function fileQuestionsOf(form: PublishedForm): readonly string[] {
  const asked = treeOf(form)
  return asked.ok ? fileQuestions(asked.value) : []
}

function treeOf(form: PublishedForm): Outcome<XmlNode> {
  const kept = trees.get(form.sha256)
  if (kept) return { ok: true, value: kept }
  const read = readXml(form.xform, MOST_OF_FORM)
  if (read.ok) {
    if (trees.size >= MOST_KEPT) trees.clear()
    trees.set(form.sha256, read.value)
  }
  return read
}
