/* Routes that read. An incident out of sight answers like one that does not exist. */
import { quarterEnds, todayAt } from '../../../kernel/calendar.ts'
import { quarterOf } from '../../../kernel/disclosure/place-and-time.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { listOf, mustParse, orNull, parse, record, text } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, readRoute, rawRoute } from '../../../platform/http/build-route.ts'
import { fileReply } from '../../../platform/http/file-reply.ts'
import { type Route, anyone, can, signedIn } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { DocumentRef } from '../../documents/contract.ts'
import { IncidentId } from '../contract.ts'
import * as words from '../contract-report.ts'
import { ResponsesShown, daysToVerify, responsesByQuarter } from '../domain/responses.ts'
import { incidentRules, isIncidentRule, ruleShown } from '../domain/rulebook.ts'
import { type Reading, actionsShown, incidentDetail, namesOf, outcomesShown, rulesOf, summaries } from './answers.ts'
import type { IncidentDoors } from './doors.ts'
import { sightOf } from './sight.ts'
import { findByNumber, findIncident, listActions, listIncidents, listResponses } from './store-reads.ts'

const PAGE = 100
const params = record({ incident: IncidentId })
const photoParams = record({ incident: IncidentId, sha256: text(64) })

async function readingOf(
  tx: Tx,
  doors: IncidentDoors,
  asked: { readonly tenant: string; readonly who: Who; readonly now: string },
): Promise<Reading> {
  const { tenant, who, now } = asked
  const { organisation, capabilities, territory } = who
  return {
    tenant,
    doors,
    now,
    account: who.account,
    watcher: { tenant, organisation, capabilities, territory },
    sight: await sightOf(tx, { tenant, doors }, who),
  }
}

export const readRoutes = (doors: IncidentDoors): readonly Route[] => [
  ...listRoutes(doors),
  ...fileRoutes(doors),
  readRoute({
    path: '/api/outcomes',
    allow: anyone,
    summary: 'What became of reports: month, area no finer than allowed, category, what was decided; newest first',
    answer: record({ outcomes: listOf(words.PublishedOutcome) }),
    read: async ({ tx, tenant }) => accepted({ outcomes: await outcomesShown(tx, { tenant, doors }) }),
  }),
  readRoute({
    path: '/api/incident-rules',
    allow: can('incidents.read'),
    summary: 'Numbers that decide when an incident is late and when its outcome may be told, with their marks',
    answer: record({ rules: listOf(words.IncidentRuleShown) }),
    read: async ({ tx, tenant }) => {
      const rules = await rulesOf(tx, tenant)
      return accepted({
        rules: Object.keys(incidentRules)
          .filter(isIncidentRule)
          .map((rule) => {
            const { value: byDefault, unit, evidence, source } = ruleShown(rule)
            return { rule, value: rules[rule], byDefault, unit, evidence, source }
          }),
      })
    },
  }),
]

function listRoutes(doors: IncidentDoors): readonly Route[] {
  return [
    readRoute({
      path: '/api/incidents',
      allow: can('incidents.read'),
      summary:
        'Incidents as far as you may see them, newest first, 100 a page; `state` open, over or one of them; `late=yes`: a clock ran out',
      query: words.IncidentListQuery,
      answer: record({ incidents: listOf(words.IncidentSummary), next: orNull(IncidentId) }),
      read: async ({ tx, tenant, who, query, now }) => {
        const reading = await readingOf(tx, doors, { tenant, who, now })
        const { late, ...filter } = query
        const isWanted = (one: words.IncidentSummary): boolean => late !== 'yes' || one.clocks.some((clock) => clock.overdue)
        const incidents: words.IncidentSummary[] = []
        // What is late follows from the rules and not from a column: page by page, until one is full of what was asked for.
        for (let before: string | undefined = filter.before; ;) {
          const rows = await listIncidents(tx, tenant, { ...filter, before, sight: reading.sight }, PAGE)
          for (const one of await summaries(tx, reading, rows)) {
            if (!isWanted(one)) continue
            if (incidents.length === PAGE) return accepted({ incidents, next: incidents.at(-1)?.id ?? null })
            incidents.push(one)
          }
          before = rows.at(-1)?.id
          if (rows.length < PAGE || before === undefined) return accepted({ incidents, next: null })
        }
      },
    }),
    readRoute({
      path: '/api/incidents/responses',
      allow: can('incidents.read'),
      summary: 'Incidents that you may see by the quarter of their opening: verified in time, late, or not yet; the last eight quarters',
      answer: ResponsesShown,
      read: async ({ tx, tenant, who, now }) => {
        const today = todayAt(now)
        const quarters = quarterEnds(today, 7).map(quarterOf)
        const rules = await rulesOf(tx, tenant)
        const sight = await sightOf(tx, { tenant, doors }, who)
        const opened = await listResponses(tx, tenant, { sight, since: `${quarterEnds(today, 8)[0] ?? today}` })
        return accepted({ quarters: responsesByQuarter(opened, { quarters, rules, today }), days: [...daysToVerify(rules)], asOf: today })
      },
    }),
    readRoute({
      path: '/api/incident-actions',
      allow: signedIn,
      summary: 'Open actions that your body owns; of the incident nothing but its number',
      answer: record({ actions: listOf(words.IncidentAction) }),
      read: async ({ tx, tenant, who, now }) => {
        if (who.organisation === null) return accepted({ actions: [] })
        const rows = await listActions(tx, tenant, { owner: who.organisation })
        return accepted({ actions: await actionsShown(tx, await readingOf(tx, doors, { tenant, who, now }), rows) })
      },
    }),
  ]
}

