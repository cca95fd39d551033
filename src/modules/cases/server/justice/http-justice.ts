/*
The complaint of a person as the body sees and works it that follows it: steps, days of hearings, decisions, no word and no name. Each reading is a look of the team's case, each step an event
under the account and the body. Whether it may is asked of the case each time, so that what the person takes back is shut with the same step.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, exactly, record, taggedBy } from '../../../../kernel/schema.ts'
import { writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { JusticeDesk } from '../../contract-justice.ts'
import { ThingId } from '../../domain/codes.ts'
import { liaisonFor } from '../../domain/justice/liaison.ts'
import { HearingSet, JusticeCommand, isFollowedBy } from '../../domain/justice/justice-track.ts'
import { ReferralId } from '../../domain/referral/referral-words.ts'
import { organisationOf } from '../file/context.ts'
import type { CaseDoors } from '../file/doors.ts'
import { answerAs } from '../file/http-writes.ts'
import { type ReferralRow, findReceived } from '../file/store-lists.ts'
import { type OpenCase, asProgram } from '../record/records.ts'
import { enterCases } from '../record/store-scope.ts'
import { seenRoute } from '../record/view-log.ts'

const { on, needsPerson } = HearingSet.shape
const JusticeStep = record({
  one: taggedBy('about', [
    record({ about: exactly('justice'), thing: ThingId, ask: JusticeCommand }),
    record({ about: exactly('hearing'), thing: ThingId, ask: record({ on, needsPerson }) }),
  ]),
})
const params = record({ referral: ReferralId })

export const justiceRoutes = (doors: CaseDoors): readonly Route[] => [
  seenRoute({
    path: '/api/referrals/:referral/justice',
    summary: 'Complaints of somebody who was referred for legal aid and agreed that one’s body follows them: steps, days, decisions',
    allow: can('cases.justice'),
    params,
    answer: JusticeDesk,
    look: async ({ tx, who, tenant, now, params: { referral } }) => {
      const found = await followed(doors, tx, { tenant, who, now, referral })
      if (!found.ok) return found
      const { row, one } = found.value
      const cases = [asId('case', row.case)]
      return accepted({
        answer: { ...deskOf(row, one, who.organisation ?? ''), asOf: now },
        viewed: { cases, what: 'package', purpose: 'justice' },
      })
    },
  }),
  writeRoute({
    path: '/api/referrals/:referral/justice',
    summary: 'A step of a complaint or a day of a hearing, by the body that follows it',
    allow: can('cases.justice'),
    params,
    body: JusticeStep,
    write: async ({ door, who, envelope, now, params: { referral }, data: { one } }) => {
      const may = await door.read((tx) => followed(doors, tx, { tenant: who.tenant, who, now, referral }))
      if (!may.ok) return may
      return answerAs(doors, { door, who, envelope, referral, one, towards: organisationOf(who) ?? undefined })
    },
  }),
]

interface Asked {
  readonly tenant: string
  readonly who: Who
  readonly now: string
  readonly referral: string
}
async function followed(
  { records, rules }: CaseDoors,
  tx: Tx,
  { tenant, who, now, referral }: Asked,
): Promise<Outcome<{ readonly row: ReferralRow; readonly one: OpenCase }>> {
  await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'reader' })
  const row = await findReceived(tx, tenant, { referral, recipient: who.organisation ?? '' })
  await asProgram(tx)
  const one = row === null ? null : await records.load(tx, tenant, row.case)
  if (row === null || one === null) return refused('unknown-referral')
  const keeper = await rules.at(tx, tenant, now)(one.whole.file.organisation)
  const may = liaisonFor(one.whole, { organisation: organisationOf(who), at: now, referral, bands: keeper.rules.ageBands })
  return may.ok ? accepted({ row, one }) : may
}
/** Complaints that go to other bodies, and what the person did not wish, are not of the desk. */
const deskOf = ({ referral, slip }: ReferralRow, { whole }: OpenCase, own: string) => ({
  ...{ referral, slip, subject: whole.file.subject },
  tracks: [...whole.things.tracks]
    .filter(([, track]) => isFollowedBy(track, own))
    .map(([thing, { passed, hearings, keptFrom: _keptFrom, lastOn: _lastOn, body: _body, ...track }]) => ({
      ...{ thing, passed: [...passed], hearings: hearings.toSorted() },
      ...track,
    })),
})
