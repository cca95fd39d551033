/* Plays steps on a form the way a person would, for tests and measurements. */
import { type FormRun, addInstance, answer, optionsOf, referenceOf, startRun } from '../../domain/run/form-run.ts'
import { readForm } from '../../domain/run/form-definition.ts'
import { questionsIn, viewOf } from '../../domain/run/form-view.ts'
import { violationsOf, writeRecord } from '../../domain/run/record.ts'
import { type TreeNode, nodeBelow } from '../../domain/run/tree.ts'
import { readXml } from './read-xml.ts'

type StepValue =
  | string
  | number
  | readonly string[]
  | { readonly latitude: number; readonly longitude: number; readonly altitude: number; readonly accuracy: number }
export type Step = readonly [string] | readonly [string, StepValue]

export const surroundings = {
  today: '2026-11-21',
  now: '2026-11-21T10:00:00.000+02:00',
  deviceId: 'collect:test',
  newId: () => '0f0e0d0c-0b0a-4900-8807-060504030201',
}
const written = (value: StepValue): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return 'latitude' in value ? `${value.latitude} ${value.longitude} ${value.altitude} ${value.accuracy}` : value.join(' ')
}
/** `pit[1]/depth` from the root of the answers. */
export function nodeAt(from: TreeNode, path: string): TreeNode {
  let node = from
  for (const part of path.split('/')) {
    const [, name, place] = /^([^[]+)(?:\[(\d+)\])?$/.exec(part) ?? []
    const found = node.children.filter((one) => one.name === name)[Number(place ?? 1) - 1]
    if (!found) throw new Error(`no ${path}`)
    node = found
  }
  return node
}
export const begin = (xform: string, draft?: string): FormRun =>
  startRun(readForm(readXml(xform)), surroundings, draft === undefined ? undefined : readXml(draft))
export function play(run: FormRun, steps: readonly Step[]): FormRun {
  for (const [path, value] of steps) {
    if (value !== undefined) answer(run, nodeAt(run.root, path), written(value))
    else addInstance(run, run.root, `${run.root.path}/${path.replace('+', '')}`)
  }
  return run
}

export function run(xform: string, steps: readonly Step[]) {
  const played = play(begin(xform), steps)
  const submission = writeRecord(played, surroundings.now)
  const violations = violationsOf(played)
  const territory = nodeBelow(played.root, `${played.root.path}/ident/territory`)
  const question = territory && played.form.questions.get(territory.path)
  return {
    status: violations.length === 0 ? 'ready' : 'pending',
    relevant: questionsIn(viewOf(played)).map((one) => referenceOf(played, one.node)),
    violations: violations.map((one) => ({ ref: one.reference, condition: one.condition })),
    territoryChoices: territory && question ? optionsOf(played, question, territory).map((one) => one.value) : [],
    submission,
  }
}
