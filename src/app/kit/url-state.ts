/*
The state of a screen lives in its address, so that it can be sent, bookmarked and printed. All values are text; an empty
value leaves the address. Never a name of a person: only codes, dates, words typed into a filter of sites.
*/
import { useNavigate, useSearch } from '@tanstack/react-router'

export type UrlState = { readonly [name: string]: string }

/** `?a=1&b=x` to a flat record; the first of a repeated name counts. */
export function readSearch(search: string): UrlState {
  const state: { [name: string]: string } = {}
  for (const [name, value] of new URLSearchParams(search)) if (!(name in state)) state[name] = value
  return state
}

/** The record as an address writes it, in a stable order, without empty values. */
export function writeSearch(state: { readonly [name: string]: unknown }): string {
  const kept = Object.entries(state)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]): [string, string] => [name, String(value)])
  const text = new URLSearchParams(kept).toString()
  return text === '' ? '' : `?${text}`
}

/** The state, and a function that changes some of it (`''` removes). Changes replace the entry in the history. */
export function useUrlState(): readonly [UrlState, (change: UrlState) => void] {
  const state = textsOf(useSearch({ strict: false }))
  const navigate = useNavigate()
  return [
    state,
    (change) =>
      void navigate({ to: '.', search: (before: object) => withoutEmpty({ ...before, ...change }), replace: true, resetScroll: false }),
  ]
}

function textsOf(record: object): UrlState {
  return Object.fromEntries(Object.entries(record).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}
const withoutEmpty = (state: { readonly [name: string]: unknown }): { [name: string]: unknown } =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => value !== ''))
