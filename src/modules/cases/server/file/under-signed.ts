/*
Whoever opens files of persons has signed the undertaking of confidentiality within the year: asked here, before any route of a case is, in one place. It
is asked of the account alone and of no case, so the answer is the same whatever was asked for. Who only sends and reads nothing back signs nothing.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { refused } from '../../../../kernel/outcome.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { outcomeReply } from '../../../../platform/http/build-route.ts'
import type { Route } from '../../../../platform/http/route.ts'
import type { AccountCareDoor } from '../../../people/contract.ts'

export const underSigned = (care: AccountCareDoor<Tx>, routes: readonly Route[]): readonly Route[] =>
  routes.map((route) => ({
    ...route,
    answerTo: async (incoming) => {
      const { door, who, tenant, now } = incoming
      const asked = { account: who.account, today: todayAt(now) }
      const isFree = !care.opensFiles(who.capabilities) || (await door.read((tx) => care.isUndertakingSigned(tx, tenant, asked)))
      return isFree ? route.answerTo(incoming) : outcomeReply(refused('undertaking-needed'))
    },
  }))
