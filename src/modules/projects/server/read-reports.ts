/* Reports to donors as they are answered: the list with what is due, one with its gaps, a frozen one from its text, two beside each other. */
import { createHash } from 'node:crypto'
import { addDays, todayAt } from '../../../kernel/calendar.ts'
import { mustParse } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import { ProjectId } from '../contract.ts'
import {
  type CalendarLine,
  type Comparison,
  type DonorReportAnswer,
  DonorReportDocument,
  DonorReportId,
  type DonorReportLine,
  type DonorReportList,
  type FrozenAnswer,
  type FrozenLine,
} from '../contract-reports.ts'
import { compareReports } from '../domain/compare.ts'
import { actsIn } from '../domain/project.ts'
import { fillReport, gapsOf } from '../domain/report.ts'
import { projectRules } from '../domain/rules.ts'
import { type KnownProject, findKnown, readProject, valuesOf, spentIn } from './read-project.ts'
import { listProjects } from './store.ts'
import * as store from './store-reports.ts'

export interface Asking {
  readonly tenant: string
  readonly who: Who
  readonly now: string
}
export const frozenLine = ({ number, report, project, ...row }: store.FrozenRow): FrozenLine => ({
  ...{ number, report: mustParse(DonorReportId, report), project: mustParse(ProjectId, project) },
  ...row,
})
const titled = ({ id, opened }: KnownProject) => ({
  project: mustParse(ProjectId, id),
  projectCode: opened.code,
  projectTitle: opened.title,
})

export async function listFor(tx: Tx, { tenant, who, now }: Asking): Promise<DonorReportList> {
  const today = todayAt(now)
  const projects = (await listProjects(tx, tenant)).map(readProject)
  const drafts = await store.listDrafts(tx, tenant)
  const frozen = (await store.listFrozen(tx, tenant)).map(frozenLine)
  const reads = who.capabilities.has('projects.read')
  const lines = drafts.flatMap((draft) => {
    const project = projects.find(({ id }) => id === draft.project)
    const line = project === undefined ? null : lineOf(draft, project, frozen)
    return line === null || (!reads && line.frozen.length === 0) ? [] : [line]
  })
  const calendar = projects.flatMap((project) =>
    project.plan.due.map(({ from, until, dueOn }): CalendarLine => {
      const report = lines.find((one) => one.project === project.id && one.from === from && one.until === until)
      const number = report?.frozen.at(-1)?.number ?? null
      const soon = dueOn <= addDays(today, projectRules.soonDays.value)
      const state = number !== null ? 'frozen' : dueOn < today ? 'late' : soon ? 'soon' : 'ahead'
      const begin = who.capabilities.has('projects.write') && actsIn(project, who.organisation)
      return { ...titled(project), from, until, dueOn, report: report?.id ?? null, frozen: number, state, mayBegin: begin }
    }),
  )
  return {
    reports: lines,
    calendar: calendar.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    mayWrite: who.capabilities.has('projects.write'),
  }
}
function lineOf(draft: store.DraftRow, project: KnownProject, frozen: readonly FrozenLine[]): DonorReportLine {
  const due = project.plan.due.find((one) => one.from === draft.from && one.until === draft.until)
  return {
    ...{ id: mustParse(DonorReportId, draft.id), ...titled(project), from: draft.from, until: draft.until, dueOn: due?.dueOn ?? null },
    frozen: frozen.filter(({ report }) => report === draft.id),
  }
}

export interface Filled {
  readonly draft: store.DraftRow
  readonly project: KnownProject
  readonly texts: readonly store.TextRow[]
  readonly document: DonorReportDocument
}
/** The report as locked values, plan and texts fill it now. */
export async function filled(
  tx: Tx,
  tenant: string,
  { report, today }: { readonly report: string; readonly today: string },
): Promise<Filled | null> {
  const draft = await store.findDraft(tx, tenant, report)
  const project = draft === null ? null : await findKnown(tx, tenant, draft.project)
  if (draft === null || project === null) return null
  const texts = await store.listTexts(tx, tenant, report)
  const document = fillReport({
    ...{ from: draft.from, until: draft.until, today },
    project: { ...project, id: mustParse(ProjectId, project.id) },
    values: await valuesOf(tx, tenant, [project.id]),
    texts: new Map(texts.map(({ section, text }) => [section, text])),
    spent: await spentIn(tx, tenant, project),
  })
  return { draft, project, texts, document }
}
export async function answerFor(tx: Tx, { tenant, who, now }: Asking, report: string): Promise<DonorReportAnswer | null> {
  const found = await filled(tx, tenant, { report, today: todayAt(now) })
  if (found === null) return null
  const { draft, project, texts, document } = found
  const line = lineOf(draft, project, (await store.listFrozen(tx, tenant)).map(frozenLine))
  const reads = who.capabilities.has('projects.read')
  if (!reads && line.frozen.length === 0) return null
  const newest = new Map(texts.map((one) => [one.section, one]))
  return {
    ...{ report: line, draft: reads ? document : null, gaps: reads ? [...gapsOf(document)] : [] },
    texts: reads
      ? [...newest.values()].map(({ section, version, text, writtenAt, account }) => ({
          section,
          version,
          text,
          writtenAt,
          mine: account === who.account,
        }))
      : [],
    mayWrite: who.capabilities.has('projects.write') && actsIn(project, who.organisation),
    mayFreeze: who.capabilities.has('projects.approve') && actsIn(project, who.organisation),
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
export interface Reopened extends FrozenAnswer {
  readonly content: string
}
/** Read again from its own text, which is hashed anew. */
export async function reopened(tx: Tx, tenant: string, number: string): Promise<Reopened | null> {
  const row = await store.findFrozen(tx, tenant, number)
  if (row === null) return null
  const content = await store.findContent(tx, tenant, row.sha256)
  if (content === null) throw new Error('a frozen report without its text')
  const later = (await store.listFrozen(tx, tenant)).find(({ supersedes }) => supersedes === number)
  return {
    ...{ line: frozenLine(row), document: mustParse(DonorReportDocument, JSON.parse(content)), content },
    ...{ supersededBy: later?.number ?? null, isWhole: hashOf(content) === row.sha256 },
  }
}
export async function compared(
  tx: Tx,
  tenant: string,
  numbers: { readonly before: string; readonly after: string },
): Promise<Comparison | null> {
  const before = await reopened(tx, tenant, numbers.before)
  const after = await reopened(tx, tenant, numbers.after)
  if (before === null || after === null || before.line.project !== after.line.project) return null
  return { before: before.line, after: after.line, ...compareReports(before.document, after.document) }
}
