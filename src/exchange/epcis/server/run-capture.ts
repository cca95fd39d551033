/*
A capture job, from the kept document to entries of the log. Rollback: one fault and nothing is stored. Proceed: the good ones are stored,
the errors name the others. What a killed server left is taken up again; ids follow from the events, so nothing is there twice.
*/
import type { Who } from '../../../platform/http/who.ts'
import { type Actor, type Draft, subjectName } from '../../../platform/log/event.ts'
import { type ReadDocument, readDocument } from '../domain/document.ts'
import { EPCIS_CAPTURE, epcisKinds } from '../words.ts'
import type { CaptureParts, Good } from './capture-parts.ts'
import { type CaptureError, captureError, errorOf } from './errors.ts'
import { idFrom, nameEvent } from './event-rows.ts'
import { masterDataIn } from './master-data.ts'
import { settleEvents } from './settle.ts'
import { type CaptureRow, type KeptDocument, findWork, finishCapture, noteErrors } from './store-captures.ts'
import { listKnown } from './store-events.ts'

interface Sorted {
  readonly fresh: readonly Good[]
  readonly known: number
  readonly errors: readonly CaptureError[]
}

export const actorOf = (who: Who): Actor => ({
  account: who.account,
  organisation: who.organisation,
  role: who.roles.length > 0 ? who.roles.join('+') : null,
})

export async function runCapture(parts: CaptureParts, id: string): Promise<void> {
  const { database, tenant } = parts
  const work = await database.read((tx) => findWork(tx, tenant, id))
  if (work === null) return
  const who = await parts.whoOf(work.account)
  const read = readDocument(work.document.document, { extensions: work.document.extensions })
  const sorted = await sortEvents(parts, read)
  const errors = who === null ? [...sorted.errors, captureError('SecurityException', 'the account was closed')] : sorted.errors
  if (errors.length > 0) await database.transaction((tx) => noteErrors(tx, tenant, id, errors))
  const isStored = who !== null && (errors.length === 0 || work.behaviour === 'proceed')
  if (isStored) await store(parts, { work, who, read, fresh: sorted.fresh })
  await database.transaction((tx) =>
    finishCapture(tx, tenant, {
      ...{ id, success: errors.length === 0, kept: isStored ? sorted.fresh.length : 0, alreadyKnown: sorted.known, errors },
      at: parts.clock(),
    }),
  )
}

/** Which events are new, which stand already word for word, which cannot be taken. */
export async function sortEvents({ database, tenant }: Pick<CaptureParts, 'database' | 'tenant'>, read: ReadDocument): Promise<Sorted> {
  const errors = read.problems.map(errorOf)
  const good = read.events.flatMap((event, index): readonly Good[] =>
    event.normal === null || event.problems.length > 0 ? [] : [{ ...nameEvent(tenant, event.raw, event.context), index, event }],
  )
  const known = await database.read((tx) =>
    listKnown(
      tx,
      tenant,
      good.map((one) => one.eventId),
    ),
  )
  const rows = new Map(known.map((row) => [row.event_id, row]))
  const fresh = new Map<string, Good>()
  const originals = new Map<string, Good>()
  let repeated = 0
  for (const one of good) {
    const before = one.isDeclaration ? undefined : (rows.get(one.eventId) ?? originals.get(one.eventId))
    const isSame = before !== undefined && hashIn(before) === one.hash
    if (before !== undefined && !isSame)
      errors.push(
        captureError('ResourceAlreadyExistsException', `another event has the identifier ${one.eventId.slice(0, 200)}`, one.index),
      )
    else if (isSame || fresh.has(one.row)) repeated += 1
    else {
      fresh.set(one.row, one)
      if (!one.isDeclaration) originals.set(one.eventId, one)
    }
  }
  return { fresh: [...fresh.values()], known: repeated, errors }
}
const hashIn = (one: { readonly hash: string } | { readonly event_hash: string }): string => ('hash' in one ? one.hash : one.event_hash)

/** One transaction for all; then what each means for custody, one command at a time with the rights of who sent it. */
async function store(
  parts: CaptureParts,
  {
    work,
    who,
    read,
    fresh,
  }: {
    readonly work: CaptureRow & { readonly document: KeptDocument }
    readonly who: Who
    readonly read: ReadDocument
    readonly fresh: readonly Good[]
  },
): Promise<void> {
  const subject = subjectName(EPCIS_CAPTURE, work.id)
  const base = { subject, happenedAt: work.createdAt, actor: actorOf(who) }
  const master = masterDataIn(work.document.document)
  const drafts: Draft[] = fresh.map(({ row, eventId, hash, event }) => ({
    ...{ ...base, id: row, kind: epcisKinds.captured },
    payload: { eventId, hash, content: event.raw, context: event.context },
  }))
  if (master.inside.length + master.attributes.length > 0)
    drafts.push({
      ...base,
      id: idFrom(Date.parse(work.createdAt), `epcis/master/${work.id}`),
      kind: epcisKinds.masterData,
      payload: master,
    })
  if (drafts.length > 0) await parts.log().record(who.tenant, drafts)
  await settleEvents(parts, { who, base, createdAt: work.createdAt, named: namedIn(parts.tenant, read) })
}
/** Also those that stood already: a server that was killed between storing and settling goes on here. */
const namedIn = (tenant: string, read: ReadDocument): readonly Good[] =>
  read.events.flatMap((event, index) =>
    event.normal === null || event.problems.length > 0 ? [] : [{ ...nameEvent(tenant, event.raw, event.context), index, event }],
  )
