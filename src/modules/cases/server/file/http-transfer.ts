/*
Before a file with a name is made on a device for another house: the gate is asked here too, and that it was made is a look that the team and who protects data see. The
file itself is sealed on the device and never comes by here.
*/
import { accepted } from '../../../../kernel/outcome.ts'
import { asId, record } from '../../../../kernel/schema.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { TransferAnswer } from '../../contract.ts'
import { CaseId } from '../../domain/case/case-words.ts'
import { transferOf } from '../../domain/file/transfer.ts'
import { ReferralId } from '../../domain/referral/referral-words.ts'
import { seenRoute } from '../record/view-log.ts'
import type { CaseDoors } from './doors.ts'
import { notThere, openFor } from './http-reads.ts'

export const caseTransfers = (doors: CaseDoors): readonly Route[] => [
  seenRoute({
    path: '/api/cases/:case/transfers/:referral',
    summary: 'What of a person may go to the house of a referral with their name, by their yes of today; that it was asked is kept',
    allow: can('cases.hold-key'),
    params: record({ case: CaseId, referral: ReferralId }),
    answer: TransferAnswer,
    look: async ({ tx, who, tenant, now, params: { case: id, referral } }) => {
      const { found } = await openFor(doors, { tx, who, tenant, now }, id)
      // As with paper: whoever supervises, guards or guests makes none.
      if (!found || (found.standing !== 'owner' && found.standing !== 'member')) return notThere(id)
      const { rules } = await doors.rules.at(tx, tenant, now)(found.one.whole.file.organisation)
      const may = transferOf(found.one.whole, referral, { at: now, rules })
      const cases = [asId('case', id)]
      if (!may.ok) return { ...may, attempted: { cases, what: 'refused', purpose: 'referral' } }
      return accepted({
        answer: { referral, recipient: may.value.recipient, fields: [...may.value.fields] },
        viewed: { cases, what: 'transferred', purpose: 'referral' },
      })
    },
  }),
]
