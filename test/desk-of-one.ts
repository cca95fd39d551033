/* A desk whose storage is memory, so that what screens send can be tried where there is no browser. It remembers nobody's key from another test. */
import { deviceFiles, takeHand } from '../src/app/device.ts'

export function freshDesk(): void {
  const kept = new Map<string, string>()
  takeHand({
    keep: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
      removeItem: (key) => void kept.delete(key),
      keys: () => [...kept.keys()],
    },
    files: deviceFiles(),
    hand: null,
  })
}
