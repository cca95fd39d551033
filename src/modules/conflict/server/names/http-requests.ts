/*
Requests of justice for names, over HTTP: a liaison asks by the number of a prosecution, readers of names see who waits, and say no; what they give is sealed on the
way of the name itself. A liaison reads the own requests alone, and never whether there was a name.
*/
import { accepted } from '../../../../kernel/outcome.ts'
import { mustParse, record } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can, canOneOf } from '../../../../platform/http/route.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { DeclineRequest, NameReader, NameRequestId, NameRequests, RequestNames } from '../../contract-names.ts'
import { type NameRequestEvent, nameRequestKinds } from '../../domain/names/name-events.ts'
import {
  type NameRequestCommand,
  type NameRequestContext,
  type RequestStanding,
  isRequestOpen,
  nameRequestDecider,
} from '../../domain/names/name-request.ts'
import { type NameDoors, accountOf, personsOf } from './name-facts.ts'
import { listGrants, listRequests } from './store-requests.ts'

export const nameRequestAggregate: Aggregate<RequestStanding | null, NameRequestCommand, NameRequestEvent, NameRequestContext> = {
  ...{ name: 'name-request', decider: nameRequestDecider, kinds: nameRequestKinds },
}
const params = record({ nameRequest: NameRequestId })

export const requestRoutes = (doors: NameDoors): readonly Route[] => [
  readRoute({
    ...{ path: '/api/conflict/name-requests', allow: canOneOf('conflict.named', 'conflict.name-request'), answer: NameRequests },
    summary: 'For a justice liaison the own requests and what they may read until when; for readers of names those that wait',
    read: async ({ tx, tenant, who, now }) => {
      const reads = who.capabilities.has('conflict.named')
      const person = await personsOf(doors, tx, tenant)
      const liaisons = await doors.liaisons(tx, tenant)
      const rows = await listRequests(tx, tenant, reads ? {} : { account: who.account })
      const given = await listGrants(tx, tenant, reads ? {} : { account: who.account })
      const requests = rows.map((row) => {
        const isOwn = row.account === who.account
        const ofIt = given.filter(({ request }) => request === row.id)
        const open = ofIt.filter(({ until, isOver, reader }) => {
          const { key } = mustParse(NameReader, reader)
          return !isOver && now < until && liaisons.some((one) => one.key === key)
        })
        const isOpen = isRequestOpen({ askedAt: row.askedAt, isDeclined: row.declinedAs !== null }, now)
        const state = row.declinedAs !== null ? 'declined' : ofIt.length > 0 ? 'granted' : isOpen ? 'waiting' : 'over'
        return {
          ...{ id: row.id, ...person(row.account), reason: row.reason, caseNumber: row.caseNumber, askedAt: row.askedAt, isOwn, state },
          // Which name it was stays among its readers.
          grants: isOwn ? open.map(({ name, until }) => ({ name, until })) : [],
        }
      })
      const shown = requests.filter((one) => one.isOwn || one.state === 'waiting' || one.state === 'granted')
      return accepted(mustParse(NameRequests, { requests: shown, asks: who.capabilities.has('conflict.name-request'), grants: reads }))
    },
  }),
  writeRoute({
    ...{ path: '/api/conflict/name-requests', allow: can('conflict.name-request'), body: RequestNames },
    summary: 'Asks for names of a prosecution: why and under which number; no name is written here',
    write: ({ door, who, tenant, data, envelope }) =>
      door.execute({
        ...{ aggregate: nameRequestAggregate, subject: envelope.id, envelope, who, command: { type: 'ask', ...data } },
        context: async (tx, _state, { now }) => ({
          ...{ now, account: accountOf(who.account) },
          hasKey: (await doors.liaisons(tx, tenant)).some((one) => one.account === who.account),
        }),
      }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/name-requests/:nameRequest/declinings', allow: can('conflict.named'), params, body: DeclineRequest },
    summary: 'A reader of names says no to a request, with why',
    write: ({ door, who, params: { nameRequest }, data, envelope }) =>
      door.execute({
        ...{ aggregate: nameRequestAggregate, subject: nameRequest, envelope, who, command: { type: 'decline', ...data } },
        context: async (_tx, _state, { now }) => ({ now, account: accountOf(who.account), hasKey: true }),
      }),
  }),
]
