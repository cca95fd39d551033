import { createReadStream } from 'node:fs'
import { expect, test } from 'vitest'
import { sharedFile } from '../../../../../test/shared-data.ts'
import { importIpis } from '../../../../exchange/ipis/import-ipis.ts'
import { memoryDoor } from '../../../../exchange/ipis/typed-file.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { QualificationReported, SiteVisited } from '../../contract-observations.ts'
import { armedInterferenceIn } from '../register/interference.ts'
import { CD_0677_2021 } from './rulebooks.ts'
import type { OrderFact, ReportedFact, StatusFact } from './status-fact.ts'
import { type SiteEvidence, findingsOf, unvisitedSince } from './validity-report.ts'

const recordedAt = '2024-02-29T12:00:00.000Z'
const question = { asOf: '2024-02-29', knownAt: '2024-02-29T23:59:59.999Z' }
let serial = 0
const reported = (colour: ReportedFact['colour'], on: string): ReportedFact => ({
  kind: 'reported',
  id: `f${++serial}`,
  colour,
  on,
  source: 'IPIS',
  recordedAt,
  voidedAt: null,
})
const order = (colour: OrderFact['colour'], effectiveFrom: string): OrderFact => ({
  kind: 'order',
  id: `f${++serial}`,
  order: `o${serial}`,
  number: `${serial}`,
  orderKind: 'validation',
  colour,
  signedOn: effectiveFrom,
  effectiveFrom,
  until: null,
  supersedes: null,
  recordedAt,
  voidedAt: null,
})
const superseded = order('green', '2023-05-01')
const visit = (on: string, interference: boolean | null, onSite = true) => ({ on, onSite, interference })
const figures = (facts: readonly StatusFact[], visits: SiteEvidence['visits'] = []) =>
  findingsOf({ site: 's', facts, visits, rules: CD_0677_2021.values }, question, unvisitedSince(question.asOf, 3)).figures.filter(
    (name) => name !== 'sites',
  )

test.each<[string, readonly StatusFact[], SiteEvidence['visits'], readonly string[]]>([
  ['nothing known', [], [], ['neverVisited', 'neverVisitedSince']],
  ['a fresh green', [reported('green', '2023-05-01')], [visit('2023-05-01', false)], ['everGreen', 'newestGreen']],
  [
    'a green of a year ago has lapsed',
    [reported('green', '2023-02-28')],
    [visit('2022-05-01', null)],
    ['everGreen', 'newestGreen', 'newestGreenLapsed'],
  ],
  [
    'a green followed by another colour',
    [reported('green', '2020-01-01'), reported('red', '2021-01-01')],
    [visit('2022-05-01', null)],
    ['everGreen'],
  ],
  [
    'a green followed by "not classified" is not green any more',
    [reported('green', '2020-01-01'), reported('unclassified', '2021-01-01')],
    [visit('2022-05-01', null)],
    ['everGreen'],
  ],
  [
    'two greens of one day are one',
    [reported('green', '2023-10-01'), reported('green', '2023-10-01')],
    [visit('2023-05-01', null)],
    ['everGreen', 'newestGreen'],
  ],
  ['a green of tomorrow has not happened', [reported('green', '2024-03-01')], [visit('2023-05-01', null)], []],
  [
    'interference on the day of the green counts',
    [reported('green', '2023-05-01')],
    [visit('2023-05-01', true)],
    ['everGreen', 'newestGreen', 'interferenceOnOrAfterGreen', 'interferenceWhileGreen'],
  ],
  ['interference before the green does not', [reported('green', '2023-05-01')], [visit('2023-04-30', true)], ['everGreen', 'newestGreen']],
  [
    'interference a year later came after',
    [reported('green', '2021-05-01')],
    [visit('2022-05-01', true)],
    ['everGreen', 'newestGreen', 'newestGreenLapsed', 'interferenceOnOrAfterGreen'],
  ],
  [
    'interference that was not asked is no interference',
    [reported('green', '2023-05-01')],
    [visit('2023-06-01', null)],
    ['everGreen', 'newestGreen'],
  ],
  [
    'a green by order counts like a reported one',
    [order('green', '2023-05-01')],
    [visit('2023-06-01', true)],
    ['everGreen', 'newestGreen', 'interferenceOnOrAfterGreen', 'interferenceWhileGreen'],
  ],
  [
    'an order outranks a note of the same day',
    [order('red', '2023-05-01'), reported('green', '2023-05-01')],
    [visit('2023-06-01', null)],
    ['everGreen', 'newestGreen'].slice(0, 1),
  ],
  [
    'interference after a red listing was not while green',
    [order('green', '2023-05-01'), order('red', '2023-06-01')],
    [visit('2023-07-01', true)],
    ['everGreen', 'interferenceOnOrAfterGreen'],
  ],
  [
    'a green that an order of an earlier day superseded never was',
    [superseded, { ...order('red', '2023-04-01'), supersedes: superseded.order }],
    [visit('2023-06-01', true)],
    [],
  ],
  ['a visit that did not reach the site is no visit', [], [visit('2023-06-01', false, false)], ['neverVisited', 'neverVisitedSince']],
  ['a visit four years ago is long ago', [], [visit('2020-02-01', false)], ['neverVisitedSince']],
])('%s', (_name, facts, visits, expected) => {
  expect(figures(facts, visits)).toEqual(expected)
})

const path = sharedFile('data/ipis/cod_mines_curated_all_opendata_p_ipis.csv')
test.skipIf(path === null)('what the real file hides, as of 29 February 2024', async () => {
  const door = memoryDoor()
  await importIpis({
    open: () => createReadStream(path ?? ''),
    door,
    dryRun: false,
    today: '2024-02-29',
    corrections: [],
    elapsed: () => 0,
  })
  const sites = new Map<string, { facts: StatusFact[]; visits: SiteEvidence['visits'][number][] }>()
  for (const { kind, subject, payload } of door.recorded.values()) {
    const site = sites.get(subject) ?? { facts: [], visits: [] }
    sites.set(subject, site)
    if (kind === 'site.visited.v1') {
      const { date, onSite, observed } = mustParse(SiteVisited, payload)
      site.visits.push(visit(date, armedInterferenceIn(observed), onSite))
    }
    if (kind === 'site.qualification-reported.v1') {
      const report = mustParse(QualificationReported, payload)
      site.facts.push(reported(report.reported, report.date))
    }
  }
  const counts: { [figure: string]: number } = {}
  for (const [site, { facts, visits }] of sites) {
    for (const figure of findingsOf({ site, facts, visits, rules: CD_0677_2021.values }, question, unvisitedSince('2024-02-29', 3)).figures)
      counts[figure] = (counts[figure] ?? 0) + 1
  }
  expect(counts).toMatchObject({
    sites: 3409,
    everGreen: 638,
    newestGreen: 625,
    newestGreenLapsed: 625,
    interferenceOnOrAfterGreen: 120,
    interferenceWhileGreen: 37,
  })
})
