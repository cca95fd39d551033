/*
The state of a screen lives in its address, so that it can be sent, bookmarked and printed. All values are text; an empty
value leaves the address. Never a name of a person: only codes, dates, words typed into a filter of sites.
On a telephone in the field the address is no place: a browser keeps its history in clear. What changes there lives in memory until the lock.
*/
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { isFieldDevice } from '../device.ts'

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

/** What was changed on the screens of a telephone, by the address at which they stand, for as long as the page lives. */
export function memoryOfScreens() {
  const unwritten = new Map<string, UrlState>()
  const listeners = new Set<() => void>()
  return {
    at: (address: string): UrlState => unwritten.get(address) ?? nothing,
    change: (address: string, change: UrlState): void => {
      unwritten.set(address, { ...unwritten.get(address), ...change })
      for (const told of listeners) told()
    },
    listen: (told: () => void): (() => void) => {
      listeners.add(told)
      return () => listeners.delete(told)
    },
  }
}
const nothing: UrlState = {}
const memory = memoryOfScreens()

/** The state, and a function that changes some of it (`''` removes). Changes replace the entry in the history. */
export function useUrlState(): readonly [UrlState, (change: UrlState) => void] {
  const said = textsOf(useSearch({ strict: false }))
  const { href } = useLocation()
  const unwritten = useSyncExternalStore(memory.listen, () => memory.at(href))
  const navigate = useNavigate()
  if (isFieldDevice()) return [textsOf(withoutEmpty({ ...said, ...unwritten })), (change) => memory.change(href, change)]
  return [
    said,
    (change) =>
      void navigate({ to: '.', search: (before: object) => withoutEmpty({ ...before, ...change }), replace: true, resetScroll: false }),
  ]
}

function textsOf(record: object): UrlState {
  return Object.fromEntries(Object.entries(record).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}
const withoutEmpty = (state: { readonly [name: string]: unknown }): { [name: string]: unknown } =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => value !== ''))
