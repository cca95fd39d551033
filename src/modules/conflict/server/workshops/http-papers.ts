/* The papers of a frozen version (report on A4, map on A3) and its comparison with the round before. They name sites and actors, so they are for the cleared. */
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { numberInUrl, parse, record, whole } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, readRoute } from '../../../../platform/http/build-route.ts'
import type { Html } from '../../../../platform/http/html.ts'
import { type Incoming, type Reply, type Route, can } from '../../../../platform/http/route.ts'
import { WorkshopId } from '../../contract-ids.ts'
import { RoundComparison, type FrozenShown, type WorkshopContent } from '../../contract-workshops.ts'
import { type HallRound, compareRounds } from '../../domain/workshops/rounds.ts'
import type { RoundChange } from '../../domain/sheets/diff.ts'
import { workshopMap } from '../../page/workshop-map.ts'
import { type PaperWords, type WorkshopPaper, paperWords, placeName } from '../../page/workshop-page.ts'
import { workshopReport } from '../../page/workshop-report.ts'
import { type WorkshopDoors, readKept, showFrozen, zoneText } from './read-workshops.ts'

const params = record({ workshop: WorkshopId, version: numberInUrl() })
const CLEARED = can('conflict.read-exact')
const at = '/workshops/:workshop/versions/:version'

export function paperRoutes(doors: WorkshopDoors): readonly Route[] {
  const paperRoute = (paper: 'report' | 'map', summary: string, page: (paper: WorkshopPaper, words: PaperWords) => Html): Route =>
    rawRoute({
      ...{ method: 'GET', path: `/conflict${at}/${paper}`, summary, allow: CLEARED, schemas: { params } },
      answer: (incoming) => print(doors, incoming, page),
    })
  return [
    paperRoute('report', 'The report of a workshop on A4, in French or English', workshopReport),
    paperRoute('map', 'The summary map of a workshop on A3', workshopMap),
    readRoute({
      ...{ path: `/api/conflict${at}/comparison`, summary: 'A frozen version beside the newest of the round before, place by place' },
      ...{ allow: CLEARED, params, answer: RoundComparison },
      read: async ({ tx, tenant, params: { workshop, version } }) => {
        const shown = isNumber(version) ? await showFrozen(tx, tenant, { workshop, version }) : null
        if (!shown) return refused('unknown-workshop')
        const paper = await paperOf(tx, doors, { tenant, shown })
        if (paper.rounds === null) return accepted({ with: null, lines: [] })
        const { title, round, frozen } = paper.rounds.with
        return accepted({
          with: { title, round, version: frozen.version, on: frozen.on },
          lines: paper.rounds.lines.map((line) => ({ ...line })),
        })
      },
    }),
  ]
}
const isNumber = (version: number): boolean => parse(whole().min(1).max(1_000_000), version).ok

async function print(
  doors: WorkshopDoors,
  { params: given, door, tenant, language }: Incoming,
  page: (paper: WorkshopPaper, words: PaperWords) => Html,
): Promise<Reply> {
  const asked = parse(params, given)
  if (!asked.ok) return badInput(asked.faults)
  const { workshop, version } = asked.value
  const paper = await door.read(async (tx) => {
    const shown = isNumber(version) ? await showFrozen(tx, tenant, { workshop, version }) : null
    return shown && paperOf(tx, doors, { tenant, shown })
  })
  if (!paper) return outcomeReply(refused('unknown-workshop'))
  return { status: 200, body: page(paper, paperWords(language)).html, contentType: 'text/html; charset=utf-8' }
}

async function paperOf(
  tx: Tx,
  doors: WorkshopDoors,
  { tenant, shown: { workshop, frozen, content } }: { readonly tenant: string; readonly shown: FrozenShown },
): Promise<WorkshopPaper> {
  const kept = await readKept(tx, tenant, workshop)
  const former = await formerOf(tx, tenant, content)
  const entries = [...content.entries, ...(former?.content.entries ?? [])]
  const ids = [...new Set(entries.flatMap((entry) => (entry.content.place.site === null ? [] : [entry.content.place.site])))]
  const sites = (await doors.sites.briefs(tx, ids, tenant)).map(({ id, name, position }) => ({ id, name, position }))
  const areas = await doors.places.listAreas(tx, 'territoire', tenant)
  const outlines = await doors.places.outlines(tx, 'territoire', tenant)
  const { zone, host } = await zoneText(tx, doors, { tenant, of: content.convened, host: kept?.wall.host ?? null })
  return {
    ...{ frozen, content, zone, host, sites },
    areas: areas
      .filter(({ code }) => content.convened.territoires.includes(code))
      .map(({ code, name }) => ({ code, name, polygons: outlines.get(code) ?? [] })),
    rounds: former && { with: former, lines: compareRounds(former.content, content).map((change) => lineOf(sites, change)) },
  }
}
const lineOf = (sites: WorkshopPaper['sites'], { verdict, before, after }: RoundChange<HallRound>) => ({
  place: placeName({ sites }, (after ?? before)?.content ?? nowhere),
  ...{ verdict, before: before?.content ?? null, after: after?.content ?? null },
})
const nowhere = { place: { site: null, provisionalName: null } } as const

async function formerOf(tx: Tx, tenant: string, { convened }: WorkshopContent) {
  const kept = convened.former === null ? null : await readKept(tx, tenant, convened.former)
  const frozen = kept?.versions.at(-1)
  const content = frozen && kept?.contents.get(frozen.version)
  return kept?.wall.convened && frozen && content
    ? { title: kept.wall.convened.title, round: kept.wall.convened.round, frozen, content }
    : null
}
