/*
Whoever opens files of persons has a second factor and has signed the undertaking of confidentiality within the year: asked here, before any route of a case
is, in one place. It is asked of the account alone and of no case, so the answer is the same whatever was asked for. Who only sends and reads nothing
back needs neither.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { refused } from '../../../../kernel/outcome.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { outcomeReply } from '../../../../platform/http/build-route.ts'
import type { Incoming, Route } from '../../../../platform/http/route.ts'
import type { AccountCareDoor } from '../../../people/contract.ts'

type Asks = (tx: Tx, incoming: Incoming) => Promise<string | null>
const under = (care: AccountCareDoor<Tx>, routes: readonly Route[], missing: Asks): readonly Route[] =>
  routes.map((route) => ({
    ...route,
    answerTo: async (incoming) => {
      const { door, who } = incoming
      const code = care.opensFiles(who.capabilities) ? await door.read((tx) => missing(tx, incoming)) : null
      return code === null ? route.answerTo(incoming) : outcomeReply(refused(code))
    },
  }))

/** Of what stands beside files: keys, breaches, looks. */
export const underFactor = (care: AccountCareDoor<Tx>, routes: readonly Route[]): readonly Route[] =>
  under(care, routes, async (tx, { tenant, who }) => ((await care.isFactorMet(tx, tenant, who)) ? null : 'second-factor-needed'))

export const underSigned = (care: AccountCareDoor<Tx>, routes: readonly Route[]): readonly Route[] =>
  under(care, routes, async (tx, { tenant, who, now }) => {
    if (!(await care.isFactorMet(tx, tenant, who))) return 'second-factor-needed'
    const isSigned = await care.isUndertakingSigned(tx, tenant, { account: who.account, today: todayAt(now) })
    return isSigned ? null : 'undertaking-needed'
  })
