/* The basket fund and the scorecard of a committee over HTTP. A fund is kept by the secretariat; a score is given by a side for itself. */
import { accepted, refused } from '../../../kernel/outcome.ts'
import { asId, record } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import type { Route } from '../../../platform/http/route.ts'
import * as money from '../contract-fund.ts'
import * as scores from '../contract-scores.ts'
import type { FundCommand } from '../domain/fund.ts'
import type { PromiseCommand } from '../domain/promise.ts'
import { fundAggregate, promiseAggregate } from './aggregates.ts'
import type { CoordinationDoors } from './doors.ts'
import { type Sent, act, committeeParams, keep, read, readerOf } from './http-committees.ts'
import { ifNear } from './near.ts'
import { readFund } from './read-fund.ts'
import { readScores } from './read-scores.ts'
import { readCommittees } from './world.ts'

const fund = '/api/coordination/committees/:committee/fund'
const promises = '/api/coordination/committees/:committee/promises'
export const fundRoutes = (doors: CoordinationDoors): readonly Route[] => [
  readRoute({
    ...{ path: fund, allow: read, params: committeeParams, answer: money.FundShown },
    summary: 'The basket fund: what came in on what basis, projects, what was spent; each currency for itself',
    read: async ({ tx, tenant, who, now, params: { committee: id } }) => {
      const found = await readFund(tx, doors, { ...readerOf(who, tenant, now), id })
      return found === null ? refused('unknown-committee') : accepted(found)
    },
  }),
  writeRoute({
    ...{ path: `${fund}/contributions`, allow: keep, params: committeeParams, body: money.Contribute },
    summary: 'Records what a body paid in, by lot or mass; it gets a receipt number',
    write: (sent) => runFund(doors, sent, { committee: sent.params.committee, command: { type: 'contribute', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: `${fund}/projects`, allow: keep, params: committeeParams, body: money.StartFundProject },
    summary: 'Proposes a project that the fund may pay for',
    write: (sent) =>
      runFund(doors, sent, {
        ...{ committee: sent.params.committee },
        command: { type: 'start', id: asId('fund-project', sent.envelope.id), ...sent.data },
      }),
  }),
  writeRoute({
    ...{ path: `${fund}/project-states`, allow: keep, params: committeeParams, body: money.MoveFundProject },
    summary: 'How far a project and its tender are',
    write: (sent) => runFund(doors, sent, { committee: sent.params.committee, command: { type: 'move', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: `${fund}/spendings`, allow: keep, params: committeeParams, body: money.SpendFund },
    summary: 'Records what was spent for a project: never more than there is in that currency',
    write: (sent) => runFund(doors, sent, { committee: sent.params.committee, command: { type: 'spend', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: `${fund}/reversals`, allow: keep, params: committeeParams, body: money.ReverseReceipt },
    summary: 'Reverses a line that was mistyped, with why: it stays to be read and counts no more',
    write: (sent) => runFund(doors, sent, { committee: sent.params.committee, command: { type: 'reverse', ...sent.data } }),
  }),
]
export const scoreRoutes = (doors: CoordinationDoors): readonly Route[] => [
  readRoute({
    ...{ path: promises, allow: read, params: committeeParams, answer: scores.Scorecard },
    summary: 'The scorecard: promises between two bodies, rated by both apart; the other score once both are in or the time is over',
    read: async ({ tx, tenant, who, now, params: { committee: id } }) => {
      const found = await readScores(tx, doors, { ...readerOf(who, tenant, now), id })
      return found === null ? refused('unknown-committee') : accepted(found)
    },
  }),
  writeRoute({
    ...{ path: promises, allow: keep, params: committeeParams, body: scores.MakePromise },
    summary: 'Writes down what one seat promised another, with how to see it and for which quarters',
    write: (sent) =>
      ifNear(doors, sent, {
        where: { of: 'committee', id: sent.params.committee },
        act: () =>
          runPromise(sent, { promise: sent.envelope.id, command: { type: 'make', committee: sent.params.committee, ...sent.data } }),
      }),
  }),
  writeRoute({
    ...{
      path: '/api/coordination/promises/:promise/scores',
      allow: act,
      params: record({ promise: scores.PromiseId }),
      body: scores.GiveScore,
    },
    summary: 'A side rates a promise for a quarter, from 1 to 5 with one comment, apart from the other',
    write: (sent) => runPromise(sent, { promise: sent.params.promise, command: { type: 'rate', ...sent.data } }),
  }),
]

interface Paid {
  readonly committee: string
  readonly command: FundCommand
}
const runFund = (doors: CoordinationDoors, sent: Sent, given: Paid) =>
  ifNear(doors, sent, { where: { of: 'committee', id: given.committee }, act: () => decideFund(doors, sent, given) })
const decideFund = (doors: CoordinationDoors, { door, who, tenant, envelope }: Sent, { committee, command }: Paid) =>
  door.execute({
    ...{ aggregate: fundAggregate, subject: committee, command, envelope, who },
    context: async (tx, _state, { now, today }) => ({
      ...{ now, today, known: await areLinksKnown(tx, doors, { tenant, command }) },
      code: (await readCommittees(tx, tenant, { today })).committees.find((one) => one.id === committee)?.committee.founded.code ?? null,
    }),
  })
async function areLinksKnown(
  tx: Tx,
  doors: CoordinationDoors,
  { tenant, command }: { readonly tenant: string; readonly command: FundCommand },
): Promise<boolean> {
  if (command.type === 'start')
    return (await doors.places.listAreas(tx, 'territoire', tenant)).some((one) => one.code === command.territory)
  const body = command.type === 'contribute' ? command.payer : command.type === 'spend' ? command.payee : undefined
  return body === undefined || (await doors.people.organisations(tx, [body], tenant)).length === 1
}
const runPromise = ({ door, who, tenant, envelope }: Sent, { promise, command }: { promise: string; command: PromiseCommand }) =>
  door.execute({
    ...{ aggregate: promiseAggregate, subject: promise, command, envelope, who },
    context: async (tx, state, { now, today }) => {
      const id = command.type === 'make' ? command.committee : state?.made.committee
      const found = (await readCommittees(tx, tenant, { today })).committees.find((one) => one.id === id)
      return { now, today, organisation: who.organisation, committee: found?.committee ?? null }
    },
  })
