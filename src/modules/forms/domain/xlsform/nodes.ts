/*
A form once it is read: questions, groups and repeats in the order of the sheet, with the choices and settings they use. Paths are given in a
second step, because a loop becomes several groups first.
*/
import type { Wording } from './columns.ts'

export interface FormNode {
  readonly row: number
  readonly name: string
  readonly kind: 'question' | 'group' | 'repeat'
  readonly type: string
  readonly list: string | null
  readonly label: Wording | null
  readonly hint: Wording | null
  readonly constraintMessage: Wording | null
  readonly requiredMessage: Wording | null
  readonly media: ReadonlyMap<string, Wording>
  readonly required: string | null
  readonly relevant: string | null
  readonly constraint: string | null
  readonly calculation: string | null
  readonly choiceFilter: string | null
  readonly readonly: string | null
  readonly defaultValue: string | null
  readonly repeatCount: string | null
  /** Attributes of the control: appearance, rows, autoplay, `body::…`. */
  readonly control: ReadonlyMap<string, string>
  readonly bind: ReadonlyMap<string, string>
  readonly instance: ReadonlyMap<string, string>
  /** Shown beside the question, not part of the XForm. */
  readonly unit: string | null
  readonly mark: string | null
  readonly children: readonly FormNode[]
}

export interface PlacedNode extends Omit<FormNode, 'children'> {
  readonly path: string
  /** Paths of the repeats around it, outermost first. */
  readonly repeats: readonly string[]
  readonly children: readonly PlacedNode[]
}

export interface Choice {
  readonly row: number
  readonly name: string
  readonly label: Wording | null
  readonly media: ReadonlyMap<string, Wording>
  readonly extra: ReadonlyMap<string, string>
}
export interface ChoiceList {
  readonly name: string
  readonly choices: readonly Choice[]
}

export interface FormSettings {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly defaultLanguage: string
  readonly instanceName: string | null
  readonly publicKey: string | null
  readonly submissionUrl: string | null
  readonly allowChoiceDuplicates: boolean
  readonly collapseBlanks: boolean
}

export interface Form {
  readonly settings: FormSettings
  readonly lists: readonly ChoiceList[]
  readonly nodes: readonly PlacedNode[]
}

export const ROOT = '/data'

export function placeNodes(nodes: readonly FormNode[], parent = ROOT, repeats: readonly string[] = []): readonly PlacedNode[] {
  return nodes.map((node) => {
    const path = `${parent}/${node.name}`
    return { ...node, path, repeats, children: placeNodes(node.children, path, node.kind === 'repeat' ? [...repeats, path] : repeats) }
  })
}

/** Every node, a section before what is in it. */
export function flatten<N extends { readonly children: readonly N[] }>(nodes: readonly N[]): readonly N[] {
  return nodes.flatMap((node) => [node, ...flatten<N>(node.children)])
}
