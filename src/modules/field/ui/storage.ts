/* How much room this browser gives and whether it promised to keep it. Unknown on browsers that do not say. */
import { useEffect, useState } from 'react'

export interface StorageSeen {
  readonly usedBytes: number | null
  readonly freeBytes: number | null
  readonly isPersisted: boolean
}

export const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000)

async function look(): Promise<StorageSeen | null> {
  if (!('storage' in navigator)) return null
  const { usage, quota } = await navigator.storage.estimate()
  const isPersisted = await navigator.storage.persisted()
  return {
    usedBytes: usage ?? null,
    freeBytes: quota === undefined || usage === undefined ? null : Math.max(0, quota - usage),
    isPersisted,
  }
}
/** True when the browser promises not to throw our data away. */
export const askToPersist = async (): Promise<boolean> => ('storage' in navigator ? navigator.storage.persist() : false)

export function useStorage(): { readonly storage: StorageSeen | null; readonly persist: () => Promise<boolean> } {
  const [storage, setStorage] = useState<StorageSeen | null>(null)
  useEffect(() => {
    void look()
      .catch(() => null)
      .then(setStorage)
  }, [])
  const persist = async () => {
    const done = await askToPersist().catch(() => false)
    setStorage(await look().catch(() => null))
    return done
  }
  return { storage, persist }
}
