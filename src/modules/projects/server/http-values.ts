/* Values of indicators over HTTP: the table, drafting from the record or by hand, verifying, returning, locking, restating; what is wrong with the data. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { todayAt } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { mustParse, record } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../platform/log/receipt.ts'
import { IndicatorId, ProjectId } from '../contract.ts'
import { DraftValue, OfPeriod, QualityAnswer, RestateValue, ReturnValue, ValueTable } from '../contract-values.ts'
import { periodOf } from '../domain/periods.ts'
import { actsIn } from '../domain/project.ts'
import { LEAST } from '../domain/tell.ts'
import { type IndicatorValues, type ValueCommand, type ValueContext, valueDecider } from '../domain/value.ts'
import { type ValueEvent, valueKinds } from '../domain/value-events.ts'
import { answerOfValue } from './answers.ts'
import type { ProjectHouse } from './house.ts'
import { begun, projectParams, readers } from './http-projects.ts'
import { makeDraft, makeRestatement, movedByFew } from './make-value.ts'
import { qualityOf } from './read-quality.ts'
import { findKnown, readProject, valuesOf } from './read-project.ts'
import * as store from './store.ts'

export const valueAggregate: Aggregate<IndicatorValues, ValueCommand, ValueEvent, ValueContext> = {
  ...{ name: 'indicator', decider: valueDecider, kinds: valueKinds },
}
const params = record({ indicator: IndicatorId })

export const valueRoutes = (house: ProjectHouse): readonly Route[] => [...reads(house), ...writes(runWith(house))]

const reads = (house: ProjectHouse): readonly Route[] => [
  readRoute({
    path: '/api/projects/:project/values',
    allow: readers,
    summary: 'The values of all indicators by quarter; who pays and committees read locked ones alone; of persons only what may be told',
    params: projectParams,
    answer: ValueTable,
    read: async ({ tx, tenant, who, params: { project }, now }) => {
      const found = await findKnown(tx, tenant, project)
      if (found === null) return refused('unknown-project')
      const lockedOnly = !who.capabilities.has('projects.read')
      const values = await valuesOf(tx, tenant, [project])
      const rows = found.plan.indicators.map(({ id, code, statement }) => ({
        ...{ indicator: id, code, statement },
        values: [...(values.get(id)?.values() ?? [])]
          .filter(({ status }) => !lockedOnly || status === 'locked')
          .map((one) => answerOfValue(id, one, { account: who.account, lockedOnly })),
      }))
      const periods = begun(found, todayAt(now))
      return accepted({ project: mustParse(ProjectId, project), periods, rows, lockedOnly, least: LEAST })
    },
  }),
  readRoute({
    path: '/api/projects/:project/quality',
    allow: can('projects.read'),
    summary: 'What came late, what is missing, what contradicts itself, and who has to act',
    params: projectParams,
    answer: QualityAnswer,
    read: async ({ tx, tenant, params: { project }, now }) => {
      const found = await findKnown(tx, tenant, project)
      return found === null ? refused('unknown-project') : accepted(await qualityOf(house, tx, { tenant, found, now }))
    },
  }),
]

interface Sent {
  readonly door: Pick<Door, 'execute'>
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
type Given = { readonly draft?: DraftValue; readonly restate?: RestateValue }
type RunValue = ReturnType<typeof runWith>
const runWith =
  (house: ProjectHouse) =>
  (
    { door, who, tenant, envelope }: Sent,
    { indicator, given = {} }: { readonly indicator: string; readonly given?: Given },
    command: ValueCommand,
  ) =>
    door.execute({
      ...{ aggregate: valueAggregate, subject: indicator, command, envelope, who },
      context: async (tx, state, { now }) => ({
        ...{ now, today: todayAt(now), account: who.account },
        ...(await factsFor(house, tx, { tenant, now, organisation: who.organisation, indicator, state, command, given })),
      }),
    })

interface Deciding {
  readonly tenant: string
  readonly now: string
  readonly organisation: string | null
  readonly indicator: string
  readonly state: IndicatorValues
  readonly command: ValueCommand
  readonly given: Given
}
async function factsFor(
  house: ProjectHouse,
  tx: Tx,
  asked: Deciding,
): Promise<Pick<ValueContext, 'project' | 'acts' | 'period' | 'made' | 'moved' | 'sha256'>> {
  const { tenant, now, indicator: id, state, command, given } = asked
  const nothing = { project: null, acts: false, period: null, made: null, moved: [], sha256: '' }
  const row = await store.projectOfIndicator(tx, tenant, id)
  if (row === null) return nothing
  const known = readProject(row)
  const indicator = known.plan.indicators.find((one) => one.id === id)
  const project = mustParse(ProjectId, known.id)
  const acts = actsIn(known, asked.organisation)
  const period = periodOf(command.period, known.opened)
  if (indicator === undefined || period === null || !acts) return { ...nothing, project, acts }
  const making = { tenant, now, project: known.opened, indicator, period, state }
  const value = state.get(command.period)
  // What may not be drafted is not asked for.
  const isOpen = value?.status === undefined || value.status === 'draft'
  const made =
    given.draft !== undefined && isOpen && period.until < todayAt(now)
      ? await makeDraft(house, tx, { making, given: given.draft })
      : given.restate === undefined
        ? null
        : await makeRestatement(house, tx, { making, given: given.restate })
  return {
    ...{ project, acts, period, made, moved: movedByFew(house, { indicator: id, value, made }) },
    sha256: value === undefined ? '' : createHash('sha256').update(canonicalJson(value.content)).digest('hex'),
  }
}

const writes = (run: RunValue): readonly Route[] => [
  writeRoute({
    ...{ path: '/api/indicators/:indicator/drafts', allow: can('projects.write'), params, body: DraftValue },
    summary: 'Drafts the value of a quarter that is over: asked of the record by a named, versioned measure, or typed in with its evidence',
    write: ({ params: { indicator }, data, ...sent }) =>
      run(sent, { indicator, given: { draft: data } }, { type: 'draft', period: data.period }),
  }),
  writeRoute({
    ...{ path: '/api/indicators/:indicator/verifications', allow: can('projects.approve'), params, body: OfPeriod },
    summary: 'Says that a value is right; nobody does so of what they wrote',
    write: ({ params: { indicator }, data, ...sent }) => run(sent, { indicator }, { type: 'verify', ...data }),
  }),
  writeRoute({
    ...{ path: '/api/indicators/:indicator/returns', allow: can('projects.approve'), params, body: ReturnValue },
    summary: 'Gives a value back to who wrote it, with the reason',
    write: ({ params: { indicator }, data, ...sent }) => run(sent, { indicator }, { type: 'return', ...data }),
  }),
  writeRoute({
    ...{ path: '/api/indicators/:indicator/locks', allow: can('projects.approve'), params, body: OfPeriod },
    summary: 'Locks a verified value with its hash; it never changes again, and what comes late is counted later',
    write: ({ params: { indicator }, data, ...sent }) => run(sent, { indicator }, { type: 'lock', ...data }),
  }),
  writeRoute({
    ...{ path: '/api/indicators/:indicator/restatement-proposals', allow: can('projects.write'), params, body: RestateValue },
    summary: 'Proposes what should stand in the place of a locked value, with reason and evidence',
    write: ({ params: { indicator }, data, ...sent }) => {
      const { period, reason, evidence } = data
      return run(sent, { indicator, given: { restate: data } }, { type: 'propose', period, reason, evidence })
    },
  }),
  writeRoute({
    ...{ path: '/api/indicators/:indicator/restatements', allow: can('projects.approve'), params, body: OfPeriod },
    summary: 'Accepts a restatement that somebody else proposed; the locked value stays beside it',
    write: ({ params: { indicator }, data, ...sent }) => run(sent, { indicator }, { type: 'restate', ...data }),
  }),
]
