/*
The draft of an edit: what is typed is on the screen at once and with the server soon after, so that a closed laptop loses nothing. A second
window of the same person is noticed by the revision; then nothing is overwritten.
*/
import { useEffect, useRef, useState } from 'react'
import { post } from '../../../../app/api.ts'
import { trimmedSheets } from '../../domain/edit-sheets.ts'
import type { FormSheets } from '../../domain/xlsform/sheets.ts'

export type SaveState = 'untouched' | 'saved' | 'saving' | 'unsaved'
export interface FormDraft {
  readonly sheets: FormSheets
  readonly edit: (change: (sheets: FormSheets) => FormSheets) => void
  readonly state: SaveState
  /** Why the last save did not happen. */
  readonly trouble: unknown
  readonly retry: () => void
  /** Removes the draft from the server; what is on the screen is no longer saved. */
  readonly drop: () => Promise<void>
}

const PAUSE_MILLISECONDS = 1200

interface Start {
  readonly form: string
  readonly basedOn: string
  readonly sheets: FormSheets
  readonly revision: number
}
export function useFormDraft({ form, basedOn, sheets: begun, revision: read }: Start): FormDraft {
  const [sheets, setSheets] = useState(begun)
  const [state, setState] = useState<SaveState>(read === 0 ? 'untouched' : 'saved')
  const [trouble, setTrouble] = useState<unknown>(null)
  const [tries, setTries] = useState(0)
  const revision = useRef(read)
  const kept = useRef(begun)
  const busy = useRef(false)
  const latest = useRef(begun)
  const address = `/api/forms/${encodeURIComponent(form)}/draft`
  useEffect(() => {
    latest.current = sheets
    if (sheets === kept.current || busy.current) return undefined
    const timer = setTimeout(() => {
      // Thrown away while it waited.
      if (sheets === kept.current) return
      busy.current = true
      setState('saving')
      const sent = sheets
      post<{ readonly revision: number }>(address, { basedOn, sheets: trimmedSheets(sent), revision: revision.current })
        .then((answer) => {
          revision.current = answer.revision
          kept.current = sent
          setTrouble(null)
          setState(latest.current === sent ? 'saved' : 'unsaved')
        })
        .catch((error: unknown) => {
          setTrouble(error)
          setState('unsaved')
        })
        // Looks again: something may have been typed meanwhile.
        .finally(() => {
          busy.current = false
          if (kept.current === sent) setTries((before) => before + 1)
        })
    }, PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [sheets, tries, address, basedOn])
  return {
    sheets,
    edit: (change) => {
      setSheets(change)
      setState('unsaved')
    },
    state,
    trouble,
    retry: () => setTries((before) => before + 1),
    drop: async () => {
      kept.current = sheets
      if (revision.current > 0) await post<object>(`${address}/removal`, { revision: revision.current })
    },
  }
}
