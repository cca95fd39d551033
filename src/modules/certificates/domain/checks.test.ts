import { expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import type { CheckResult } from '../contract.ts'
import type { CheckInput } from './check-input.ts'
import { checks, evaluateChecks } from './checks.ts'
import {
  attested,
  ceec,
  exporter,
  forbidden,
  input,
  site,
  siteA,
  siteB,
  standing,
  terms,
  trace,
  trader,
  verifier,
  world,
} from './example-lot.ts'

const resultOf = (number: number, change: Partial<CheckInput> = {}): CheckResult | undefined =>
  evaluateChecks({ ...input, ...change }).find((report) => report.number === number)?.result
const evidenceOf = (number: number, change: Partial<CheckInput> = {}) =>
  evaluateChecks({ ...input, ...change }).find((report) => report.number === number)?.evidence ?? []
const withTrace = (change: Partial<typeof trace>): Partial<CheckInput> => ({ trace: { ...trace, ...change } })
const withRoot = (change: Partial<(typeof trace.roots)[number]>): Partial<CheckInput> =>
  withTrace({ roots: trace.roots.map((root, at) => (at === 0 ? { ...root, ...change } : root)) })

test('there are fifteen checks, numbered as in the list, and none passes without evidence', () => {
  expect(checks.map((check) => check.number)).toEqual(Array.from({ length: 15 }, (_, at) => at + 1))
  for (const report of evaluateChecks(input)) expect(report.evidence.length, report.id).toBeGreaterThan(0)
})

test('a lot in order passes what the data can answer, and the rest says that nobody has looked', () => {
  const reports = evaluateChecks(input)
  expect(reports.filter((report) => report.result === 'passed').map((report) => report.number)).toEqual([
    1, 2, 3, 4, 5, 7, 8, 9, 13, 14, 15,
  ])
  expect(reports.filter((report) => report.result === 'not-yet-checked').map((report) => report.number)).toEqual([6, 10, 11, 12])
})

test('without papers nothing about papers is passed', () => {
  const reports = evaluateChecks({ ...input, papers: [], decision: null })
  expect(reports.filter((report) => report.result === 'not-yet-checked').map((report) => report.number)).toEqual([1, 6, 10, 11, 12, 13, 15])
  expect(reports.filter((report) => report.result === 'failed').map((report) => report.number)).toEqual([7, 8, 9])
  for (const report of reports) if (report.result !== 'passed') expect(report.remedy).not.toBeNull()
})

const approval = (change: object) => ({
  papers: attested.map((paper) => (paper.kind === 'exporter-approval' ? { ...paper, ...change } : paper)),
})
const assay = (value: number): Partial<CheckInput> => ({
  terms: { ...terms, grade: `${value} % Sn` },
  papers: attested.map((paper) => (paper.kind === 'assay' ? { ...paper, value } : paper)),
})
const declared = (change: object = {}): Partial<CheckInput> => ({
  papers: attested.map((paper) => ({ ...paper, by: 'exporter', ...change })),
})
const kept = (change: Partial<(typeof trace.assays)[number]>): Partial<CheckInput> =>
  withTrace({
    assays: [{ lab: 'CEEC', element: 'Sn', value: 65, unit: 'percent', assayedOn: '2026-11-12', organisation: ceec ?? null, ...change }],
  })
const finding = (rule: string, severity: 'C' | 'A' | 'W', facts = {}) => withTrace({ findings: [{ rule, severity, facts }] })
const onDay = (change: Parameters<typeof standing>[2]): Partial<CheckInput> => ({
  onProduction: [
    { site: siteA, producedOn: '2026-10-01', standing: standing(siteA, '2026-10-01', change) },
    ...world.onProduction.slice(1),
  ],
})
const now = (change: Parameters<typeof standing>[2]): Partial<CheckInput> => ({
  today: [standing(siteA, '2026-11-21', change), ...world.today.slice(1)],
})

test.each<[string, number, Partial<CheckInput>, CheckResult]>([
  ['an exporter nobody knows', 1, { organisations: [] }, 'failed'],
  ['a trader as exporter', 1, { exporter: trader ?? '', trace: { ...trace, holder: trader ?? trace.holder } }, 'failed'],
  ['a lot in other hands', 1, withTrace({ holder: trader ?? trace.holder }), 'failed'],
  ['an approval that has ended', 1, approval({ validUntil: '2026-11-20' }), 'failed'],
  ['an approval on its last day', 1, approval({ validUntil: '2026-11-21' }), 'passed'],
  ['an exporter red after audit', 1, approval({ auditStatus: 'red' }), 'failed'],
  ['an exporter yellow after audit', 1, approval({ auditStatus: 'yellow' }), 'review'],
  ['a bag without a site', 2, withRoot({ site: null }), 'failed'],
  ['a bag without a tag', 2, withRoot({ tag: null }), 'failed'],
  ['a lot without bags', 2, withTrace({ roots: [] }), 'failed'],
  [
    'a green that had lapsed on the day of production',
    3,
    onDay({ internal: 'BLUE_LAPSED_GREEN', lapsed: true, allows: forbidden }),
    'failed',
  ],
  ['a yellow overdue on the day of production', 3, onDay({ internal: 'YELLOW', lapsed: true, allows: forbidden }), 'failed'],
  ['a green that has lapsed since', 3, now({ internal: 'BLUE_LAPSED_GREEN', lapsed: true, allows: forbidden }), 'passed'],
  ['a yellow overdue since', 3, now({ internal: 'YELLOW', lapsed: true }), 'review'],
  ['a site red since', 3, now({ internal: 'RED' }), 'review'],
  [
    'a site red since, with a derogation',
    3,
    {
      ...now({ internal: 'RED' }),
      derogations: [
        {
          ...{ order: asId('order', siteA), number: '4/2026', site: siteA, quantityGrams: 90_000, movedGrams: 40_000 },
          ...{ foundOn: '2026-10-02', reason: 'stock', effectiveFrom: '2026-11-01', until: null },
        },
      ],
    },
    'review',
  ],
  ['a site on hold since', 3, now({ hold: { by: 'scheme', reason: 'x', from: '2026-11-01' } }), 'review'],
  ['no site at all', 3, { onProduction: [], today: [] }, 'not-yet-checked'],
  ['one tag on two bags', 4, withRoot({ tag: 'A1000002' }), 'failed'],
  ['a tag of another site', 4, finding('F02', 'C'), 'failed'],
  ['a tag finding that somebody released', 4, finding('F03', 'C', { released: true }), 'review'],
  ['a finding of another matter', 4, finding('F12', 'W'), 'passed'],
  ['one percent more than went in', 5, withTrace({ massGrams: 75_750 }), 'passed'],
  ['a gram above one percent more', 5, withTrace({ massGrams: 75_751 }), 'failed'],
  ['more drawn than there was', 5, finding('F22', 'C'), 'failed'],
  ['a gain on the way', 5, finding('F08', 'A'), 'review'],
  ['a mineral that the site does not have', 6, { sites: [site(siteA, { minerals: ['Au'] }), site(siteB)] }, 'failed'],
  ['a site whose minerals nobody wrote down', 6, { sites: [site(siteA, { minerals: [] }), site(siteB)] }, 'not-yet-checked'],
  ['a grade at the edge of the trade', 7, assay(45), 'passed'],
  ['a grade below it', 7, assay(44.9), 'review'],
  ['a grade above pure cassiterite', 7, assay(78.9), 'failed'],
  ['an approval that the exporter declares itself', 1, declared(), 'review'],
  ['an assay that the exporter declares itself', 7, declared(), 'review'],
  ['a receipt that the exporter declares itself', 8, declared(), 'review'],
  [
    'a receipt of nothing',
    8,
    { papers: attested.map((paper) => (paper.kind === 'tax-receipt' ? { ...paper, amountCents: 0 } : paper)) },
    'failed',
  ],
  ['an assay that custody keeps', 7, { ...declared(), ...kept({}) }, 'passed'],
  ['an assay that a holder had recorded', 7, kept({ organisation: exporter ?? null }), 'review'],
  ['an assay of custody that differs from the declared grade', 7, kept({ value: 60 }), 'review'],
  ['an assay of custody that cannot be', 7, kept({ value: 79 }), 'failed'],
  ['a grade declared without a number', 7, { terms: { ...terms, grade: 'rich' } }, 'review'],
  ['a mineral without a range', 7, withTrace({ mineral: 'other' }), 'not-yet-checked'],
  [
    'a leg without a paper',
    9,
    { papers: attested.filter((paper) => paper.kind !== 'transport-paper' || paper.reference !== 'T-1') },
    'failed',
  ],
  ['a paper that ended before', 9, { on: '2026-12-21' }, 'failed'],
  ['a lot from which others drew', 5, withTrace({ drawnGrams: 1 }), 'failed'],
  [
    'a lot made of certified goods',
    5,
    withTrace({ certified: [{ lot: trace.lot, number: 'EX-1', certificate: 'CD-2026-000001' }] }),
    'failed',
  ],
  ['a voided lot', 10, withTrace({ state: 'voided' }), 'failed'],
  ['a lot on its way', 10, withTrace({ state: 'in-transit' }), 'failed'],
  ['a lot that was used up', 10, withTrace({ state: 'consumed' }), 'failed'],
  ['a lot in quarantine', 10, withTrace({ state: 'quarantined' }), 'failed'],
  ['a critical finding of no other check', 10, finding('F13', 'C'), 'failed'],
  ['a holder who may not trade', 11, { organisations: world.organisations.filter((body) => body.kind !== 'trader') }, 'review'],
  ['a shipment on the day itself', 15, { terms: { ...terms, plannedShipmentOn: '2026-11-21' } }, 'passed'],
  ['a shipment before the issue', 15, { terms: { ...terms, plannedShipmentOn: '2026-11-20' } }, 'review'],
  [
    'a shipment in the past, before anybody decides',
    15,
    { terms: { ...terms, plannedShipmentOn: '2026-11-20' }, decision: null },
    'review',
  ],
  ['one person for both', 13, { decision: { verifier, validator: verifier, expiresOn: '2027-02-19' } }, 'failed'],
  ['other origins than declared', 14, { terms: { ...terms, origin: ['CD', 'RW'] } }, 'failed'],
  ['origins in another order, twice', 14, { terms: { ...terms, origin: ['CD', 'CD'] } }, 'passed'],
])('%s: check %i', (_, number, change, result) => expect(resultOf(number, change)).toBe(result))

test('golden test 10: a certificate of 90 days passes and one of 91 fails', () => {
  const issued = (expiresOn: string) => resultOf(15, { on: '2026-01-01', decision: { verifier, validator: exporter ?? '', expiresOn } })
  expect(issued('2026-04-01')).toBe('passed')
  expect(issued('2026-04-02')).toBe('failed')
  expect(issued('2026-01-01')).toBe('failed')
})

test('golden test 11: Congolese and Rwandan bags and one without a site give CD;RW;0 and a review', () => {
  const roots = [...trace.roots, { ...(trace.roots[0] ?? trace.roots[1]!), site: null }]
  const change = {
    trace: { ...trace, roots },
    sites: [site(siteA), site(siteB, { icglrId: 'RW--1.9641+30.0619-12345' })],
    terms: { ...terms, origin: ['0', 'RW', 'CD'] },
  }
  expect(resultOf(14, change)).toBe('review')
  expect(evidenceOf(14, change)).toEqual([{ code: 'origin-partly-unknown', facts: { declared: 'CD;RW;0', found: 'CD;RW;0' } }])
})

test('the lapsed status is explained by site, day, status, clock and order', () => {
  const evidence = evidenceOf(3, onDay({ internal: 'YELLOW', lapsed: true, validUntil: '2026-09-01', allows: forbidden }))
  expect(evidence).toEqual([
    {
      code: 'site-not-eligible',
      facts: {
        site: 'codmine11',
        producedOn: '2026-10-01',
        status: 'YELLOW',
        lapsed: true,
        lapsedOn: null,
        validUntil: '2026-09-01',
        order: '0123/2026',
        basis: 'order',
        held: false,
      },
    },
  ])
})

test('a green that lapsed is explained by the day on which it lapsed, not by the end of what the rule made of it', () => {
  const lapse = { colour: 'green', on: '2026-09-01' } as const
  const change = { internal: 'BLUE_LAPSED_GREEN', lapsed: true, lapse, validUntil: '2029-09-01', allows: forbidden } as const
  const [told] = evidenceOf(3, onDay(change))
  expect(told).toMatchObject({ code: 'site-green-lapsed', facts: { lapsedOn: '2026-09-01', order: '0123/2026' } })
  const hold = { by: 'x', reason: 'y', from: '2026-09-20' }
  expect(evidenceOf(3, onDay({ ...change, hold }))[0]).toMatchObject({ code: 'site-not-eligible', facts: { held: true } })
})

test('a check with thousands of statements keeps the gravest and says how many more there are', () => {
  const findings = Array.from({ length: 3_000 }, (_, at) => ({
    rule: 'F01',
    severity: at === 2_999 ? ('C' as const) : ('W' as const),
    facts: { at },
  }))
  const evidence = evidenceOf(4, withTrace({ findings }))
  expect(evidence.length).toBe(100)
  expect(evidence[0]).toMatchObject({ facts: { at: 2_999 } })
  expect(evidence.at(-1)).toMatchObject({ code: 'and-more', facts: { more: 2_901 } })
  expect(resultOf(4, withTrace({ findings }))).toBe('failed')
})

test('a day of shipment that has passed is the exporter’s to correct, and an expiry too far is not', () => {
  const remedyOf = (change: Partial<CheckInput>) => evaluateChecks({ ...input, ...change }).find((report) => report.number === 15)?.remedy
  const past = { ...terms, plannedShipmentOn: '2026-11-20' }
  expect(remedyOf({ terms: past, decision: null })).toEqual({ code: 'shipment-day', who: 'EXPORTER' })
  const decision = input.decision && { ...input.decision, expiresOn: '2027-11-20' }
  expect(remedyOf({ terms: past, decision })).toEqual({ code: 'validity', who: 'CEEC_VALIDATOR' })
})
