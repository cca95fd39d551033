/*
Bad days for a telephone, drawn by chance: requests and answers that are lost, doubled, late and out of order, sessions that end, an app that is
killed in the middle of anything, a disc without room, a clock that jumps, a server that dies. What the person does is done again until it was done,
as a person does who looks at the shelves.
*/
import { DeviceFull } from '../src/app/field/sealed-store.ts'
import type { Wire } from '../src/app/field/session-wire.ts'
import { type Core, openCore, wireTo } from './field-core.ts'
import type { TestPhone } from './field-phone.ts'
import type { KillableServer } from './field-server.ts'
import { newDisc } from './memory-store.ts'

export interface Weather {
  readonly lostRequest: number
  readonly lostAnswer: number
  readonly doubled: number
  readonly late: number
  readonly delayed: number
  readonly expired: number
  readonly appKilled: number
  readonly killedInWrite: number
  readonly full: number
  readonly clockJumps: number
  readonly serverKilled: number
}
export const calm: Weather = {
  ...{ lostRequest: 0, lostAnswer: 0, doubled: 0, late: 0, delayed: 0, expired: 0, appKilled: 0, killedInWrite: 0, full: 0, clockJumps: 0 },
  serverKilled: 0,
}
export function weatherOf(chance: () => number): Weather {
  const some = (most: number): number => (chance() < 0.6 ? chance() * most : 0)
  return {
    lostRequest: some(0.35),
    lostAnswer: some(0.35),
    doubled: some(0.3),
    late: some(0.3),
    delayed: some(0.5),
    expired: some(0.2),
    appKilled: some(0.12),
    killedInWrite: some(0.15),
    full: some(0.2),
    clockJumps: some(0.3),
    serverKilled: chance() < 0.12 ? 0.05 : 0,
  }
}
/** What happened, so that a run can say that it was no calm one. */
export type Log = Record<keyof Weather, number>
export const newLog = (): Log => ({ ...calm })

export interface Storm {
  readonly server: KillableServer
  readonly chance: () => number
  readonly weather: { now: Weather }
  readonly log: Log
  /** Requests that nobody waits for any more. */
  readonly adrift: Set<Promise<unknown>>
}

/** What a server that is cut down under a request never answers is given up, as the phone's network gives it up. */
const UNANSWERED_MS = 15_000
async function within<Value>(milliseconds: number, pending: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error('no answer came')), milliseconds)
  })
  try {
    return await Promise.race([pending, over])
  } finally {
    clearTimeout(timer)
  }
}
const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))
const never = <Result>(): Promise<Result> => new Promise(() => undefined)

/** True, and noted, as often as the weather has it. */
export function happens({ chance, weather, log }: Storm, what: keyof Weather): boolean {
  const does = chance() < weather.now[what]
  if (does) log[what]++
  return does
}

export function stormyWire(storm: Storm, killApp: () => void): Wire {
  const { server, chance, adrift } = storm
  const straight = wireTo(server.app)
  const sent: Wire = async (told, signal) => {
    if (server.isDown()) throw new Error('the server is down')
    return within(UNANSWERED_MS, server.alive(straight(told, signal)))
  }
  const drift = (pending: Promise<unknown>): void => {
    const tracked = pending.catch(() => undefined).finally(() => adrift.delete(tracked))
    adrift.add(tracked)
  }
  return async (asked, signal) => {
    const isOver = happens(storm, 'expired') && 'authorization' in asked.headers
    const told = isOver ? { ...asked, headers: { ...asked.headers, authorization: 'Bearer of-yesterday' } } : asked
    if (happens(storm, 'delayed')) await pause(chance() * 6)
    if (happens(storm, 'lostRequest')) throw new Error('lost')
    if (happens(storm, 'late')) drift(pause(3 + chance() * 25).then(() => sent(told, signal)))
    if (happens(storm, 'doubled')) drift(sent(told, signal))
    if (happens(storm, 'appKilled')) {
      if (chance() < 0.5) drift(sent(told, signal))
      killApp()
      return never()
    }
    const pending = sent(told, signal)
    if (happens(storm, 'serverKilled')) {
      drift(pending)
      drift(server.kill())
      throw new Error('the server died')
    }
    const heard = await pending
    if (happens(storm, 'lostAnswer')) throw new Error('the answer was lost')
    return heard
  }
}

/** A telephone in the hands of a person who does a thing again until it is done. */
export interface Handset {
  readonly act: <Result>(work: (core: Core) => Promise<Result>) => Promise<Result>
  /** Begins a round and goes on working. */
  readonly syncBeside: () => void
  /** Resolves when the round is over, or the app dead. */
  readonly sync: () => Promise<void>
}

interface Open {
  readonly core: Core
  readonly dead: Promise<null>
}
export function handset(storm: Storm, enrolled: Pick<TestPhone, 'device' | 'account' | 'key'>): Handset {
  const disc = newDisc()
  let skew = 0
  let alive: Open | null = null
  const ticks = { wall: () => Date.now() + skew, steady: () => performance.now() }
  const open = async (): Promise<Open> => {
    let tell = (): void => undefined
    const dead = new Promise<null>((done) => {
      tell = () => {
        alive = null
        done(null)
      }
    })
    const killed: { die: () => void } = { die: tell }
    const wire = stormyWire(storm, () => killed.die())
    disc.kill = null
    const core = await Promise.race([openCore({ enrolled, wire, disc, ticks, onKilled: tell, piece: 120 }), dead])
    // Killed while it opened: opened once more.
    if (core === null) return open()
    killed.die = core.hand.die
    return { core, dead }
  }
  let opening: Promise<Open> | null = null
  /** One app at a time, also when two hands reach for the telephone. */
  const opened = async (): Promise<Open> => {
    if (alive !== null) return alive
    opening ??= open().finally(() => (opening = null))
    alive = await opening
    return alive
  }
  const trouble = (): void => {
    if (happens(storm, 'killedInWrite')) disc.kill = storm.chance() < 0.5 ? 'before-commit' : 'after-commit'
    if (happens(storm, 'clockJumps')) skew = (storm.chance() - 0.5) * 20 * 365 * 86_400_000
    disc.full = happens(storm, 'full')
  }
  const act: Handset['act'] = async (work) => {
    for (let turn = 0; turn < 60; turn++) {
      trouble()
      const { core, dead } = await opened()
      const done = work(core).then((result) => ({ result }))
      done.catch(() => undefined)
      try {
        const first = await Promise.race([done, dead])
        if (first !== null) return first.result
      } catch (error) {
        // The person deletes something and tries again.
        if (!(error instanceof DeviceFull)) throw error
      }
    }
    throw new Error('what a person tries sixty times is not done')
  }
  return {
    act,
    syncBeside: () => void (alive === null ? undefined : alive.core.phone.sync.run()),
    sync: async () => {
      const { core, dead } = await opened()
      trouble()
      await Promise.race([core.phone.sync.run(), dead])
    },
  }
}
