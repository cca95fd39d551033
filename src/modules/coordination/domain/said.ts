/*
Words that somebody types for a committee. They may carry neither the code of a case nor the address of one, nor somebody by their title: what is about persons comes to
a committee as counts alone. A guess on the safe side: it refuses what looks like it.
*/
import { type Refusal, refused } from '../../../kernel/outcome.ts'

/** As codes of cases are drawn: no 0, 1, I, L or O, so that no number of a meeting or a lot of this century has the shape. */
const CASE_CODE = /(?<![A-Z0-9])[2-9A-HJ-NP-Z]{2}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{2,3}(?![A-Z0-9])/
const SPOKEN_CODE = /(?<![a-z0-9])(?=[a-z-]*[0-9])[2-9a-hj-np-z]{2}-[2-9a-hj-np-z]{4}-[2-9a-hj-np-z]{2,3}(?![a-z0-9])/
const ADDRESS = /(?:\/cases\/|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/i
const TITLED =
  /(?<!\p{L})(?:M\.|Mr|Mme|Mlle|Monsieur|Madame|Maître|Colonel|Major|Capitaine|Lieutenant|Sergent|Adjudant|Général|Commandant|Mrs|Ms|Captain)\s+\p{Lu}[\p{L}’'-]+/u

/** Wide letters are letters, and every dash is a hyphen: a code is one however it was typed. */
const plainly = (words: string): string => words.normalize('NFKC').replaceAll(/[\u2010-\u2015\u2212\u00AD]/g, '-')

type Refused = { readonly ok: false; readonly refusal: Refusal }
/** `null` when nothing speaks against it. */
export function refusedWords(...said: readonly (string | undefined)[]): Refused | null {
  for (const words of said) {
    if (words === undefined) continue
    const plain = plainly(words)
    if ([words, plain].some((one) => CASE_CODE.test(one)) || SPOKEN_CODE.test(plain.toLowerCase()) || ADDRESS.test(plain))
      return refused('committee-item-names-a-case')
    if (TITLED.test(words)) return refused('committee-item-names-a-person')
  }
  return null
}