/** Lots of the file's own site by number, whose they are only in custody's sight; anywhere else only lots in that sight. */
async function proposed(
  tx: Tx,
  reading: Reading,
  { what, value, from, until, isOwnSite }: words.ProposeQuery & { readonly value: string; readonly isOwnSite: boolean },
): Promise<words.ProposedLots> {
  const { tenant, doors, watcher } = reading
  const found = await doors.holds.around(tx, tenant, { what, value, from, until, most: 201, who: isOwnSite ? null : watcher })
  const shown = found.slice(0, 200)
  const seen = await doors.holds.seen(
    tx,
    watcher,
    shown.map((one) => one.lot),
  )
  const holderOf = (one: (typeof shown)[number]) => (seen.includes(one.lot) ? one.holder : null)
  const nameOf = await namesOf(tx, reading, shown.map(holderOf))
  const lots = shown.map((one) => {
    const { lot, number, state, formedOn } = one
    return { lot, number, state, formedOn, holderName: nameOf(holderOf(one)) }
  })
  return { lots, shortened: found.length > 200 }
}

function fileRoutes(doors: IncidentDoors): readonly Route[] {
  return [
    readRoute({
      path: '/api/incidents/:incident',
      allow: can('incidents.read'),
      summary:
        'One incident, by its id or by the number that people quote: report, verification, lots, actions, steps, clocks; to a body named in it nothing, or that it exists',
      params: record({ incident: text(60) }),
      answer: words.IncidentDetail,
      read: async ({ tx, tenant, who, params: { incident: quoted }, now }) => {
        const reading = await readingOf(tx, doors, { tenant, who, now })
        const byId = parse(IncidentId, quoted)
        const incident = byId.ok ? byId.value : await findByNumber(tx, tenant, { number: quoted, sight: reading.sight })
        const detail = incident === null ? null : await incidentDetail(tx, reading, incident)
        return detail ? accepted(detail) : refused('unknown-incident')
      },
    }),
    readRoute({
      path: '/api/incidents/:incident/proposed-lots',
      allow: can('incidents.handle'),
      summary: 'Lots that could be concerned: of the site, or that touched the place, road or organisation in the period; at most 200',
      params,
      query: words.ProposeQuery,
      answer: words.ProposedLots,
      read: async ({ tx, tenant, who, params: { incident }, query, now }) => {
        const reading = await readingOf(tx, doors, { tenant, who, now })
        const row = await findIncident(tx, tenant, incident, reading.sight)
        if (!row || row.party) return refused('unknown-incident')
        const value = query.value ?? (query.what === 'site' ? row.site : row.placeName)
        if (value === null || (query.what !== 'place' && query.what !== 'road' && !parse(IncidentId, value).ok))
          return accepted({ lots: [], shortened: false })
        return accepted(await proposed(tx, reading, { ...query, value, isOwnSite: query.what === 'site' && value === row.site }))
      },
    }),
    rawRoute({
      method: 'GET',
      path: '/api/incidents/:incident/photos/:sha256',
      allow: can('incidents.read'),
      summary: 'A photograph of an incident that you see in full',
      schemas: { params: photoParams },
      answer: async (incoming) => {
        const asked = parse(photoParams, incoming.params)
        if (!asked.ok) return badInput(asked.faults)
        const { tenant, who, now } = incoming
        const found = await incoming.door.read(async (tx) => {
          const { sight } = await readingOf(tx, doors, { tenant, who, now })
          const row = await findIncident(tx, tenant, asked.value.incident, sight)
          const photos =
            row && !row.party
              ? [row, ...(await listActions(tx, tenant, { incident: row.id }))].flatMap((one) => mustParse(listOf(DocumentRef), one.photos))
              : []
          return photos.some((one) => one.sha256 === asked.value.sha256) ? doors.documents.content(tx, tenant, asked.value.sha256) : null
        })
        return found === null ? outcomeReply(refused('unknown-incident')) : fileReply(found, 'photo')
      },
    }),
  ]
}
