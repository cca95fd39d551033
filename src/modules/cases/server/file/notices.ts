/*
That something waits, for three: a body to which a referral came or whose package was taken back, who works on a case to which an answer came, and who
protects data when consent was passed over or an erasure was asked. The sentence is the same for all of them; it is read on a locked screen, in a
letter, over a shoulder.
*/
import { addHours } from '../../domain/clocks/instants.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { NoticeSource } from '../../../notices/contract.ts'
import { asProgram } from '../record/records.ts'
import { enterCases } from '../record/store-scope.ts'
import type { CaseDoors } from './doors.ts'
import { overridesOf } from './overrides.ts'
import { listAnswered, listEnded, listReceived } from './store-lists.ts'

const DAYS_TOLD = 14
const waitsAt = (path: string, keys: readonly string[]) =>
  keys.length === 0 ? [] : [{ kind: 'protectionWaits', path, count: keys.length, keys }]

export const caseNotices = (doors: CaseDoors): NoticeSource<Tx> => ({
  name: 'cases',
  isPersonal: ({ capabilities }) => capabilities.has('cases.work'),
  waiting: async (tx, { tenant, capabilities, organisation = null, account }, now) => {
    const since = addHours(now, -DAYS_TOLD * 24)
    const received =
      organisation === null || !capabilities.has('cases.receive') ? [] : await waitingFor(tx, { tenant, recipient: organisation, since })
    const answered =
      account === undefined || !capabilities.has('cases.work') ? [] : await asRecord(tx, () => listAnswered(tx, tenant, { account, since }))
    const passedOver =
      organisation === null || !capabilities.has('cases.protect-data')
        ? null
        : await asRecord(tx, () => overridesOf(doors, tx, { tenant, organisation, now }))
    const watched = passedOver === null ? [] : [...passedOver.overrides.map((one) => one.override), ...passedOver.erasures]
    // One kind for one reader: which of several waits is seen inside, not on the way.
    return waitsAt(received.length > 0 ? '/referrals' : answered.length > 0 ? '/cases' : '/consent-overrides', [
      ...received,
      ...answered.map((one) => `${one.referral}/${one.state}`),
      ...watched,
    ])
  },
})
async function asRecord<Answer>(tx: Tx, ask: () => Promise<Answer>): Promise<Answer> {
  await asProgram(tx)
  const answer = await ask()
  await enterCases(tx, { account: '', organisation: null, scope: 'reader' })
  return answer
}
const waitingFor = (tx: Tx, { tenant, ...asked }: { readonly tenant: string; readonly recipient: string; readonly since: string }) =>
  asRecord(tx, async () => {
    const open = (await listReceived(tx, tenant, asked.recipient)).filter((one) => one.state === 'sent')
    const gone = (await listEnded(tx, tenant, asked)).filter((one) => one.state === 'revoked')
    return [...open, ...gone].map((one) => `${one.referral}/${one.state}`)
  })
