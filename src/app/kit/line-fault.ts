/* A list typed one entry a line: which line is longer than the server takes. */
import type { Translate } from '../words.ts'

/** The fault of the first line with more than `most` letters, or undefined. */
export function lineFault(t: Translate, text: string, most: number): string | undefined {
  const at = text.split('\n').findIndex((line) => line.trim().length > most)
  return at === -1 ? undefined : t('field.line-too-long', { line: at + 1, most })
}
