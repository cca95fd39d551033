/*
Tests on telephones over HTTP, for who teaches in the place: what a telephone keeps (never which option is right), sheets as they come in, those that wait, and the
test composed anew while nobody has taken it.
*/
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { listOf, looseRecord, maybe, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import {
  ComposeTest,
  HandInSheet,
  KeptTest,
  SettleSheet,
  SheetId,
  SheetLanguage,
  TestsToKeep,
  WaitingSheet,
  WaitingSheets,
} from '../../contract-sheets.ts'
import { covers } from '../../../people/contract.ts'
import type { InLanguages, ItemShown } from '../../contract-training.ts'
import { DESK } from '../../domain/training/sheets.ts'
import type { TrainingDoors } from './doors.ts'
import { TRAIN, actOnSession, sessionParams } from './http-training.ts'
import { contentOf, readItems, teachesIn } from './read-training.ts'
import { type KeptSession, findSession, listParticipations, listSessions } from './store-read.ts'

/** Apart from teaching: a telephone that lies in a hall may do this and no more. */
const GIVE = can('outreach.test')
const at = '/api/training/sessions/:session'
export const sheetRoutes = (doors: TrainingDoors): readonly Route[] => [...reads(), ...writes(doors)]

const reads = (): readonly Route[] => [
  readRoute({
    ...{ path: '/api/training/tests', allow: GIVE, answer: TestsToKeep },
    summary: 'Sessions that go on in the own territory and have a test, for a telephone that will be without network',
    read: async ({ tx, tenant, who }) => {
      const rows = await listSessions(tx, tenant, { province: null, from: null, until: null, most: 300 })
      const open = rows.filter((row) => row.state === 'planned' && covers(who.territory, row) && contentOf(row).planned?.items.length)
      return accepted(
        mustParse(TestsToKeep, {
          tests: open.map((row) => {
            const { title, place } = contentOf(row)
            return { session: row.id, number: row.number, title, place, lastDay: row.lastDay }
          }),
        }),
      )
    },
  }),
  readRoute({
    ...{ path: `${at}/test`, allow: GIVE, params: sessionParams, answer: KeptTest },
    summary: 'The test of a session for a telephone that will be without network: questions, options, badges; never which option is right',
    read: async ({ tx, tenant, who, params: { session } }) => {
      const row = await findSession(tx, tenant, session)
      if (row === null || !covers(who.territory, row)) return refused('unknown-training-session')
      const kept = await keptTest(tx, tenant, row)
      return kept.questions.length === 0 ? refused('session-without-test') : accepted(kept)
    },
  }),
  readRoute({
    ...{ path: `${at}/sheets`, allow: TRAIN, params: sessionParams, answer: WaitingSheets },
    summary: 'Sheets from telephones that wait: two that differ, a badge that nobody has, a session that was closed, a test composed anew',
    read: async ({ tx, tenant, who, params: { session } }) => {
      const row = await findSession(tx, tenant, session)
      return row === null || !teachesIn(who, row) ? refused('unknown-training-session') : accepted({ waiting: [...waitingIn(row)] })
    },
  }),
]
const Waiting = looseRecord({ waiting: maybe(listOf(WaitingSheet)) })
const waitingIn = ({ content }: Pick<KeptSession, 'content'>) => mustParse(Waiting, content).waiting ?? []

/** Only what is named here goes out: an item has more. */
async function keptTest(tx: Tx, tenant: string, row: KeptSession): Promise<KeptTest> {
  const { planned, title, place } = contentOf(row)
  const bank = new Map<string, ItemShown>((await readItems(tx, tenant)).map((item) => [item.id, item]))
  const items = planned?.items.flatMap((item) => bank.get(item) ?? []) ?? []
  const badges = (await listParticipations(tx, tenant, row.id)).map(({ badge }) => badge)
  return mustParse(KeptTest, {
    ...{ session: row.id, number: row.number, title, place, firstDay: row.firstDay, lastDay: row.lastDay, badges },
    questions: items.map(({ id, question, options }) => ({ id, question, options })),
    languages: SheetLanguage.options.filter((language) => items.every(({ question, options }) => isIn(language, [question, ...options]))),
  })
}
const isIn = (language: SheetLanguage, texts: readonly InLanguages[]): boolean => texts.every((one) => one[language] !== undefined)

const writes = (doors: TrainingDoors): readonly Route[] => [
  writeRoute({
    ...{ path: `${at}/sheets`, allow: GIVE, params: sessionParams, body: HandInSheet },
    summary: 'One sheet from a telephone: scored here, the last of a badge counts; what cannot count by itself waits with its reason',
    write: (sent) => {
      const { envelope, data, params, now, who } = sent
      const from = { sheet: mustParse(SheetId, envelope.id), source: sourceOf(who), at: envelope.happenedAt ?? now }
      return actOnSession(doors, sent, { session: params.session, command: { type: 'hand-in', said: data, from } })
    },
  }),
  writeRoute({
    ...{ path: `${at}/sheet-settlements`, allow: TRAIN, params: sessionParams, body: SettleSheet },
    summary: 'Says of a sheet that waits whether it counts, and for which badge',
    write: (sent) => actOnSession(doors, sent, { session: sent.params.session, command: { type: 'settle', said: sent.data } }),
  }),
  writeRoute({
    ...{ path: `${at}/test`, allow: TRAIN, params: sessionParams, body: ComposeTest },
    summary: 'Composes the test of a session anew, while nobody has taken it',
    write: (sent) => actOnSession(doors, sent, { session: sent.params.session, command: { type: 'compose', items: sent.data.items } }),
  }),
]
/** A browser without an enrolled telephone is the desk of its account. */
const sourceOf = ({ device, account }: Who): string => device ?? `${DESK}:${account}`
