/*
The files that a submission names, and which of the files that came is which. A file is known by the name that the form gives to it and by nothing
else: what the sender calls it is never a path and never kept. Names come in the wrong alphabet from some phones and some servers on the way.
*/
import type { FormValue } from '../../../modules/forms/contract.ts'

/** In the order of the form; each once. `questions` are paths without the numbers of repeats. */
export function namedFiles(values: readonly FormValue[], questions: readonly string[]): readonly string[] {
  const asked = new Set(questions)
  const names = values.filter(({ path }) => asked.has(path.replaceAll(/\[\d+\]/g, ''))).map(({ value }) => value.trim())
  return [...new Set(names)].filter((name) => name !== '')
}

/** The name in the submission that a file has which came under `sent`; null where the submission names no such file. */
export function nameOfFile(sent: string, named: readonly string[]): string | null {
  for (const spelling of spellings(sent)) {
    const found = named.find((name) => name.normalize('NFC') === spelling)
    if (found !== undefined) return found
  }
  // A byte that was no UTF-8 became a sign for "unknown": it stands for one letter, where only one name fits.
  if (!sent.includes('\uFFFD')) return null
  const fitting = named.filter((name) => fits(sent, name.normalize('NFC')))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

const spellings = (sent: string): readonly string[] => [...new Set([sent, readAgain(sent)])].map((name) => name.normalize('NFC'))

/** UTF-8 that somebody read as latin-1, read as what it is: `cafÃ©.jpg` is `café.jpg`. */
function readAgain(sent: string): string {
  const codes = Array.from(sent, (letter) => letter.codePointAt(0) ?? 0)
  if (codes.some((code) => code > 0xff)) return sent
  try {
    return decodeURIComponent(codes.map((code) => `%${code.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return sent
  }
}

const fits = (sent: string, name: string): boolean => {
  const [one, other] = [Array.from(sent), Array.from(name)]
  return one.length === other.length && one.every((letter, at) => letter === '\uFFFD' || letter === other[at])
}
