/* Hears a hand scanner anywhere on the screen; a field that happened to have the focus gets back what it held. */
import { useEffect, useEffectEvent } from 'react'
import { type Burst, feedKey, noBurst } from '../../domain/weighing/wedge.ts'

/** `held`: what the field with the focus held before the scanner typed into it; null where none had it. */
export function useWedge(onCode: (code: string, held: string | null) => void): void {
  const found = useEffectEvent(onCode)
  useEffect(() => {
    let burst: Burst = noBurst
    const heard = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey) return
      const field = event.target instanceof HTMLInputElement ? event.target.value : null
      const fed = feedKey(burst, { key: event.key, at: event.timeStamp, field })
      burst = fed.burst
      if (fed.code === null) return
      event.preventDefault()
      event.stopPropagation()
      found(fed.code, burst.before)
      burst = noBurst
    }
    window.addEventListener('keydown', heard, { capture: true })
    return () => window.removeEventListener('keydown', heard, { capture: true })
  }, [])
}
