/* The SQL of notices: preferences, what was seen, letters that wait, and who runs the job now. Plain rows. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { LetterContent } from '../domain/letter.ts'
import type { Preferences } from '../domain/notice-words.ts'

export async function findPreferences(tx: Tx, tenant: string, account: string): Promise<Preferences | null> {
  const found = await sql<Preferences>`select in_app as "inApp", by_mail as "byMail", language from notice_preference
    where tenant_id = ${tenant} and account_id = ${account}`.execute(tx)
  return found.rows[0] ?? null
}

export async function savePreferences(
  tx: Tx,
  tenant: string,
  { account, at, ...wish }: Preferences & { readonly account: string; readonly at: string },
): Promise<void> {
  await sql`insert into notice_preference (tenant_id, account_id, in_app, by_mail, language, changed_at)
    values (${tenant}, ${account}, ${wish.inApp}, ${wish.byMail}, ${wish.language}, ${at})
    on conflict (tenant_id, account_id) do update set in_app = excluded.in_app, by_mail = excluded.by_mail,
      language = excluded.language, changed_at = excluded.changed_at`.execute(tx)
}

export async function listSeen(tx: Tx, tenant: string, account: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = await sql<{ kind: string; keys: string[] }>`select kind, keys from notice_seen
    where tenant_id = ${tenant} and account_id = ${account}`.execute(tx)
  return new Map(found.rows.map(({ kind, keys }) => [kind, new Set(keys)]))
}

export async function saveSeen(
  tx: Tx,
  tenant: string,
  seen: { readonly account: string; readonly kind: string; readonly keys: readonly string[]; readonly at: string },
): Promise<void> {
  await sql`insert into notice_seen (tenant_id, account_id, kind, keys, seen_at)
    values (${tenant}, ${seen.account}, ${seen.kind}, ${[...seen.keys]}, ${seen.at})
    on conflict (tenant_id, account_id, kind) do update set keys = excluded.keys, seen_at = excluded.seen_at`.execute(tx)
}

export interface NewLetter {
  readonly id: string
  readonly account: string
  readonly day: string
  readonly language: 'fr' | 'en'
  readonly content: LetterContent
  readonly at: string
}
/** One letter an account and day: written twice, it is the first. */
export async function addLetter(tx: Tx, tenant: string, letter: NewLetter): Promise<boolean> {
  const added = await sql`insert into mail_outbox (tenant_id, id, account_id, purpose, day, language, content, state, attempts, next_try_at)
    values (${tenant}, ${letter.id}, ${letter.account}, 'daily', ${letter.day}, ${letter.language}, ${JSON.stringify(letter.content)}::jsonb,
      'waiting', 0, ${letter.at})
    on conflict do nothing returning 1`.execute(tx)
  return added.rows.length > 0
}

export async function accountsWritten(tx: Tx, tenant: string, day: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ account: string }>`select account_id as account from mail_outbox
    where tenant_id = ${tenant} and purpose = 'daily' and day = ${day}`.execute(tx)
  return new Set(found.rows.map((one) => one.account))
}

export interface ClaimedLetter {
  readonly id: string
  readonly account: string
  readonly day: string
  readonly language: 'fr' | 'en'
  readonly content: unknown
  readonly attempts: number
}
/** The next letter that is due, now `sending` and nobody else's; of two programs one gets it. */
export async function claimLetter(tx: Tx, tenant: string, now: string): Promise<ClaimedLetter | null> {
  const claimed = await sql<ClaimedLetter>`update mail_outbox set state = 'sending', claimed_at = ${now}, attempts = attempts + 1
    where tenant_id = ${tenant} and id = (select id from mail_outbox
      where tenant_id = ${tenant} and state = 'waiting' and next_try_at <= ${now} order by next_try_at, id limit 1 for update skip locked)
    returning id, account_id as account, day, language, content, attempts`.execute(tx)
  return claimed.rows[0] ?? null
}

interface Outcome {
  readonly id: string
  readonly state: 'waiting' | 'sent' | 'refused' | 'given-up' | 'withdrawn'
  readonly problem: string | null
  readonly at: string
  readonly nextTryAt?: string
}
export async function settleLetter(tx: Tx, tenant: string, { id, state, problem, at, nextTryAt }: Outcome): Promise<void> {
  await sql`update mail_outbox set state = ${state}, problem = ${problem}, claimed_at = null,
      done_at = ${state === 'waiting' ? null : at}, next_try_at = coalesce(${nextTryAt ?? null}::timestamptz, next_try_at)
    where tenant_id = ${tenant} and id = ${id} and state = 'sending'`.execute(tx)
}

/** Letters that were being sent when the program stopped: nobody knows whether they went, so they are not sent again. */
export async function settleDoubts(
  tx: Tx,
  tenant: string,
  { before, at }: { readonly before: string; readonly at: string },
): Promise<number> {
  const found = await sql`update mail_outbox set state = 'in-doubt', done_at = ${at}
    where tenant_id = ${tenant} and state = 'sending' and claimed_at < ${before}`.execute(tx)
  return Number(found.numAffectedRows ?? 0)
}

/** Yesterday's news is not sent today: today has its own letter. Letters that are done go after a season. */
export async function giveUpOld(tx: Tx, tenant: string, { today, at }: { readonly today: string; readonly at: string }): Promise<void> {
  await sql`update mail_outbox set state = 'given-up', done_at = ${at} where tenant_id = ${tenant} and state = 'waiting' and day < ${today}`.execute(
    tx,
  )
  await sql`delete from mail_outbox where tenant_id = ${tenant} and day < ${today}::date - 90 and state not in ('waiting', 'sending')`.execute(
    tx,
  )
}

export async function lastLetterOf(
  tx: Tx,
  tenant: string,
  account: string,
): Promise<{ readonly day: string; readonly state: string; readonly at: string | null } | null> {
  const found = await sql<{ day: string; state: string; at: string | null }>`select day, state, done_at as at from mail_outbox
    where tenant_id = ${tenant} and account_id = ${account} order by day desc limit 1`.execute(tx)
  return found.rows[0] ?? null
}

/** True when this holder has the lease now, anew or still. */
export async function takeLease(
  tx: Tx,
  name: string,
  { holder, until, now }: { readonly holder: string; readonly until: string; readonly now: string },
): Promise<boolean> {
  const taken = await sql`insert into job_lease (name, holder, until) values (${name}, ${holder}, ${until})
    on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where job_lease.until < ${now} or job_lease.holder = excluded.holder returning 1`.execute(tx)
  return taken.rows.length > 0
}
export async function endLease(tx: Tx, name: string, holder: string): Promise<void> {
  await sql`delete from job_lease where name = ${name} and holder = ${holder}`.execute(tx)
}
