/*
Participants over HTTP: enrolled by badge, found again by what they say of themselves, linked when a person confirms it, erased on request. A name comes in here and goes
into a plain table beside the log; it leaves in the answer about one badge alone, after the look was written down. No answer lists names.
*/
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { type Outcome, refused } from '../../../../kernel/outcome.ts'
import { type Infer, mustParse, numberInUrl, parse, record, whole } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import type { Incoming, Reply, Route } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import * as words from '../../contract-training.ts'
import { type TrainingDoors, hashesOf, newTrainee } from './doors.ts'
import { type Sent, TRAIN, actOnSession, sessionParams } from './http-training.ts'
import { teachesIn } from './read-training.ts'
import { erasePerson, findPerson, insertLooks, keepPersons, listLooks, listMatches } from './store-persons.ts'
import { type KeptParticipation, findSession, listParticipations } from './store-read.ts'

const badgeParams = record({ session: words.SessionId, badge: numberInUrl() })
const isBadge = (badge: number): boolean => parse(whole().min(1).max(999), badge).ok
const one = '/api/training/sessions/:session/participants/:badge'

export const personRoutes = (doors: TrainingDoors): readonly Route[] => [
  ...enrolment(doors),
  ...aboutOne(doors),
  lookUp(doors),
  lookAt(doors),
]

const enrolment = (doors: TrainingDoors): readonly Route[] => [
  writeRoute({
    ...{ path: '/api/training/sessions/:session/participants', allow: TRAIN, params: sessionParams, body: words.EnrolParticipants },
    summary:
      'Enrols participants by badge; a name is kept apart from the log, and whoever was confirmed to have come before is the same person',
    write: async (sent) => {
      const { tenant, envelope, data, now } = sent
      const resolved = await personsOf(sent, data.participants)
      if (!resolved.ok) return resolved
      const participants = data.participants.map(({ person: _name, sameAs: _same, ...described }, at) => ({
        ...described,
        person: resolved.value[at] ?? null,
      }))
      const taken = await actOnSession(doors, sent, { session: sent.params.session, command: { type: 'enrol', participants } })
      const named = data.participants.flatMap(({ person, institution, badge }, at) => {
        const id = resolved.value[at] ?? newTrainee(envelope.id, badge)
        return person === undefined ? [] : [{ person: id, ...toKeep(doors, { tenant, said: { ...person, institution }, at: now }) }]
      })
      if (taken.ok) await doors.database.transaction((tx) => keepPersons(tx, tenant, named))
      return taken
    },
  }),
]
function toKeep(
  doors: TrainingDoors,
  {
    tenant,
    said,
    at,
  }: { readonly tenant: string; readonly said: words.PersonName & { readonly institution?: string }; readonly at: string },
) {
  return { name: said.name, birthYear: said.birthYear ?? null, keys: hashesOf(doors, tenant, said), at }
}

/** Confirmed to be the same; else new where a name was given or it is a first time; else nobody can say. Refusals: `no-person-behind-badge`. */
async function personsOf(
  { door, tenant, envelope }: Sent,
  participants: Infer<typeof words.EnrolParticipants>['participants'],
): Promise<Outcome<readonly (words.TraineeId | null)[]>> {
  const found: (words.TraineeId | null)[] = []
  for (const { badge, person, sameAs, firstTime } of participants) {
    if (sameAs !== undefined) {
      const same = await door.read((tx) => behind(tx, tenant, sameAs))
      if (same === null) return refused('no-person-behind-badge', { badge })
      found.push(same)
    } else found.push(person !== undefined || firstTime === 'yes' ? newTrainee(envelope.id, badge) : null)
  }
  return { ok: true, value: found }
}
async function behind(tx: Tx, tenant: string, { session, badge }: Infer<typeof words.SameAs>): Promise<words.TraineeId | null> {
  const row = await participation(tx, tenant, { session, badge })
  return row === null || row.person === null || row.isErased ? null : mustParse(words.TraineeId, row.person)
}
async function participation(
  tx: Tx,
  tenant: string,
  { session, badge }: { readonly session: string; readonly badge: number },
): Promise<KeptParticipation | null> {
  return (await listParticipations(tx, tenant, session)).find((row) => row.badge === badge) ?? null
}

