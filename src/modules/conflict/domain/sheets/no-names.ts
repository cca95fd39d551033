/*
What leaves for everybody names no place below the province and no actor. A text is looked through word by word, without accents and case; of a site
that is called with a number at its end, the name without the number counts too. It finds what is written, not what is hinted at: a person reads it first.
*/
import { foldedActor } from '../folded.ts'

const LEAST_LETTERS = 3

/** The names that stand in the text, as they were given. */
export function namesIn(text: string, names: readonly string[]): readonly string[] {
  const words = ` ${foldedActor(text)} `
  return [...new Set(names)].filter((name) => spellings(name).some((one) => words.includes(` ${one} `)))
}
const spellings = (name: string): readonly string[] => {
  const folded = foldedActor(name)
  return [folded, folded.replace(/(?: \d+)+$/, '')].filter((one) => one.length >= LEAST_LETTERS)
}
