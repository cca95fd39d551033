/*
Where an unfinished interview lies: on a telephone in its sealed store, under the account that holds it, and it never goes to the server as a draft; at
a desk in the memory of this page only, and nowhere once the page is left. Whoever empties the telephone empties this with it.
*/
import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { deviceKeep, fieldHand } from '../../../../app/device.ts'
import { interviewKey } from '../../../../app/field/person-drafts.ts'
import { drawnSubject } from '../drawn-subject.ts'
import { SCREENING_FORM_ID } from '../../domain/identification/screening-form.ts'
import { type DraftChange, type ScreeningDraft, blankDraft, resumed } from './screening-draft.ts'

export const isKeptHere = (): boolean => fieldHand() !== null

/** A draft of another form, or one that cannot be read, is none. A part that is missing comes from a blank one. */
export function draftIn(text: string | null, now: string): ScreeningDraft | null {
  if (text === null) return null
  try {
    const kept: unknown = JSON.parse(text)
    if (!isKept(kept)) return null
    // Kept by an app that drew the code when it sent: it is drawn now, once.
    const draft = { ...blankDraft(now, '', drawnSubject()), ...kept.draft }
    return draft.form === SCREENING_FORM_ID ? resumed(draft, kept.lastAt, now) : null
  } catch {
    return null
  }
}
export const keptDraft = (draft: ScreeningDraft, lastAt: string): string => JSON.stringify({ draft, lastAt })
const isKept = (value: unknown): value is { readonly draft: DraftChange; readonly lastAt: string } =>
  typeof value === 'object' &&
  value !== null &&
  'draft' in value &&
  typeof value.draft === 'object' &&
  value.draft !== null &&
  'form' in value.draft &&
  'lastAt' in value &&
  typeof value.lastAt === 'string'

/** Met at a site, on a telephone, unless somebody says otherwise. */
export const begun = (now: string): ScreeningDraft => ({
  ...blankDraft(now, newId(), drawnSubject()),
  source: isKeptHere() ? 'site-visit' : 'other',
})

export interface HeldDraft {
  readonly draft: ScreeningDraft
  readonly change: (part: DraftChange) => void
  /** It began with what was kept on this telephone. */
  readonly taken: boolean
  /** Something was answered since it began. */
  readonly touched: boolean
  /** The telephone has no room: what is typed is in memory only. */
  readonly full: boolean
  readonly forget: () => void
}
interface Holding {
  readonly first: ScreeningDraft | undefined
  /** The case that it is added to; '' opens one. */
  readonly into: string
}
export function useScreeningDraft(account: string, { first, into }: Holding): HeldDraft {
  const [start] = useState(() => {
    const now = new Date().toISOString()
    const kept = isKeptHere() ? draftIn(deviceKeep().getItem(interviewKey(account, into)), now) : null
    return { draft: kept ?? first ?? begun(now), taken: kept !== null }
  })
  const [draft, setDraft] = useState(start.draft)
  const [touched, setTouched] = useState(start.taken || first !== undefined)
  const [taken, setTaken] = useState(start.taken)
  const [full, setFull] = useState(false)
  const gone = useRef(false)
  useEffect(() => {
    if (!touched || gone.current || !isKeptHere()) return
    try {
      deviceKeep().setItem(interviewKey(account, into), keptDraft(draft, new Date().toISOString()))
      setFull(false)
    } catch {
      setFull(true)
    }
  }, [account, into, draft, touched])
  const change = useCallback((part: DraftChange) => {
    setTouched(true)
    setDraft((before) => ({ ...before, ...part }))
  }, [])
  return {
    ...{ draft, change, taken, touched, full },
    forget: () => {
      gone.current = true
      if (isKeptHere()) deviceKeep().removeItem(interviewKey(account, into))
      setDraft(begun(new Date().toISOString()))
      setTouched(false)
      setTaken(false)
    },
  }
}
