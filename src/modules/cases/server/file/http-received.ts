/*
What a receiving body sees: its referrals while they are open, and of each exactly the fields that were released. Coded fields are those
of the hour of sending; whatever could say who the person is was sealed by the sender's device for the readers of this body. When the referral ends, all of it
is gone from here with the same step.
*/
import { addHours } from '../../domain/clocks/instants.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, record } from '../../../../kernel/schema.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { ReceivedPackage, ReceivedReferrals, type TakenBack } from '../../contract.ts'
import { ReferralId } from '../../domain/referral/referral-words.ts'
import { asProgram } from '../record/records.ts'
import { enterCases } from '../record/store-scope.ts'
import { seenRoute } from '../record/view-log.ts'
import type { CaseDoors } from './doors.ts'
import { type ReferralRow, findPackage, findReceived, listEnded, listReceived } from './store-lists.ts'
import { findReleased } from './store-released.ts'

const wire = ({ case: _case, from, fields, ...row }: ReferralRow) => ({ ...row, from: asId('organisation', from), fields: [...fields] })

export const receivedReads = (doors: CaseDoors): readonly Route[] => [
  seenRoute({
    path: '/api/referrals/received',
    summary: 'Referrals that one’s body may still read: a code, a service, days; nothing of the person',
    allow: can('cases.receive'),
    answer: ReceivedReferrals,
    look: async ({ tx, who, tenant, now }) => {
      await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'reader' })
      const rows = await listReceived(tx, tenant, who.organisation ?? '')
      const cases = rows.map((row) => asId('case', row.case))
      const takenBack = await takenBackFrom(doors, tx, { tenant, recipient: who.organisation ?? '', since: addHours(now, -14 * 24) })
      return accepted({ answer: { referrals: rows.map(wire), takenBack, asOf: now }, viewed: { cases, what: 'list', purpose: 'referral' } })
    },
  }),
  seenRoute({
    path: '/api/referrals/:referral/package',
    summary: 'The package of one open referral: coded fields as released, and the box for this reader',
    allow: can('cases.receive'),
    params: record({ referral: ReferralId }),
    answer: ReceivedPackage,
    look: async ({ tx, who, tenant, params: { referral } }) => {
      await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'reader' })
      const row = await findReceived(tx, tenant, { referral, recipient: who.organisation ?? '' })
      if (row === null) return refused('unknown-referral')
      const box = await findPackage(tx, tenant, { referral, reader: who.account })
      const answer = { ...wire(row), coded: await findReleased(tx, tenant, referral), box: box?.box ?? null, key: box?.key ?? null }
      return accepted({ answer, viewed: { cases: [asId('case', row.case)], what: 'package', purpose: 'referral' } })
    },
  }),
]

/** What the person or the sender took back, not what this body closed itself. */
async function takenBackFrom(
  { records }: CaseDoors,
  tx: Tx,
  { tenant, ...asked }: { readonly tenant: string; readonly recipient: string; readonly since: string },
): Promise<TakenBack[]> {
  await asProgram(tx)
  const gone: TakenBack[] = []
  for (const { referral, case: of, slip, state, at } of await listEnded(tx, tenant, asked)) {
    const cut = state === 'revoked' || (await records.load(tx, tenant, of))?.whole.file.consents.erasuresAsked.has(referral) === true
    if (cut) gone.push({ slip, at })
  }
  return gone
}
