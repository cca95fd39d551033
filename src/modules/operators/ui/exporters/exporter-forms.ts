/* What is typed of an exporter and of its owners, and what of it is sent: `null` while something is missing or no number. */
import type { OwnerRole } from '../../contract-exporters.ts'
import { isAddress } from './audit-forms.ts'

/** One depot to a line, name and locality parted by a semicolon; a line with one of the two keeps the form from being sent. */
export function descriptionOf(minerals: readonly string[], text: string) {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(';').map((part) => part.trim()))
  const depots = lines.map(([name = '', locality = '']) => ({ name, locality }))
  return depots.every((one) => one.name !== '' && one.locality !== '') ? { minerals: [...minerals], depots } : null
}
export const depotsText = (depots: readonly { readonly name: string; readonly locality: string }[]): string =>
  depots.map((one) => `${one.name} ; ${one.locality}`).join('\n')

export function screeningOf({ on, lists, result }: { readonly on: string; readonly lists: string; readonly result: ScreeningResult }) {
  return on === '' || lists.trim() === '' ? null : { on, lists: lists.trim(), result }
}
export type ScreeningResult = 'clear' | 'to-examine' | 'match'

export function linkedReportOf({ year, title, address }: { readonly year: string; readonly title: string; readonly address: string }) {
  const complete = /^20\d\d$/.test(year.trim()) && title.trim() !== '' && isAddress(address)
  return complete ? { year: Number(year), title: title.trim(), address: address.trim() } : null
}
export function endingOf({ supplier, on, reason }: { readonly supplier: string; readonly on: string; readonly reason: string }) {
  return on === '' || reason.trim() === '' ? null : { supplier, on, reason: reason.trim() }
}
export const admissionOf = ({ from, reason }: { readonly from: string; readonly reason: string }) =>
  from === '' || reason.trim() === '' ? null : { from, reason: reason.trim() }

export interface OwnerForm {
  readonly role: OwnerRole
  readonly kind: 'person' | 'body'
  readonly name: string
  readonly country: string
  readonly share: string
  readonly from: string
}
/** "25,5" is 2550 hundredths of a percent; `null` for what is no share. */
export function shareOf(text: string): number | null {
  const read = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*%?\s*$/.exec(text)
  const hundredths = read === null ? 0 : Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0'))
  return hundredths >= 1 && hundredths <= 10_000 ? hundredths : null
}
/** The name of a person goes beside the holder and never into it: what stands in the holder comes into the log. */
export function ownerOf({ role, kind, name, country, share, from }: OwnerForm) {
  const shareHundredths = shareOf(share)
  const where = country.trim().toUpperCase()
  if (shareHundredths === null || name.trim() === '' || !/^[A-Z]{2}$/.test(where) || from === '') return null
  const said = { role, shareHundredths, from }
  return kind === 'person'
    ? { ...said, holder: { kind }, person: { name: name.trim(), nationality: where } }
    : { ...said, holder: { kind, name: name.trim(), country: where } }
}
