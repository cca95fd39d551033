/* Notices over HTTP: the list with what is new, what was seen, preferences. All of it is the reader's own. */
import { accepted } from '../../../kernel/outcome.ts'
import { parse } from '../../../kernel/schema.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute } from '../../../platform/http/build-route.ts'
import { type Route, signedIn } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Recipient } from '../contract.ts'
import { Done, NoticeList, Preferences, Seen } from '../domain/notice-words.ts'
import { type AskSources, noticeOf, shortKeys } from './read-notices.ts'
import { findPreferences, lastLetterOf, listSeen, savePreferences, saveSeen } from './store.ts'

export interface NoticeHttpParts {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly ask: AskSources
  readonly recipients: (tx: Tx, tenant: string) => Promise<readonly Recipient[]>
  readonly sendsMail: () => boolean
}

export const noticeRoutes = ({ database, ask, recipients, sendsMail }: NoticeHttpParts): readonly Route[] => [
  readRoute({
    path: '/api/notices',
    summary: 'what waits for you, how much of it is new, and how you want to be told',
    allow: signedIn,
    answer: NoticeList,
    read: async ({ tx, who, tenant, now }) => {
      const wish = (await findPreferences(tx, tenant, who.account)) ?? defaultsOf(who)
      const seen = await listSeen(tx, tenant, who.account)
      const notices = wish.inApp ? (await ask(tx, readerOf(who), now)).map((one) => noticeOf(one, seen.get(one.kind))) : []
      const reachable = (await recipients(tx, tenant)).some((one) => one.account === who.account)
      return accepted({
        notices,
        unseen: notices.reduce((sum, one) => sum + one.unseen, 0),
        preferences: wish,
        mail: { sends: sendsMail(), reachable },
        lastLetter: await lastLetterOf(tx, tenant, who.account),
      })
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/api/notices/seen',
    summary: 'these kinds were looked at: what waits now is no longer new',
    allow: signedIn,
    schemas: { body: Seen, answer: Done },
    answer: async ({ who, tenant, now, body }) => {
      const read = parse(Seen, body)
      if (!read.ok) return badInput(read.faults)
      const waiting = await database.read((tx) => ask(tx, readerOf(who), now))
      await database.transaction(async (tx) => {
        for (const { kind, keys } of waiting)
          if (read.value.kinds.includes(kind)) await saveSeen(tx, tenant, { account: who.account, kind, keys: shortKeys(keys), at: now })
      })
      return outcomeReply(accepted({ done: true }))
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/api/notices/preferences',
    summary: 'how you want to be told: in the app, by mail once a day or not, in which language',
    allow: signedIn,
    schemas: { body: Preferences, answer: Done },
    answer: async ({ who, tenant, now, body }) => {
      const read = parse(Preferences, body)
      if (!read.ok) return badInput(read.faults)
      await database.transaction((tx) => savePreferences(tx, tenant, { ...read.value, account: who.account, at: now }))
      return outcomeReply(accepted({ done: true }))
    },
  }),
]

const readerOf = ({ tenant, account, capabilities, territory, organisation }: Who) => ({
  ...{ tenant, account, capabilities, territory, organisation },
})
const defaultsOf = ({ language }: Who): Preferences => ({ inApp: true, byMail: 'daily', language })
