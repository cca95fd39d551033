/* What the officer for data protection is told of each time consent was passed over, and how many receivers were asked to erase. Codes only. */
import {} from '../../../../kernel/outcome.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { OverrideList } from '../../contract.ts'
import { seenRoute } from '../record/view-log.ts'
import { enterCases } from '../record/store-scope.ts'
import type { CaseDoors } from './doors.ts'
import { seen } from './http-reads.ts'
import { overridesOf } from './overrides.ts'

export const overrideReads = (doors: CaseDoors): readonly Route[] => [
  seenRoute({
    path: '/api/consent-overrides',
    summary:
      'Each time consent was passed over in the last thirty days, for who protects data: codes, and until when another person confirms',
    allow: can('cases.protect-data'),
    answer: OverrideList,
    look: async ({ tx, who, tenant, now }) => {
      if (who.organisation === null)
        return seen({ overrides: [], erasuresAsked: 0, asOf: now }, [], { what: 'board', purpose: 'protection-of-data' })
      const { overrides, erasures } = await overridesOf(doors, tx, { tenant, organisation: who.organisation, now })
      await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'views' })
      return seen(
        { overrides: [...overrides], erasuresAsked: erasures.length, asOf: now },
        overrides.map((one) => one.case),
        { what: 'board', purpose: 'protection-of-data' },
      )
    },
  }),
]
