/* The unlocked key as screens see it; while one is shown, what the person does keeps it open, and a page that went away for too long is found locked. */
import { useEffect, useSyncExternalStore } from 'react'
import type { KeyHolder, OwnKey } from '../../modules/cases/contract-keys.ts'
import { ApiTrouble } from '../api.ts'
import { isTelephone } from '../device.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { holdInThisWindow, onHeld, shownUnlocked } from './held.ts'
import { DESK_KEY_COST, type KeyCost, type Opener, PHONE_KEY_COST, openPersonalKey } from './personal-key.ts'
import { IDLE_MINUTES, type Unlocked, holdUnlocked } from './unlocked.ts'
import type { Pair } from './age.ts'

export function useUnlocked(): Unlocked | null {
  const unlocked = useSyncExternalStore(onHeld, shownUnlocked, shownUnlocked)
  useEffect(() => {
    if (unlocked === null) return
    const touch = () => unlocked.touch()
    const look = () => void unlocked.isLocked()
    const leave = () => unlocked.lock()
    for (const act of ['pointerdown', 'keydown'] as const) addEventListener(act, touch, { passive: true })
    document.addEventListener('visibilitychange', look)
    addEventListener('pagehide', leave)
    return () => {
      for (const act of ['pointerdown', 'keydown'] as const) removeEventListener(act, touch)
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pagehide', leave)
    }
  }, [unlocked])
  return unlocked
}

export const isPhone = isTelephone
export const idleMinutesHere = (): number => (isPhone() ? IDLE_MINUTES.phone : IDLE_MINUTES.desk)
export const keyCostHere = (): KeyCost => (isPhone() ? PHONE_KEY_COST : DESK_KEY_COST)

export const holdHere = ({ account, key }: Pick<KeyHolder, 'account' | 'key'>, pair: Pair): void =>
  holdInThisWindow(holdUnlocked({ holder: { account, key }, pair, idleMinutes: idleMinutesHere() }))

/** Opens the kept key in this window; answers the refusal, or null when it is open. */
export async function unlockHere(own: NonNullable<OwnKey['key']>, by: Opener): Promise<Refusal | null> {
  const opened = await openPersonalKey(own.sealed, by)
  if (!opened.ok) return opened.refusal
  holdHere(own, opened.value)
  return null
}
/** A refusal of the device itself, for `ErrorState`. */
export const troubleFrom = (refusal: Refusal): ApiTrouble => new ApiTrouble({ kind: 'refused', refusal, faults: [], faultId: null })
