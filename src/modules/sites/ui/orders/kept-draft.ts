/*
What was typed into a draft and not yet saved, kept on this device so that a reload, a closed lid or a lost connection loses nothing.
It goes as soon as the server has it.
*/
import { deviceKeep } from '../../../../app/device.ts'
import type { Draft } from './draft-form.ts'

interface Kept {
  readonly draft: Draft
  /** The version that was being changed. */
  readonly version: number
}
const place = (id: string): string => `chanzo.order-draft:${id}`

export function keptDraft(id: string): Kept | null {
  const text = deviceKeep().getItem(place(id))
  if (text === null) return null
  try {
    const kept: Kept = JSON.parse(text)
    return kept
  } catch {
    return null
  }
}
export function keepDraft(id: string, kept: Kept): void {
  try {
    deviceKeep().setItem(place(id), JSON.stringify(kept))
  } catch {
    // A full device keeps nothing; the button that saves still does.
  }
}
export const forgetDraft = (id: string): void => deviceKeep().removeItem(place(id))
