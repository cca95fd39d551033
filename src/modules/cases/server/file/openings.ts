/*
What whoever answers for a case must hear of: emergency access and recoveries that were asked for, granted, used. Said as numbers that mean nothing outside;
which case it is, the list says to who may read it. Whether a guest used what was granted is read from the looks.
*/
import type { Tx } from '../../../../platform/database/transaction.ts'
import { OPENINGS_TOLD_DAYS, glassNews, recoveryNews } from '../../domain/access/openings.ts'
import { addHours } from '../../domain/clocks/instants.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { readableNow } from '../keys/readable.ts'
import { recentRecoveries } from '../keys/store-recovery.ts'
import { asProgram } from '../record/records.ts'
import type { CaseDoors } from './doors.ts'
import { hasLooked, listChangedOf } from './store-lists.ts'

export interface OpeningsFor {
  readonly tenant: string
  readonly account: string
  /** Of whose cases all are heard of; `null`: only of one's own. */
  readonly organisation: string | null
  readonly now: string
}
export const toldSince = (now: string): string => addHours(now, -OPENINGS_TOLD_DAYS * 24)

/** Leaves the transaction in the scope of the program. */
export async function openingsFor(doors: Pick<CaseDoors, 'records'>, tx: Tx, asked: OpeningsFor): Promise<readonly string[]> {
  await asProgram(tx)
  return [...(await ofGlass(doors, tx, asked)), ...(await ofRecoveries(doors, tx, asked))]
}

async function ofGlass({ records }: Pick<CaseDoors, 'records'>, tx: Tx, asked: OpeningsFor): Promise<readonly string[]> {
  const { tenant, account, organisation, now } = asked
  const since = toldSince(now)
  const news: string[] = []
  for (const id of await listChangedOf(tx, tenant, { account, organisation, since })) {
    const broken = (await records.load(tx, tenant, id))?.whole.access.broken ?? new Map()
    for (const one of broken) {
      const [, { by, answeredAt, state }] = one
      const isOpened = answeredAt !== null && state !== 'declined'
      const isUsed = isOpened && (await hasLooked(tx, tenant, { case: id, account: by, since: answeredAt }))
      news.push(...glassNews(one, { account, since, isUsed }))
    }
  }
  return news
}

async function ofRecoveries({ records }: Pick<CaseDoors, 'records'>, tx: Tx, asked: OpeningsFor): Promise<readonly string[]> {
  const { tenant, account, now } = asked
  const news: string[] = []
  for (const one of await recentRecoveries(tx, tenant, toldSince(now))) {
    if (one.account === account) continue
    const readable = await readableNow(tx, { records, tenant }, { account: one.account, now })
    const cases = new Set<string>()
    for (const id of new Set(readable.map((place) => place.case))) {
      const found = await records.load(tx, tenant, id)
      if (found !== null && isTheirs(found.whole, asked)) cases.add(id)
    }
    if (cases.size > 0) news.push(...recoveryNews(one, cases))
  }
  return news
}
const isTheirs = ({ file }: CaseWhole, { account, organisation }: OpeningsFor): boolean =>
  file.owner === account || (organisation !== null && file.organisation === organisation)
