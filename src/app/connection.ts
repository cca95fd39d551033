/* Whether the server was reached last time: told by every request, and by the browser where it knows. */
import { useSyncExternalStore } from 'react'

let online = true
const listeners = new Set<() => void>()

export function noteConnection(reached: boolean): void {
  if (reached === online) return
  online = reached
  for (const listener of listeners) listener()
}

export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => online)

function subscribe(listener: () => void): () => void {
  const lost = () => noteConnection(false)
  const found = () => noteConnection(true)
  listeners.add(listener)
  window.addEventListener('offline', lost)
  window.addEventListener('online', found)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('offline', lost)
    window.removeEventListener('online', found)
  }
}
