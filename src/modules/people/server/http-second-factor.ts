/*
Taking a lost second factor off an account that opens files, by two persons of two sides, and what an organisation is held to. Who opens files never takes
off their own, and who asks has a second factor themselves. The list shows roles and days, never a name.
*/
import { type Outcome, refused } from '../../../kernel/outcome.ts'
import { asId, count, exactly, instant, listOf, oneOf, orNull, record, text, yesOrNo } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Receipt } from '../../../platform/log/receipt.ts'
import { AccountId, OrganisationId } from '../contract.ts'
import { opensFiles } from '../domain/account-care.ts'
import { capabilitiesOf } from '../domain/roles.ts'
import {
  FACTOR_EVIDENCE,
  FACTOR_RULES,
  type FactorResetCommand,
  type FactorSide,
  FactorSide as Side,
  isAskOver,
} from '../domain/second-factor.ts'
import { factorPolicyAggregate, factorResetAggregate } from './aggregates.ts'
import { answerAs } from './answer-as.ts'
import type { Asked } from './route-parts.ts'
import type { FactorRules } from './second-factor.ts'
import { listOrganisationRows } from './store.ts'
import { deleteSecondFactor, deleteSessions } from './store-sign-in.ts'
import { type FactorRow, listFactors, voiceOf } from './store-second-factor.ts'

const may = can('cases.lock-down')
const Shown = record({
  account: AccountId,
  organisation: orNull(OrganisationId),
  roles: listOf(text(40)),
  isOn: yesOrNo(),
  isSelf: yesOrNo(),
  /** Somebody asked for it to be taken off, and another person must. */
  asked: orNull(record({ at: instant(), side: Side, byMe: yesOrNo() })),
  resetAt: orNull(instant()),
})
const ShownList = record({
  accounts: listOf(Shown),
  side: Side,
  rules: record({ askDays: count(), markDays: count(), sessionHours: count(), voiceDays: count(), evidence: exactly(FACTOR_EVIDENCE) }),
})

/** Whoever runs the platform, for all; whoever supervises or watches over the data, for the own body. */
const sideOf = ({ capabilities, organisation }: Pick<Who, 'capabilities' | 'organisation'>, of: string | null): FactorSide | null =>
  capabilities.has('people.manage') ? 'administrator' : organisation !== null && organisation === of ? 'own-body' : null

export const secondFactorRoutes = (rules: FactorRules, isDemonstration: boolean): readonly Route[] => [
  readRoute({
    path: '/api/second-factors',
    summary: 'accounts that open files: whether their second factor is on, and whose was asked to be taken off; no names',
    allow: may,
    answer: ShownList,
    read: async ({ tx, who, now }) => {
      const all = (await listFactors(tx, who.tenant, null)).filter(({ roles }) => opensFiles(capabilitiesOf(roles)))
      const accounts = all.filter(({ organisation }) => sideOf(who, organisation) !== null).map((row) => shown(row, who, now))
      const side = who.capabilities.has('people.manage') ? 'administrator' : 'own-body'
      return answerAs(ShownList, { accounts, side, rules: { ...FACTOR_RULES, evidence: FACTOR_EVIDENCE } })
    },
  }),
  writeRoute({
    path: '/api/second-factors/:account/resets',
    summary: 'takes a lost second factor off and ends every session: the first voice asks, the second, of the other side, does it',
    allow: may,
    params: record({ account: AccountId }),
    body: record({}),
    write: (asked) => reset(asked, { account: asked.params.account, type: 'reset' }, rules),
  }),
  writeRoute({
    path: '/api/second-factors/:account/withdrawals',
    summary: 'takes back that a second factor be taken off: by who asked for it, or by the other side',
    allow: may,
    params: record({ account: AccountId }),
    body: record({}),
    write: (asked) => reset(asked, { account: asked.params.account, type: 'withdraw' }, rules),
  }),
  writeRoute({
    path: '/api/second-factor-rules/:organisation',
    summary: 'whether an organisation is held to the second factor; without it only on a demonstration',
    allow: can('people.manage'),
    params: record({ organisation: OrganisationId }),
    body: record({ rule: oneOf('demanded', 'waived') }),
    write: ({ door, who, params: { organisation }, data, envelope }) =>
      door.execute({
        ...{ aggregate: factorPolicyAggregate, subject: organisation, envelope, who },
        command: { type: data.rule === 'waived' ? 'waive' : 'demand' },
        context: async (tx) => ({
          by: who.account,
          known: (await listOrganisationRows(tx, who.tenant, { ids: [organisation] })).length > 0,
          isDemonstration,
        }),
      }),
  }),
]

const shown = (row: FactorRow, who: Who, now: string) => ({
  ...{ account: row.account, organisation: row.organisation, roles: row.roles, isOn: row.isOn, isSelf: row.account === who.account },
  asked:
    row.askedAt === null || isAskOver(row.askedAt, now)
      ? null
      : { at: row.askedAt, side: row.askedSide, byMe: row.askedBy === who.account },
  resetAt: row.resetAt,
})

interface OnFactor extends FactorResetCommand {
  readonly account: string
}
async function reset({ door, who, envelope }: Asked, { account, type }: OnFactor, rules: FactorRules): Promise<Outcome<Receipt>> {
  // Whoever takes another's off has one: a stolen password would else open what the second factor shuts.
  const isMet = await door.read((tx) => rules.isFactorMet(tx, who.tenant, asOpener(who)))
  if (!isMet) return refused('second-factor-needed')
  return door.execute({
    ...{ aggregate: factorResetAggregate, subject: account, command: { type }, envelope, who },
    context: async (tx: Tx, { asked }, { now }) => {
      const [row] = await listFactors(tx, who.tenant, account)
      return {
        ...{ by: asId('account', who.account), at: now, isSelf: account === who.account },
        side: row === undefined ? null : sideOf(who, row.organisation),
        concerned: row !== undefined && opensFiles(capabilitiesOf(row.roles)),
        isEnrolled: row?.isOn ?? false,
        voice: await voiceOf(tx, who.tenant, who.account),
        firstVoice: asked === null ? null : await voiceOf(tx, who.tenant, asked.by),
      }
    },
    beside: async (tx, { events }) => {
      if (!events.some(({ kind }) => kind === 'factor-reset.done.v1')) return
      await deleteSecondFactor(tx, account)
      await deleteSessions(tx, account)
    },
  })
}
/** Also of who runs the platform and opens no file: in this one act they are held to what openers are. */
const asOpener = ({ account, organisation }: Who) => ({ account, organisation, capabilities: new Set(['cases.protect-data']) })
