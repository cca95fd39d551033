/* What of risks waits for whom: plans that end within thirty and within seven days, from the day itself what stands suspended, cases whose day has passed. Numbers and paths, no names. */
import { todayAt } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { NoticeSource, Waiting } from '../../notices/contract.ts'
import { riskRulebook } from '../domain/risk-rules.ts'
import { type RiskDoors, readRisk, sightOf } from './doors.ts'
import { summaryOf } from './answers.ts'
import { listRisks } from './store-risks.ts'

const [warnDays, lastDays] = [riskRulebook.values.warnDays.value, riskRulebook.values.lastWarnDays.value]
const left = ({ daysLeft }: { readonly daysLeft: number | null }, from: number, until: number): boolean =>
  daysLeft !== null && daysLeft >= from && daysLeft <= until

export const riskNotices = (doors: RiskDoors): NoticeSource<Tx> => ({
  name: 'risks',
  waiting: async (tx, { tenant, capabilities, territory, organisation = null }, now) => {
    if (!capabilities.has('risks.assess')) return []
    const on = todayAt(now)
    const who = { ...{ tenant, capabilities, territory, organisation }, account: '', roles: [], language: 'fr' as const }
    const subjects = await sightOf(tx, doors, { tenant, who, on })
    const risks = (await listRisks(tx, tenant, subjects === null ? {} : { subjects })).flatMap((row) => {
      const risk = readRisk(row, on)
      return risk === null ? [] : [summaryOf(row, risk, { subjectName: '', day: on })]
    })
    const waiting = (kind: string, path: string, of: (one: (typeof risks)[number]) => boolean): Waiting => {
      const keys = risks.filter(of).map((one) => `${one.risk}/${one.plan?.deadline ?? one.caseDueOn ?? ''}`)
      return { kind, path, count: keys.length, keys: keys.slice(0, 500) }
    }
    return [
      waiting('plansEnding', '/risks?clock=ending', (one) => left(one, lastDays + 1, warnDays)),
      // A kind of its own, so that whoever has seen the first warning is told again.
      waiting('plansEndingSoon', '/risks?clock=ending', (one) => left(one, 0, lastDays)),
      waiting('risksSuspended', '/risks?state=suspended', (one) => one.state === 'suspended'),
      waiting('casesLate', '/risks?clock=late', (one) => one.state === 'case-open' && one.caseDueOn !== null && one.caseDueOn < on),
    ].filter((one) => one.count > 0)
  },
})
