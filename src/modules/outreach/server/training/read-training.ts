/*
Trainings as answers say them. Who teaches in a place reads participants by badge; everybody else reads numbers, and only those that are large enough. Names are in
none of these answers.
*/
import { addDays } from '../../../../kernel/calendar.ts'
import { type CellRule, shownCount } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { asId, looseRecord, mustParse } from '../../../../kernel/schema.ts'
import { todayIn, zoneOfPlace } from '../../../../kernel/zones.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { covers } from '../../../people/contract.ts'
import {
  type Curricula,
  type DueFollowUps,
  ImportedSession,
  type ItemShown,
  ParticipantShown,
  type SafeCount,
  SessionLine,
  type SessionShown,
  type Sessions,
  WriteCurriculum,
  WriteItem,
} from '../../contract-training.ts'
import { proposedItems } from '../../domain/training/proposed-items.ts'
import { toldRule } from '../../domain/told.ts'
import { followUpDay, gainOf, trainingRules } from '../../domain/training/rules.ts'
import { SessionPlanned } from '../../domain/training/session-events.ts'
import type { TrainingDoors } from './doors.ts'
import * as store from './store-read.ts'

export interface Reader {
  readonly tenant: string
  readonly who: Who
  readonly now: string
}
/** Today where a session is held: the day of its hall, not of the server or of the screen. */
export const todayOf = (place: { readonly province: string; readonly territoire: string | null } | undefined, now: string): string =>
  todayIn(zoneOfPlace(place?.territoire ?? place?.province ?? ''), now)
export const teaches = ({ capabilities }: Pick<Who, 'capabilities'>): boolean => capabilities.has('outreach.train')
/** Inside the programme from five on, for committees and others from ten on; both rounded down. */
export const ruleFor = (who: Pick<Who, 'capabilities'>): CellRule => toldRule(teaches(who))
export const safe = (n: number, rule: CellRule): SafeCount => {
  const cell = shownCount(n, rule)
  return 'shown' in cell ? { is: 'shown', n: cell.shown } : { is: 'withheld', because: cell.withheld }
}
export const teachesIn = (who: Who, place: { readonly province: string; readonly territoire: string | null }): boolean =>
  teaches(who) && covers(who.territory, place)

export async function provinceNames(tx: Tx, { places }: Pick<TrainingDoors, 'places'>, tenant: string): Promise<(code: string) => string> {
  const names = new Map((await places.listAreas(tx, 'province', tenant)).map(({ code, name }) => [code, name]))
  return (code) => names.get(code) ?? code
}

/** The bank: proposals of the program that nobody retired, and what was written here. */
export async function readItems(tx: Tx, tenant: string): Promise<readonly ItemShown[]> {
  const kept = await store.listItems(tx, tenant)
  const retired = new Set(kept.filter((one) => one.isRetired).map(({ id }) => id))
  const own = kept.flatMap(({ id, content, isRetired }): readonly ItemShown[] =>
    content === null ? [] : [{ id: asId('test-item', id), ...mustParse(WriteItem, content), isProposal: false, isRetired }],
  )
  return [...proposedItems.map((one) => ({ ...one, isRetired: retired.has(one.id) })), ...own]
}

export async function readCurricula(tx: Tx, { tenant, who }: Reader): Promise<Curricula> {
  const rows = await store.listCurricula(tx, tenant)
  return {
    curricula: rows.map(({ id, version, content, sessions }) => ({
      ...{ id: asId('curriculum', id), ...mustParse(WriteCurriculum, content), version, sessions },
    })),
    writes: teaches(who),
  }
}

/** Sheets that wait lie beside it. */
const Planned = looseRecord(SessionPlanned.shape)
/** A planned session and an imported one say what they are about in their own words. */
export function contentOf(row: Pick<store.KeptSession, 'state' | 'content'>) {
  if (row.state === 'imported') {
    const { title, modules, mode, language, place } = mustParse(ImportedSession, row.content)
    return { ...{ title: { fr: title }, modules, mode, language, place }, planned: null }
  }
  const planned = mustParse(Planned, row.content)
  const { title, modules, mode, language, place } = planned
  return { ...{ title: { fr: title.fr, ...(title.en === null ? {} : { en: title.en }) }, modules, mode, language, place }, planned }
}
const lineOf = (row: store.KeptSession, { who, nameOf }: { readonly who: Who; readonly nameOf: (code: string) => string }): SessionLine => {
  const { title, mode, language, place } = contentOf(row)
  const rule = ruleFor(who)
  // Who teaches there counts heads in the hall: a number of their own session hides nothing from them.
  const count = (n: number): SafeCount => (teachesIn(who, row) ? { is: 'shown', n } : safe(n, rule))
  return mustParse(SessionLine, {
    ...{ id: row.id, number: row.number, title, province: row.province, provinceName: nameOf(row.province), place, mode, language },
    ...{ firstDay: row.firstDay, lastDay: row.lastDay, halfDays: row.halfDays, state: row.state },
    ...{ participants: count(row.participants), trained: count(row.trained) },
  })
}

