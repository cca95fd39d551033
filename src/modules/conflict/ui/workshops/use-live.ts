/* An answer that is asked again every few seconds while somebody looks at it; a hidden tab asks nothing, and asks at once when it is seen again. */
import { useEffect, useRef } from 'react'
import { type Asked, useAnswer } from '../../../../app/ask.ts'

export function useLive<Data>(path: string, seconds: number): Asked<Data> {
  const asked = useAnswer<Data>(path)
  const again = useRef(asked.again)
  useEffect(() => {
    again.current = asked.again
  })
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') again.current()
    }
    const timer = setInterval(look, seconds * 1000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [path, seconds])
  return asked
}
