/*
Six words that a person can read over the telephone, from the hash of a code: 48 bits. Whoever reads them out and whoever hears them speak of the
same code, whatever language each reads. It proves no signature: whoever copies a whole paper copies its words too, so facts are compared with
them. To find other facts with the same words takes 2^48 tries, and the result would still need the issuer's key.
*/
import { phraseWords } from './phrase-words.ts'

export const PHRASE_WORDS = 6
export const PHRASE_BITS = PHRASE_WORDS * 8

/** The words of a code, from the SHA-256 of its text. */
export const checkPhrase = (sha256: Uint8Array, language: 'fr' | 'en'): readonly string[] =>
  Array.from(sha256.slice(0, PHRASE_WORDS), (byte) => phraseWords[language][byte] ?? '')

/** Accents, case and what stands between the words do not count when somebody types what was heard. */
export const isSamePhrase = (typed: string, phrase: readonly string[]): boolean =>
  plain(typed).join(' ') === phrase.map((word) => plain(word).join('')).join(' ')

const plain = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
