/*
Looks at files that are out of the ordinary, for the data protection officer of a body: which account, on which day, how many. Never which file: the
officer asks the supervisor, who knows whether there was a reason.
*/
import { accepted } from '../../../../kernel/outcome.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { ViewAlerts } from '../../contract-breach.ts'
import { HOUR_MS, msOf, offsetMs } from '../../domain/clocks/instants.ts'
import { type UnusualOn, unusualViews } from '../../domain/emergency/unusual-views.ts'
import { firstRules, rulesFrom } from '../../domain/rules/protection-rules.ts'
import { type SettledRules, beginningsOf, chosenOn } from '../../domain/rules/settle-rules.ts'
import type { RulesDoor } from '../rules/rules-door.ts'
import { findRules } from '../rules/store-rules.ts'
import { asProgram } from '../record/records.ts'
import { listViewsOfBody } from '../file/store-lists.ts'

const MOST_VIEWS = 20_000
const MOST_ALERTS = 100

export const alertRoutes = ({ rules }: { readonly rules: RulesDoor }): readonly Route[] => [
  readRoute({
    path: '/api/case-view-alerts',
    summary:
      'accounts that looked at files of the own body, or its own people at far more files than they use to, or at night; how many, never which',
    allow: can('cases.protect-data'),
    answer: ViewAlerts,
    read: async ({ tx, who, tenant, now }) => {
      const { unusual, calendar } = (await rules.at(tx, tenant, now)(who.organisation)).rules
      await asProgram(tx)
      const views = await listViewsOfBody(tx, tenant, { organisation: who.organisation ?? '', most: MOST_VIEWS, skip: 0 })
      const own = views.filter((one) => one.case !== '')
      const alerts = unusualViews(
        own.map(({ account, case: file, at }) => ({ account, case: file, at })),
        { ...unusual, hoursEastOfUtc: Math.round(offsetMs(msOf(now), calendar.zone) / HOUR_MS) },
        unusualOn(await findRules(tx, tenant, who.organisation ?? '')),
      ).slice(0, MOST_ALERTS)
      const { leastFiles, timesUsual, nightFrom, nightTo, evidence } = unusual
      return accepted(mustParse(ViewAlerts, { alerts: [...alerts], rules: { leastFiles, timesUsual, nightFrom, nightTo, evidence } }))
    },
  }),
]

/** Each day by the rules of that day; folded once for each beginning. */
function unusualOn(settled: SettledRules): UnusualOn {
  const begun = beginningsOf(settled).map((from) => ({ from, unusual: rulesFrom(chosenOn(settled, from)).unusual }))
  return (day) => begun.findLast(({ from }) => from <= day)?.unusual ?? firstRules.unusual
}
