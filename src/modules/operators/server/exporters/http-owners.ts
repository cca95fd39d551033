/*
Owners and beneficial owners of an exporter: one page, for the authority, auditors and the exporter itself. The name of a person is written beside the
log after the log has taken the rest, once, and taken away by an erasure; the share stays.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, record } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { EnterOwner, EraseOwner, OwnerId, OwnerLeaves, OwnersAnswer } from '../../contract-exporters.ts'
import { sharesOn } from '../../domain/exporters/exporter.ts'
import { type OperatorDoors, briefOf } from '../doors.ts'
import { exporterAggregate, exporterFacts, params, readsOwners, recordOf, writes } from './http-exporters.ts'
import { deleteOwnerPerson, insertOwnerPerson, listOwnerPersons } from './store-exporters.ts'

const ownerParams = record({ organisation: OrganisationId, owner: OwnerId })

export const ownerRoutes = (doors: OperatorDoors): readonly Route[] => [ownersPage(doors), ...writesOf(doors)]

const ownersPage = (doors: OperatorDoors): Route =>
  readRoute({
    path: '/api/exporters/:organisation/owners',
    allow: can('operators.owners'),
    summary: 'Owners and beneficial owners of an exporter with their shares; the only answer that names persons who own',
    params,
    answer: OwnersAnswer,
    read: async ({ tx, tenant, who, params: { organisation }, now }) => {
      const body = await briefOf(tx, doors, { tenant, organisation })
      if (body === null || !readsOwners(who, organisation)) return refused('unknown-operator')
      const { owners } = await recordOf(tx, tenant, organisation)
      const ids = owners.flatMap(({ holder }) => (holder.kind === 'organisation' ? [holder.organisation] : []))
      const names = new Map((await doors.people.organisations(tx, ids, tenant)).map((one) => [one.id, one.name]))
      const persons = new Map((await listOwnerPersons(tx, tenant, organisation)).map((one) => [one.owner, one]))
      const on = todayAt(now)
      return accepted({
        organisation,
        name: body.name,
        owners: owners.map(({ erased, ...line }) => {
          const { holder } = line
          const person = persons.get(line.owner)
          return {
            line: {
              ...line,
              name: holder.kind === 'body' ? holder.name : holder.kind === 'organisation' ? (names.get(holder.organisation) ?? null) : null,
            },
            person: person ? { name: person.name, nationality: person.nationality } : null,
            erased,
          }
        }),
        sums: { owner: sharesOn(owners, 'owner', on), 'beneficial-owner': sharesOn(owners, 'beneficial-owner', on) },
        readAt: now,
        mayWrite: writes(who, organisation),
      })
    },
  })

const writesOf = (doors: OperatorDoors): readonly Route[] => [
  writeRoute({
    path: '/api/exporters/:organisation/owners',
    allow: can('operators.exporters'),
    summary: 'Enters an owner or a beneficial owner with the share; the name of a person is kept apart from the log',
    params,
    body: EnterOwner,
    write: async ({ door, who, tenant, params: { organisation }, data: { person, ...data }, envelope, now }) => {
      if ((data.holder.kind === 'person') !== (person !== undefined)) return refused('owner-needs-name')
      const owner = asId('owner', envelope.id)
      const names = data.holder.kind === 'organisation' ? data.holder.organisation : undefined
      const taken = await door.execute({
        aggregate: exporterAggregate,
        subject: organisation,
        command: { type: 'enter-owner', owner, ...data },
        envelope,
        who,
        context: (tx, _state, moment) => exporterFacts(tx, doors, { tenant, who, moment, organisation, names }),
      })
      if (taken.ok && person !== undefined)
        await doors.database.transaction(async (tx) => {
          const { owners } = await recordOf(tx, tenant, organisation)
          if (owners.some((one) => one.owner === owner && !one.erased))
            await insertOwnerPerson(tx, tenant, {
              ...{ owner, organisation, name: person.name, nationality: person.nationality ?? null, at: now },
            })
        })
      return taken
    },
  }),
  writeRoute({
    path: '/api/exporters/:organisation/owners/:owner/leavings',
    allow: can('operators.exporters'),
    summary: 'An owner holds its share no longer, with the reason',
    params: ownerParams,
    body: OwnerLeaves,
    write: ({ door, who, tenant, params: { organisation, owner }, data, envelope }) =>
      door.execute({
        aggregate: exporterAggregate,
        subject: organisation,
        command: { type: 'owner-leaves', owner, ...data },
        envelope,
        who,
        context: (tx, _state, moment) => exporterFacts(tx, doors, { tenant, who, moment, organisation }),
      }),
  }),
  writeRoute({
    path: '/api/exporters/:organisation/owners/:owner/erasures',
    allow: can('operators.exporters'),
    summary: 'Takes the name of a person who owns away; the share and its dates stay',
    params: ownerParams,
    body: EraseOwner,
    write: async ({ door, who, tenant, params: { organisation, owner }, data, envelope }) => {
      const taken = await door.execute({
        aggregate: exporterAggregate,
        subject: organisation,
        command: { type: 'erase-owner', owner, ...data },
        envelope,
        who,
        context: (tx, _state, moment) => exporterFacts(tx, doors, { tenant, who, moment, organisation }),
      })
      if (taken.ok) await doors.database.transaction((tx) => deleteOwnerPerson(tx, tenant, owner))
      return taken
    },
  }),
]
