/*
Works imports off, one after the other: the dry run, the run, the undo. Where each stands is in its row, so a server that was killed goes on when it
starts again. What breaks off is said in the row, in words, and can be started again.
*/
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { mustParse } from '../../../kernel/schema.ts'
import type { Who } from '../../../platform/http/who.ts'
import { ChainSettings } from '../chain-words.ts'
import { openList } from '../open-list.ts'
import type { OpenedList } from '../open-rows.ts'
import type { ChainHouse, Stopped, Told } from './house.ts'
import { runBags } from './run-bags.ts'
import { runCommands } from './run-commands.ts'
import { stageList } from './stage.ts'
import { type ImportRow, dropPieces, findImport, findPiece, listWorking, setState } from './store.ts'
import { undoImport } from './undo.ts'

export interface Jobs {
  /** Starts what the row of the import asks for, behind what is being done; under the name of who asked, or of who sent the file. */
  readonly wake: (id: string, as?: Who) => void
  readonly resume: () => Promise<void>
  /** When everything that was asked for is done. */
  readonly idle: () => Promise<void>
}

export function createJobs(house: ChainHouse): Jobs {
  const queue: { tail: Promise<void> } = { tail: Promise.resolve() }
  const wake = (id: string, as?: Who): void => {
    queue.tail = queue.tail.then(() => workOff(house, id, as))
  }
  return {
    wake,
    resume: async () => {
      for (const { id } of await house.database.read((tx) => listWorking(tx, house.tenant))) wake(id)
    },
    idle: () => queue.tail,
  }
}

async function workOff(house: ChainHouse, id: string, as: Who | undefined): Promise<void> {
  const { database, tenant } = house
  const job = await database.read((tx) => findImport(tx, tenant, id))
  if (!job) return
  const who = as ?? (await house.whoOf(job.account))
  const before = { trying: 'sent', running: 'tried', undoing: 'done' }[job.state]
  if (before === undefined) return
  try {
    const outcome = who === null ? refused('chain-import-nobody') : await step(house, job, { who })
    if (!outcome.ok)
      await database.transaction((tx) => setState(tx, tenant, id, { state: before, fault: outcome.refusal, stopAsked: false }))
  } catch {
    await database.transaction((tx) =>
      setState(tx, tenant, id, { state: before, fault: { code: 'chain-import-broke-off', facts: {} }, stopAsked: false }),
    )
  }
}

export interface Doing {
  readonly who: Who
  readonly told?: Told
  /** Where the file lies already; otherwise it is fetched from its pieces. */
  readonly list?: OpenedList
}
/** One step of an import, from the state that its row is in to the next. */
export async function step(house: ChainHouse, job: ImportRow, { who, told, list }: Doing): Promise<Outcome<Stopped>> {
  const { database, tenant } = house
  const { id } = job
  const tell = told === undefined ? {} : { told }
  if (job.state === 'trying') {
    const settings = mustParse(ChainSettings, job.settings)
    const staged = list
      ? await stageList(house, list, { id, settings, ...tell })
      : await withFile(house, id, (opened) => stageList(house, opened, { id, settings, ...tell }))
    if (staged.ok && staged.value === 'stopped')
      await database.transaction((tx) => setState(tx, tenant, id, { state: 'sent', stopAsked: false }))
    return staged
  }
  if (job.state === 'undoing') {
    const done = await undoImport(house, job, { who, ...tell })
    const state = done === 'finished' ? 'undone' : 'done'
    await database.transaction((tx) => setState(tx, tenant, id, { state, stopAsked: false, finishedAt: house.clock() }))
    return accepted(done)
  }
  const { account, organisation, roles, territory } = who
  const officer = { actor: { account, organisation, role: roles.length > 0 ? roles.join('+') : null }, territory }
  const done = job.kind === 'mine-sheet' ? await runBags(house, job, { officer, ...tell }) : await runCommands(house, job, { who, ...tell })
  await database.transaction(async (tx) => {
    await setState(tx, tenant, id, { state: done === 'finished' ? 'done' : 'tried', stopAsked: false, finishedAt: house.clock() })
    if (done === 'finished') await dropPieces(tx, tenant, id)
  })
  return accepted(done)
}

/** The file as a file, for as long as it is read; never whole in memory. */
export async function withFile<T>(
  { database, tenant }: ChainHouse,
  id: string,
  work: (list: OpenedList) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const folder = await mkdtemp(join(tmpdir(), 'chanzo-import-'))
  const path = join(folder, 'list')
  try {
    for (let ordinal = 0; ; ordinal += 1) {
      const content = await database.read((tx) => findPiece(tx, tenant, id, ordinal))
      if (content === null) break
      await writeFile(path, content, { flag: 'a' })
    }
    const opened = await openList(path)
    return opened.ok ? await work(opened.value) : opened
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
