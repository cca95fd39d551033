/* The parts of a form that people see: questions, groups and repeats, with their words and choices. */
import type { Expression } from './xpath-syntax.ts'

export type TextPart = string | Expression
/** Words by id in each language, or written in place. */
export type TextSource =
  | { readonly kind: 'itext'; readonly id: Expression }
  | { readonly kind: 'inline'; readonly parts: readonly TextPart[] }

export type Choices =
  | { readonly kind: 'listed'; readonly options: readonly { readonly value: string; readonly label: TextSource | null }[] }
  /** Choices out of a list, possibly filtered; `value` and `label` are names in each item. */
  | { readonly kind: 'itemset'; readonly nodes: Expression; readonly value: string; readonly label: string; readonly isItext: boolean }

interface Shown {
  readonly label: TextSource | null
  readonly appearance: readonly string[]
}
export interface Question extends Shown {
  readonly kind: 'question'
  readonly path: string
  readonly asks: 'input' | 'one' | 'several' | 'file' | 'acknowledge'
  readonly hint: TextSource | null
  readonly choices: Choices | null
  readonly mediaType: string
}
export interface Group extends Shown {
  readonly kind: 'group'
  /** '' for a group that only arranges questions. */
  readonly path: string
  readonly children: readonly Control[]
}
export interface Repeat extends Shown {
  readonly kind: 'repeat'
  readonly path: string
  /** How many instances there are, where the form counts them itself. */
  readonly count: Expression | null
  readonly isFixed: boolean
  readonly children: readonly Control[]
}
export type Control = Question | Group | Repeat
