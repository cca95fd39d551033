/*
Rules of protection over HTTP: what is in force for one's own body and since when, what waits for a second person, all that was before; proposing and
answering. Who reads files of persons sees them; who protects data or supervises settles them.
*/
import { createHash } from 'node:crypto'
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { rulebookText } from '../../../../kernel/rulebook.ts'
import { asId } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, canOneOf } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { PeopleDoor } from '../../../people/contract.ts'
import { AnswerRules, type ProposalShown, ProposeRules, RulesShown } from '../../contract-rules.ts'
import { rulebookOf } from '../../domain/rules/protection-rules.ts'
import { type Decided, type RulesCommand, type RulesEvent, rulesKinds } from '../../domain/rules/rules-words.ts'
import {
  NOTICE_DAYS,
  type RulesContext,
  type SettledRules,
  beginningsOf,
  chosenOn,
  rulesDecider,
  waitingIn,
} from '../../domain/rules/settle-rules.ts'
import { toWire } from '../../domain/rules/rules-wire.ts'
import { findRules } from './store-rules.ts'

export const rulesAggregate: Aggregate<SettledRules, RulesCommand, RulesEvent, RulesContext> = {
  ...{ name: 'case-rules', decider: rulesDecider, kinds: rulesKinds },
}
interface Parts {
  readonly people: Pick<PeopleDoor<Tx>, 'organisations'>
}
const SETTLES = canOneOf('cases.protect-data', 'cases.supervise')
/** In which function somebody settles rules; who has both does it as who protects data. */
const asOf = ({ capabilities }: Pick<Who, 'capabilities'>): RulesContext['as'] =>
  capabilities.has('cases.protect-data') ? 'data-protection' : capabilities.has('cases.supervise') ? 'supervision' : null

export const rulesRoutes = ({ people }: Parts): readonly Route[] => [
  readRoute({
    path: '/api/case-rules',
    summary: 'Rules of protection of one’s own body: in force, waiting, and all that were before; functions, no names',
    allow: canOneOf('cases.hold-key', 'cases.protect-data'),
    answer: RulesShown,
    read: async ({ tx, tenant, who, now }) => {
      if (who.organisation === null) return refused('not-your-organisation')
      const organisation = asId('organisation', who.organisation)
      const [body] = await people.organisations(tx, [organisation], tenant)
      const settled = await findRules(tx, tenant, organisation)
      return accepted({
        ...{ organisation, body: body?.name ?? '—', ...shownOf(settled, { today: todayAt(now), area: body?.area ?? null, who }) },
      })
    },
  }),
  writeRoute({
    path: '/api/case-rules',
    summary: 'Proposes values of one’s own body from a day on, with a source and a reason; they hold once another person has confirmed',
    allow: SETTLES,
    body: ProposeRules,
    write: async ({ door, who, envelope, data }) => {
      if (who.organisation === null) return refused('not-your-organisation')
      return door.execute({
        ...{ aggregate: rulesAggregate, subject: who.organisation, envelope, who, command: { step: 'propose', ...data } },
        context: contextOf(who, envelope.id),
      })
    },
  }),
  writeRoute({
    path: '/api/case-rules/answers',
    summary: 'Another person’s yes to what waits, or anybody’s no; what was confirmed can be replaced and never unsaid',
    allow: SETTLES,
    body: AnswerRules,
    write: async ({ door, who, envelope, data }) => {
      if (who.organisation === null) return refused('not-your-organisation')
      return door.execute({
        ...{ aggregate: rulesAggregate, subject: who.organisation, envelope, who, command: data },
        context: contextOf(who, envelope.id),
      })
    },
  }),
]
const contextOf =
  (who: Who, command: string) =>
  async (_tx: Tx, _state: SettledRules, { now }: { readonly now: string }): Promise<RulesContext> => ({
    ...{ proposal: asId('rules-proposal', command), by: asId('account', who.account), as: asOf(who), at: now },
  })

function shownOf(settled: SettledRules, { today, area, who }: { readonly today: string; readonly area: string | null; readonly who: Who }) {
  const chosen = chosenOn(settled, today)
  const begun = beginningsOf(settled)
  const since = begun.findLast((one) => one <= today) ?? null
  const shown = settled.history.map((one) => proposalOf(one, who)).toReversed()
  const waiting = waitingIn(settled)
  return {
    ...{ today, since, inForce: toWire(chosen, area), ahead: begun.filter((one) => one > today) },
    hash: createHash('sha256')
      .update(rulebookText(rulebookOf(chosen, since ?? '2020-01-01')))
      .digest('hex'),
    waiting: waiting === null ? null : (shown[0] ?? null),
    history: waiting === null ? shown : shown.slice(1),
    ...{ mayPropose: asOf(who) !== null, noticeDays: NOTICE_DAYS },
  }
}
function proposalOf({ proposed, confirmed, declined }: Decided, who: Who): ProposalShown {
  const { proposal, changes, from, evidence, source, reason, as: proposedAs, at: proposedAt, by } = proposed
  const answer = confirmed ?? declined
  return {
    ...{ proposal, changes, from, evidence, source, reason, proposedAs, proposedAt, isOwn: by === who.account },
    state: confirmed !== null ? 'confirmed' : declined !== null ? 'declined' : 'waits',
    ...{ answeredAs: answer?.as ?? null, answeredAt: answer?.at ?? null, inForceFrom: confirmed?.inForceFrom ?? null },
  }
}
