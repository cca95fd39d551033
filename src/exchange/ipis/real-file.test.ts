/*
The whole IPIS file, read as it is. The numbers were counted twice by other programs (a script in another language and the one
who gathered the data); a change here that moves one of them is wrong until the opposite is shown.
*/
import { createReadStream } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { sharedFile } from '../../../test/shared-data.ts'
import { addMonths } from '../../kernel/calendar.ts'
import { type Infer, type Schema, mustParse } from '../../kernel/schema.ts'
import { QualificationReported, SiteRegistered, SiteVisited, TraceabilityReported, observationKinds } from '../../modules/sites/contract.ts'
import { type ImportReport, importIpis } from './import-ipis.ts'
import type { ImportedObservation } from './row-to-observations.ts'
import { memoryDoor } from './typed-file.ts'

const path = sharedFile('data/ipis/cod_mines_curated_all_opendata_p_ipis.csv')
const door = memoryDoor()
let report: ImportReport

beforeAll(async () => {
  if (path === null) return
  const outcome = await importIpis({
    open: () => createReadStream(path),
    door,
    dryRun: false,
    today: '2024-02-29',
    corrections: [],
    elapsed: () => performance.now(),
  })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  report = outcome.value
})
const onRealFile = test.skipIf(path === null)

interface Told<Payload> {
  readonly site: string
  readonly payload: Payload
}
function told<S extends Schema<unknown>>(kind: string, schema: S): readonly Told<Infer<S>>[] {
  const all: readonly ImportedObservation[] = [...door.recorded.values()]
  return all.filter((one) => one.kind === kind).map((one) => ({ site: one.subject, payload: mustParse(schema, one.payload) }))
}
function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): { [key: string]: number } {
  const counts: { [key: string]: number } = {}
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1
  return counts
}
const isDesk = (one: Told<{ source: { project?: string | undefined } }>): boolean =>
  ['Qualification status', 'iTSCi status'].includes(one.payload.source.project ?? '')

onRealFile('6,955 visits of 3,409 sites, not one row rejected, not one spelling unknown', () => {
  expect(report).toMatchObject({
    visits: 6955,
    sites: 3409,
    rowsRejected: 0,
    alreadyKnown: 0,
    doublesInFile: 0,
    unknownSpellings: [],
    columnsAbsent: [],
  })
  expect(report.byClass).toEqual({ field: 5004, 'off-site': 589, 'desk-qualification': 868, 'desk-traceability': 494 })
})

onRealFile('every row is one visit or one desk observation, and what it states beside that', () => {
  expect(countBy([...door.recorded.values()], (one) => one.kind)).toEqual({
    'site.registered.v1': 3409,
    'site.visited.v1': 5593,
    'site.qualification-reported.v1': 934,
    'site.traceability-reported.v1': 1203,
  })
  expect(told(observationKinds.visited, SiteVisited).filter(isDesk)).toEqual([])
})

onRealFile('sites per province', () => {
  const counts = countBy(told(observationKinds.registered, SiteRegistered), (one) => one.payload.stated?.province ?? '')
  expect(counts).toEqual({
    'Sud-Kivu': 920,
    'Nord-Kivu': 787,
    Maniema: 488,
    Ituri: 473,
    Tanganyika: 211,
    Tshopo: 126,
    'Haut-Uele': 116,
    'Haut-Lomami': 97,
    'Haut-Katanga': 86,
    Lualaba: 78,
    'Kasaï-Oriental': 15,
    'Bas-Uele': 12,
  })
})

onRealFile('qualifications by colour, and 638 sites that were ever green', () => {
  const all = told(observationKinds.qualificationReported, QualificationReported)
  expect(countBy(all, (one) => one.payload.reported)).toEqual({ green: 748, yellow: 127, red: 30, blue: 14, unclassified: 15 })
  expect(new Set(all.filter((one) => one.payload.reported === 'green').map((one) => one.site)).size).toBe(638)
})

