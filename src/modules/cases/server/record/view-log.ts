/*
Answers about cases leave only after the look itself is in the log. A look that was refused is kept too, also where there was
nothing to be refused: the one who asked learns no more from it than of a case that never was, not even by the time it took.
*/
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { type Outcome, refused } from '../../../../kernel/outcome.ts'
import type { Infer, Schema } from '../../../../kernel/schema.ts'
import { asId, parse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply } from '../../../../platform/http/build-route.ts'
import type { Allow, Door, Route } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { ViewEvent, Viewed } from '../../domain/access/views.ts'
import { viewDecider, viewKinds } from '../../domain/access/views.ts'

export const viewsAggregate: Aggregate<null, Viewed, ViewEvent, null> = { name: 'case-views', kinds: viewKinds, decider: viewDecider }

/** Throws where the look cannot be kept: then nothing is shown either. */
export async function keepView(
  { door, who, now }: { readonly door: Pick<Door, 'execute'>; readonly who: Who; readonly now: string },
  viewed: Viewed,
): Promise<void> {
  const envelope = { id: asId('command', uuidV7(Date.parse(now), randomBytes(10))) }
  const kept = await door.execute({
    aggregate: viewsAggregate,
    subject: who.account,
    command: viewed,
    envelope,
    who,
    context: () => Promise.resolve(null),
  })
  if (!kept.ok) throw new Error(`a look at a case could not be kept: ${kept.refusal.code}`)
}

export interface Seen<Answer> {
  readonly answer: Answer
  readonly viewed: Viewed
}
/** `attempted`: somebody asked for what is not theirs, or is not there. */
export type Look<Answer> = Outcome<Seen<Answer>> & { readonly attempted?: Viewed }
type AnySchema = Schema<unknown>
type ValueOf<S extends AnySchema | undefined> = S extends AnySchema ? Infer<S> : Record<string, never>

/** GET of something about persons: read, kept as a look, answered. */
export function seenRoute<
  P extends AnySchema | undefined = undefined,
  Q extends AnySchema | undefined = undefined,
  A extends AnySchema = AnySchema,
>(route: {
  readonly path: string
  readonly summary: string
  readonly allow: Allow
  readonly params?: P
  readonly query?: Q
  readonly answer: A
  readonly look: (asked: {
    readonly tx: Tx
    readonly who: Who
    readonly tenant: string
    readonly params: ValueOf<P>
    readonly query: ValueOf<Q>
    readonly now: string
  }) => Promise<Look<Infer<A>>>
}): Route {
  const { path, summary, allow, look } = route
  return {
    ...{ method: 'GET', kind: 'read', path, summary, allow },
    schemas: { ...(route.params ? { params: route.params } : {}), ...(route.query ? { query: route.query } : {}), answer: route.answer },
    answerTo: async (incoming) => {
      const { door, who, tenant, now } = incoming
      const params = readPart<P>(route.params, incoming.params)
      const query = readPart<Q>(route.query, incoming.query)
      if (!params.ok) return badInput(params.faults)
      if (!query.ok) return badInput(query.faults)
      const found = await door.read((tx) => look({ tx, who, tenant, params: params.value, query: query.value, now }))
      if (found.attempted) await keepView({ door, who, now }, found.attempted)
      if (!found.ok) return outcomeReply(refused(found.refusal.code, found.refusal.facts))
      await keepView({ door, who, now }, found.value.viewed)
      return { status: 200, body: found.value.answer }
    },
  }
}

type Part<S extends AnySchema | undefined> =
  | { readonly ok: true; readonly value: ValueOf<S> }
  | { readonly ok: false; readonly faults: readonly { readonly path: string; readonly problem: string }[] }
function readPart<S extends AnySchema | undefined>(schema: S | undefined, input: unknown): Part<S>
function readPart(schema: AnySchema | undefined, input: unknown) {
  return schema ? parse(schema, input) : { ok: true, value: {} }
}
