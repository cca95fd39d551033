/*
A record as the XML that Collect would have sent for this form: questions in the form's order, what was not answered left out, the same
letters every time, so that the same submission out of two exports is the same to whoever takes it.
*/
import type { AskedForm, AskedPart, Point, SubmissionRecord, Value, Values } from '../domain/records.ts'

/** `replaces`: what this submission is an edit of, where the receiver knows that one. */
export function writeSubmission(form: AskedForm, record: SubmissionRecord, replaces: string | null = null): string {
  const meta =
    `<orx:instanceID>${escape(record.instanceID)}</orx:instanceID>` +
    (replaces === null ? '' : `<orx:deprecatedID>${escape(replaces)}</orx:deprecatedID>`)
  return (
    `<?xml version="1.0"?><${form.root} id="${escape(form.id)}" version="${escape(form.version)}" xmlns:orx="http://openrosa.org/xforms">` +
    `${writeParts(form.parts, record.values, '')}<orx:meta>${meta}</orx:meta></${form.root}>`
  )
}

function writeParts(parts: readonly AskedPart[], values: Values, prefix: string): string {
  return parts
    .map((part) => {
      const value = values[`${prefix}${part.name}`]
      if (part.kind === 'group') return inTag(part.name, writeParts(part.parts, values, `${prefix}${part.name}/`))
      if (part.kind === 'question') return inTag(part.name, escape(writeValue(value ?? null)))
      return rowsIn(value)
        .map((row) => inTag(part.name, writeParts(part.parts, row, '')))
        .join('')
    })
    .join('')
}
const inTag = (name: string, inside: string): string => (inside === '' ? '' : `<${name}>${inside}</${name}>`)

function rowsIn(value: Value | undefined): readonly Values[] {
  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  return rows.filter((row): row is Values => typeof row === 'object' && row !== null)
}
export function writeValue(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return plain(value)
  if (isPoint(value)) return pointText(value)
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  return list.every((one) => typeof one === 'string') ? list.join(' ') : list.filter(isPoint).map(pointText).join(';')
}
const isPoint = (value: unknown): value is Point => typeof value === 'object' && value !== null && 'lat' in value && 'lon' in value
/** Positions have no way to leave out a height and tell an accuracy; Collect writes 0 there. */
function pointText({ lat, lon, alt, acc }: Point): string {
  const rest = acc !== null ? [alt ?? 0, acc] : alt !== null ? [alt] : []
  return [lat, lon, ...rest].map(plain).join(' ')
}
/** XForms knows no exponents. */
function plain(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}
/** XML has no way to write what terminals are steered with. */
const isForXml = (letter: string): boolean => (letter >= ' ' ? letter !== '\uFFFE' && letter !== '\uFFFF' : '\t\n\r'.includes(letter))
const escape = (text: string): string =>
  Array.from(text)
    .filter(isForXml)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
