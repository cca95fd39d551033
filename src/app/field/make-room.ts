/*
A full flash does not lose what somebody typed: answers that were only looked at make room for it, the oldest first, since the server has them still. What
is only looked at itself drives nothing out.
*/
import { SEEN } from './kept-answers.ts'
import { type Change, DeviceFull, type SealedStore } from './sealed-store.ts'

const AT_ONCE = 500

export function makingRoom(inner: SealedStore): SealedStore {
  const seen = async (): Promise<readonly string[]> => (await inner.keys('answer')).filter((key) => key.startsWith(SEEN)).slice(0, AT_ONCE)
  const write = async (changes: readonly Change[]): Promise<void> => {
    try {
      await inner.write(changes)
    } catch (error) {
      if (!(error instanceof DeviceFull) || changes.every(({ box }) => box === 'answer')) throw error
      const oldest = await seen()
      if (oldest.length === 0) throw error
      await inner.write(oldest.map((key): Change => ({ box: 'answer', key, drop: true })))
      await write(changes)
    }
  }
  return {
    read: (box, key) => inner.read(box, key),
    readBytes: (box, key) => inner.readBytes(box, key),
    list: (box) => inner.list(box),
    keys: (box) => inner.keys(box),
    size: () => inner.size(),
    write,
  }
}
