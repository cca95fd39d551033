/*
One text for one value (RFC 8785): object names sorted by UTF-16 code unit, no white space, numbers as ECMAScript prints them.
Signatures and the chain are made over this text, so two programs that agree on the value agree on the bytes. Absent and
`undefined` are the same; NaN, infinities and lone surrogates are refused, because no two programs print them alike.
*/
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('a number that JSON cannot carry')
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new Error('text with half a character')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  if (typeof value === 'object') {
    const parts = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`)
    return `{${parts.join(',')}}`
  }
  throw new Error(`a ${typeof value} is not JSON`)
}
