/* The unlocked key of this window, for every screen of it. Leaving the page, signing out and locking the telephone let go of it. */
import type { Unlocked } from './unlocked.ts'

/** Said by the app when nothing that another person saw may stay. */
const FORGET = 'chanzo-forget'
let current: Unlocked | null = null
const listeners = new Set<() => void>()
const told = (): void => {
  for (const listener of listeners) listener()
}

/** What screens show: changes only when it was unlocked or has locked. */
export const shownUnlocked = (): Unlocked | null => current
/** Looks at the clock first. */
export const heldUnlocked = (): Unlocked | null => (current === null || current.isLocked() ? null : current)

export function holdInThisWindow(unlocked: Unlocked): void {
  current?.lock()
  current = unlocked
  globalThis.addEventListener?.(FORGET, lockThisWindow)
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
