/*
Secret names over HTTP. Sealing is for who proposes; everything after it for present readers alone, and to everybody else one answer, whether the name
is theirs not to see or never was. A look is an entry of the log before the box leaves. There is no list, no search and no export, on purpose.
*/
import { createHash } from 'node:crypto'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { mustParse, parse, record } from '../../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can, canOneOf } from '../../../../platform/http/route.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { CommandEnvelope } from '../../../../platform/log/receipt.ts'
import {
  AskOverName,
  DAYS_TO_AGREE,
  ForgetName,
  GRANT_DAYS,
  GrantName,
  KeepName,
  NameLooks,
  NameOf,
  NameState,
  OpenedName,
  RefuseAsking,
  ResealName,
  SecretNameId,
} from '../../contract-names.ts'
import { type NameAsked, type SecretNameEvent, secretNameKinds } from '../../domain/names/name-events.ts'
import { daysAfter } from '../../domain/names/name-request.ts'
import { type NameStanding, type SecretNameCommand, type SecretNameContext, secretNameDecider } from '../../domain/names/secret-name.ts'
import { requestRoutes } from './http-requests.ts'
import { type NameDoors, contextOf, personsOf, standingOf } from './name-facts.ts'
import { dropNameBox, findNameBox, keepNameBox, listLooks, newestLooks } from './store-names.ts'
import { dropGiftBoxes, findGiftBox, keepGiftBox } from './store-requests.ts'

export type { NameDoors } from './name-facts.ts'

export const secretNameAggregate: Aggregate<NameStanding | null, SecretNameCommand, SecretNameEvent, SecretNameContext> = {
  ...{ name: 'secret-name', decider: secretNameDecider, kinds: secretNameKinds },
}
const params = record({ secret: SecretNameId })
const Looking = record({ ...CommandEnvelope.shape, data: record({}) })
const READ = can('conflict.named')

const digest = (box: string): string => createHash('sha256').update(box, 'base64').digest('hex')
export const nameRoutes = (doors: NameDoors): readonly Route[] =>
  doors.underSigned([
    keeping(doors),
    state(doors),
    looking(doors),
    ...changes(doors),
    ...agreeing(doors),
    looksWatched(doors),
    ...requestRoutes(doors),
  ])

const keeping = (doors: NameDoors): Route =>
  writeRoute({
    path: '/api/conflict/names',
    allow: can('conflict.propose'),
    summary: 'Keeps a name that was sealed on the device to the personal keys of its readers',
    body: KeepName,
    write: ({ door, who, tenant, data: { sealed, of }, envelope }) =>
      door.execute({
        ...{ aggregate: secretNameAggregate, subject: sealed.id, envelope, who, context: contextOf(doors, { tenant, who }) },
        command: { type: 'keep', of, readers: sealed.readers, sha256: digest(sealed.box) },
        beside: (tx, { moment }) =>
          keepNameBox(tx, tenant, {
            ...{ name: sealed.id, readers: sealed.readers.map((one) => one.account), box: sealed.box, at: moment.now },
          }),
      }),
  })

const looking = (doors: NameDoors): Route =>
  rawRoute({
    method: 'POST',
    path: '/api/conflict/names/:secret/looks',
    allow: canOneOf('conflict.named', 'conflict.name-request'),
    summary: 'Hands the box of a name to one of its readers, or to who was given it for a time, after writing down that they asked',
    schemas: { params, body: Looking, answer: OpenedName },
    answer: async ({ params: asked, body, door, who, tenant, now }) => {
      const [place, read] = [parse(params, asked), parse(Looking, body)]
      if (!place.ok) return badInput(place.faults)
      if (!read.ok) return badInput(read.faults)
      const { data: _data, ...envelope } = read.value
      const { secret: name } = place.value
      // A look that was written down before, sent again, hands out nothing: each box leaves for an entry of its own.
      let lookedAt: string | null = null
      const looked = await door.execute({
        ...{ aggregate: secretNameAggregate, subject: name, envelope, who, context: contextOf(doors, { tenant, who }) },
        command: { type: 'look' },
        beside: async (_tx, { moment }) => {
          lookedAt = moment.now
        },
      })
      if (!looked.ok) return outcomeReply(looked)
      if (lookedAt !== looked.value.learnedAt) return outcomeReply(refused('look-again'))
      // Sealed anew, forgotten, or its reader no longer fit between the entry and the answer: as if it had never been.
      const box = await door.read(async (tx) => {
        const { account } = who
        const { isReader, isGiven } = await standingOf(doors, tx, { tenant, name, account, now })
        if (isReader) return findNameBox(tx, tenant, { name, account })
        return isGiven ? findGiftBox(tx, tenant, { name, account, now }) : null
      })
      return outcomeReply(box === null ? refused('unknown-secret-name') : accepted({ box }))
    },
  })

