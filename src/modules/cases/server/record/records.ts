/*
Cases as they lie in the log, opened for one question. What was folded is kept in memory by number and version, coded part only, at most two
thousand of them. Cost: two statements for every 200 cases asked for, a third where some are not in memory, and then about 20 µs an event to unseal
and fold. A record whose key is gone is a record that never was.
*/
import type { Outcome } from '../../../../kernel/outcome.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Door } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Moment } from '../../../../platform/log/aggregate.ts'
import { type StoredEvent, subjectName } from '../../../../platform/log/event.ts'
import { type CommandEnvelope, type Receipt, readOutcome } from '../../../../platform/log/receipt.ts'
import { findAnswers, loadSubjects, subjectVersions } from '../../../../platform/log/store.ts'
import { fileDecider } from '../../domain/file/file.ts'
import type { FileContext } from '../../domain/file/file-context.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { type FileCommand, type FileEvent, readPersonEvent } from '../../domain/file/file-words.ts'
import { VaultName } from '../../contract-vault.ts'
import { endKept } from '../file/store-beside.ts'
import { keepProof } from '../keys/keep-proof.ts'
import { destroyVaultKeys } from '../keys/store-vault-keys.ts'
import type { RecordKeys } from './box.ts'
import { Hidden, type Inner, type InnerDecider, RecordShut, innerOf, markOf, sealedAggregate, sealedKinds } from './sealed-aggregate.ts'
import { enterCases } from './store-scope.ts'
import { destroyRecordKey, findRecordKey, findRecordKeys, keepRecordKey } from './store-record-keys.ts'

export const CASE = 'case'
/** As the registry of kinds knows it; nobody decides through it. */
export const caseAggregate = { name: CASE, kinds: sealedKinds } as const

export interface StoredFileEvent extends FileEvent {
  readonly learnedAt: string
  readonly by: string
}
export interface OpenCase {
  readonly id: string
  readonly whole: CaseWhole
  readonly version: number
}
export const fileEventOf = ({ thing, kind, payload }: Inner): FileEvent => ({ thing, event: readPersonEvent(kind, payload) })
const toInner = ({ thing, event }: FileEvent): Inner => ({ thing, kind: event.kind, payload: event.payload })

const innerDecider: InnerDecider<CaseWhole, FileCommand, FileContext> = {
  initial: fileDecider.initial,
  decide: (whole, command, context) => {
    const decided = fileDecider.decide(whole, command, context)
    return decided.ok ? accepted(decided.value.map(toInner)) : decided
  },
  evolve: (whole, inner) => fileDecider.evolve(whole, fileEventOf(inner)),
  // A witness whose vault is still kept keeps the coded part that says so.
  isForgotten: (inner, { witness, retention }) =>
    inner.some((one) => one.kind === 'case.shredded.v1' || one.kind === 'witness-key.destroyed.v1') &&
    retention.isShredded &&
    (!witness.isOpen || retention.isWitnessDestroyed),
}

const MOST_KEPT = 2000
/** Asked for in one statement. */
const AT_ONCE = 200
/** What another server was told to forget is let go of here by the next round of clocks after this. */
const KEPT_MILLISECONDS = 10 * 60_000
/** Least lately used first. */
function letGo(kept: Map<string, { readonly usedAt: number }>): void {
  const since = performance.now() - KEPT_MILLISECONDS
  for (const [name, { usedAt }] of kept) {
    if (usedAt >= since && kept.size <= MOST_KEPT) return
    kept.delete(name)
  }
}
/** All of it under the program's own scope: who may see what was opened is asked by `standingOf` before anything leaves. */
export interface Records {
  readonly keys: RecordKeys
  /** `null`: there is none, or none that can still be read. */
  readonly load: (tx: Tx, tenant: string, id: string) => Promise<OpenCase | null>
  /** Many, in the order asked for; those that are not or cannot be read are passed over. */
  readonly each: (tx: Tx, tenant: string, ids: readonly string[]) => AsyncGenerator<OpenCase>
  readonly events: (tx: Tx, tenant: string, id: string) => Promise<readonly StoredFileEvent[]>
  /** Lets go of what memory holds of a case that was forgotten. */
  readonly forget: (tenant: string, id: string) => void
  /** `unknown-case` where there is none and none may be made. */
  readonly command: (asking: Asking, command: FileCommand) => Promise<Outcome<Receipt>>
}
export interface Asking {
  readonly door: Pick<Door, 'execute' | 'read'>
  readonly who: Who
  readonly envelope: CommandEnvelope
  readonly id: string
  /** A record that is not there is made. */
  readonly mayMake: boolean
  /** Whoever may not is answered as for a case that does not exist, before anything of the command is looked at or remembered. */
  readonly mayTouch?: (whole: CaseWhole) => boolean
  readonly context: (tx: Tx, whole: CaseWhole, moment: Moment) => Promise<FileContext>
  readonly beside?: (tx: Tx, told: Told) => Promise<void>
}
export interface Told {
  readonly before: CaseWhole
  readonly events: readonly FileEvent[]
  readonly isForgotten: boolean
  readonly moment: Moment
}
/** For as long as the transaction lasts, or until somebody enters as who asks. */
export const asProgram = (tx: Tx): Promise<void> => enterCases(tx, { account: '', organisation: null, scope: 'record' })

