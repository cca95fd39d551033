/* The browser's offer to put the app on the home screen: it comes once, early, and is kept until somebody wants it. */
import { useSyncExternalStore } from 'react'

interface Offer {
  readonly prompt: () => Promise<unknown>
}
let offer: Offer | null = null
const listeners = new Set<() => void>()
const tell = (next: Offer | null) => {
  offer = next
  for (const listener of listeners) listener()
}

export function heedInstallOffers(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    const { prompt }: { readonly prompt?: unknown } = { prompt: Reflect.get(event, 'prompt') }
    if (typeof prompt !== 'function') return
    event.preventDefault()
    tell({ prompt: async () => Reflect.apply(prompt, event, []) })
  })
  window.addEventListener('appinstalled', () => tell(null))
}

/** The act that asks to install, or null where the browser makes no offer. */
export const useInstall = (): (() => Promise<unknown>) | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => offer?.prompt ?? null,
  )

export const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches
