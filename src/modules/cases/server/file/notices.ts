/*
That something waits: for a body to which a referral came or whose package was taken back, for who works on a case to which an answer came, for who
protects data when consent was passed over or an erasure was asked, for whose team a hearing comes soon, for who answers for a case that was opened in an
emergency or by a key made anew, for whom a whole case was offered to and who offered it, for who supervises cases of nobody or with something to decide, for whom a case was entrusted to. The sentence is the
same for all of them; it is read on a locked screen, in a letter, over a shoulder.
*/
import { addHours } from '../../domain/clocks/instants.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { NoticeSource } from '../../../notices/contract.ts'
import { asProgram } from '../record/records.ts'
import { enterCases } from '../record/store-scope.ts'
import type { CaseDoors } from './doors.ts'
import { warningsFor } from '../emergency/breach-waits.ts'
import { hearingsFor, remindersOfWitness } from '../justice/hearings.ts'
import { listSent, offersTo } from '../handover/store-handovers.ts'
import { openingsFor } from './openings.ts'
import { overridesOf } from './overrides.ts'
import { listAnswered, listEnded, listReceived } from './store-lists.ts'
import { entrustedTo, teamWaits } from './team-waits.ts'

const DAYS_TOLD = 14
const waitsAt = (path: string, keys: readonly string[]) =>
  keys.length === 0 ? [] : [{ kind: 'protectionWaits', path, count: keys.length, keys }]

export const caseNotices = (doors: CaseDoors): NoticeSource<Tx> => ({
  name: 'cases',
  isPersonal: ({ capabilities }) => capabilities.has('cases.hold-key') || HEARS_OF_OPENINGS.some((one) => capabilities.has(one)),
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
    const hearings =
      account === undefined || !capabilities.has('cases.work')
        ? []
        : await asRecord(tx, () => hearingsFor(doors, tx, { tenant, account, now }))
    const reminders =
      account === undefined || !capabilities.has('cases.hold-key')
        ? []
        : await asRecord(tx, () => remindersOfWitness(doors, tx, { tenant, account, now, worksCases: capabilities.has('cases.work') }))
    const warnings =
      account === undefined || !capabilities.has('cases.work')
        ? []
        : await asRecord(tx, () => warningsFor(doors, tx, { tenant, account, now }))
    const entrusted =
      account === undefined || !capabilities.has('cases.work')
        ? []
        : await asRecord(tx, () => entrustedTo(doors, tx, { tenant, account, since }))
    const team =
      organisation === null || !capabilities.has('cases.supervise')
        ? []
        : await asRecord(tx, () => teamWaits(doors, tx, { tenant, organisation, now }))
    const handed = await handoversFor(tx, { tenant, account: account ?? null, organisation, since })
    const openings = await openingsOf(doors, tx, { tenant, capabilities, organisation, ...(account === undefined ? {} : { account }), now })
    // One kind for one reader: which of several waits is seen inside, not on the way.
    return waitsAt(
      received.length > 0 || (handed.offered.length > 0 && capabilities.has('cases.receive'))
        ? '/referrals'
        : pathOf({
            answered: [...answered, ...hearings, ...entrusted, ...warnings, ...reminders, ...handed.offered, ...handed.answered],
            watched,
            openings: [...openings, ...team],
            capabilities,
          }),
      [
        ...received,
        ...answered.map((one) => `${one.referral}/${one.state}`),
        ...hearings,
        ...entrusted,
        ...warnings,
        ...reminders,
        ...team,
        ...watched,
        ...openings,
        ...handed.offered,
        ...handed.answered,
      ],
    )
  },
})
interface Handed {
  readonly tenant: string
  readonly account: string | null
  readonly organisation: string | null
  readonly since: string
}
/** Whole cases: offered to who may take them over, and what became of what one offered oneself. */
async function handoversFor(tx: Tx, { tenant, account, organisation, since }: Handed) {
  if (organisation === null) return { offered: [], answered: [] }
  return asRecord(tx, async () => ({
    offered: (await offersTo(tx, tenant, { recipient: organisation, account })).map((one) => `${one}/offered`),
    answered:
      account === null
        ? []
        : (await listSent(tx, tenant, { account, since })).flatMap((one) =>
            one.state === 'offered' || one.state === 'taken-back' ? [] : [`${one.handover}/${one.state}`],
          ),
  }))
}
/** Who works a case hears of their own; who supervises or protects data, of those of their body. */
const HEARS_OF_OPENINGS: readonly string[] = ['cases.work', 'cases.supervise', 'cases.protect-data']
interface Heard {
  readonly tenant: string
  readonly capabilities: ReadonlySet<string>
  readonly organisation: string | null
  readonly account?: string
  readonly now: string
}
async function openingsOf(doors: CaseDoors, tx: Tx, { tenant, capabilities, organisation, account, now }: Heard) {
  if (account === undefined || !HEARS_OF_OPENINGS.some((one) => capabilities.has(one))) return []
  const ofAll = capabilities.has('cases.supervise') || capabilities.has('cases.protect-data')
  return asRecord(tx, () => openingsFor(doors, tx, { tenant, account, organisation: ofAll ? organisation : null, now }))
}
interface Waits {
  readonly answered: readonly unknown[]
  readonly watched: readonly unknown[]
  readonly openings: readonly unknown[]
  readonly capabilities: ReadonlySet<string>
}
function pathOf({ answered, watched, openings, capabilities }: Waits): string {
  if (answered.length > 0) return '/cases'
  if (watched.length > 0 || openings.length === 0) return '/consent-overrides'
  if (capabilities.has('cases.supervise')) return '/case-board'
  return capabilities.has('cases.work') ? '/cases' : '/protection/cases'
}
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
