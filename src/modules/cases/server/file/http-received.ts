/*
What a receiving body sees: its referrals while they are open, and of each exactly the fields that were released. Coded fields come from the case as
it stands; whatever could say who the person is was sealed by the sender's device for the readers of this body. When the referral ends, all of it
is gone from here with the same step.
*/
import { addHours } from '../../domain/clocks/instants.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, record } from '../../../../kernel/schema.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { ReceivedPackage, ReceivedReferrals, type TakenBack } from '../../contract.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { ageBandOf } from '../../domain/profile/profile.ts'
import { type PackageField, ReferralId } from '../../domain/referral/referral-words.ts'
import { asProgram } from '../record/records.ts'
import { enterCases } from '../record/store-scope.ts'
import { seenRoute } from '../record/view-log.ts'
import type { CaseDoors } from './doors.ts'
import { type ReferralRow, findPackage, findReceived, listEnded, listReceived } from './store-lists.ts'

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
      await asProgram(tx)
      const one = await doors.records.load(tx, tenant, row.case)
      if (one === null) return refused('unknown-referral')
      const answer = { ...wire(row), coded: codedFields(one.whole, row), box: box?.box ?? null, key: box?.key ?? null }
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

/** Fields that can be said in codes; the others lie in the box or were not released. */
function codedFields({ file, profile }: CaseWhole, row: ReferralRow): { readonly [field: string]: string } {
  const known: { readonly [Field in PackageField]?: string | undefined } = {
    'subject-code': file.subject ?? undefined,
    'age-band': profile ? ageBandOf(profile)?.band : undefined,
    gender: profile?.gender,
    languages: profile?.languages.join(' '),
    disability: profile?.disability,
    nationality: profile?.citizenship.join(' '),
    urgency: row.urgency,
  }
  return Object.fromEntries(
    Object.entries(known).flatMap(([field, value]) => (value !== undefined && row.fields.includes(field) ? [[field, value]] : [])),
  )
}