export function recordsWith(keys: RecordKeys): Records {
  const kept = new Map<string, { readonly one: OpenCase; readonly usedAt: number }>()
  const openedWith = (wrapped: Uint8Array, subject: string, stored: readonly StoredEvent[]): readonly StoredFileEvent[] => {
    const key = keys.unwrap(wrapped, subject)
    return stored.flatMap(({ kind, payload, learnedAt, actor }) => {
      const box = kind === 'case.sealed.v1' ? boxIn(payload) : null
      const inner = box === null ? null : innerOf(key, subject, box)
      return inner === null ? [] : [{ ...fileEventOf(inner), learnedAt, by: actor.account }]
    })
  }
  const events: Records['events'] = async (tx, tenant, id) => {
    const subject = subjectName(CASE, id)
    const wrapped = await findRecordKey(tx, tenant, subject)
    return wrapped === null ? [] : openedWith(wrapped, subject, (await loadSubjects(tx, tenant, [subject])).get(subject) ?? [])
  }
  async function* batch(tx: Tx, tenant: string, ids: readonly string[]): AsyncGenerator<OpenCase> {
    const subjectOf = (id: string): string => subjectName(CASE, id)
    const versions = await subjectVersions(tx, tenant, ids.map(subjectOf))
    const wraps = await findRecordKeys(tx, tenant, ids.map(subjectOf))
    const isKept = (id: string): boolean => kept.get(`${tenant} ${id}`)?.one.version === versions.get(subjectOf(id))
    const cold = ids.filter((id) => wraps.has(subjectOf(id)) && !isKept(id)).map(subjectOf)
    const stored = await loadSubjects(tx, tenant, cold)
    // What memory let go of while the others were asked for is asked for by itself.
    const writtenOf = async (subject: string) => stored.get(subject) ?? (await loadSubjects(tx, tenant, [subject])).get(subject) ?? []
    for (const id of ids) {
      const [name, subject] = [`${tenant} ${id}`, subjectOf(id)]
      const [version, wrapped, before] = [versions.get(subject), wraps.get(subject), kept.get(name)]
      kept.delete(name)
      if (version === undefined || wrapped === undefined) continue
      const one =
        before?.one.version === version
          ? before.one
          : { id, version, whole: foldAll(openedWith(wrapped, subject, await writtenOf(subject))) }
      kept.set(name, { one, usedAt: performance.now() })
      letGo(kept)
      yield one
    }
  }
  const each: Records['each'] = async function* (tx, tenant, ids) {
    for (let at = 0; at < ids.length; at += AT_ONCE) yield* batch(tx, tenant, ids.slice(at, at + AT_ONCE))
  }
  const load: Records['load'] = async (tx, tenant, id) => {
    for await (const one of each(tx, tenant, [id])) return one
    return null
  }
  const forget = (tenant: string, id: string): void => void kept.delete(`${tenant} ${id}`)
  return { keys, events, each, load, forget, command: (asking, command) => commandWith({ keys, load, events, forget }, asking, command) }
}
const foldAll = (events: readonly FileEvent[]): CaseWhole => events.reduce<CaseWhole>(fileDecider.evolve, fileDecider.initial)
const boxIn = (payload: unknown): string | null =>
  typeof payload === 'object' && payload !== null && 'box' in payload && typeof payload.box === 'string' ? payload.box : null

