/*
The service worker: keeps the app for use without network and says when a newer one waits. It is taken only when the person
says so, because a reload in the middle of a form would lose what was typed.
*/
import { useSyncExternalStore } from 'react'
import { Workbox } from 'workbox-window'
import { isCommandPath } from './api.ts'
import { isFieldDevice } from './device.ts'
import { reloadWhenKept } from './leaving.ts'

let waiting: (() => void) | null = null
const listeners = new Set<() => void>()

export function keepFresh(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
  const workbox = new Workbox('/sw.js')
  workbox.addEventListener('waiting', () => {
    waiting = () => {
      workbox.addEventListener('controlling', reloadWhenKept)
      workbox.messageSkipWaiting()
    }
    for (const listener of listeners) listener()
  })
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate !== true) void keepWhatWasLoaded()
  })
  workbox.register().catch(() => undefined)
}

/**
 * The first visit is drawn before the service worker serves, so what was asked until then is asked once more through it: from
 * the second minute of its life the app opens without network.
 */
async function keepWhatWasLoaded(): Promise<void> {
  const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name))
  // A telephone in the field keeps its answers itself, sealed; here only the app.
  // And only what the service worker keeps: whatever is about persons is asked once, because each asking is a look.
  const wanted = isFieldDevice()
    ? /^\/assets\//
    : /^\/(api\/(me|about|status|sites|places|reports|missions|inspections|orders|forms)(\/|$)|assets\/)/
  const own = loaded.filter(({ origin, pathname }) => origin === location.origin && wanted.test(pathname) && !isCommandPath(pathname))
  await Promise.all([...new Set(own.map(String))].map((address) => fetch(address).catch(() => undefined)))
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
