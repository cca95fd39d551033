/*
Figures of one's own organisation. What leaves is counted and masked here; no case, no code of a person and no day of one is in the answer, so it is
no look at anybody's file. Who works where is told to supervisors alone.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import { inside, outside } from '../../../../kernel/disclosure/disclosure-rules.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { CaseFigures } from '../../contract-statistics.ts'
import { caseloads } from '../../domain/case/work-list.ts'
import { RiskLevel } from '../../domain/clocks/clock-rulebook.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { figuresOf } from '../../domain/statistics/case-figures.ts'
import { lastNinetyDays, nightsOf } from '../../domain/statistics/work-figures.ts'
import type { CaseDoors } from '../file/doors.ts'
import { asProgram } from '../record/records.ts'
import { casesOf, listTallies, staysOf } from './store-tallies.ts'
import { ownHouses } from './own-houses.ts'
import { toldFigures } from './told-figures.ts'

export const statisticsRoutes = (doors: CaseDoors): readonly Route[] => [
  readRoute({
    path: '/api/case-statistics',
    summary:
      'Indicators of case management of one’s organisation, of the newest quarter that may be told: rounded down, and moved by nothing later',
    allow: can('cases.statistics'),
    answer: CaseFigures,
    read: async ({ tx, who, tenant, now }) => {
      const { quarter, figures, tables } = await toldFigures(tx, doors, { tenant, organisation: who.organisation ?? '', now })
      const told = { quarter, figures: [...figures], tables: [...tables], caseloads: [], ofNobody: null }
      const { caseload } = (await doors.rules.at(tx, tenant, now)(who.organisation)).rules
      return accepted({ ...told, mostForAWorker: caseload.most, mostMark: caseload.evidence, least: outside.least, asOf: now })
    },
  }),
  readRoute({
    path: '/api/cases/team/figures',
    summary:
      'Indicators as they are now, for who supervises, with how many cases each worker carries; counts of fewer than five people are withheld',
    allow: can('cases.supervise'),
    answer: CaseFigures,
    read: ({ tx, who, tenant, now }) => figuresFor(doors, { tx, who, tenant, now }),
  }),
]

interface Asked {
  readonly tx: Tx
  readonly who: Who
  readonly tenant: string
  readonly now: string
}
async function figuresFor(doors: CaseDoors, { tx, who, tenant, now }: Asked) {
  await asProgram(tx)
  const wholes: CaseWhole[] = []
  const ids = await casesOf(tx, tenant, who.organisation ?? '')
  for await (const { whole } of doors.records.each(tx, tenant, ids)) if (!whole.retention.isShredded) wholes.push(whole)
  const { rules } = await doors.rules.at(tx, tenant, now)(who.organisation)
  const setting = { rules: rules.clocks, calendar: rules.calendar, now }
  const tallies = await listTallies(tx, tenant)
  const nights = nightsOf(await staysOf(tx, tenant, ids), lastNinetyDays(todayAt(now)))
  const supervisors = (await doors.accounts(tx, tenant)).filter(
    (one) => one.organisation === who.organisation && one.capabilities.has('cases.supervise'),
  ).length
  await asProgram(tx)
  const houses = await ownHouses(tx, doors, { tenant, organisation: who.organisation ?? '', ...lastNinetyDays(todayAt(now)) })
  const told = figuresOf({ cases: wholes, tallies, setting, nights, houses, supervisors })
  const carried = caseloads(
    wholes.flatMap(({ file }) => {
      const rated = RiskLevel.options.find((level) => level === file.ratings.at(-1)?.level) ?? null
      return file.standing.at === null ? [] : [{ owner: file.owner, state: file.standing.at, level: rated }]
    }),
    rules.caseload,
  )
  return accepted({
    figures: [...told.figures],
    tables: [...told.tables],
    caseloads: carried.of.map((one) => ({ ...one, worker: asId('account', one.worker) })),
    ...{
      ofNobody: carried.ofNobody,
      quarter: null,
      mostForAWorker: rules.caseload.most,
      mostMark: rules.caseload.evidence,
      least: inside.least,
      asOf: now,
    },
  })
}
