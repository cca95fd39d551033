/* Curricula, the bank of items and sessions over HTTP: read by who reads outreach, written by who teaches, in the own territory. */
import { addDays, todayAt } from '../../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, type Schema, calendarDate, maybe, mustParse, record, text } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { drawnNumber } from '../../../../platform/log/drawn-number.ts'
import type { CommandEnvelope, Receipt } from '../../../../platform/log/receipt.ts'
import { covers } from '../../../people/contract.ts'
import * as words from '../../contract-training.ts'
import {
  type CurriculumCommand,
  type CurriculumEvent,
  type ItemCommand,
  type ItemEvent,
  type ItemStanding,
  curriculumDecider,
  curriculumKinds,
  itemDecider,
  itemKinds,
} from '../../domain/training/curriculum.ts'
import { wholeMonths } from '../../domain/told.ts'
import { proposedItems } from '../../domain/training/proposed-items.ts'
import { type MaybeSession, type SessionCommand, type SessionContext, sessionDecider } from '../../domain/training/session.ts'
import { type SessionEvent, sessionKinds } from '../../domain/training/session-events.ts'
import { type TrainingDoors, codeFor } from './doors.ts'
import { readNumbers, readQuarters } from './read-numbers.ts'
import { readCurricula, readDue, readItems, readSession, readSessions, teaches, todayOf } from './read-training.ts'
import { listCurricula, listNumbers } from './store-read.ts'

export const curriculumAggregate: Aggregate<number, CurriculumCommand, CurriculumEvent, object> = {
  ...{ name: 'curriculum', decider: curriculumDecider, kinds: curriculumKinds },
}
export const itemAggregate: Aggregate<ItemStanding, ItemCommand, ItemEvent, { readonly isProposal: boolean }> = {
  ...{ name: 'test-item', decider: itemDecider, kinds: itemKinds },
}
export const sessionAggregate: Aggregate<MaybeSession, SessionCommand, SessionEvent, SessionContext> = {
  ...{ name: 'training-session', decider: sessionDecider, kinds: sessionKinds },
}
const READ = can('outreach.read')
export const TRAIN = can('outreach.train')
export const sessionParams = record({ session: words.SessionId })
const day = maybe(calendarDate())

export const trainingRoutes = (doors: TrainingDoors): readonly Route[] => [...reads(doors), ...bankWrites(), ...sessionWrites(doors)]

const reads = (doors: TrainingDoors): readonly Route[] => [
  readRoute({
    ...{ path: '/api/training/curricula', allow: READ, answer: words.Curricula },
    summary: 'Curricula with their modules, and in how many sessions each was taught',
    read: async ({ tx, tenant, who, now }) => accepted(await readCurricula(tx, { tenant, who, now })),
  }),
  readRoute({
    ...{ path: '/api/training/items', allow: TRAIN, answer: words.ItemBank },
    summary: 'The bank of test items with their right options, for who teaches',
    read: async ({ tx, tenant, who }) => accepted({ items: [...(await readItems(tx, tenant))], writes: teaches(who) }),
  }),
  readRoute({
    ...{ path: '/api/training/sessions', allow: READ, answer: words.Sessions },
    query: record({ province: maybe(text(12)), from: day, until: day }),
    summary: 'Sessions, newest first; numbers of persons from the least cell on',
    read: async ({ tx, tenant, who, now, query: { province = null, from = null, until = null } }) =>
      accepted(await readSessions(tx, doors, { tenant, who, now, asked: { province, from, until } })),
  }),
  readRoute({
    ...{ path: '/api/training/sessions/:session', allow: READ, params: sessionParams, answer: words.SessionShown },
    summary: 'One session: participants by badge, attendance, tests and certificates for who teaches there; for others its numbers',
    read: async ({ tx, tenant, who, now, params: { session } }) => {
      const found = await readSession(tx, doors, { tenant, who, now, id: session })
      return found === null ? refused('unknown-training-session') : accepted(found)
    },
  }),
  readRoute({
    ...{ path: '/api/training/numbers', allow: READ, answer: words.TrainingNumbers },
    query: record({ table: maybe(words.NumbersTable), from: day, until: day }),
    summary:
      'Participations and trained persons, two indicators, in a table with its sums; small cells are withheld with what would tell them',
    read: async ({ tx, tenant, who, now, query }) => {
      const today = todayAt(now)
      const { table = 'category-sex', until = today, from = addDays(until, -365) } = query
      return from > until
        ? refused('days-the-wrong-way-round')
        : accepted(await readNumbers(tx, doors, { tenant, who, ...wholeMonths(from, until), table }))
    },
  }),
  readRoute({
    ...{ path: '/api/training/quarters', allow: READ, answer: words.TrainedByQuarter },
    summary: 'Persons trained in each of the last quarters, each once in a quarter; small numbers are withheld',
    read: async ({ tx, tenant, who, now }) => accepted(await readQuarters(tx, { tenant, who, today: todayAt(now) })),
  }),
  readRoute({
    ...{ path: '/api/training/follow-ups', allow: TRAIN, answer: words.DueFollowUps },
    summary: 'Who was trained half a year ago and has not been asked yet what they practise, by session and badge',
    read: async ({ tx, tenant, who, now }) => accepted(await readDue(tx, doors, { tenant, who, now })),
  }),
]

