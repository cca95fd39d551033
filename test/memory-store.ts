/*
What a telephone keeps, in memory: a disc that outlives the app, and the app's hand on it, which can be cut off before or after a write is on the
disc, and refused for want of room. Values are kept as the text of their JSON, as a sealed store keeps them.
*/
import { type Box, type Change, DeviceFull, type SealedStore } from '../src/app/field/sealed-store.ts'

type Value = string | Uint8Array<ArrayBuffer>
export interface Disc {
  readonly rows: Map<string, Value>
  /** No room: every write that puts something is refused. */
  full: boolean
  /** The next write kills the app. */
  kill: 'before-commit' | 'after-commit' | null
  /** How many writes there were. */
  writes: number
}
export const newDisc = (): Disc => ({ rows: new Map(), full: false, kill: null, writes: 0 })

export interface Hand {
  readonly store: SealedStore
  /** From now on nothing that this app asks for is answered or done any more. */
  readonly die: () => void
  readonly isDead: () => boolean
}

export function openDisc(disc: Disc, onKilled: () => void = () => undefined): Hand {
  let dead = false
  const never = <Result>(): Promise<Result> => new Promise(() => undefined)
  const die = (): void => {
    if (dead) return
    dead = true
    onKilled()
  }
  const inBox = (box: Box): readonly [string, Value][] =>
    [...disc.rows].flatMap(([name, value]) => (name.startsWith(`${box}\n`) ? [[name.slice(box.length + 1), value]] : []))
  const get = (box: Box, key: string): Value | undefined => disc.rows.get(`${box}\n${key}`)
  const write = async (changes: readonly Change[]): Promise<void> => {
    disc.writes++
    const cut = disc.kill
    disc.kill = null
    if (cut === 'before-commit') {
      die()
      return never()
    }
    if (disc.full && changes.some((one) => !('drop' in one))) throw new DeviceFull('no room left on this device')
    for (const change of changes) {
      const name = `${change.box}\n${change.key}`
      if ('drop' in change) disc.rows.delete(name)
      else disc.rows.set(name, 'putBytes' in change ? Uint8Array.from(change.putBytes) : JSON.stringify(change.put))
    }
    if (cut !== 'after-commit') return
    die()
    return never()
  }
  const alive = async <Result>(act: () => Result | Promise<Result>): Promise<Result> => {
    if (dead) return never()
    await Promise.resolve()
    const result = await act()
    return dead ? never() : result
  }
  const store: SealedStore = {
    read: (box, key) => alive(() => parsed(get(box, key))),
    readBytes: (box, key) =>
      alive(() => {
        const value = get(box, key)
        return value instanceof Uint8Array ? Uint8Array.from(value) : undefined
      }),
    list: (box) => alive(() => inBox(box).map(([key, value]) => ({ key, value: parsed(value) }))),
    keys: (box) => alive(() => inBox(box).map(([key]) => key)),
    write: (changes) => alive(() => write(changes)),
    size: () => alive(() => ({ rows: disc.rows.size, bytes: [...disc.rows.values()].reduce((sum, value) => sum + value.length, 0) })),
  }
  return { store, die, isDead: () => dead }
}

function parsed(value: Value | undefined): unknown {
  return typeof value === 'string' ? JSON.parse(value) : undefined
}
