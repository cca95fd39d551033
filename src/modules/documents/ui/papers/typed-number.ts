/* A number as people type it, with comma or point, at most three decimals; `null` while it is none. */
export function typedNumber(text: string): number | null {
  const plain = text
    .trim()
    .replaceAll(/[\s\u00a0]/g, '')
    .replace(',', '.')
  return /^\d{1,9}(?:\.\d{1,3})?$/.test(plain) ? Number(plain) : null
}
