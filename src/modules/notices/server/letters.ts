/*
Writes the letters of a day and sends those that wait. Writing: one row an account and day, so that a second round adds none. Sending: a
row is claimed in a transaction of its own, then sent, then settled. A crash between sending and settling leaves the row claimed;
it is put down as in doubt and never sent again, because two letters are worse than none: the next day has its own.
*/
import { randomBytes } from 'node:crypto'
import { todayAt } from '../../../kernel/calendar.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { parse } from '../../../kernel/schema.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Mailer, Sent } from '../../../platform/mail/mailer.ts'
import type { Recipient } from '../contract.ts'
import { type Dictionary, LetterContent, nextTryAfterMinutes, writeLetter } from '../domain/letter.ts'
import type { AskSources } from './read-notices.ts'
import {
  type ClaimedLetter,
  accountsWritten,
  addLetter,
  claimLetter,
  endLease,
  findPreferences,
  giveUpOld,
  settleDoubts,
  settleLetter,
  takeLease,
} from './store.ts'

export interface LetterParts {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly tenant: string
  readonly baseUrl: string
  readonly ask: AskSources
  readonly recipients: (tx: Tx, tenant: string) => Promise<readonly Recipient[]>
  readonly words: { readonly [language in 'fr' | 'en']: Dictionary }
}
export interface Round {
  readonly written: number
  readonly sent: number
  readonly refused: number
  readonly later: number
}

const MINUTE = 60_000
const LEASE = 'notices-mail'
const LEASE_MINUTES = 10
const MOST_PER_ROUND = 500
/** Letters are written from this hour on, UTC: six o'clock in Kinshasa, seven in Goma (D). */
export const FIRST_HOUR = 5

/** One round; `null` when another program is at it. */
export async function runRound(parts: LetterParts, mailer: Mailer, now: () => string): Promise<Round | null> {
  const holder = randomBytes(12).toString('hex')
  const renew = (): Promise<boolean> => {
    const at = now()
    return parts.database.transaction((tx) => takeLease(tx, LEASE, { holder, now: at, until: after(at, LEASE_MINUTES) }))
  }
  if (!(await renew())) return null
  try {
    const written = await writeLetters(parts, now())
    const counts = { sent: 0, refused: 0, later: 0 }
    for (let tries = 0; tries < MOST_PER_ROUND && (await renew()); tries += 1) {
      const done = await sendNext(parts, mailer, now)
      if (done === null) break
      counts[done] += 1
    }
    return { written, ...counts }
  } finally {
    await parts.database.transaction((tx) => endLease(tx, LEASE, holder))
  }
}

const after = (now: string, minutes: number): string => new Date(Date.parse(now) + minutes * MINUTE).toISOString()

/** Gives how many letters are new. */
export async function writeLetters({ database, tenant, ask, recipients }: LetterParts, now: string): Promise<number> {
  const today = todayAt(now)
  await database.transaction(async (tx) => {
    await settleDoubts(tx, tenant, { before: after(now, -LEASE_MINUTES), at: now })
    await giveUpOld(tx, tenant, { today, at: now })
  })
  if (new Date(now).getUTCHours() < FIRST_HOUR) return 0
  const [everybody, had] = await database.read(
    async (tx) => [await recipients(tx, tenant), await accountsWritten(tx, tenant, today)] as const,
  )
  let written = 0
  for (const one of everybody) {
    if (had.has(one.account)) continue
    const letter = await database.read(async (tx) => {
      const wish = await findPreferences(tx, tenant, one.account)
      if (wish?.byMail === 'none') return null
      const notices = (await ask(tx, one, now)).map(({ kind, count, path }) => ({ kind, count, path }))
      return notices.length === 0 ? null : { language: wish?.language ?? one.language, content: { notices } }
    })
    if (!letter) continue
    const id = uuidV7(Date.parse(now), randomBytes(10))
    if (await database.transaction((tx) => addLetter(tx, tenant, { ...letter, id, account: one.account, day: today, at: now })))
      written += 1
  }
  return written
}

async function sendNext(parts: LetterParts, mailer: Mailer, now: () => string): Promise<'sent' | 'refused' | 'later' | null> {
  const { database, tenant } = parts
  const letter = await database.transaction((tx) => claimLetter(tx, tenant, now()))
  if (!letter) return null
  const to = await database.read(async (tx) => {
    const wish = await findPreferences(tx, tenant, letter.account)
    return wish?.byMail === 'none' ? null : ((await parts.recipients(tx, tenant)).find((one) => one.account === letter.account) ?? null)
  })
  const settle = (
    state: 'waiting' | 'sent' | 'refused' | 'given-up' | 'withdrawn',
    problem: string | null,
    nextTryAt?: string,
  ): Promise<void> =>
    database.transaction((tx) =>
      settleLetter(tx, tenant, { id: letter.id, state, problem, at: now(), ...(nextTryAt ? { nextTryAt } : {}) }),
    )
  // Closed, or no longer wanted, since the letter was written.
  if (!to) {
    await settle('withdrawn', null)
    return 'refused'
  }
  const done = await mailer.send(letterTo(parts, letter, to.email))
  if (done.is === 'sent') await settle('sent', null)
  else if (done.is === 'refused') await settle('refused', done.problem)
  else await later(letter, done, { settle, now: now() })
  return done.is
}

async function later(
  { attempts }: ClaimedLetter,
  { problem }: Exclude<Sent, { is: 'sent' }>,
  {
    settle,
    now,
  }: { readonly settle: (state: 'waiting' | 'given-up', problem: string, nextTryAt?: string) => Promise<void>; readonly now: string },
): Promise<void> {
  const minutes = nextTryAfterMinutes(attempts)
  if (minutes === null) await settle('given-up', problem)
  else await settle('waiting', problem, after(now, minutes))
}

function letterTo({ words, baseUrl }: LetterParts, { id, language, content }: ClaimedLetter, to: string) {
  const read = parse(LetterContent, content)
  const { subject, text, preferencesUrl } = writeLetter(read.ok ? read.value : { notices: [] }, {
    language,
    words: words[language],
    baseUrl,
  })
  const headers = { 'List-Unsubscribe': `<${preferencesUrl}>`, 'Auto-Submitted': 'auto-generated', 'Content-Language': language }
  return { to, subject, text, messageId: `<${id}@${new URL(baseUrl).hostname}>`, headers }
}
