/*
A spelling of a list is left out: it becomes no actor, and the next list does not lay it on the desk again. Working material and no command of the log: a word that
was left out may name a person, so it is kept nowhere; only a mark by which the same word is known again, made of its letters and the name of the tenant.
*/
import { createHash } from 'node:crypto'
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { exactly, looseRecord, parse, record } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import { badInput, outcomeReply, rawRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { LeaveOut } from '../../contract-actors.ts'
import { foldedSpelling } from '../../domain/actors/spelling.ts'
import { leaveWaitingOut } from './store-actors.ts'

export const markOfSpelling = (tenant: string, folded: string): string =>
  createHash('sha256').update(`spelling-left-out/${tenant}/${folded}`).digest('hex')

const Sent = looseRecord({ data: LeaveOut })
export const leavingRoute = ({ database }: { readonly database: Pick<Database, 'transaction'> }): Route =>
  rawRoute({
    method: 'POST',
    path: '/api/conflict/actor-desk/leavings',
    allow: can('conflict.map'),
    summary: 'A spelling of a list becomes no actor; its words are not kept, and it does not come back with the next list',
    schemas: { body: Sent, answer: record({ leftOut: exactly(true) }) },
    answer: async ({ body, tenant, who, now }) => {
      const given = parse(Sent, body)
      if (!given.ok) return badInput(given.faults)
      const { written, why } = given.value.data
      const folded = foldedSpelling(written)
      const row = { folded, mark: markOfSpelling(tenant, folded), why, on: todayAt(now), by: who.account }
      const isDone = await database.transaction((tx) => leaveWaitingOut(tx, tenant, row))
      return outcomeReply(isDone ? accepted({ leftOut: true }) : refused('spelling-does-not-wait'))
    },
  })
