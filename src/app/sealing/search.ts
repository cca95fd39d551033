/*
Looking for words in texts that lie open in memory. There is no index: none is kept on a device, none on a server. Accents, case and the order of the words do not matter.
*/
import type { TextSlot, VaultName } from '../../modules/cases/contract-vault.ts'

export interface OpenedText {
  readonly caseId: string
  readonly vault: VaultName
  readonly slot: TextSlot
  readonly id: string
  readonly text: string
}
export interface Hit {
  readonly caseId: string
  readonly slot: TextSlot
  readonly id: string
  /** Some words around the first place. */
  readonly around: string
}
const AROUND = 40

export const searched = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')

/** Every word asked for must stand somewhere in the text, also within a longer word. */
export function searchTexts(texts: Iterable<OpenedText>, asked: string): readonly Hit[] {
  const words = searched(asked)
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const hits: Hit[] = []
  for (const { caseId, slot, id, text } of texts) {
    const plain = searched(text)
    if (words.every((word) => plain.includes(word))) hits.push({ caseId, slot, id, around: aroundOf(text, words[0] ?? '') })
  }
  return hits
}

/** The place is looked for letter by letter, because a letter without its accent may be longer or shorter. */
function aroundOf(text: string, word: string): string {
  const letters = [...text.normalize('NFC')]
  const at = letters.findIndex((_, start) => searched(letters.slice(start, start + word.length).join('')).startsWith(word))
  const start = Math.max(0, at - AROUND)
  const end = Math.min(letters.length, at + word.length + AROUND)
  return `${start > 0 ? '…' : ''}${letters.slice(start, end).join('')}${end < letters.length ? '…' : ''}`.replaceAll(/\s+/g, ' ')
}
