/*
What was typed into a form and not yet sent, kept on this device under the account that typed it, so that a reload, a closed lid or a lost
connection loses nothing. It goes when the server has it. `fill` changes the form without keeping: what a rule or an answer put there is no work
of a person. Anything unreadable, or of another shape than the form has today, is left alone and the form begins empty.
*/
import { useCallback, useState } from 'react'
import { deviceKeep } from '../device.ts'
import { useMe } from '../who.ts'

export interface KeptForm<Content> {
  readonly content: Content
  readonly change: (part: Partial<Content>) => void
  readonly fill: (part: Partial<Content>) => void
  /** The form began with what was kept. */
  readonly taken: boolean
  /** The server has it. */
  readonly forget: () => void
  /** Throw what was kept away and begin anew. */
  readonly restart: () => void
}

export function useKeptForm<Content extends object>(name: string, first: () => Content): KeptForm<Content> {
  const place = `chanzo.kept.${useMe().data?.account ?? ''}.${name}`
  const [start] = useState(first)
  const [state, setState] = useState(() => {
    const kept = keptIn(deviceKeep().getItem(place), start)
    return { content: kept ?? start, taken: kept !== null }
  })
  const change = (part: Partial<Content>) =>
    setState(({ content, taken }) => {
      const next = { ...content, ...part }
      write(place, next)
      return { content: next, taken }
    })
  // The same function at each drawing, so that an effect may name it.
  const fill = useCallback((part: Partial<Content>) => setState(({ content, taken }) => ({ content: { ...content, ...part }, taken })), [])
  const forget = () => deviceKeep().removeItem(place)
  return {
    ...state,
    change,
    fill,
    forget,
    restart: () => {
      forget()
      setState({ content: start, taken: false })
    },
  }
}

/** The kept text as a form, or null. A part that is missing or of another kind comes from `start`. */
export function keptIn<Content extends object>(text: string | null, start: Content): Content | null {
  if (text === null) return null
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return null
    const known = Object.entries(start).flatMap(([name, value]) => {
      const found: unknown = Reflect.get(kept, name)
      return found !== undefined && kindOf(found) === kindOf(value) ? [[name, found] as const] : []
    })
    return known.length === 0 ? null : { ...start, ...Object.fromEntries(known) }
  } catch {
    return null
  }
}
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : value === null ? 'nothing' : typeof value)

function write(place: string, content: object): void {
  try {
    deviceKeep().setItem(place, JSON.stringify(content))
  } catch {
    // A full device keeps nothing; the button that sends still does.
  }
}
