/* One form of a case that is being sent: busy, refused, done. Each form shows its own refusal beside its own button. */
import { useState } from 'react'
import type { Outcome } from '../../../../kernel/outcome.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { type Beside, type CaseWork, troubleFrom } from './use-case.ts'

export interface Making {
  readonly all: readonly OneCommand[]
  readonly beside?: Beside
}
export interface Steps {
  /** True when the server took it. */
  readonly act: (make: () => Promise<Outcome<Making>> | Outcome<Making>) => Promise<boolean>
  readonly sending: boolean
  readonly error: unknown
  readonly forget: () => void
}
export function useSteps(work: Pick<CaseWork, 'send'>): Steps {
  const [state, setState] = useState<{ readonly sending: boolean; readonly error: unknown }>({ sending: false, error: null })
  return {
    ...state,
    forget: () => setState({ sending: false, error: null }),
    act: async (make) => {
      setState({ sending: true, error: null })
      try {
        const made = await make()
        if (!made.ok) throw await troubleFrom(made.refusal)
        await work.send(made.value.all, made.value.beside)
        setState({ sending: false, error: null })
        return true
      } catch (error) {
        setState({ sending: false, error })
        return false
      }
    },
  }
}
