/*
The owner of a file says that the person was warned of a breach. When and how one may reach somebody lies sealed and is judged on the device; here it is held
that a contact was noted since the breach, and that the agreed word was said where one is agreed.
*/
import { refused } from '../../../../kernel/outcome.ts'
import { asId, oneOf, record } from '../../../../kernel/schema.ts'
import { writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { CaseId } from '../../domain/case/case-words.ts'
import { mayTellWarned } from '../../domain/retention/breach.ts'
import type { CaseDoors } from '../file/doors.ts'
import { openFor } from '../file/http-reads.ts'
import { namedInBreaches, warningOf } from './breach-waits.ts'
import { breachAggregate } from './http-breaches.ts'

export const warningRoutes = (doors: CaseDoors): readonly Route[] => [
  writeRoute({
    path: '/api/cases/:case/breach-warnings',
    summary: 'The owner of a file says whether the person was warned of a breach, by the safe contact way; to others there is no such file',
    allow: can('cases.hold-key'),
    params: record({ case: CaseId }),
    body: record({
      outcome: oneOf('warned', 'cannot-be-warned-safely', 'not-reached'),
      codeWord: oneOf('said', 'none-agreed', 'not-said'),
    }),
    write: async ({ door, who, tenant, now, params: { case: id }, data: { outcome, codeWord }, envelope }) => {
      const { found, named } = await door.read(async (tx) => ({
        ...(await openFor(doors, { tx, who, tenant, now }, id)),
        named: await namedInBreaches(tx, tenant),
      }))
      if (found?.standing !== 'owner') return refused('unknown-case')
      const { file } = found.one.whole
      const wait = warningOf(named, found.one.whole)
      if (wait === null || file.subject === null) return refused('breach-nobody-to-warn')
      const contacts = file.happened.flatMap(({ what, at }) => (what === 'make-contact' || what === 'follow-up' ? [at] : []))
      const told = mayTellWarned({ outcome, codeWord, contacts, since: wait.detectedAt })
      if (!told.ok) return told
      const owner = wait.isOfOwnBody ? ('own-body' as const) : ('elsewhere' as const)
      return door.execute({
        ...{ aggregate: breachAggregate, subject: wait.breach, envelope, who },
        command: { step: 'warn-person', subject: file.subject, outcome },
        context: async (_tx, _state, moment) => ({
          by: asId('account', who.account),
          at: moment.now,
          owner,
        }),
      })
    },
  }),
]
