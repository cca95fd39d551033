/*
Who the people are that one works with on files of persons: of the own organisation by name, at a desk only, because a person must be known before a
share of a key is given to them or a file handed over; of other bodies by function and body, for who looks after the data and the accounts. A telephone
is told no name. This is the one answer in which names of colleagues stand; nothing of it is kept or handed on.
*/
import { refused } from '../../../kernel/outcome.ts'
import { listOf, orNull, record, text, yesOrNo } from '../../../kernel/schema.ts'
import { readRoute } from '../../../platform/http/build-route.ts'
import { type Route, signedIn } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import { AccountId } from '../contract.ts'
import { isOfProtection } from '../domain/protection-roles.ts'
import { answerAs } from './answer-as.ts'
import { listAccounts, listOrganisationRows } from './store.ts'
import { namesOfBody } from './store-sign-in.ts'

const Colleagues = record({
  /** Oldest account first, closed ones too: looks and marks of years ago still say whose they were. */
  colleagues: listOf(
    record({
      account: AccountId,
      /** Of the own organisation, at a desk; else `null`. */
      name: orNull(text(160)),
      roles: listOf(text(40)),
      body: orNull(text(160)),
      isOwn: yesOrNo(),
      isClosed: yesOrNo(),
    }),
  ),
})
const holds = ({ capabilities }: Who, ...any: readonly string[]): boolean => any.some((one) => capabilities.has(one))
const looksAfter = (who: Who): boolean => holds(who, 'cases.protect-data', 'people.manage')

export const colleagueRoutes: readonly Route[] = [
  readRoute({
    path: '/api/colleagues',
    summary: 'those with whom one works on files of persons: the own organisation by name at a desk, others by function and body',
    allow: signedIn,
    answer: Colleagues,
    read: async ({ tx, tenant, who }) => {
      if (!looksAfter(who) && !holds(who, 'cases.hold-key')) return refused('not-allowed')
      const isOwn = (organisation: string | null): boolean => organisation !== null && organisation === who.organisation
      const mayName = who.device === undefined && holds(who, 'cases.hold-key', 'cases.protect-data')
      const names = mayName && who.organisation !== null ? await namesOfBody(tx, tenant, who.organisation) : new Map<string, string>()
      const bodies = new Map((await listOrganisationRows(tx, tenant, {})).map((one) => [one.id, one.name]))
      const colleagues = (await listAccounts(tx, tenant))
        .filter(({ roles, organisation }) => isOfProtection(roles) && (isOwn(organisation) || looksAfter(who)))
        .map(({ id, roles, organisation, closedAt }) => ({
          ...{ account: id, name: names.get(id) ?? null, roles, isOwn: isOwn(organisation), isClosed: closedAt !== null },
          body: organisation === null ? null : (bodies.get(organisation) ?? null),
        }))
      return answerAs(Colleagues, { colleagues })
    },
  }),
]
