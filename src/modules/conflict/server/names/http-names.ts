/*
Secret names over HTTP. Sealing is for who proposes; everything after it for present readers alone, and to everybody else one answer, whether the name
is theirs not to see or never was. A look is an entry of the log before the box leaves. There is no list, no search and no export, on purpose.
*/
import { createHash } from 'node:crypto'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, listOf, mustParse, parse, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { CommandEnvelope } from '../../../../platform/log/receipt.ts'
import { OrganisationId, type PeopleDoor } from '../../../people/contract.ts'
import {
  ForgetName,
  KeepName,
  NameLooks,
  NameOf,
  NameReader,
  NameState,
  OpenedName,
  ResealName,
  SecretNameId,
} from '../../contract-names.ts'
import { type SecretNameEvent, secretNameKinds } from '../../domain/names/name-events.ts'
import {
  type NameStanding,
  type SecretNameCommand,
  type SecretNameContext,
  presentReaders,
  secretNameDecider,
} from '../../domain/names/secret-name.ts'
import { dropNameBox, findName, findNameBox, keepNameBox, listLooks, newestLooks } from './store-names.ts'

/** An open account, without who that is. */
export interface NameAccount {
  readonly account: string
  readonly organisation: string | null
  readonly roles: readonly string[]
}
export interface NameDoors {
  readonly people: PeopleDoor<Tx>
  readonly accounts: (tx: Tx, tenant: string) => Promise<readonly NameAccount[]>
  /** Who may read secret names and has a key, with that key. */
  readonly fitReaders: (tx: Tx, tenant: string) => Promise<readonly NameReader[]>
  /** Whoever opens has a second factor and signed the undertaking. */
  readonly underSigned: (routes: readonly Route[]) => readonly Route[]
}

export const secretNameAggregate: Aggregate<NameStanding | null, SecretNameCommand, SecretNameEvent, SecretNameContext> = {
  ...{ name: 'secret-name', decider: secretNameDecider, kinds: secretNameKinds },
}
const params = record({ secret: SecretNameId })
const Looking = record({ ...CommandEnvelope.shape, data: record({}) })
const READ = can('conflict.named')

const digest = (box: string): string => createHash('sha256').update(box, 'base64').digest('hex')
const contextOf =
  (doors: NameDoors, tenant: string, who: Who) =>
  async (tx: Tx): Promise<SecretNameContext> => ({ account: who.account, fit: await doors.fitReaders(tx, tenant) })

export const nameRoutes = (doors: NameDoors): readonly Route[] =>
  doors.underSigned([keeping(doors), state(doors), looking(doors), ...changes(doors), looksWatched(doors)])

const keeping = (doors: NameDoors): Route =>
  writeRoute({
    path: '/api/conflict/names',
    allow: can('conflict.propose'),
    summary: 'Keeps a name that was sealed on the device to the personal keys of its readers',
    body: KeepName,
    write: ({ door, who, tenant, data: { sealed, of }, envelope }) =>
      door.execute({
        ...{ aggregate: secretNameAggregate, subject: sealed.id, envelope, who, context: contextOf(doors, tenant, who) },
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
    allow: READ,
    summary: 'Hands the box of a name to one of its readers, after writing down that they asked',
    schemas: { params, body: Looking, answer: OpenedName },
    answer: async ({ params: asked, body, door, who, tenant }) => {
      const [place, read] = [parse(params, asked), parse(Looking, body)]
      if (!place.ok) return badInput(place.faults)
      if (!read.ok) return badInput(read.faults)
      const { data: _data, ...envelope } = read.value
      const { secret: name } = place.value
      // A look that was written down before, sent again, hands out nothing: each box leaves for an entry of its own.
      let lookedAt: string | null = null
      const looked = await door.execute({
        ...{ aggregate: secretNameAggregate, subject: name, envelope, who, context: contextOf(doors, tenant, who) },
        command: { type: 'look' },
        beside: async (_tx, { moment }) => {
          lookedAt = moment.now
        },
      })
      if (!looked.ok) return outcomeReply(looked)
      if (lookedAt !== looked.value.learnedAt) return outcomeReply(refused('look-again'))
      // Sealed anew, forgotten, or its reader no longer fit between the entry and the answer: as if it had never been.
      const box = await door.read(async (tx) => {
        const { isReader } = await standingOf(doors, tx, { tenant, name, account: who.account })
        return isReader ? findNameBox(tx, tenant, { name, account: who.account }) : null
      })
      return outcomeReply(box === null ? refused('unknown-secret-name') : accepted({ box }))
    },
  })

const changes = (doors: NameDoors): readonly Route[] => [
  writeRoute({
    path: '/api/conflict/names/:secret/boxes',
    allow: READ,
    summary: 'A reader seals the name anew, for these readers and no others',
    params,
    body: ResealName,
    write: ({ door, who, tenant, params: { secret: name }, data: { readers, box }, envelope }) =>
      door.execute({
        ...{ aggregate: secretNameAggregate, subject: name, envelope, who, context: contextOf(doors, tenant, who) },
        command: { type: 'reseal', readers, sha256: digest(box) },
        beside: (tx, { moment }) => keepNameBox(tx, tenant, { name, readers: readers.map((one) => one.account), box, at: moment.now }),
      }),
  }),
  writeRoute({
    path: '/api/conflict/names/:secret/forgettings',
    allow: READ,
    summary: 'A reader has the box destroyed; the category stays',
    params,
    body: ForgetName,
    write: ({ door, who, tenant, params: { secret: name }, data, envelope }) =>
      door.execute({
        ...{ aggregate: secretNameAggregate, subject: name, envelope, who, context: contextOf(doors, tenant, who) },
        command: { type: 'forget', ...data },
        beside: (tx) => dropNameBox(tx, tenant, name),
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
    read: async ({ tx, tenant, who, params: { secret: name } }) => {
      const { row, readers, present, isReader } = await standingOf(doors, tx, { tenant, name, account: who.account })
      if (row === null || !isReader) return refused('unknown-secret-name')
      const looks = await listLooks(tx, tenant, name)
      const person = await personsOf(doors, tx, tenant)
      return accepted({
        ...{ of: mustParse(NameOf, row.of), keptAt: row.keptAt },
        readers: readers.map(({ account }) => ({ ...person(account), isPresent: present.some((one) => one.account === account) })),
        looks: looks.map(({ account, at }) => ({ ...person(account), at })),
      })
    },
  })

/** A name as it stands in this transaction, and whether the account is a reader who is present. */
async function standingOf(
  doors: NameDoors,
  tx: Tx,
  { tenant, name, account }: { readonly tenant: string; readonly name: string; readonly account: string },
) {
  const row = await findName(tx, tenant, name)
  const readers = row === null ? [] : mustParse(listOf(NameReader), row.readers)
  const present = presentReaders(readers, await doors.fitReaders(tx, tenant))
  return { row, readers, present, isReader: present.some((one) => one.account === account) }
}

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

/** Function and body of an account; of one that is closed, its number alone. */
async function personsOf({ accounts, people }: NameDoors, tx: Tx, tenant: string) {
  const known = new Map((await accounts(tx, tenant)).map((one) => [one.account, one]))
  const ids = [...new Set([...known.values()].flatMap(({ organisation }) => (organisation === null ? [] : [organisation])))]
  const bodies = await people.organisations(tx, mustParse(listOf(OrganisationId), ids), tenant)
  return (account: string) => {
    const found = known.get(account)
    const body = bodies.find((one) => one.id === found?.organisation)?.name ?? null
    return { account: asId('account', account), roles: [...(found?.roles ?? [])], body }
  }
}
