/*
Which name is whose. Two spellings are the same only when they fold to the same letters: accents, case, signs, and what a list leaves out in brackets ("sauf PMH").
Whatever is less than that is near, and near is a proposal to a person: groups split, and a faction that bears half a name may be at war with the other half.
*/
import { foldedActor } from '../folded.ts'

export const foldedSpelling = (written: string): string => foldedActor(written.replaceAll(/\((?:sauf|hors|except)\b[^)]*\)/giu, ' '))

/** Ways of writing one word, for nearness alone. */
const SAME: { readonly [word: string]: string } = { mayi: 'mai', renove: 'r', renovee: 'r', militia: 'milice', ngumino: 'ngomino' }
/** Words that many bear: they make nobody near. */
const COMMON = new Set(
  'mai r ex groupe groupes group milice forces force armee armees arme armes de du des la le les et of the d l self defense autodefense non identifie identifies'.split(
    ' ',
  ),
)
const wordsOf = (written: string): readonly string[] => [
  ...new Set(
    foldedSpelling(written)
      .split(' ')
      .filter(Boolean)
      .map((word) => SAME[word] ?? word),
  ),
]

/** Whether a person should be asked if the two are one (D). Not for those that are the same. */
export function isNear(a: string, b: string): boolean {
  if (foldedSpelling(a) === foldedSpelling(b)) return false
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const ofLeft = left.filter((word) => !COMMON.has(word))
  const ofRight = right.filter((word) => !COMMON.has(word))
  // Both of common words alone: only the same words in another way are near.
  if (ofLeft.length === 0 || ofRight.length === 0) return left.join(' ') === right.join(' ')
  const [fewer, more] = ofLeft.length <= ofRight.length ? [ofLeft, ofRight] : [ofRight, ofLeft]
  return fewer.every((word) => more.some((other) => isSlip(word, other)))
}

/** The same, or one letter off in a word that is long enough for a slip of the pen. */
function isSlip(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const rest = (text: string, skip: number): string => text.slice(at + skip)
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1)
}

export interface Spelling {
  readonly actor: string
  readonly written: string
}
export type Match =
  | { readonly kind: 'exact'; readonly actor: string }
  | { readonly kind: 'near'; readonly actors: readonly string[] }
  | { readonly kind: 'none' }
/** The first of the ways of writing that fits exactly; else whoever is near to one of them. */
export function matchSpelling(written: readonly string[], known: readonly Spelling[]): Match {
  for (const one of written) {
    const fold = foldedSpelling(one)
    const found = fold === '' ? undefined : known.find((spelling) => foldedSpelling(spelling.written) === fold)
    if (found) return { kind: 'exact', actor: found.actor }
  }
  const near = known.filter((spelling) => written.some((one) => isNear(one, spelling.written)))
  const actors = [...new Set(near.map(({ actor }) => actor))]
  return actors.length > 0 ? { kind: 'near', actors } : { kind: 'none' }
}