const bankWrites = (): readonly Route[] => {
  const write = ({ door, who, envelope }: Sent, subject: string, command: CurriculumCommand) =>
    door.execute({ aggregate: curriculumAggregate, subject, command, envelope, who, context: () => Promise.resolve({}) })
  const item = ({ door, who, envelope }: Sent, subject: string, command: ItemCommand) =>
    door.execute({
      ...{ aggregate: itemAggregate, subject, command, envelope, who },
      context: () => Promise.resolve({ isProposal: proposedItems.some(({ id }) => id === subject) }),
    })
  return [
    writeRoute({
      ...{
        path: '/api/training/curricula',
        allow: TRAIN,
        body: words.WriteCurriculum,
        summary: 'Writes a curriculum: title, modules, half-days',
      },
      write: (sent) => write(sent, sent.envelope.id, { type: 'write', content: sent.data }),
    }),
    writeRoute({
      ...{ path: '/api/training/curricula/:curriculum/versions', allow: TRAIN, body: words.WriteCurriculum },
      ...{
        params: record({ curriculum: words.CurriculumId }),
        summary: 'Writes a curriculum anew; sessions planned before keep what they had',
      },
      write: (sent) => write(sent, sent.params.curriculum, { type: 'rewrite', content: sent.data }),
    }),
    writeRoute({
      ...{ path: '/api/training/items', allow: TRAIN, body: words.WriteItem, summary: 'Adds an item to the bank' },
      write: (sent) => item(sent, sent.envelope.id, { type: 'write', item: sent.data }),
    }),
    writeRoute({
      ...{ path: '/api/training/items/:item/retirement', allow: TRAIN, body: record({}), params: record({ item: words.TestItemId }) },
      summary: 'Takes an item out of the bank; tests that have it keep it',
      write: (sent) => item(sent, sent.params.item, { type: 'retire' }),
    }),
  ]
}

