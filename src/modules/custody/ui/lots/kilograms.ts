/*
Kilograms as people type them, to whole grams, without ever passing through a fraction: the digits are moved, not multiplied.
Comma and point both part kilograms from grams; blanks of any width group thousands. Three places are a gram; a fourth is refused,
because no scale here shows it and rounding would invent mass.
*/
export type MassFault = 'not-a-mass' | 'too-fine' | 'too-heavy' | 'zero'
export type TypedMass = { readonly ok: true; readonly grams: number } | { readonly ok: false; readonly fault: MassFault }

/** A thousand tonnes: more is a slip of the finger. */
const MOST_GRAMS = 1_000_000_000

/** `42,5` → 42500 grams; `1 234.567` → 1234567. Empty text is a fault too: ask only once something was typed. */
export function gramsFromKilograms(text: string): TypedMass {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(/kg$/i, '')
  const found = /^(\d{1,12})(?:[.,](\d*))?$/.exec(plain)
  if (!found) return { ok: false, fault: 'not-a-mass' }
  const places = (found[2] ?? '').replace(/0+$/, '')
  if (places.length > 3) return { ok: false, fault: 'too-fine' }
  const grams = Number(`${found[1] ?? ''}${places.padEnd(3, '0')}`)
  if (grams === 0) return { ok: false, fault: 'zero' }
  return grams > MOST_GRAMS ? { ok: false, fault: 'too-heavy' } : { ok: true, grams }
}

/** What a field shows for grams that it holds: `42.5` in English, `42,5` in French; no grouping, so that it can be typed over. */
export function kilogramsText(language: 'fr' | 'en', grams: number): string {
  const digits = String(grams).padStart(4, '0')
  const places = digits.slice(-3).replace(/0+$/, '')
  return digits.slice(0, -3) + (places === '' ? '' : (language === 'fr' ? ',' : '.') + places)
}
