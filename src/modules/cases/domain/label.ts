/* What a code is called: both languages or it does not compile. */
import type { Language } from '../../../kernel/phrase.ts'

export interface Label {
  readonly fr: string
  readonly en: string
}
export type Labels<Code extends string> = { readonly [code in Code]: Label }
export const say = <Code extends string>(labels: Labels<Code>, code: Code, language: Language): string => labels[code][language]
export const label = (fr: string, en: string): Label => ({ fr, en })
