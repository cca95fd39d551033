/* The draft of one inspection as a hook: written to the device at every change, before the screen shows it. */
import { deviceKeep } from '../../../../app/device.ts'
import { useState } from 'react'
import { type InspectionDraft, readDraft, writeDraft } from './draft.ts'

export interface KeptDraft {
  readonly draft: InspectionDraft
  readonly change: (make: (before: InspectionDraft) => InspectionDraft) => void
  /** False: this device cannot keep it; what is typed lives only on the screen. */
  readonly kept: boolean
}
export function useDraft(inspection: string): KeptDraft {
  const [state, setState] = useState(() => ({ draft: readDraft(deviceKeep(), inspection), kept: true }))
  return {
    ...state,
    change: (make) =>
      setState((before) => {
        const draft = make(before.draft)
        return { draft, kept: writeDraft(deviceKeep(), inspection, draft) }
      }),
  }
}
