/*
Answers of one version of a form taken into another: by the names of questions, because that is what stays when a form is reordered. What
has no question of its name, no choice of its value or stands in a repeated group is told, and stays where it was.
*/
import { type FormRun, answer, optionsOf } from './form-run.ts'
import { type TreeNode, type XmlElement, attributeOf, elementsOf, localName, nodeBelow, textIn } from './tree.ts'

export interface LeftBehind {
  readonly name: string
  readonly value: string
}
export interface TakenOver {
  readonly taken: number
  readonly left: readonly LeftBehind[]
}

export function takeOver(run: FormRun, record: XmlElement): TakenOver {
  const byName = new Map(
    [...run.form.questions.values()].map((question) => [question.path.slice(question.path.lastIndexOf('/') + 1), question]),
  )
  const left: LeftBehind[] = []
  let taken = 0
  for (const { name, value, isRepeated } of answersIn(record)) {
    const question = byName.get(name)
    const node = question === undefined || isRepeated ? undefined : nodeBelow(run.root, question.path)
    if (question === undefined || node === undefined || !fits(run, { question, node, value })) {
      // Values that a form works out for itself are no answers of anybody.
      if (question !== undefined || isRepeated || !isWorkedOut(run, name)) left.push({ name, value })
      continue
    }
    answer(run, node, value)
    taken += 1
  }
  return { taken, left }
}

function fits(
  run: FormRun,
  { question, node, value }: { readonly question: Parameters<typeof optionsOf>[1]; readonly node: TreeNode; readonly value: string },
): boolean {
  if (question.asks !== 'one' && question.asks !== 'several') return true
  const known = new Set(optionsOf(run, question, node).map((option) => option.value))
  return (question.asks === 'one' ? [value] : value.split(/\s+/)).every((one) => known.has(one))
}

/** A name that is in the form without a question: calculated, or filled in by the form itself. */
const isWorkedOut = (run: FormRun, name: string): boolean =>
  [...run.form.binds].some(([path, bind]) => path.endsWith(`/${name}`) && (bind.calculate !== null || bind.preload !== ''))

interface Answered extends LeftBehind {
  readonly isRepeated: boolean
}
function answersIn(element: XmlElement, isRepeated = false): readonly Answered[] {
  const inside = elementsOf(element)
  const count = (name: string): number => inside.filter((one) => one.name === name).length
  return inside.flatMap((one): readonly Answered[] => {
    if (localName(one.name) === 'meta') return []
    const repeated = isRepeated || count(one.name) > 1 || attributeOf(one, 'template') !== undefined
    if (elementsOf(one).length > 0) return answersIn(one, repeated)
    const value = textIn(one).trim()
    return value === '' ? [] : [{ name: localName(one.name), value, isRepeated: repeated }]
  })
}
