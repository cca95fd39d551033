/*
A look at what a release would keep back. It meets every gate of a request, tells no number and no hash, and leaves only after it was written down.
*/
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Outcome, accepted } from '../../../kernel/outcome.ts'
import { asId, parse } from '../../../kernel/schema.ts'
import { todayAt } from '../../../kernel/calendar.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { LookAtRelease, ReleasePreview } from '../contract.ts'
import { type ReleaseContext, stopOfLook } from '../domain/release.ts'
import { type LookEvent, type Looked, lookDecider, lookKinds } from '../domain/release-look.ts'
import type { ReleaseHouse } from './house.ts'
import { inTheWayOf, makeRelease, previewOf } from './make-release.ts'

export const lookAggregate: Aggregate<null, Looked, LookEvent, null> = { name: 'statistics-look', decider: lookDecider, kinds: lookKinds }
type ContextOf = (
  house: ReleaseHouse,
  moment: { readonly tx: Tx; readonly tenant: string; readonly who: Who; readonly today: string },
  asked: { readonly agreement: string; readonly inTheWay: number },
) => Promise<ReleaseContext>

export const lookRoute = (house: ReleaseHouse, contextOf: ContextOf): Route =>
  rawRoute({
    method: 'POST',
    path: '/api/statistics-releases/preview',
    allow: can('cases.statistics'),
    summary: 'What a release would keep back, under the gates of a request; the look is kept, and no number or hash is told',
    schemas: { body: LookAtRelease, answer: ReleasePreview },
    answer: async ({ body, door, tenant, who, now }) => {
      const wanted = parse(LookAtRelease, body)
      if (!wanted.ok) return badInput(wanted.faults)
      const { parameters, agreement } = wanted.value
      const found = await door.read(async (tx): Promise<Outcome<ReleasePreview>> => {
        const context = await contextOf(house, { tx, tenant, who, today: todayAt(now) }, { agreement, inTheWay: 0 })
        const early = stopOfLook(parameters, null, context)
        if (early !== null) return early
        const ready = await makeRelease(house, { tx, tenant, parameters })
        if (!ready.ok) return ready
        const stop = stopOfLook(parameters, ready.value.made.columns, context)
        if (stop !== null) return stop
        return accepted(
          previewOf(ready.value, await inTheWayOf(house, { tx, tenant, parameters }, { id: '', cells: ready.value.computed.cells })),
        )
      })
      if (!found.ok) return outcomeReply(found)
      const fresh = () => uuidV7(Date.parse(now), randomBytes(10))
      const kept = await door.execute({
        ...{ aggregate: lookAggregate, subject: fresh(), envelope: { id: asId('command', fresh()) }, who },
        command: { agreement, parameters, by: asId('account', who.account) },
        context: () => Promise.resolve(null),
      })
      return outcomeReply(kept.ok ? found : kept)
    },
  })