export async function readSessions(
  tx: Tx,
  doors: TrainingDoors,
  { asked, ...reader }: Reader & { readonly asked: Omit<store.SessionsAsked, 'most'> },
): Promise<Sessions> {
  const { tenant, who } = reader
  const nameOf = await provinceNames(tx, doors, tenant)
  const rows = await store.listSessions(tx, tenant, { ...asked, most: 300 })
  return {
    ...{ sessions: rows.map((row) => lineOf(row, { who, nameOf })), total: await store.countSessions(tx, tenant) },
    ...{ least: ruleFor(who).least, teaches: teaches(who) },
  }
}

const signs: { readonly [sign: string]: boolean } = { '1': true, '0': false }
export async function readSession(
  tx: Tx,
  doors: TrainingDoors,
  { id, ...reader }: Reader & { readonly id: string },
): Promise<SessionShown | null> {
  const { tenant, who } = reader
  const row = await store.findSession(tx, tenant, id)
  if (row === null) return null
  const { planned, modules } = contentOf(row)
  const mine = teachesIn(who, row)
  const kept = mine ? await store.listParticipations(tx, tenant, id) : []
  const bank = new Map<string, ItemShown>(planned && mine ? (await readItems(tx, tenant)).map((item) => [item.id, item]) : [])
  return {
    line: lineOf(row, { who, nameOf: await provinceNames(tx, doors, tenant) }),
    ...{ territoire: row.territoire, modules, days: planned?.halfDays ?? [], trainers: planned?.trainers ?? [] },
    ...{ cost: mine ? (planned?.cost ?? null) : null },
    items: planned?.items.flatMap((item) => bank.get(item) ?? []) ?? [],
    participants: mine ? kept.map(participantOf) : null,
    gain: mine ? gainOf(kept) : null,
    followUpFrom: followUpDay(row.lastDay),
    today: todayOf(row, reader.now),
  }
}
function participantOf(row: store.KeptParticipation): ParticipantShown {
  const { badge, category, sex, age, institution, province, disability, firstTime, present, isTrained, preTenths, postTenths } = row
  return mustParse(ParticipantShown, {
    ...{ badge, category, sex, age, institution, province, disability, firstTime, present, isTrained, preTenths, postTenths },
    ...{ isLinked: row.person !== null, sessions: row.sessions, practice: row.practice, isErased: row.isErased },
    attendance: row.attendance === '' ? [] : [...row.attendance].map((sign) => signs[sign] ?? null),
    certificate:
      row.certificateNumber === null || row.certifiedOn === null
        ? null
        : { number: row.certificateNumber, on: row.certifiedOn, isRevoked: row.revokedOn !== null },
  })
}

export async function readDue(tx: Tx, doors: TrainingDoors, { tenant, who, now }: Reader): Promise<DueFollowUps> {
  const nameOf = await provinceNames(tx, doors, tenant)
  // The day that begins first: a session further west is due when its own day has begun.
  const lastDue = addDays(todayIn(zoneOfPlace('MN'), now), -trainingRules.followUpDays)
  const areas = who.territory === 'everywhere' ? null : who.territory
  const read = async (after: string, until: string) =>
    (teaches(who) ? await store.listDue(tx, tenant, { after, until, areas }) : []).map(
      ({ session, number, province, lastDay, content, badges }) => {
        const [dueOn, today] = [followUpDay(lastDay), todayIn(zoneOfPlace(province), now)]
        const { title } = contentOf({ content, state: isImported(content) ? 'imported' : 'planned' })
        const daysLate = dueOn >= today ? 0 : Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000)
        return {
          ...{ session: asId('training-session', session), number, title, provinceName: nameOf(province), lastDay, dueOn, daysLate },
          today,
          badges: [...badges],
        }
      },
    )
  // What is older than two years is no longer asked about: nobody remembers, and the list would hide what is due.
  const begun = (await read(addDays(lastDue, -2 * 365), lastDue)).map(({ today, ...line }) => ({ line, isDue: line.dueOn <= today }))
  const coming = (await read(lastDue, addDays(lastDue, trainingRules.soonDays))).map(({ today: _today, ...line }) => line)
  return {
    due: begun.flatMap(({ line, isDue }) => (isDue ? [line] : [])),
    soon: [...begun.flatMap(({ line, isDue }) => (isDue ? [] : [line])), ...coming],
    teaches: teaches(who),
  }
}
const isImported = (content: unknown): boolean => typeof content === 'object' && content !== null && !('right' in content)
