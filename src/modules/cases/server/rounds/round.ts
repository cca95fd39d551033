/*
The round of clocks over all cases: what is over ends by itself and on record, under a name of its own that nobody can be asked not to use. One step
that is refused, or one case that cannot be read, stops nothing else; a round that is cut off leaves what it did and the next one goes on. Keys that
outlived their case for a time go here too: they are rows outside the log, so nothing is written about them that would say whose they were.
*/
import { randomBytes } from 'node:crypto'
import { todayAt } from '../../../../kernel/calendar.ts'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import { doorOf } from '../../../../platform/http/http-server.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Log } from '../../../../platform/log/log.ts'
import { VaultName } from '../../contract-vault.ts'
import { type DueStep, dueSteps } from '../../domain/rounds/due-steps.ts'
import type { CaseDoors } from '../file/doors.ts'
import { dropLooseParts } from '../attachments/store-files.ts'
import { endKept, keptUntil } from '../file/store-beside.ts'
import { workOn } from '../file/work.ts'
import { endProofs } from '../keys/store-proofs.ts'
import { destroyVaultKeys } from '../keys/store-vault-keys.ts'
import { asProgram } from '../record/records.ts'
import { everyCase } from './store-rounds.ts'

/** No account of anybody: what the clocks did is told apart from what people did. */
export const CASE_CLOCK = '00000000-0000-7000-8000-00000c10c000'
/** Looked through in one reading, so that none is long. */
const AT_ONCE = 200

export interface RoundHouse {
  readonly database: Pick<Database, 'transaction'>
  readonly log: () => Pick<Log, 'execute' | 'read' | 'together' | 'checkRebuild'>
  readonly tenant: string
  readonly clock: () => string
}
export interface RoundDone {
  /** Steps that were taken. */
  readonly taken: number
  /** Keys of proofs of consent that are gone now. */
  readonly keysEnded: number
  /** Cases that could not be gone through; the others were. */
  readonly failed: number
}

export async function roundOfCases(doors: CaseDoors, { database, log, tenant, clock }: RoundHouse): Promise<RoundDone> {
  const who: Who = {
    ...{ tenant, account: CASE_CLOCK, organisation: null, roles: [], capabilities: new Set<string>(), territory: 'everywhere' },
    language: 'fr',
  }
  const door = doorOf(log())
  const all = await door.read(async (tx) => {
    await asProgram(tx)
    return everyCase(tx, tenant)
  })
  let [taken, failed] = [0, 0]
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const found = await dueOf(doors, { door, tenant, now: clock() }, all.slice(at, at + AT_ONCE))
    failed += found.unread
    for (const { id, steps } of found.due)
      try {
        for (const step of steps) {
          const envelope = { id: asId('command', uuidV7(Date.parse(clock()), randomBytes(10))) }
          const done = await workOn(doors, { door, who, envelope, case: id, all: step, standing: 'round' })
          if (done.ok) taken += 1
        }
      } catch {
        // The next round tries again; which case it was is said nowhere.
        failed += 1
      }
  }
  return { taken, failed, keysEnded: await endKeptKeys({ database, tenant, today: todayAt(clock()) }) }
}

interface Asked {
  readonly door: Pick<ReturnType<typeof doorOf>, 'read'>
  readonly tenant: string
  readonly now: string
}
interface Due {
  readonly due: readonly { readonly id: string; readonly steps: readonly DueStep[] }[]
  readonly unread: number
}
/** Where one of many cannot be read, each is asked for by itself. */
async function dueOf(doors: CaseDoors, asked: Asked, ids: readonly string[]): Promise<Due> {
  try {
    return { due: await stepsOf(doors, asked, ids), unread: 0 }
  } catch {
    if (ids.length === 1) return { due: [], unread: 1 }
    const alone: Due[] = []
    for (const id of ids) alone.push(await dueOf(doors, asked, [id]))
    return { due: alone.flatMap(({ due }) => due), unread: alone.filter(({ unread }) => unread > 0).length }
  }
}
const stepsOf = (doors: CaseDoors, { door, tenant, now }: Asked, ids: readonly string[]): Promise<Due['due']> =>
  door.read(async (tx) => {
    await asProgram(tx)
    const due = []
    const rulesOf = doors.rules.at(tx, tenant, now)
    for await (const { id, whole } of doors.records.each(tx, tenant, ids)) {
      const steps = dueSteps(whole, { now, today: todayAt(now), rules: (await rulesOf(whole.file.organisation)).rules })
      if (steps.length > 0) due.push({ id, steps })
    }
    return due
  })

const endKeptKeys = ({ database, tenant, today }: Pick<RoundHouse, 'database' | 'tenant'> & { readonly today: string }): Promise<number> =>
  database.transaction(async (tx) => {
    await asProgram(tx)
    const over = await keptUntil(tx, tenant, today)
    for (const one of over) {
      const vaults = VaultName.options.filter((name) => name === one.vault)
      await destroyVaultKeys(tx, tenant, { case: one.case, vaults })
      await endKept(tx, tenant, one)
    }
    // Of what was cut off half-way nothing stays either.
    await dropLooseParts(tx, tenant, null)
    await endProofs(tx, tenant, today)
    return over.length
  })
