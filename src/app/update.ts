/*
The service worker: keeps the app for use without network and says when a newer one waits. It is taken only when the person
says so, because a reload in the middle of a form would lose what was typed.
*/
import { useSyncExternalStore } from 'react'
import { Workbox } from 'workbox-window'

let waiting: (() => void) | null = null
const listeners = new Set<() => void>()

export function keepFresh(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
  const workbox = new Workbox('/sw.js')
  workbox.addEventListener('waiting', () => {
    waiting = () => {
      workbox.addEventListener('controlling', () => location.reload())
      workbox.messageSkipWaiting()
    }
    for (const listener of listeners) listener()
  })
  workbox.register().catch(() => undefined)
}

/** The act that takes the newer version, or null while there is none. */
export const useUpdate = (): (() => void) | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting,
  )
