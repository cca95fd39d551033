/* The routes of baseline reports: what a site can produce, as somebody counted it and somebody else validated it. */
import { accepted } from '../../../../kernel/outcome.ts'
import { listOf, maybe, record } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { SiteId } from '../../../sites/contract.ts'
import * as words from '../../contract-tags.ts'
import {
  type BaselineCommand,
  type BaselineContext,
  type BaselineEvent,
  type BaselineState,
  baselineDecider,
  baselineKinds,
} from '../../domain/tags/baseline.ts'
import type { CustodyDoors } from '../doors.ts'
import { sightOf } from '../lots/sight.ts'
import { type CareAsking, baselineFacts } from './care-facts.ts'
import { careExecutor } from './execute-care.ts'
import { findBaseline, listBaselines } from './store-baselines.ts'
import { sitesInSight } from './store-tag-sight.ts'
import { baselineAnswer, namesOf } from './tag-answers.ts'

export const baselineAggregate: Aggregate<BaselineState, BaselineCommand, BaselineEvent, BaselineContext> = {
  name: 'baseline',
  decider: baselineDecider,
  kinds: baselineKinds,
}
const params = record({ baseline: words.BaselineId })
const allow = can('custody.report-baseline')

async function facts(asking: CareAsking, baseline: string, about: { readonly state: BaselineState; readonly command: BaselineCommand }) {
  const row = await findBaseline(asking.tx, asking.tenant, baseline)
  const site = about.command.type === 'report-baseline' ? about.command.site : about.state?.site
  return baselineFacts(asking, { site, reportedBy: row?.reportedBy ?? null })
}

export function baselineRoutes(doors: CustodyDoors): readonly Route[] {
  const execute = careExecutor(doors, baselineAggregate, facts)
  return [
    readRoute({
      path: '/api/baselines',
      allow: can('custody.read'),
      summary: 'Baseline reports of the sites that you may see, newest observation first, at most 200; of one site with ?site=',
      query: record({ site: maybe(SiteId) }),
      answer: record({ baselines: listOf(words.BaselineSummary) }),
      read: async ({ tx, tenant, who, query: { site } }) => {
        const seen = await sitesInSight(tx, tenant, await sightOf(tx, { tenant, doors }, who))
        const sites = site === undefined ? seen : seen === null || seen.includes(site) ? [site] : []
        const rows = await listBaselines(tx, tenant, sites)
        const names = await namesOf(tx, { tenant, doors }, { sites: rows.map((row) => row.site) })
        return accepted({ baselines: rows.map((row) => baselineAnswer(row, names)) })
      },
    }),
    writeRoute({
      path: '/api/baselines',
      allow,
      summary: 'What a body counted at a site: miners, workings, kilograms a day and a month by mineral',
      body: words.ReportBaseline,
      write: ({ data, ...asked }) => execute(asked, asked.envelope.id, { type: 'report-baseline', ...data }),
    }),
    writeRoute({
      path: '/api/baselines/:baseline/validations',
      allow,
      summary: 'Somebody else validates a baseline report; from then on it is the measure',
      params,
      body: words.ValidateBaseline,
      write: ({ data: _, ...asked }) => execute(asked, asked.params.baseline, { type: 'validate-baseline' }),
    }),
    writeRoute({
      path: '/api/baselines/:baseline/rejections',
      allow,
      summary: 'Somebody else rejects a baseline report, with a reason',
      params,
      body: words.RejectBaseline,
      write: ({ data, ...asked }) => execute(asked, asked.params.baseline, { type: 'reject-baseline', ...data }),
    }),
  ]
}
