/*
Numbers typed into forms of trainings that may be left out. What cannot be read is a fault to be shown beside its field, never silently nothing: a cost or a year
that somebody typed and that is not kept would be missed by nobody.
*/
const SPACES = /[\s\u00a0\u202f]/g

/** A whole number of at most nine digits, spaces between thousands allowed; `null` when nothing was typed. */
export function typedWhole(text: string): number | null | 'fault' {
  const digits = text.replace(SPACES, '')
  if (digits === '') return null
  return /^\d{1,9}$/.test(digits) ? Number(digits) : 'fault'
}
/** A year in which somebody who lives may be born; `null` when nothing was typed. */
export function typedBirthYear(text: string, today: string): number | null | 'fault' {
  const year = typedWhole(text)
  if (year === null || year === 'fault') return year
  return year >= 1900 && year <= Number(today.slice(0, 4)) ? year : 'fault'
}
