/* What of secret names waits for whom: what another reader asked, what became of one, what justice asks or was given. Numbers and paths alone, never which name. */
import { addDays } from '../../../../kernel/calendar.ts'
import { listOf, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { NoticeSource, Waiting } from '../../../notices/contract.ts'
import { DAYS_TO_AGREE, NameOf, NameReader } from '../../contract-names.ts'
import { NameAsked } from '../../domain/names/name-events.ts'
import { daysAfter, isRequestOpen } from '../../domain/names/name-request.ts'
import { listAsked, listGrants, listRequests, listTold } from './store-requests.ts'

/** How long a change is told (D). */
const TOLD_DAYS = 14
const REQUESTS = '/name-requests'
function pathOf(rows: readonly { readonly of: unknown }[]): string {
  const [first, more] = rows
  if (first === undefined || more !== undefined) return '/conflict-sheets'
  const of = mustParse(NameOf, first.of)
  return of.kind === 'sheet' ? `/conflict-sheets/${of.sheet}` : `/actors/${of.actor}`
}
const waiting = (kind: string, path: string, keys: readonly string[]): Waiting => ({ kind, path, count: keys.length, keys })

export const nameNotices: NoticeSource<Tx> = {
  name: 'secret-names',
  isPersonal: ({ capabilities }) => capabilities.has('conflict.named') || capabilities.has('conflict.name-request'),
  waiting: async (tx, { tenant, capabilities, account }, now) => {
    if (account === undefined) return []
    const told: Waiting[] = []
    if (capabilities.has('conflict.named')) {
      const asked = (await listAsked(tx, tenant)).filter(({ readers, asked: said }) => {
        const { by, at } = mustParse(NameAsked, said)
        const isReader = mustParse(listOf(NameReader), readers).some((one) => one.account === account)
        return isReader && by !== account && now <= daysAfter(at, DAYS_TO_AGREE)
      })
      const since = `${addDays(now.slice(0, 10), -TOLD_DAYS)}${now.slice(10)}`
      const changed = await listTold(tx, tenant, { account, since })
      const requests = (await listRequests(tx, tenant, {})).filter((one) =>
        isRequestOpen({ ...one, isDeclined: one.declinedAs !== null }, now),
      )
      told.push(
        waiting(
          'namesAsked',
          pathOf(asked),
          asked.map((one) => `${one.id}/${mustParse(NameAsked, one.asked).at}`),
        ),
        waiting(
          'namesChanged',
          pathOf(changed),
          changed.map((one) => one.position),
        ),
        waiting(
          'nameRequests',
          REQUESTS,
          requests.map((one) => one.id),
        ),
      )
    }
    if (capabilities.has('conflict.name-request')) {
      const given = (await listGrants(tx, tenant, { account })).filter(({ isOver, until }) => !isOver && now < until)
      told.push(
        waiting(
          'namesGiven',
          REQUESTS,
          given.map((one) => `${one.name}/${one.until}`),
        ),
      )
    }
    return told.filter((one) => one.count > 0)
  },
}
