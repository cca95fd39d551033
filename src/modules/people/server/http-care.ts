/*
The undertaking one signs for oneself, and the list by which an administrator, and a data protection officer for the own body, look after accounts that
open files. The list shows roles and days, never a name; disabling is a person's act, but for rest after thirty unused days.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import { type Outcome, refused } from '../../../kernel/outcome.ts'
import { calendarDate, count, exactly, listOf, oneOf, orNull, record, text, yesOrNo } from '../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can, signedIn } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Receipt } from '../../../platform/log/receipt.ts'
import { AccountId, OrganisationId } from '../contract.ts'
import { CARE_EVIDENCE, CARE_RULES, type CareCommand, REST_REASONS, UNDERTAKING_VERSION, opensFiles } from '../domain/account-care.ts'
import { careAggregate } from './aggregates.ts'
import { answerAs } from './answer-as.ts'
import { type CareReach, careContext, caredOf, isWithin, listCared } from './care.ts'
import type { Asked } from './route-parts.ts'
import { listCare } from './store-care.ts'

const Undertaking = record({
  version: text(20),
  isNeeded: yesOrNo(),
  isCurrent: yesOrNo(),
  signedOn: orNull(calendarDate()),
  until: orNull(calendarDate()),
  months: count(),
})
const Cared = record({
  account: AccountId,
  organisation: orNull(OrganisationId),
  roles: listOf(text(40)),
  seenOn: orNull(calendarDate()),
  idleDays: count(),
  reviewDueOn: calendarDate(),
  isReviewDue: yesOrNo(),
  undertakingUntil: orNull(calendarDate()),
  isUndertakingCurrent: yesOrNo(),
  restBecause: orNull(oneOf(...REST_REASONS)),
  isSelf: yesOrNo(),
})
const CaredList = record({
  accounts: listOf(Cared),
  rules: record({ undertakingMonths: count(), reviewDays: count(), idleDays: count(), evidence: exactly(CARE_EVIDENCE) }),
})
const act = { allow: can('cases.lock-down'), params: record({ account: AccountId }) }
/** Whose accounts: who runs the platform all, who watches over the data those of the own body; an account that another officer put to rest stays at rest. */
const looksAfter = ({ capabilities, organisation }: Pick<Who, 'capabilities' | 'organisation'>): CareReach =>
  capabilities.has('people.manage') ? 'all' : capabilities.has('cases.protect-data') ? { organisation } : null

export const careRoutes: readonly Route[] = [
  readRoute({
    path: '/api/undertaking',
    summary: 'one’s own undertaking of confidentiality: whether it is needed, and until when it holds',
    allow: signedIn,
    answer: Undertaking,
    read: async ({ tx, who, now }) => {
      const [row] = await listCare(tx, who.tenant, who.account)
      const care = row && caredOf(row, todayAt(now))
      return answerAs(Undertaking, {
        ...{ version: UNDERTAKING_VERSION, isNeeded: opensFiles(who.capabilities), isCurrent: care?.isUndertakingCurrent ?? false },
        ...{ signedOn: row?.signedAt ? todayAt(row.signedAt) : null, until: care?.undertakingUntil ?? null },
        months: CARE_RULES.undertakingMonths,
      })
    },
  }),
  writeRoute({
    path: '/api/undertaking/signatures',
    summary: 'signs the undertaking of confidentiality for a year, for oneself',
    allow: signedIn,
    body: record({ version: text(20) }),
    write: (asked) => decide(asked, { account: asked.who.account, reach: 'all' }, { type: 'sign', version: asked.data.version }),
  }),
  readRoute({
    path: '/api/case-accounts',
    summary: 'accounts that open files: last day of use, review, undertaking, rest; no names',
    allow: can('cases.lock-down'),
    answer: CaredList,
    read: async ({ tx, who, now }) => {
      const reach = looksAfter(who)
      if (reach === null) return refused('not-allowed')
      const mine = (await listCared(tx, who.tenant, todayAt(now))).filter((one) => isWithin(reach, one.organisation))
      const accounts = mine.map((one) => ({
        ...{ account: one.account, organisation: one.organisation, roles: one.roles, seenOn: one.seenOn, idleDays: one.idleDays },
        ...{ reviewDueOn: one.reviewDueOn, isReviewDue: one.isReviewDue, undertakingUntil: one.undertakingUntil },
        ...{ isUndertakingCurrent: one.isUndertakingCurrent, restBecause: one.because, isSelf: one.account === who.account },
      }))
      return answerAs(CaredList, { accounts, rules: { ...CARE_RULES, evidence: CARE_EVIDENCE } })
    },
  }),
  writeRoute({
    ...{ path: '/api/case-accounts/:account/reviews', summary: 'says that an account is still needed as it is', ...act },
    body: record({}),
    write: (asked) => actOn(asked, asked.params.account, { type: 'review' }),
  }),
  writeRoute({
    ...{ path: '/api/case-accounts/:account/rests', summary: 'puts an account to rest: it opens nothing until somebody wakes it', ...act },
    body: record({ because: oneOf('review-overdue', 'left', 'doubt') }),
    write: (asked) => actOn(asked, asked.params.account, { type: 'rest', because: asked.data.because }),
  }),
  writeRoute({
    ...{ path: '/api/case-accounts/:account/wakings', summary: 'wakes an account that rests', ...act },
    body: record({}),
    write: (asked) => actOn(asked, asked.params.account, { type: 'wake' }),
  }),
]

async function actOn(asked: Asked, account: string, command: CareCommand): Promise<Outcome<Receipt>> {
  const reach = looksAfter(asked.who)
  return reach === null ? refused('not-allowed') : decide(asked, { account, reach }, command)
}
const decide = (
  { door, who, envelope }: Asked,
  { account, reach }: { readonly account: string; readonly reach: CareReach },
  command: CareCommand,
): Promise<Outcome<Receipt>> =>
  door.execute({
    ...{ aggregate: careAggregate, subject: account, command, envelope, who },
    context: (tx) => careContext(tx, who.tenant, { account, by: who.account, reach }),
  })