const changes = (doors: NameDoors): readonly Route[] => [
  writeRoute({
    path: '/api/conflict/names/:secret/boxes',
    allow: READ,
    summary:
      'A reader seals the name anew, for these readers and no others; without another who is present, after a second one asked for it',
    params,
    body: ResealName,
    write: ({ door, who, tenant, params: { secret: name }, data: { readers, box }, envelope }) =>
      door.execute({
        ...{ aggregate: secretNameAggregate, subject: name, envelope, who, context: contextOf(doors, { tenant, who }) },
        command: { type: 'reseal', readers, sha256: digest(box) },
        beside: (tx, { moment }) => keepNameBox(tx, tenant, { name, readers: readers.map((one) => one.account), box, at: moment.now }),
      }),
  }),
  writeRoute({
    path: '/api/conflict/names/:secret/forgettings',
    allow: READ,
    summary: 'A reader has the box destroyed, after another one asked for it; the only one left alone; the category stays',
    params,
    body: ForgetName,
    write: ({ door, who, tenant, params: { secret: name }, data, envelope }) =>
      door.execute({
        ...{ aggregate: secretNameAggregate, subject: name, envelope, who, context: contextOf(doors, { tenant, who }) },
        command: { type: 'forget', ...data },
        beside: async (tx) => {
          await dropNameBox(tx, tenant, name)
          await dropGiftBoxes(tx, tenant, name)
        },
      }),
  }),
]

const state = (doors: NameDoors): Route =>
  readRoute({
    path: '/api/conflict/names/:secret',
    allow: READ,
    summary: 'For a reader of a name: what carries it, who else reads it, who looked; never what it says',
    params,
    answer: NameState,
    read: async ({ tx, tenant, who, params: { secret: name }, now }) => {
      const { row, readers, present, isReader, asked, grants } = await standingOf(doors, tx, { tenant, name, account: who.account, now })
      if (row === null || !isReader) return refused('unknown-secret-name')
      const looks = await listLooks(tx, tenant, name)
      const person = await personsOf(doors, tx, tenant)
      return accepted({
        ...{ of: mustParse(NameOf, row.of), keptAt: row.keptAt },
        readers: readers.map(({ account }) => ({ ...person(account), isPresent: present.some((one) => one.account === account) })),
        asked: asked === null || now > daysAfter(asked.at, DAYS_TO_AGREE) ? null : askedAs(asked, person(asked.by), who.account),
        needsSecond: present.some((one) => one.account !== who.account),
        grants: grants.map(({ account, until, isOver }) => ({ ...person(account), until, isOver })),
        looks: looks.map(({ account, at }) => ({ ...person(account), at })),
      })
    },
  })

const askedAs = <Person extends object>({ what, leaveOut, by, at }: NameAsked, person: Person, account: string) => ({
  ...person,
  ...{ what, leaveOut: [...leaveOut], isOwn: by === account, until: daysAfter(at, DAYS_TO_AGREE) },
})

const agreeing = (doors: NameDoors): readonly Route[] => [
  writeRoute({
    ...{ path: '/api/conflict/names/:secret/askings', allow: READ, params, body: AskOverName },
    summary: 'A reader asks that another be left out, or the name destroyed: another present reader agrees by doing it',
    write: ({ door, who, tenant, params: { secret: name }, data, envelope }) =>
      door.execute({
        ...{ aggregate: secretNameAggregate, subject: name, envelope, who, context: contextOf(doors, { tenant, who }) },
        command: { type: 'ask', ...data },
      }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/names/:secret/asking-refusals', allow: READ, params, body: RefuseAsking },
    summary: 'A reader says no to what was asked, or takes the own asking back',
    write: ({ door, who, tenant, params: { secret: name }, envelope }) =>
      door.execute({
        ...{ aggregate: secretNameAggregate, subject: name, envelope, who, context: contextOf(doors, { tenant, who }) },
        command: { type: 'refuse-asking' },
      }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/names/:secret/grants', allow: READ, params, body: GrantName },
    summary: 'A reader seals the name to the key of a justice liaison who asked, for a limited time',
    write: ({ door, who, tenant, params: { secret: name }, data: { request, reader, box }, envelope }) =>
      door.execute({
        ...{ aggregate: secretNameAggregate, subject: name, envelope, who, context: contextOf(doors, { tenant, who, request }) },
        command: { type: 'grant', request, reader, sha256: digest(box) },
        beside: (tx, { moment: { now } }) =>
          keepGiftBox(tx, tenant, { gift: { name, account: reader.account, box, until: daysAfter(now, GRANT_DAYS) }, now }),
      }),
  }),
]

const looksWatched = (doors: NameDoors): Route =>
  readRoute({
    path: '/api/conflict/name-looks',
    allow: can('cases.protect-data'),
    summary: 'For who protects data: who read a secret name and when; not which, and never what it says',
    answer: NameLooks,
    read: async ({ tx, tenant }) => {
      const person = await personsOf(doors, tx, tenant)
      const looks = (await newestLooks(tx, tenant)).map(({ account, at, of }) => ({ ...person(account), at, of }))
      return accepted(mustParse(NameLooks, { looks }))
    },
  })
