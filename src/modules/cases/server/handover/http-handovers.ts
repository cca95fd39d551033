/*
A whole case that is offered to one's body, and what became of those that one offered. What is told before an answer is coded and no more than the person's yes covers; the file itself
opens with the acceptance. Whoever is not named in an offer hears what is said of one that never was.
*/
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, record } from '../../../../kernel/schema.ts'
import { writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { OfferedCases, SentHandovers } from '../../contract-handover.ts'
import { addHours } from '../../domain/clocks/instants.ts'
import { endOf } from '../../domain/handover/handover.ts'
import { levelNow } from '../../domain/handover/offered-facts.ts'
import { HandoverCommand, HandoverId } from '../../domain/handover/handover-words.ts'
import { ageBandOf } from '../../domain/profile/profile.ts'
import { openReferrals } from '../../domain/referral/referral.ts'
import type { CaseDoors } from '../file/doors.ts'
import { workOn } from '../file/work.ts'
import { type OpenCase, asProgram } from '../record/records.ts'
import { enterCases } from '../record/store-scope.ts'
import { seenRoute } from '../record/view-log.ts'
import { type HandoverRow, caseOfHandover, listOffered, listSent } from './store-handovers.ts'

/** How long what became of an offer is told to who made it (D). */
export const HANDOVERS_TOLD_DAYS = 14
export const HandoverAnswer = record({ ask: HandoverCommand })

export const handoverRoutes = (doors: CaseDoors): readonly Route[] => [
  seenRoute({
    path: '/api/handovers/received',
    summary: 'Whole cases offered to one’s body and to oneself, while an answer is waited for: codes, bands and days, nobody’s name',
    allow: can('cases.hold-key'),
    answer: OfferedCases,
    look: async ({ tx, who, tenant, now }) => {
      await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'reader' })
      const rows = await listOffered(tx, tenant, who.organisation ?? '')
      const offers = await offersFrom(doors, tx, { tenant, rows, now })
      return accepted({
        answer: { offers, asOf: now },
        viewed: { cases: rows.map((row) => asId('case', row.case)), what: offers.length > 0 ? 'package' : 'list', purpose: 'referral' },
      })
    },
  }),
  seenRoute({
    path: '/api/handovers/sent',
    summary: 'What became of the cases that one offered to another body: a code, a body, a state, an hour',
    allow: can('cases.hold-key'),
    answer: SentHandovers,
    look: async ({ tx, who, tenant, now }) => {
      await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'reader' })
      const rows = await listSent(tx, tenant, { account: who.account, since: addHours(now, -HANDOVERS_TOLD_DAYS * 24) })
      const sent = rows.map(({ handover, recipient, slip, state, reason, respondBy, statusAt }) => ({
        ...{ handover, recipient: asId('organisation', recipient), slip, state, reason, respondBy, statusAt },
      }))
      return accepted({ answer: { sent, asOf: now }, viewed: { cases: [], what: 'list', purpose: 'referral' } })
    },
  }),
  writeRoute({
    path: '/api/handovers/:handover/answers',
    summary: 'Takes a case over that was offered, or declines it with a reason; with the acceptance the former team reads nothing any more',
    allow: can('cases.hold-key'),
    params: record({ handover: HandoverId }),
    body: HandoverAnswer,
    write: async ({ door, who, envelope, params: { handover }, data: { ask } }) => {
      if (ask.handover !== handover || (ask.step !== 'accept' && ask.step !== 'decline')) return refused('unknown-handover')
      const of = await door.read(async (tx) => {
        await asProgram(tx)
        return caseOfHandover(tx, who.tenant, { handover, recipient: who.organisation ?? '', account: who.account })
      })
      if (of === null) return refused('unknown-handover')
      const done = await workOn(doors, { door, who, envelope, case: of, all: [{ about: 'handover', ask }], standing: 'taker' })
      return !done.ok && done.refusal.code === 'unknown-case' ? refused('unknown-handover') : done
    },
  }),
]

async function offersFrom(
  { records, rules }: CaseDoors,
  tx: Tx,
  { tenant, rows, now }: { readonly tenant: string; readonly rows: readonly HandoverRow[]; readonly now: string },
) {
  await asProgram(tx)
  const rulesOf = rules.at(tx, tenant, now)
  const found = []
  const rowOf = new Map(rows.map((row) => [row.case, row]))
  for await (const one of records.each(tx, tenant, [...rowOf.keys()])) {
    const row = rowOf.get(one.id)
    if (row === undefined || row.respondBy < now) continue
    // What ended by time alone is shown no more, also before the round says so.
    const { ageBands: bands } = (await rulesOf(one.whole.file.organisation)).rules
    if (endOf(one.whole, { at: now, bands }) === null) found.push(offerOf(row, one))
  }
  return found
}
function offerOf({ handover, from, slip, offeredAt, respondBy }: HandoverRow, { whole }: OpenCase) {
  const { file, profile } = whole
  return {
    ...{ handover, from: asId('organisation', from), slip, offeredAt, respondBy },
    ...{ type: file.type ?? '', level: levelNow(file), gender: profile?.gender ?? null },
    ageBand: (profile ? ageBandOf(profile)?.band : undefined) ?? null,
    openReferrals: openReferrals(file.referrals).length,
    vaults: (whole.handover?.keys ?? []).map((one) => one.vault),
  }
}
