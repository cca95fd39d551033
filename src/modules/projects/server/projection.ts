/* How what happens to projects and values becomes rows. */
import type { Schema } from '../../../kernel/schema.ts'
import { subjectId } from '../../../platform/log/event.ts'
import { type Projection, on } from '../../../platform/log/projection.ts'
import { DonorReportFrozen } from '../domain/frozen.ts'
import { HeadRevised, MoneySpent, PlanRevised, ProjectOpened, SpendingReversed } from '../domain/project.ts'
import { ValueDrafted, valueKinds } from '../domain/value-events.ts'
import { addAct, insertProject, insertSpending, reverseSpending, reviseHead, revisePlan } from './store.ts'
import { insertFrozen } from './store-reports.ts'

const EMPTY = { results: [], indicators: [], activities: [], budget: [], due: [] }
export const projectProjection: Projection = {
  name: 'projects',
  tables: ['project', 'project_plan_version', 'project_spending'],
  apply: {
    'project.opened.v1': on(ProjectOpened, (tx, { tenant, subject, payload: { by: _by, at, ...opened } }) =>
      insertProject(tx, tenant, { id: subjectId(subject), code: opened.code, opened, plan: EMPTY, revisedAt: at }),
    ),
    'project.plan-revised.v1': on(PlanRevised, (tx, { tenant, subject, payload: { version, plan, reason, at } }) =>
      revisePlan(tx, tenant, { id: subjectId(subject), version, plan, reason, at }),
    ),
    'project.head-revised.v1': on(HeadRevised, (tx, { tenant, subject, payload: { version, head, reason, at } }) =>
      reviseHead(tx, tenant, { id: subjectId(subject), head, entry: { version, reason, at } }),
    ),
    'project.spending-reversed.v1': on(SpendingReversed, (tx, { tenant, subject, payload: { number, reason, at } }) =>
      reverseSpending(tx, tenant, { id: subjectId(subject), entry: { number, reason, at } }),
    ),
    'project.spent.v1': on(MoneySpent, (tx, { tenant, subject, position, payload: { line, period, cents, evidence, at } }) =>
      insertSpending(tx, tenant, { project: subjectId(subject), position, line, period, cents, evidence, at }),
    ),
  },
}

const later = (kind: string, schema: Schema<unknown>) =>
  on(schema, (tx, { tenant, subject, payload }) =>
    addAct(tx, tenant, { indicator: subjectId(subject), project: null, act: { kind, payload } }),
  )
const { 'indicator.drafted.v1': _drafted, ...others } = valueKinds
export const valueProjection: Projection = {
  name: 'indicator-values',
  tables: ['indicator_value'],
  apply: {
    ...Object.fromEntries(Object.entries(others).map(([kind, schema]) => [kind, later(kind, schema)])),
    'indicator.drafted.v1': on(ValueDrafted, (tx, { tenant, subject, payload }) =>
      addAct(tx, tenant, { indicator: subjectId(subject), project: payload.project, act: { kind: 'indicator.drafted.v1', payload } }),
    ),
  },
}

export const donorReportProjection: Projection = {
  name: 'donor-reports',
  tables: ['frozen_donor_report'],
  apply: {
    'donor-report.frozen.v1': on(
      DonorReportFrozen,
      (tx, { tenant, subject, learnedAt, payload: { contentSha256: _content, by: _by, ...frozen } }) =>
        insertFrozen(tx, tenant, {
          ...{ ...frozen, report: subjectId(subject), at: learnedAt },
          ...{ supersedes: frozen.supersedes ?? null, correctionReason: frozen.correctionReason ?? null },
        }),
    ),
  },
}
