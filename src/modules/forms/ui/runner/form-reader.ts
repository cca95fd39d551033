/*
Reads a form without filling it in: what its questions say, the answers as a tree, and how answers of one version fit into another. For
screens that hold two states of a form against each other.
*/
import { readForm } from '../../domain/run/form-definition.ts'
import { optionsOf, speak, startRun, textOf } from '../../domain/run/form-run.ts'
import { languageFor } from '../../domain/run/form-words.ts'
import { writeDraft } from '../../domain/run/record.ts'
import { type TakenOver, takeOver } from '../../domain/run/take-over.ts'
import { type TreeNode, type XmlElement, nodeBelow } from '../../domain/run/tree.ts'
import { readXml } from './read-xml.ts'
import { surroundingsNow } from './use-form-run.ts'

export interface QuestionWords {
  readonly path: string
  readonly label: string
  /** `several` answers are separated by spaces. */
  readonly asks: 'input' | 'one' | 'several' | 'file' | 'acknowledge'
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** In the order of the form; choices that depend on other answers are those of `xml`. */
export function readQuestions({
  xform,
  xml,
  language,
}: {
  readonly xform: string
  readonly xml: string
  readonly language: string
}): readonly QuestionWords[] {
  const form = readForm(readXml(xform))
  const run = startRun(form, surroundingsNow(), readXml(xml))
  speak(run, languageFor(form.words, language))
  const nodeOf = (path: string): TreeNode => nodeBelow(run.root, path) ?? run.root
  return [...form.questions.values()].map((question) => ({
    path: question.path,
    label: textOf(run, question.label, nodeOf(question.path)) || question.path.slice(question.path.lastIndexOf('/') + 1),
    asks: question.asks,
    options: optionsOf(run, question, nodeOf(question.path)).map(({ value, label }) => ({ value, label })),
  }))
}

export const readAnswers = (xml: string): XmlElement => readXml(xml)

export type { TakenOver }
/** The answers of a record of another version, in this one. */
export function takeAnswersOver({ xform, xml }: { readonly xform: string; readonly xml: string }): TakenOver & { readonly xml: string } {
  const run = startRun(readForm(readXml(xform)), surroundingsNow())
  const taken = takeOver(run, readXml(xml))
  return { ...taken, xml: writeDraft(run) }
}
