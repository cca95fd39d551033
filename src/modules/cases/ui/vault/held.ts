/* The unlocked key of this window, for every screen of it. Leaving the page, signing out and locking the telephone let go of it. */
import type { Unlocked } from './unlocked.ts'

let current: Unlocked | null = null
const listeners = new Set<() => void>()
const told = (): void => {
  for (const listener of listeners) listener()
}

export const heldUnlocked = (): Unlocked | null => (current === null || current.isLocked() ? null : current)

export function holdInThisWindow(unlocked: Unlocked): void {
  current?.lock()
  current = unlocked
  unlocked.onLock(() => {
    if (current === unlocked) current = null
    told()
  })
  told()
}
export const lockThisWindow = (): void => current?.lock()

/** Told at each unlocking and locking. */
export function onHeld(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