/** Two look-ups of the key: somebody made or destroyed it in between, so what is asked is asked once more from the start. */
async function commandWith(made: Made, asking: Asking, command: FileCommand): Promise<Outcome<Receipt>> {
  const shut = (thrown: unknown): boolean => thrown instanceof RecordChanged || thrown instanceof RecordShut
  try {
    return await commandOnce(made, asking, command)
  } catch (thrown) {
    if (thrown instanceof OpeningRefused) return thrown.outcome
    if (!shut(thrown)) throw thrown
  }
  try {
    return await commandOnce(made, asking, command)
  } catch (thrown) {
    if (thrown instanceof OpeningRefused) return thrown.outcome
    if (thrown instanceof RecordChanged) return refused('unknown-case')
    throw thrown
  }
}
interface Made {
  readonly keys: RecordKeys
  readonly load: Records['load']
  readonly events: Records['events']
  readonly forget: (tenant: string, id: string) => void
}
/** `null`: nobody who asks this is told that there is anything. Whoever was answered about this case before may be answered the same again. */
async function keyFor({ keys, load }: Made, { door, who, envelope, id, mayMake, mayTouch }: Asking) {
  const subject = subjectName(CASE, id)
  return door.read(async (tx) => {
    await asProgram(tx)
    const wrapped = await findRecordKey(tx, who.tenant, subject)
    const isWritten = (await subjectVersions(tx, who.tenant, [subject])).has(subject)
    const earlier = (await findAnswers(tx, who.tenant, [envelope.id])).get(envelope.id)
    const one = await load(tx, who.tenant, id)
    if (one === null) return mayMake && !isWritten ? { wrapped, key: wrapped === null ? keys.make() : keys.unwrap(wrapped, subject) } : null
    const isRepeat = earlier !== undefined && isAbout(earlier.outcome, subject)
    return wrapped !== null && (isRepeat || (mayTouch?.(one.whole) ?? true)) ? { wrapped, key: keys.unwrap(wrapped, subject) } : null
  })
}
function isAbout(stored: unknown, subject: string): boolean {
  const outcome = readOutcome(stored)
  return outcome.ok && outcome.value.subject === subject
}

async function commandOnce(made: Made, asking: Asking, command: FileCommand): Promise<Outcome<Receipt>> {
  const { keys } = made
  const { door, who, envelope, id } = asking
  const { tenant } = who
  const subject = subjectName(CASE, id)
  const found = await keyFor(made, asking)
  if (found === null) return refused('unknown-case')
  const { wrapped, key } = found
  // What is sealed here nobody else can have signed.
  if (wrapped === null && envelope.proof) return refused('signature-not-valid')
  const aggregate = sealedAggregate(CASE, { key, id, decider: innerDecider })
  return door.execute({
    ...{ aggregate, subject: id, envelope, who, command: new Hidden(command, markOf(key, envelope.id, command)) },
    context: async (tx, whole, moment) => {
      await asProgram(tx)
      const now = await findRecordKey(tx, tenant, subject)
      const context = await asking.context(tx, whole, moment)
      // Somebody else made or destroyed it between the two looks: with another key nothing may be sealed.
      if (wrapped === null && now === null) {
        // An opening that is refused leaves nothing behind, neither a key nor a remembered answer.
        const decided = innerDecider.decide(whole, command, context)
        if (!decided.ok) throw new OpeningRefused(decided)
        await asProgram(tx)
        await keepRecordKey(tx, tenant, { subject, wrapped: keys.wrap(key, subject), at: moment.now })
      } else if (now === null || wrapped === null || Buffer.compare(now, wrapped) !== 0) throw new RecordChanged()
      return context
    },
    beside: async (tx, { before, events, moment }) => {
      const told = events.flatMap((event) => {
        const inner = event.kind === 'case.sealed.v1' ? innerOf(key, subject, event.payload.box) : null
        return inner === null ? [] : [fileEventOf(inner)]
      })
      const isForgotten = events.some((event) => event.kind === 'case.forgotten.v1')
      await asking.beside?.(tx, { before, events: told, isForgotten, moment })
      if (!isForgotten) return
      await asProgram(tx)
      await keepProof(tx, tenant, { case: id, organisation: before.file.organisation, events: await made.events(tx, tenant, id) })
      await destroyRecordKey(tx, tenant, subject)
      // No text can be found again without the record, so no key of any vault stays: it would open nothing and still name case and readers.
      await destroyVaultKeys(tx, tenant, { case: id, vaults: 'all' })
      for (const vault of VaultName.options) await endKept(tx, tenant, { case: id, vault })
      made.forget(tenant, id)
    },
  })
}
/** Asked again, it is answered anew. */
class RecordChanged extends Error {
  constructor() {
    super('the key of a record changed while it was used; asked again it will be answered')
  }
}
class OpeningRefused extends Error {
  readonly outcome: Outcome<Receipt>
  constructor(outcome: Outcome<Receipt>) {
    super('an opening was refused')
    this.outcome = outcome
  }
}
