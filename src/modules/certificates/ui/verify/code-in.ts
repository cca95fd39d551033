/*
Finds the code's text in what a person pasted or in a file: the bare text, text with line breaks from a mail, or JSON that
holds it somewhere. Base45 has blanks inside, so blanks are never folded; only line breaks, which it cannot hold, are dropped.
What holds no code is handed on as it is: the verifier says that it cannot read it.
*/
const BEGINS = /^ASM\d+:/
const INSIDE = /ASM\d+:[0-9A-Z $%*+\-./:]+/

/** The text to verify. Never throws. */
export function codeIn(text: string): string {
  const plain = text.replaceAll(/[\r\n\t\uFEFF]/g, '').trim()
  if (BEGINS.test(plain)) return plain
  return codeInJson(text) ?? INSIDE.exec(plain)?.[0]?.trim() ?? plain
}

/** The number in the address of a public page: what the small code of a sheet says. `null` for anything else. */
export const numberInLink = (text: string): string | null =>
  /^https?:\/\/[^\s/]+(?:\/[^\s?#]*)?\/certificate\/([A-Z]{2}-\d{4}-\d{6,9})\/?(?:[?#]\S*)?$/.exec(text.trim())?.[1] ?? null

function codeInJson(text: string): string | null {
  if (!/^\s*[[{"]/.test(text)) return null
  try {
    return findCode(JSON.parse(text), 8)
  } catch {
    return null
  }
}

function findCode(value: unknown, depth: number): string | null {
  if (typeof value === 'string') return BEGINS.test(value.trim()) ? value.trim() : null
  if (typeof value !== 'object' || value === null || depth === 0) return null
  for (const inside of Object.values(value)) {
    const found = findCode(inside, depth - 1)
    if (found !== null) return found
  }
  return null
}
