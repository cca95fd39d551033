/*
The routes of boxes with three padlocks: key holders, quota, counts, tags taken out for an agent and a day. A box is named by its
site. Reading shows accounts of agents as identifiers, never as names.
*/
import { addDays, todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, type Schema, calendarDate, listOf, maybe, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Allow, type Route, can } from '../../../../platform/http/route.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { SiteId } from '../../../sites/contract.ts'
import * as words from '../../contract-tags.ts'
import {
  type LockboxCommand,
  type LockboxContext,
  type LockboxEvent,
  type LockboxState,
  lockboxDecider,
  lockboxKinds,
} from '../../domain/tags/lockbox.ts'
import { tagFactors } from '../../domain/tags/proposal.ts'
import type { CustodyDoors } from '../doors.ts'
import { sightOf } from '../lots/sight.ts'
import { lockboxFacts, proposalFor } from './care-facts.ts'
import { careExecutor } from './execute-care.ts'
import { listBaselines } from './store-baselines.ts'
import { findLockbox, listActivations, listCounts, listLockboxes, listUsesByDay } from './store-lockboxes.ts'
import { countTagsOfSites, listParts } from './store-parts.ts'
import { sitesInSight } from './store-tag-sight.ts'
import { type Home, activationAnswer, baselineAnswer, daysOfCounts, lockboxAnswer, namesOf, partAnswer, tagDays } from './tag-answers.ts'

export const lockboxAggregate: Aggregate<LockboxState, LockboxCommand, LockboxEvent, LockboxContext> = {
  name: 'tag-lockbox',
  decider: lockboxDecider,
  kinds: lockboxKinds,
}
/** So far back a box is shown. */
const DAYS_SHOWN = 60
const params = record({ site: SiteId })
const [read, hold, allocate] = [can('custody.read'), can('custody.hold-tags'), can('custody.allocate-tags')]

export const lockboxRoutes = (doors: CustodyDoors): readonly Route[] => [...reads(doors), ...acts(doors)]

/** Boxes in sight: those that somebody set up, and the sites that have tags. */
async function listBoxes(tx: Tx, home: Home, asked: { readonly sites: readonly string[] | null; readonly today: string }) {
  const { tenant } = home
  const boxes = new Map((await listLockboxes(tx, tenant, asked.sites)).map((box) => [box.site, box]))
  const tags = new Map((await countTagsOfSites(tx, tenant, asked.sites)).map((one) => [one.site, one]))
  const from = addDays(asked.today, -DAYS_SHOWN)
  const days = daysOfCounts(await listCounts(tx, tenant, { sites: asked.sites, from, to: addDays(asked.today, 1) }))
  const last = new Map<string, (typeof days)[number]>(days.map((one) => [one.site, one]))
  const sites = [...new Set([...boxes.keys(), ...tags.keys()])]
  const organisations = [...boxes.values()].flatMap((box) => [box.saemape, box.cooperative, box.concessionOwner])
  const names = await namesOf(tx, home, { sites, organisations })
  return sites.map((site) =>
    lockboxAnswer(site, { box: boxes.get(site) ?? null, tags: tags.get(site) ?? null, last: last.get(site) ?? null }, names),
  )
}

