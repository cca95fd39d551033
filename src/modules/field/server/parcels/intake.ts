/*
What many hand in at the same moment is kept together: while one group is proved and committed, the next collects, so that a commit to the disc is paid once for
all who waited for it. Each is answered for itself, and only when it is on the disc; where a group meets a fault, each of its requests is tried
alone. What waits is bounded: who comes when the counter is full is told to come again, and nothing of it is kept.
*/
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { DevicesDoor } from '../../../people/contract.ts'
import type { Prove } from './prover.ts'
import { type Handed, type Received, receiveGroup } from './receive-parcels.ts'

export interface Intake {
  /** What became of each parcel, once it is on the disc; `busy` when too much waits already. */
  readonly receive: (handed: Handed) => Promise<readonly Received[] | 'busy'>
  /** True while so much comes that other work should let it pass. */
  readonly isPressed: () => boolean
}
interface IntakeParts {
  readonly database: Pick<Database, 'single'>
  readonly devices: DevicesDoor<Tx>
  readonly prove: Prove
}

/** Of one commit. */
const MOST_TOGETHER = 200
const MOST_LETTERS_TOGETHER = 2_000_000
/** Of all that waits. */
const MOST_WAITING = 5_000
const MOST_LETTERS_WAITING = 40_000_000
/** A second group goes beside the first only when it is worth a commit of its own. */
const WORTH_A_SECOND = 25
/** More requests than this in one group: other work lets it pass, and for a moment after. */
const FEW = 2
const PRESSED_FOR_MS = 100
export const COME_AGAIN_SECONDS = 2

interface Waiting {
  readonly handed: Handed
  readonly ids: ReadonlySet<string>
  readonly parcels: number
  readonly letters: number
  readonly done: (received: readonly Received[]) => void
  readonly failed: (error: unknown) => void
}

export function createIntake({ database, devices, prove }: IntakeParts): Intake {
  let queue: Waiting[] = []
  let [parcels, letters, underWay, pressing] = [0, 0, 0, 0]
  let isCalled = false
  let pressedAt = Number.NEGATIVE_INFINITY

  const keep = (group: readonly Waiting[]): Promise<readonly (readonly Received[])[]> =>
    database.single((tx) =>
      receiveGroup(
        tx,
        { devices, prove },
        group.map((one) => one.handed),
      ),
    )
  const settle = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const received = await keep(group)
      group.forEach((one, at) => one.done(received[at] ?? []))
    } catch (error) {
      const [only] = group
      if (only && group.length === 1) return only.failed(error)
      // The fault of one is not the fault of the others.
      for (const one of group) await settle([one])
    }
  }
  const take = (): readonly Waiting[] => {
    const { group, left } = nextGroup(queue)
    queue = left
    for (const one of group) {
      parcels -= one.parcels
      letters -= one.letters
    }
    return group
  }
  const call = (): void => {
    if (isCalled) return
    isCalled = true
    // What came in the same breath belongs together.
    setImmediate(() => {
      isCalled = false
      while (queue.length > 0 && (underWay === 0 || (underWay === 1 && parcels >= WORTH_A_SECOND))) {
        const group = take()
        const isMany = group.length > FEW
        if (isMany) pressing += 1
        underWay += 1
        void settle(group).finally(() => {
          if (isMany) {
            pressing -= 1
            pressedAt = performance.now()
          }
          underWay -= 1
          if (queue.length > 0) call()
        })
      }
    })
  }
  return {
    isPressed: () => queue.length > 0 || pressing > 0 || performance.now() - pressedAt < PRESSED_FOR_MS,
    receive: (handed) => {
      const one = measured(handed)
      if (queue.length > 0 && (parcels + one.parcels > MOST_WAITING || letters + one.letters > MOST_LETTERS_WAITING))
        return Promise.resolve('busy')
      return new Promise((done, failed) => {
        queue.push({ ...one, done, failed })
        parcels += one.parcels
        letters += one.letters
        call()
      })
    },
  }
}

function measured(handed: Handed): Omit<Waiting, 'done' | 'failed'> {
  const all = handed.packets.flatMap((packet) => packet.parcels)
  return {
    handed,
    ids: new Set(all.map(({ id }) => id)),
    parcels: all.length,
    letters: all.reduce((sum, { text }) => sum + text.length, 0),
  }
}

/** The first that fit together; who brings an id that is in the group already goes with the next one. At least one. */
function nextGroup(queue: readonly Waiting[]): { readonly group: readonly Waiting[]; readonly left: Waiting[] } {
  const ids = new Set<string>()
  const group: Waiting[] = []
  const left: Waiting[] = []
  let [parcels, letters] = [0, 0]
  for (const one of queue) {
    const isFull = parcels + one.parcels > MOST_TOGETHER || letters + one.letters > MOST_LETTERS_TOGETHER
    const isOfThisTenant = group[0] === undefined || group[0].handed.who.tenant === one.handed.who.tenant
    if (group.length > 0 && (isFull || !isOfThisTenant || [...one.ids].some((id) => ids.has(id)))) {
      left.push(one)
      continue
    }
    for (const id of one.ids) ids.add(id)
    group.push(one)
    parcels += one.parcels
    letters += one.letters
  }
  return { group, left }
}
