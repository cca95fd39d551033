/*
One queue of parcels to apply, for the whole program, a few at a time: the log takes one decision after the other anyway, and two hundred telephones
that each waited for a connection of their own would shut everybody else out. A telephone waits a moment for its answers and is then told
`waiting`: its parcels are kept, and that is what it needs to know. What a killed server left lying is found again by the sweep.
*/
import { type ApplyParts, applyParcels } from './apply-parcels.ts'
import { findLeftLying } from './store-parcels.ts'

const AT_ONCE = 25
const SWEEP_EVERY_MS = 10_000
const MOST_SWEPT = 500
/** From when a request was heard: what keeping the parcels took is part of it. */
export const PATIENCE_MS = 1200
/** More than this before it in the queue, and a telephone need not wait to be told `waiting`. */
const BUSY = 150
/** More ids than this are not held in memory: the sweep finds what lies. */
const MOST_HELD = 2_000
/** While much is being handed in, what is kept waits to be applied; never longer than this for the next few. */
const LET_PASS_MS = 3_000
const LOOK_AGAIN_MS = 50

export interface ParcelDesk {
  /** Applies these and what waited for them; returns when that is done, or after `patienceMs` while it goes on. */
  readonly settle: (ids: readonly string[], patienceMs?: number) => Promise<void>
  /** Takes up what could be applied and is not. */
  readonly sweep: () => Promise<void>
  /** Sweeps every few seconds until told to stop; stopping waits for the parcel under way. */
  readonly start: (report: (error: unknown) => void) => { readonly stop: () => Promise<void> }
}

interface Waiter {
  readonly ids: Set<string>
  readonly done: () => void
}

export function createParcelDesk(given: Omit<ApplyParts, 'report'>, isPressed: () => boolean = () => false): ParcelDesk {
  let report: (error: unknown) => void = () => undefined
  const parts: ApplyParts = { ...given, report: (error) => report(error) }
  const queue = new Set<string>()
  const waiters = waitingRoom(queue)
  let sweptAt = Number.NEGATIVE_INFINITY
  let underWay: Promise<void> | null = null
  /** More lies in the database than in the queue. */
  let isBehind = false

  const look = async (): Promise<void> => {
    isBehind = false
    const found = await parts.database.read((tx) => findLeftLying(tx, parts.tenant, MOST_SWEPT))
    for (const id of found) queue.add(id)
    isBehind = found.length === MOST_SWEPT
  }
  const work = async (): Promise<void> => {
    while (queue.size > 0) {
      if (waiters.isEmpty()) await letPass(isPressed)
      const ids = [...queue].slice(0, AT_ONCE)
      const next = await applyParcels(parts, ids).catch((error: unknown) => {
        report(error)
        return []
      })
      for (const id of ids) queue.delete(id)
      for (const id of next) queue.add(id)
      waiters.tell(ids, next)
      if (queue.size === 0 && isBehind) await look().catch(report)
    }
  }
  const run = (): void => {
    if (queue.size > 0)
      underWay ??= work().finally(() => {
        underWay = null
        run()
      })
  }
  const sweep = async (): Promise<void> => {
    sweptAt = performance.now()
    await look()
    run()
  }
  return {
    settle: async (ids, patienceMs = PATIENCE_MS) => {
      if (performance.now() - sweptAt > SWEEP_EVERY_MS) void sweep().catch((error: unknown) => report(error))
      if (ids.length === 0) return
      const isBusy = patienceMs <= 0 || (queue.size > BUSY && patienceMs <= PATIENCE_MS)
      if (isBusy && queue.size > MOST_HELD) isBehind = true
      else for (const id of ids) queue.add(id)
      if (isBusy) return run()
      const answered = waiters.wait(ids, patienceMs)
      run()
      await answered
    },
    sweep: async () => {
      await sweep()
      await underWay
    },
    start: (told) => {
      report = told
      const stop = everyFewSeconds(() => void sweep().catch(told))
      return {
        stop: async () => {
          stop()
          queue.clear()
          isBehind = false
          await underWay
        },
      }
    },
  }
}

/** Telephones that wait until nothing of theirs is in the queue, or until their patience is over. */
function waitingRoom(queue: ReadonlySet<string>) {
  const waiters = new Set<Waiter>()
  const finish = (waiter: Waiter): void => {
    waiters.delete(waiter)
    waiter.done()
  }
  return {
    isEmpty: () => waiters.size === 0,
    wait: (ids: readonly string[], patienceMs: number): Promise<void> =>
      new Promise((done) => {
        const waiter: Waiter = { ids: new Set(ids), done }
        waiters.add(waiter)
        setTimeout(() => finish(waiter), patienceMs).unref()
      }),
    /** Whoever brought a predecessor waits for what it freed as well. */
    tell: (ids: readonly string[], next: readonly string[]): void => {
      for (const waiter of waiters) {
        if (ids.some((id) => waiter.ids.has(id))) for (const id of next) waiter.ids.add(id)
        if (![...waiter.ids].some((id) => queue.has(id))) finish(waiter)
      }
    },
  }
}

async function letPass(isPressed: () => boolean): Promise<void> {
  const began = performance.now()
  while (isPressed() && performance.now() - began < LET_PASS_MS) await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS))
}

function everyFewSeconds(act: () => void): () => void {
  const timer = setInterval(act, SWEEP_EVERY_MS)
  act()
  return () => clearInterval(timer)
}
