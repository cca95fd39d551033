/*
Hands notices to the program: routes, and the round that writes and sends letters, which `serve` runs on a timer. Sources and the list
of who may be written to are given by the program, so that this module knows no other.
*/
import type { Database } from '../../platform/database/connect.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import type { Mailer } from '../../platform/mail/mailer.ts'
import type { NoticeSource, Recipient } from './contract.ts'
import { noticeRoutes } from './server/http.ts'
import { type Round, runRound } from './server/letters.ts'
import { createAskSources } from './server/read-notices.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

export interface NoticesParts {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly tenant: string
  readonly baseUrl: string
  readonly clock: () => string
  readonly sources: readonly NoticeSource<Tx>[]
  readonly recipients: (tx: Tx, tenant: string) => Promise<readonly Recipient[]>
}
export interface NoticesModule extends ServerModule {
  /** Whether letters go out; said on the screen of preferences. Set once, by whoever starts the timer. */
  readonly mailStarts: () => void
  readonly round: (mailer: Mailer) => Promise<Round | null>
}

export function createNoticesModule({ database, tenant, baseUrl, clock, sources, recipients }: NoticesParts): NoticesModule {
  const ask = createAskSources(sources)
  let sends = false
  return {
    name: 'notices',
    routes: noticeRoutes({ database, ask, recipients, sendsMail: () => sends }),
    projections: [],
    aggregates: [],
    mailStarts: () => void (sends = true),
    round: (mailer) => runRound({ database, tenant, baseUrl, ask, recipients, words: { fr, en } }, mailer, clock),
  }
}
