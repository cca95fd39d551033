/*
Looks at files that are out of the ordinary, for the data protection officer of a body: which account, on which day, how many. Never which file: the
officer asks the supervisor, who knows whether there was a reason.
*/
import { accepted } from '../../../../kernel/outcome.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { ViewAlerts } from '../../contract-breach.ts'
import { firstUnusualRules, unusualViews } from '../../domain/emergency/unusual-views.ts'
import { asProgram } from '../record/records.ts'
import { listViewsOfBody } from '../file/store-lists.ts'

const MOST_VIEWS = 20_000
const MOST_ALERTS = 100

export const alertRoutes: readonly Route[] = [
  readRoute({
    path: '/api/case-view-alerts',
    summary:
      'accounts that looked at files of the own body, or its own people at far more files than they use to, or at night; how many, never which',
    allow: can('cases.protect-data'),
    answer: ViewAlerts,
    read: async ({ tx, who, tenant }) => {
      await asProgram(tx)
      const views = await listViewsOfBody(tx, tenant, { organisation: who.organisation ?? '', most: MOST_VIEWS, skip: 0 })
      const own = views.filter((one) => one.case !== '')
      const alerts = unusualViews(own.map(({ account, case: file, at }) => ({ account, case: file, at }))).slice(0, MOST_ALERTS)
      const { leastFiles, timesUsual, nightFrom, nightTo, evidence } = firstUnusualRules
      return accepted(mustParse(ViewAlerts, { alerts: [...alerts], rules: { leastFiles, timesUsual, nightFrom, nightTo, evidence } }))
    },
  }),
]