onRealFile('interference on or after the first green row at 120 sites, at 37 while a green was valid', () => {
  const greens = Map.groupBy(
    told(observationKinds.qualificationReported, QualificationReported).filter((one) => one.payload.reported === 'green'),
    (one) => one.site,
  )
  const seen = told(observationKinds.visited, SiteVisited).filter((one) => one.payload.observed.armedInterference === true)
  const onOrAfter = new Set<string>()
  const whileGreen = new Set<string>()
  for (const { site, payload } of seen) {
    for (const green of greens.get(site) ?? []) {
      if (payload.date < green.payload.date) continue
      onOrAfter.add(site)
      if (payload.date < addMonths(green.payload.date, 12)) whileGreen.add(site)
    }
  }
  expect([onOrAfter.size, whileGreen.size]).toEqual([120, 37])
})

onRealFile('last field visit, last word on colour and last word on traceability each have their own day', () => {
  const newest = (dates: readonly string[]): string => dates.reduce((last, date) => (date > last ? date : last), '')
  const visits = told(observationKinds.visited, SiteVisited)
  expect(newest(visits.map((one) => one.payload.date))).toBe('2023-06-21')
  expect(newest(visits.filter((one) => one.payload.onSite).map((one) => one.payload.date))).toBe('2023-06-20')
  const qualifications = told(observationKinds.qualificationReported, QualificationReported)
  expect(newest(qualifications.map((one) => one.payload.date))).toBe('2023-03-15')
  expect(newest(qualifications.filter((one) => one.payload.reported === 'green').map((one) => one.payload.date))).toBe('2021-10-01')
  expect(countBy(told(observationKinds.traceabilityReported, TraceabilityReported), (one) => one.payload.scheme)).toEqual({
    ITSCI: 1195,
    RCS_BETTERMINING: 4,
    ITOA: 2,
    'not-stated': 2,
  })
})

onRealFile('minerals, frequencies and groups keep as many written forms as the file has', () => {
  const all = [
    ...told(observationKinds.visited, SiteVisited).map((one) => one.payload.observed),
    ...told(observationKinds.qualificationReported, QualificationReported).flatMap((one) => one.payload.observed ?? []),
    ...told(observationKinds.traceabilityReported, TraceabilityReported).flatMap((one) => one.payload.observed ?? []),
  ]
  const written = (words: readonly (string | undefined)[]): number => new Set(words.filter((word) => word !== undefined)).size
  const actors = all.flatMap((one) => one.armed ?? [])
  expect(written(all.flatMap((one) => one.minerals ?? []).map((one) => one.asWritten))).toBe(28)
  expect(written(actors.map((one) => one.frequencyAsWritten))).toBe(38)
  expect(written(actors.map((one) => one.actorAsWritten))).toBe(81)
})

onRealFile('empty stays not asked: 1,612 rows say nothing of armed presence, 2,696 say no', () => {
  const seen = [...told(observationKinds.visited, SiteVisited).map((one) => one.payload.observed.armedPresence), ...deskPresence()]
  expect(countBy(seen, String)).toEqual({ undefined: 1612, false: 2696, true: 2647 })
})
function deskPresence(): (boolean | undefined)[] {
  return [
    ...told(observationKinds.qualificationReported, QualificationReported).filter(isDesk),
    ...told(observationKinds.traceabilityReported, TraceabilityReported).filter(isDesk),
  ].map((one) => one.payload.observed?.armedPresence)
}

onRealFile('a second import of the real file changes nothing', async () => {
  if (path === null) return
  const before = door.recorded.size
  const again = await importIpis({
    open: () => createReadStream(path),
    door,
    dryRun: false,
    today: '2024-02-29',
    corrections: [],
    elapsed: () => 0,
  })
  expect(again).toMatchObject({ ok: true, value: { visits: 6955, alreadyKnown: 6955, observationsAdded: 0 } })
  expect(door.recorded.size).toBe(before)
})
