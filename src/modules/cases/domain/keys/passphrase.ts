/*
What may stand before a personal key. Nobody can count the tries of somebody who copied the sealed key, so a PIN is not enough here: at least fourteen characters of some variety, or six words
that were drawn. What everybody tries first is refused. (D: least length and number of words.)
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { DRAWN_WORDS } from './drawn-words.ts'

export const LEAST_CHARACTERS = 14
export const DRAWN = 6
const LEAST_DISTINCT = 7

/** The one spelling of a passphrase: blanks at its ends and doubled blanks do not count. */
export const spelledPassphrase = (typed: string): string => typed.normalize('NFKC').trim().replaceAll(/\s+/g, ' ')

export function chosenPassphrase(typed: string): Outcome<string> {
  const passphrase = spelledPassphrase(typed)
  const letters = [...passphrase.toLowerCase()]
  if (letters.length > 400) return refused('passphrase-too-long', { most: 400 })
  if (letters.length < LEAST_CHARACTERS) return refused('passphrase-too-short', { least: LEAST_CHARACTERS, words: DRAWN })
  const plain = passphrase.toLowerCase().replaceAll(/[\s'’._-]/g, '')
  if (new Set(letters).size < LEAST_DISTINCT || isRepeated(plain) || isRow(plain) || isTriedFirst(plain))
    return refused('passphrase-too-easy')
  return accepted(passphrase)
}

/** `pick(most)` gives a whole number from 0 to below `most`, each as likely as the other. */
export const drawnPassphrase = (pick: (most: number) => number): string =>
  Array.from({ length: DRAWN }, () => DRAWN_WORDS[pick(DRAWN_WORDS.length)] ?? '').join(' ')

/** `abcabcabc…`, also when its last round is cut. */
function isRepeated(text: string): boolean {
  for (let length = 1; length <= text.length / 2; length++)
    if (
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .startsWith(text)
    )
      return true
  return false
}
/** Letters or keys in a line, up or down: more than two thirds of it. */
function isRow(text: string): boolean {
  let inRow = 0
  for (let at = 1; at < text.length; at++) {
    const pair = text.slice(at - 1, at + 1)
    if (rows.some((row) => row.includes(pair))) inRow += 1
  }
  return inRow * 3 > text.length * 2
}
const ahead = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'azertyuiop', 'qsdfghjklm', 'wxcvbn', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const rows = [...ahead, ...ahead.map((row) => [...row].reverse().join(''))]

/** What is left beside words that stand first on every list is too little. */
const isTriedFirst = (text: string): boolean => triedFirst.reduce((rest, word) => rest.replaceAll(word, ''), text).length < 6
const triedFirst = [
  ...([
    'motdepasse',
    'password',
    'passphrase',
    'passepartout',
    'administrateur',
    'administrator',
    'bonjour',
    'bienvenue',
    'welcome',
  ] as const),
  ...(['chanzo', 'iloveyou', 'jetaime', 'letmein', 'monmotdepasse', 'protection', 'tresfort', 'secret', 'azerty', 'qwerty'] as const),
  ...([
    'kinshasa',
    'lubumbashi',
    'kolwezi',
    'goma',
    'bukavu',
    'bunia',
    'congo',
    'katanga',
    'kivu',
    'dieuestgrand',
    'jesus',
    'amour',
  ] as const),
  ...(['0123456789', '123456789', '12345678', '1234567', '123456', '12345', '1234', '123', '2024', '2025', '2026', '2027'] as const),
]