export interface Sent {
  readonly door: Pick<Door, 'execute' | 'read'>
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
/** One decision about a session, with what it must know of the world. */
export const actOnSession = (
  doors: TrainingDoors,
  { door, who, tenant, envelope }: Sent,
  { session, command }: { readonly session: string; readonly command: SessionCommand },
): Promise<Outcome<Receipt>> =>
  door.execute({
    ...{ aggregate: sessionAggregate, subject: session, command, envelope, who },
    context: async (tx, state, { now }) => {
      const place = command.type === 'plan' ? command.session : state?.place
      return {
        ...{ now, today: todayOf(place, now), isNear: place ? covers(who.territory, place) : false },
        ...(command.type === 'plan' ? await plannedFacts(tx, doors, { tenant, now, session: command.session }) : nothingPlanned),
        ...(command.type === 'compose' ? { right: await rightOf(tx, tenant, command.items) } : {}),
        codeOf: (badge) => codeFor(doors, { tenant, command: envelope.id, badge }),
      }
    },
  })
/** `null` where one is unknown or retired. */
async function rightOf(tx: Tx, tenant: string, items: readonly string[]): Promise<readonly number[] | null> {
  const bank = new Map<string, words.ItemShown>((await readItems(tx, tenant)).map((item) => [item.id, item]))
  const right = items.flatMap((item) => {
    const found = bank.get(item)
    return found === undefined || found.isRetired ? [] : [found.correct]
  })
  return right.length < items.length ? null : right
}
type PlannedFacts = Pick<SessionContext, 'number' | 'curriculum' | 'right' | 'arePlacesKnown'>
const nothingPlanned: PlannedFacts = { number: '', curriculum: null, right: null, arePlacesKnown: false }
async function plannedFacts(
  tx: Tx,
  { places }: TrainingDoors,
  { tenant, now, session }: { readonly tenant: string; readonly now: string; readonly session: words.PlanSession },
): Promise<PlannedFacts> {
  const [kept] = await listCurricula(tx, tenant, session.curriculum)
  const provinces = await places.listAreas(tx, 'province', tenant)
  const territoires = session.territoire === null ? [] : await places.listAreas(tx, 'territoire', tenant)
  const content = kept ? mustParse(words.WriteCurriculum, kept.content) : null
  const year = now.slice(0, 4)
  return {
    number: `F-${year}-${drawnNumber(await listNumbers(tx, tenant, year))}`,
    curriculum: content && { title: { fr: content.title.fr, en: content.title.en ?? null }, modules: content.modules },
    right: await rightOf(tx, tenant, session.items),
    arePlacesKnown:
      provinces.some(({ code }) => code === session.province) &&
      (session.territoire === null || territoires.some(({ code, parent }) => code === session.territoire && parent === session.province)),
  }
}

function sessionWrites(doors: TrainingDoors): readonly Route[] {
  const write = <S extends Schema<unknown>>(
    [path, summary]: readonly [string, string],
    body: S,
    commandOf: (data: Infer<S>) => SessionCommand,
  ): Route =>
    writeRoute({
      ...{ path: `/api/training/sessions/:session/${path}`, summary, allow: TRAIN, params: sessionParams, body },
      write: (sent) => actOnSession(doors, sent, { session: sent.params.session, command: commandOf(sent.data) }),
    })
  return [
    writeRoute({
      ...{ path: '/api/training/sessions', allow: TRAIN, body: words.PlanSession },
      summary: 'Plans a session: curriculum, place, half-days, trainers by function, language, cost, items of its test',
      write: (sent) => actOnSession(doors, sent, { session: sent.envelope.id, command: { type: 'plan', session: sent.data } }),
    }),
    write(['attendance', 'Marks who was there, by badge and half-day; a later mark counts'], words.MarkAttendance, (data) => ({
      type: 'attend',
      ...data,
    })),
    write(['tests', 'Sheets of the test before or after, by badge; a later sheet of a badge counts'], words.TakeTests, (data) => ({
      type: 'test',
      ...data,
    })),
    write(['closing', 'Closes a session after its last day'], words.CloseSession, () => ({ type: 'close' })),
    write(['cancellation', 'Cancels a session that was not held'], words.CancelSession, ({ reason }) => ({ type: 'cancel', reason })),
    write(['certificates', 'Certificates for who was there for four fifths of the half-days'], words.CertifyTrained, ({ badges }) => ({
      ...{ type: 'certify', badges: badges ?? null },
    })),
    write(['certificate-revocations', 'Revokes a certificate, with why'], words.RevokeCertificate, (data) => ({ type: 'revoke', ...data })),
    write(['follow-ups', 'What somebody practises half a year later, by badge'], words.FollowUp, (data) => ({
      type: 'follow-up',
      ...data,
    })),
  ]
}