const aboutOne = (doors: TrainingDoors): readonly Route[] => [
  writeRoute({
    ...{ path: `${one}/links`, allow: TRAIN, params: badgeParams, body: words.LinkPerson },
    summary: 'Says who a badge is: the same person as a badge of another session, or somebody new with a name that is kept apart',
    write: async (sent) => {
      const { tenant, data, params, envelope, now, door } = sent
      if (!isBadge(params.badge)) return refused('unknown-badge', { badge: 0 })
      const { sameAs, person: said } = data
      const row = await door.read((tx) => participation(tx, tenant, params))
      const same = sameAs === undefined ? null : await door.read((tx) => behind(tx, tenant, sameAs))
      if (sameAs !== undefined && same === null) return refused('no-person-behind-badge', { badge: sameAs.badge })
      if (sameAs === undefined && said === undefined) return refused('nothing-to-link')
      const own = row === null || row.person === null ? newTrainee(envelope.id, params.badge) : mustParse(words.TraineeId, row.person)
      const person = same ?? own
      const command = { type: 'link', badge: params.badge, person, isNaming: said !== undefined } as const
      const taken = await actOnSession(doors, sent, { session: params.session, command })
      if (taken.ok && said !== undefined && row !== null) {
        const kept = toKeep(doors, { tenant, said: { ...said, institution: row.institution }, at: now })
        await doors.database.transaction((tx) => keepPersons(tx, tenant, [{ person, ...kept }]))
      }
      return taken
    },
  }),
  writeRoute({
    ...{ path: `${one}/withdrawal`, allow: TRAIN, params: badgeParams, body: words.WithdrawParticipant },
    summary: 'Takes somebody off who was enrolled by mistake and was not there',
    write: (sent) => byBadge(doors, sent, { ...sent.params, type: 'withdraw', reason: sent.data.reason }),
  }),
  writeRoute({
    ...{ path: `${one}/erasure`, allow: TRAIN, params: badgeParams, body: words.ErasePerson },
    summary: 'Erases the name and every key of a person; the badge, its marks and all counts stay',
    write: async (sent) => {
      const { tenant, params } = sent
      const row = isBadge(params.badge) ? await sent.door.read((tx) => participation(tx, tenant, params)) : null
      const taken = await byBadge(doors, sent, { ...params, type: 'erase', reason: sent.data.reason })
      const person = row?.person ?? null
      if (taken.ok && person !== null) await doors.database.transaction((tx) => erasePerson(tx, tenant, person))
      return taken
    },
  }),
]
const byBadge = (
  doors: TrainingDoors,
  sent: Sent,
  { session, badge, type, reason }: { session: string; badge: number; type: 'withdraw' | 'erase'; reason: string },
): Promise<Outcome<Receipt>> =>
  isBadge(badge)
    ? actOnSession(doors, sent, { session, command: { type, badge, reason } })
    : Promise.resolve(refused('unknown-badge', { badge: 0 }))

/** Asked with a body and not in an address: a name in an address would stand in every log on the way. */
const lookUp = (doors: TrainingDoors): Route =>
  rawRoute({
    ...{ method: 'POST', path: '/api/training/lookups', allow: TRAIN, schemas: { body: words.LookUpPerson, answer: words.LookUpAnswer } },
    summary:
      'Whether somebody came before, by name with year of birth or institution: badges and categories of the own territory, of others only that there is somebody; each look is written down',
    answer: async ({ body, tenant, who, now }) => {
      const asked = parse(words.LookUpPerson, body)
      if (!asked.ok) return badInput(asked.faults)
      const hashes = hashesOf(doors, tenant, asked.value).map(({ hash }) => hash)
      if (hashes.length === 0) return outcomeReply(refused('look-up-needs-more'))
      const areas = who.territory === 'everywhere' ? null : who.territory
      const found = await doors.database.transaction(async (tx) => {
        const rows = await listMatches(tx, tenant, { hashes, areas })
        await insertLooks(
          tx,
          tenant,
          rows.map(({ session, badge }) => ({ ...lookOf({ who, now }), session, badge, what: 'look-up' })),
        )
        return rows
      })
      const matches = found.flatMap(({ isOwn, ...row }) => (isOwn ? [row] : []))
      return { status: 200, body: mustParse(words.LookUpAnswer, { matches, elsewhere: matches.length < found.length }) }
    },
  })

const lookAt = (doors: TrainingDoors): Route =>
  rawRoute({
    ...{ method: 'GET', path: `${one}/person`, allow: TRAIN, schemas: { params: badgeParams, answer: words.PersonShown } },
    summary: 'The name behind one badge, for who teaches there; the look is written down before the answer leaves',
    answer: async (incoming) => {
      const seen = await seePerson(doors, incoming, 'page')
      return 'status' in seen ? seen : { status: 200, body: seen.shown }
    },
  })

const lookOf = ({ who, now }: Pick<Incoming, 'who' | 'now'>) => ({
  ...{ id: uuidV7(Date.parse(now), randomBytes(10)), account: who.account, at: now },
})
export interface Seen {
  readonly row: KeptParticipation
  readonly shown: words.PersonShown
}
/** Writes the look, then reads the name; both or none. */
export async function seePerson(doors: TrainingDoors, incoming: Incoming, what: 'page' | 'certificate'): Promise<Seen | Reply> {
  const asked = parse(badgeParams, incoming.params)
  if (!asked.ok) return badInput(asked.faults)
  const { session, badge } = asked.value
  const { who, tenant, now } = incoming
  if (!isBadge(badge)) return outcomeReply(refused('unknown-badge', { badge: 0 }))
  const seen = await doors.database.transaction(async (tx) => {
    const found = await findSession(tx, tenant, session)
    const row = found !== null && teachesIn(who, found) ? await participation(tx, tenant, { session, badge }) : null
    if (row === null) return null
    await insertLooks(tx, tenant, [{ ...lookOf({ who, now }), session, badge, what }])
    return { row, shown: await shownOf(tx, { tenant, who, session, row }) }
  })
  return seen ?? outcomeReply(refused('unknown-badge', { badge }))
}
async function shownOf(
  tx: Tx,
  { tenant, who, session, row }: { readonly tenant: string; readonly who: Who; readonly session: string; readonly row: KeptParticipation },
): Promise<words.PersonShown> {
  const person = row.person === null ? null : await findPerson(tx, tenant, row.person)
  const looks = await listLooks(tx, tenant, { session, badge: row.badge })
  return mustParse(words.PersonShown, {
    ...{ name: person?.name ?? null, birthYear: person?.birthYear ?? null },
    looks: looks.map(({ at, what, account }) => ({ at, what, mine: account === who.account })),
  })
}