function reads(doors: CustodyDoors): readonly Route[] {
  return [
    readRoute({
      path: '/api/tag-lockboxes',
      allow: read,
      summary: 'Boxes of the sites that you may see: key holders, tags given, used, declared and left, the last count',
      answer: record({ lockboxes: listOf(words.LockboxSummary) }),
      read: async ({ tx, tenant, who, now }) => {
        const sites = await sitesInSight(tx, tenant, await sightOf(tx, { tenant, doors }, who))
        return accepted({ lockboxes: await listBoxes(tx, { tenant, doors }, { sites, today: todayAt(now) }) })
      },
    }),
    readRoute({
      path: '/api/tag-lockboxes/:site',
      allow: read,
      summary: 'One box: its parts of batches, the counts of 60 days with their differences, activations, baseline reports, the proposal',
      params,
      answer: words.LockboxDetail,
      read: async ({ tx, tenant, who, now, params: { site } }) => {
        const sites = await sitesInSight(tx, tenant, await sightOf(tx, { tenant, doors }, who))
        const [brief] = await doors.sites.briefs(tx, [site], tenant)
        if (!brief || (sites !== null && !sites.includes(site))) return refused('unknown-site', { site })
        return accepted(await boxDetail(tx, { tenant, doors }, { site, now, account: who.account }))
      },
    }),
    readRoute({
      path: '/api/tag-activations',
      allow: read,
      summary: 'Tags taken out of the boxes for a day: ?day=, today without it',
      query: record({ day: maybe(calendarDate()) }),
      answer: record({ day: calendarDate(), activations: listOf(words.TagActivation) }),
      read: async ({ tx, tenant, who, now, query }) => {
        const sites = await sitesInSight(tx, tenant, await sightOf(tx, { tenant, doors }, who))
        const day = query.day ?? todayAt(now)
        const rows = await listActivations(tx, tenant, { sites, day })
        const names = await namesOf(tx, { tenant, doors }, { sites: rows.map((row) => row.site) })
        return accepted({ day, activations: rows.map((row) => activationAnswer(row, names, who.account)) })
      },
    }),
  ]
}

async function boxDetail(tx: Tx, home: Home, asked: { readonly site: SiteId; readonly now: string; readonly account: string }) {
  const { tenant } = home
  const { site, now, account } = asked
  const today = todayAt(now)
  const from = addDays(today, -DAYS_SHOWN)
  const box = await findLockbox(tx, tenant, site)
  const [tags] = await countTagsOfSites(tx, tenant, [site])
  const days = daysOfCounts(await listCounts(tx, tenant, { sites: [site], from, to: addDays(today, 1) }))
  const names = await namesOf(tx, home, {
    ...{ sites: [site], organisations: [box?.saemape ?? null, box?.cooperative ?? null, box?.concessionOwner ?? null] },
  })
  const active = await listActivations(tx, tenant, { sites: [site], day: null })
  return {
    lockbox: lockboxAnswer(site, { box, tags: tags ?? null, last: days.at(-1) ?? null }, names),
    parts: (await listParts(tx, tenant, { site })).map((one) => partAnswer(one, names)),
    days: [...tagDays(days, await listUsesByDay(tx, tenant, { site, from }))],
    activations: active.map((one) => activationAnswer(one, names, account)),
    baselines: (await listBaselines(tx, tenant, [site])).map((one) => baselineAnswer(one, names)),
    proposal: await proposalFor(tx, home, { site, monthsCover: tagFactors.monthsCover.value, asOf: today, knownAt: now }),
  }
}

interface Act<Body extends Schema<unknown>> {
  readonly thing: string
  readonly allow: Allow
  readonly summary: string
  readonly body: Body
  readonly command: (data: Infer<Body>) => LockboxCommand
}
function acts(doors: CustodyDoors): readonly Route[] {
  const execute = careExecutor(doors, lockboxAggregate, (asking, site, { command }) => lockboxFacts(asking, site, command))
  const act = <Body extends Schema<unknown>>({ thing, command, ...rest }: Act<Body>): Route =>
    writeRoute({
      ...rest,
      path: `/api/tag-lockboxes/:site/${thing}`,
      params,
      write: ({ data, ...asked }) => execute(asked, asked.params.site, command(data)),
    })
  return [
    act({
      ...{ thing: 'key-holders', allow: allocate, summary: 'Names the three organisations that hold the keys', body: words.SetKeyHolders },
      command: (data) => ({ type: 'name-key-holders', ...data }),
    }),
    act({
      ...{
        thing: 'quotas',
        allow: allocate,
        summary: 'The most tags that a site may be given, by an inspection or a baseline',
        body: words.SetTagQuota,
      },
      command: (data) => ({ type: 'set-quota', ...data }),
    }),
    act({
      ...{
        thing: 'counts',
        allow: hold,
        summary: 'A count of the box; kept as said, the last word of a day counts',
        body: words.CountTags,
      },
      command: (data) => ({ type: 'count-tags', ...data }),
    }),
    act({
      ...{ thing: 'activations', allow: hold, summary: 'Takes numbers out of the box for one agent and one day', body: words.ActivateTags },
      command: (data) => ({ type: 'activate-tags', ...data }),
    }),
  ]
}
