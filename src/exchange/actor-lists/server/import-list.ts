/*
A list of actors into a real house: read, compared with every spelling that stands, recorded in one go, and what is not sure laid on the desk. A dry run writes
nothing. The number of a new actor follows from its name, so that an import that was cut off makes nobody twice.
*/
import { createHash } from 'node:crypto'
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Outcome, accepted } from '../../../kernel/outcome.ts'
import type { ActorsDoor } from '../../../modules/conflict/contract-actors.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Actor } from '../../../platform/log/event.ts'
import type { Log } from '../../../platform/log/log.ts'
import { type ActorListReport, type Step, planList, reportOf } from '../plan-list.ts'
import { readActorList } from '../read-list.ts'

export interface ActorsHouse {
  readonly database: Database
  readonly log: Log
  readonly tenant: string
  readonly clock: () => string
  readonly actor: Actor
  readonly actors: ActorsDoor<Tx>
}
const idFrom = (said: string): string => uuidV7(0, createHash('sha256').update(said).digest())

/** Refusals: those of `readActorList`. */
export async function importActorList(
  { database, log, tenant, clock, actor, actors }: ActorsHouse,
  { content, dryRun }: { readonly content: string; readonly dryRun: boolean },
): Promise<Outcome<ActorListReport>> {
  const read = readActorList(content)
  if (!read.ok) return read
  const { source } = read.value
  const known = await database.read((tx) => actors.spellings(tx, tenant))
  const numberOf = (written: string): string => idFrom(`actor-list/${tenant}/${written}`)
  const plan = planList(read.value, { known, match: actors.match, numberOf })
  if (!dryRun) {
    const drafts = plan.steps.map((step) => ({ ...draftOf(step, source), happenedAt: clock(), actor }))
    if (drafts.length > 0) await log.record(tenant, drafts)
    await database.transaction((tx) =>
      actors.wait(
        tx,
        tenant,
        plan.waiting.map(({ written }) => ({ written, source })),
      ),
    )
  }
  return accepted(reportOf(read.value, plan, dryRun))
}

function draftOf(step: Step, source: string): { id: string; subject: string; kind: string; payload: unknown } {
  const subject = `conflict-actor:${step.actor}`
  if (step.kind === 'alias') {
    const payload = { written: step.written, source }
    return { id: idFrom(`${subject}/alias/${source}/${step.written}`), subject, kind: 'conflict-actor.alias-added.v1', payload }
  }
  const { name, as } = step
  const payload = { name, secret: null, kind: as, areas: [], ddr: 'not-known', described: null, label: name }
  return { id: idFrom(`${subject}/registered`), subject, kind: 'conflict-actor.registered.v1', payload }
}
