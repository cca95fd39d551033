/*
A number as text without needless digits: `+0012.50` is `12.5`, `1e-7` is `0.0000001`. Done on the digits, because a text may hold more
of them than a number in memory.
*/
const shape = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/

/** `null` when the text is no number. */
export function plainNumber(text: string): string | null {
  const found = shape.exec(text)
  const [, sign = '', whole = '', part = '', exponent = '0'] = found ?? []
  if (!found || whole + part === '') return null
  const digits = whole + part
  const point = whole.length + Number(exponent)
  const padded = point > digits.length ? digits.padEnd(point, '0') : point < 0 ? '0'.repeat(-point) + digits : digits
  const before = padded.slice(0, Math.max(point, 0)).replace(/^0+(?=\d)/, '') || '0'
  const after = padded.slice(Math.max(point, 0)).replace(/0+$/, '')
  const value = after === '' ? before : `${before}.${after}`
  return sign === '-' ? `-${value}` : value
}
