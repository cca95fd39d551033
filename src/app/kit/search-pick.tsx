/*
Finding a thing by its name or code and picking it. The kit draws the search; the module that knows the things asks the server
(`wanted` goes into its question) and says how each is called. Nothing is typed freehand: only what was found can be picked.
*/
import { type ReactNode, useDeferredValue, useState } from 'react'
import { Field } from './field.tsx'
import { ErrorState } from './states.tsx'

const shownAtMost = 12

export interface Search {
  readonly text: string
  readonly setText: (text: string) => void
  /** What to look for; null while fewer than two letters stand there. */
  readonly wanted: string | null
}
/** The text of one search, a little behind the typing so that not every letter asks the server. */
export function useSearch(): Search {
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  return { text, setText, wanted: wanted.length >= 2 ? wanted : null }
}

export interface Findable {
  readonly id: string
  readonly name: string
  readonly code: string
  /** Stands beside the name where it decides what may be done. */
  readonly mark: ReactNode
}
export interface SearchPickProps {
  readonly label: string
  readonly hint: string
  /** Said when nothing bears the name. */
  readonly none: string
  readonly search: Search
  /** Undefined while the server has not answered. */
  readonly found: readonly Findable[] | undefined
  readonly error: Error | null
  readonly onPick: (found: Findable) => void
}
/** The search with the first twelve things found below it. */
export function SearchPick({ label, hint, none, search, found, error, onPick }: SearchPickProps) {
  const shown = search.wanted === null ? undefined : found
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <>
          <input
            className="input"
            type="search"
            autoComplete="off"
            {...wiring}
            value={search.text}
            onChange={(event) => search.setText(event.target.value)}
          />
          {error && <ErrorState error={error} />}
          {shown?.length === 0 && <span className="small">{none}</span>}
          {shown && shown.length > 0 && <FoundList found={shown} onPick={onPick} />}
        </>
      )}
    </Field>
  )
}

function FoundList({ found, onPick }: { readonly found: readonly Findable[]; readonly onPick: (found: Findable) => void }) {
  return (
    <div className="found">
      {found.slice(0, shownAtMost).map((one) => (
        <button key={one.id} type="button" onClick={() => onPick(one)}>
          <span className="grow">
            {one.name} <span className="small">{one.code}</span>
          </span>
          {one.mark}
        </button>
      ))}
    </div>
  )
}
