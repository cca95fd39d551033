/* The national queue, oldest first, and the course of one dossier. Exporters see their own alone, with the place that each has among all. */
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { record } from '../../../../kernel/schema.ts'
import { readRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { DossierCourse, DossierQueue, QueueQuery } from '../../contract-dossier.ts'
import { DossierId } from '../../contract.ts'
import { certificateRulebook } from '../../domain/rulebook.ts'
import { seenBy, summaryOfDossier } from '../answers.ts'
import { exporterFilter, maySee } from '../http-reads.ts'
import { findDossier } from '../store.ts'
import { courseOf, overdueBefore, statesOf, waitOf } from './course-answer.ts'
import { type QueueCount, countQueue, listQueue } from './store-course.ts'

const PAGE = 100

export const queueRoutes = (): readonly Route[] => [
  readRoute({
    path: '/api/dossier-queue',
    allow: can('certificates.read'),
    summary: 'Dossiers that wait, the oldest first, with their age and their place; by turn, province and mineral; exporters see their own',
    query: QueueQuery,
    answer: DossierQueue,
    read: async ({ tx, tenant, who, now, query }) => {
      const before = overdueBefore(now)
      const exporter = exporterFilter(who)
      const rows = await listQueue(tx, tenant, {
        ...{ exporter, states: statesOf(query.turn), province: query.province ?? null, mineral: query.mineral ?? null },
        ...{ before: query.overdue === undefined ? null : before, after: query.after ?? null, limit: PAGE + 1 },
      })
      const entries = rows.slice(0, PAGE).flatMap((row) => {
        const wait = waitOf(row, now)
        if (wait === null) return []
        const dossier = summaryOfDossier(row)
        return [{ dossier, state: dossier.state, version: row.version, provinces: [...row.provinces], wait }]
      })
      const counted = await countQueue(tx, tenant, { exporter, before })
      return accepted({
        entries,
        next: rows.length > PAGE ? (entries.at(-1)?.dossier.id ?? null) : null,
        ...{ counts: countsOf(counted), provinces: provincesOf(counted), given: certificateRulebook.values.deskDays.value },
      })
    },
  }),
  readRoute({
    path: '/api/dossiers/:dossier/course',
    allow: can('certificates.read'),
    summary: 'Who did what with a dossier and when, by function; its versions beside each other; whose turn it is',
    params: record({ dossier: DossierId }),
    answer: DossierCourse,
    read: async ({ tx, tenant, who, now, params }) => {
      const row = await findDossier(tx, tenant, params.dossier)
      if (row === null || !maySee(who, row)) return refused('unknown-dossier')
      return accepted(await courseOf({ tx, tenant, account: who.account, now, seen: (checks) => seenBy(who, checks) }, row))
    },
  }),
]

function countsOf(rows: readonly QueueCount[]) {
  const all = rows.filter((row) => row.province === null)
  const of = (state: string): number => all.find((row) => row.state === state)?.waiting ?? 0
  const overdue = all.reduce((sum, row) => sum + row.overdue, 0)
  return { verifier: of('open'), validator: of('recommended'), exporter: of('revision-requested') + of('refused'), overdue }
}
function provincesOf(rows: readonly QueueCount[]): { readonly code: string; readonly waiting: number }[] {
  const byCode = Map.groupBy(
    rows.filter((row) => row.province !== null),
    (row) => row.province ?? '',
  )
  return [...byCode]
    .map(([code, of]) => ({ code, waiting: of.reduce((sum, row) => sum + row.waiting, 0) }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .slice(0, 100)
}
