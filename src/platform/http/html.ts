/*
HTML from the server, for people without script: a template tag that escapes everything that is not already HTML. It knows
nothing of any page.
*/
export interface Html {
  readonly html: string
}
type Part = Html | string | number | null | undefined | false | readonly Part[]

/** Escapes every value; arrays are joined; null, undefined and false print nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return { html: strings.reduce((text, piece, index) => text + piece + (index < values.length ? print(values[index]) : ''), '') }
}

/** Text that is HTML already, such as an SVG we drew ourselves. Never for anything that a person typed. */
export const trustedHtml = (text: string): Html => ({ html: text })

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}

function print(value: Part | undefined): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  if ('html' in value) return value.html
  return value.map(print).join('')
}
