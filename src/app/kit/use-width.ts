/* The width that an element has on this screen, in pixels; pictures lay themselves out by it instead of shrinking their letters. */
import { type RefObject, useEffect, useRef, useState } from 'react'

export function useWidth<Element extends HTMLElement>(start: number): readonly [RefObject<Element | null>, number] {
  const place = useRef<Element>(null)
  const [width, setWidth] = useState(start)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(280, Math.floor(entry.contentRect.width)))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [place, width]
}
