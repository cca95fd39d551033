/* One act on the vault from a form: busy while it runs, its refusal in words, or what was done. */
import { useState } from 'react'
import type { Outcome } from '../../../../kernel/outcome.ts'
import { needRefusals, refusalText, t } from '../../../../app/words.ts'

export interface Said {
  readonly tone: 'good' | 'red'
  readonly text: string
}
export interface Act {
  readonly busy: boolean
  readonly said: Said | null
  /** True when it was done. */
  readonly run: <Value>(act: () => Promise<Outcome<Value>>, done: string) => Promise<Value | null>
}
export function useAct(): Act {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  return {
    busy,
    said,
    run: async (act, done) => {
      setBusy(true)
      setSaid(null)
      try {
        const outcome = await act()
        if (outcome.ok) {
          setSaid(done === '' ? null : { tone: 'good', text: done })
          return outcome.value
        }
        await needRefusals()
        const { code, facts } = outcome.refusal
        setSaid({ tone: 'red', text: code === 'wrong-pin' ? t('lock.wrong') : refusalText(code, facts) })
      } catch {
        setSaid({ tone: 'red', text: t('lock.trouble') })
      } finally {
        setBusy(false)
      }
      return null
    },
  }
}
