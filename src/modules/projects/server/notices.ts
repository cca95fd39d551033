/* What of projects waits for whom: values to verify or lock for who approves, reports late or due soon for who writes; of projects of one's own organisation. Numbers and paths, no titles. */
import { addDays, todayAt } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { NoticeSource, Waiting } from '../../notices/contract.ts'
import { actsIn } from '../domain/project.ts'
import { projectRules } from '../domain/rules.ts'
import { readProject, valuesOf } from './read-project.ts'
import { listProjects } from './store.ts'
import { listDrafts, listFrozen } from './store-reports.ts'

export const projectNotices: NoticeSource<Tx> = {
  name: 'projects',
  waiting: async (tx, { tenant, capabilities, organisation = null }, now) => {
    const [approves, writes] = [capabilities.has('projects.approve'), capabilities.has('projects.write')]
    if (!approves && !writes) return []
    const projects = (await listProjects(tx, tenant)).map(readProject).filter((one) => actsIn(one, organisation))
    const waiting = (kind: string, path: string, keys: readonly string[]): Waiting => ({
      kind,
      path,
      count: keys.length,
      keys: keys.slice(0, 500),
    })
    const found: Waiting[] = []
    if (approves) {
      const values = await valuesOf(
        tx,
        tenant,
        projects.map(({ id }) => id),
      )
      const open = [...values].flatMap(([indicator, state]) =>
        [...state].flatMap(([period, { status }]) => (status === 'locked' ? [] : [`${indicator}/${period}/${status}`])),
      )
      found.push(waiting('valuesToApprove', '/projects', open))
    }
    if (writes) {
      const until = addDays(todayAt(now), projectRules.soonDays.value)
      const drafts = await listDrafts(tx, tenant)
      const frozen = new Set((await listFrozen(tx, tenant)).map(({ report }) => report))
      const done = new Set(drafts.flatMap((one) => (frozen.has(one.id) ? [`${one.project}/${one.until}`] : [])))
      const due = projects.flatMap(({ id, plan }) =>
        plan.due.flatMap((one) => (one.dueOn <= until && !done.has(`${id}/${one.until}`) ? [`${id}/${one.dueOn}`] : [])),
      )
      found.push(waiting('donorReportsDue', '/donor-reports', due))
    }
    return found.filter((one) => one.count > 0)
  },
}
