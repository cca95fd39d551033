/* An export lot from two pits through a cooperative and a trader, for tests: everything in order until a test changes it. */
import { asId } from '../../../kernel/schema.ts'
import type { LotTrace } from '../../custody/contract.ts'
import type { SiteBrief, Standing } from '../../sites/contract.ts'
import type { AttachedFact, DossierTerms } from '../contract.ts'
import { type CheckInput, type LotBeside, type LotWorld, type Paper, nothingBeside } from './check-input.ts'
import { certificateRulebook } from './rulebook.ts'

const uuid = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const lotId = asId('lot', uuid(1))
export const [siteA, siteB] = [asId('site', uuid(11)), asId('site', uuid(12))] as const
export const [cooperative, trader, exporter, ceec] = [21, 22, 23, 24].map((n) => asId('organisation', uuid(n)))
export const [verifier, validator] = [asId('account', uuid(31)), asId('account', uuid(32))] as const
const must = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('missing')
  return value
}

export const trace: LotTrace = {
  lot: lotId,
  number: 'EX-2026-0007',
  kind: 'export-lot',
  mineral: 'Sn',
  massGrams: 75_000,
  holder: must(exporter),
  formedOn: '2026-11-10',
  findings: [],
  drawnGrams: 0,
  certified: [],
  assays: [],
  inputs: [{ lot: asId('lot', uuid(2)), number: 'TR-1', drawnGrams: 75_000 }],
  roots: [
    { lot: asId('lot', uuid(3)), site: siteA, tag: 'A1000001', producedOn: '2026-10-01', massGrams: 40_000, drawnGrams: 40_000 },
    { lot: asId('lot', uuid(4)), site: siteB, tag: 'A1000002', producedOn: '2026-10-02', massGrams: 35_000, drawnGrams: 35_000 },
  ],
  state: 'held',
  holders: [
    { organisation: must(cooperative), since: '2026-10-01' },
    { organisation: must(trader), since: '2026-10-10' },
    { organisation: must(exporter), since: '2026-11-01' },
  ],
}

export const site = (id: typeof siteA, change: Partial<SiteBrief> = {}): SiteBrief => ({
  id,
  name: `Site ${id.slice(-2)}`,
  nationalId: `codmine${id.slice(-2)}`,
  icglrId: `CD--1.5000+29.0000-000${id.slice(-2)}`,
  minerals: ['Sn', 'Ta'],
  provinceCode: 'CD61',
  territoireCode: null,
  position: null,
  ...change,
})

export const standing = (of: typeof siteA, asOf: string, change: Partial<Standing> = {}): Standing => ({
  site: of,
  asOf,
  knownAt: '2026-11-21T09:40:00.000Z',
  internal: 'GREEN',
  colour: 'green',
  wireCode: 1,
  basis: 'order',
  since: '2026-03-01',
  validUntil: '2027-03-01',
  lapsed: false,
  lapse: null,
  daysLeft: 100,
  orderNumber: '0123/2026',
  orderSignedOn: '2026-02-20',
  hold: null,
  allows: { allocateTags: 'yes', produce: 'yes', move: 'yes', certify: 'yes' },
  rulebook: { id: 'cd', hash: 'a'.repeat(64) },
  ...change,
})
export const forbidden: Standing['allows'] = { allocateTags: 'no', produce: 'no', move: 'review', certify: 'review' }

export const world: LotWorld = {
  beside: nothingBeside,
  trace,
  sites: [site(siteA), site(siteB)],
  onProduction: [
    { site: siteA, producedOn: '2026-10-01', standing: standing(siteA, '2026-10-01') },
    { site: siteB, producedOn: '2026-10-02', standing: standing(siteB, '2026-10-02') },
  ],
  today: [standing(siteA, '2026-11-21'), standing(siteB, '2026-11-21')],
  derogations: [],
  organisations: [
    { id: must(cooperative), name: 'Coopérative Mwenge', kind: 'cooperative', area: 'CD61' },
    { id: must(trader), name: 'Négoce Kivu', kind: 'trader', area: 'CD61' },
    { id: must(exporter), name: 'Comptoir Kivu SARL', kind: 'exporter', area: null },
  ],
}

export const terms: DossierTerms = {
  importer: { name: 'Smelter Berhad', country: 'MY' },
  grade: '65.2 % Sn',
  origin: ['CD'],
  customsValueUsdCents: 95_000_00,
  plannedShipmentOn: '2026-12-01',
  route: ['RW', 'TZ', 'MY'],
  transport: { mode: 'road', company: 'Trans Kivu' },
}

export const papers: readonly AttachedFact[] = [
  { kind: 'exporter-approval', reference: 'AG-77', validFrom: '2026-01-01', validUntil: '2026-12-31', auditStatus: 'green' },
  { kind: 'assay', lab: 'Lab Goma', reference: 'L-5', element: 'Sn', value: 65.2, assayedOn: '2026-11-12' },
  { kind: 'tax-receipt', taxType: 'export', authority: 'DGDA', reference: 'Q-1', paidOn: '2026-11-15', currency: 'USD', amountCents: 100 },
  { kind: 'transport-paper', reference: 'T-1', from: must(cooperative), to: must(trader), issuedOn: '2026-10-10' },
  { kind: 'transport-paper', reference: 'T-2', from: must(trader), to: must(exporter), issuedOn: '2026-11-01' },
  { kind: 'transport-paper', reference: 'T-3', from: must(exporter), issuedOn: '2026-11-20', validUntil: '2026-12-20' },
]

/** The same, brought by an authority instead of the exporter. */
export const attested: readonly Paper[] = papers.map((paper) => ({ ...paper, by: 'authority' }))

export const input: CheckInput = {
  ...world,
  rules: certificateRulebook.values,
  country: 'CD',
  on: '2026-11-21',
  exporter: must(exporter),
  terms,
  papers: attested,
  decision: { verifier, validator, expiresOn: '2027-02-19' },
}

const [pair, out] = [
  { from: must(cooperative), to: must(trader) },
  { from: must(trader), to: must(exporter) },
]
const sentUnder = (number: string, sentOn: string) => ({
  ...{ number, lots: 2, sentOn, validFrom: '2026-10-01', validUntil: '2026-12-01', despite: false },
})
const registered = (n: number, type: string, change: Partial<NonNullable<LotBeside['papers']>[number]> = {}) => ({
  ...{ id: asId('paper', uuid(100 + n)), type, number: `${type}-${n}`, issuer: must(ceec), state: 'issued' as const },
  ...{ validFrom: '2026-01-01', validUntil: null, statedGrams: null, uses: [] },
  ...{ links: [{ kind: 'lot' as const, lot: lotId }], ...change },
})
const cardOf = (organisation: (typeof pair)['from'], on: string) => ({
  ...{ organisation, on, needs: 'trader-card' as const, fault: null, number: 'C-1', validUntil: '2027-01-01' },
})

const approval: NonNullable<NonNullable<LotBeside['exporter']>['approval']> = {
  ...{ id: asId('card', uuid(90)), kind: 'comptoir-approval', state: 'valid', number: 'AG-77', holderName: 'Comptoir Kivu SARL' },
  ...{ holder: { kind: 'organisation', organisation: must(exporter) }, class: null, zone: null, issuedBy: null, daysLeft: 40 },
  ...{
    issuedOn: '2026-01-01',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    appliedOn: null,
    examinationDueOn: null,
    fileLateDays: null,
  },
}

/** Every register was asked and all is in order. */
export const beside: LotBeside = {
  origin: {
    kinds: ['bag', 'trader-lot', 'export-lot'],
    shares: {
      ...{ unit: 'grams', mass: 75_000 },
      sites: [
        { site: siteA, amount: 40_000, hundredthsOfPercent: 5_333, lots: 1 },
        { site: siteB, amount: 35_000, hundredthsOfPercent: 4_667, lots: 1 },
      ],
      unexplained: { total: 0, siteUnknown: 0, gained: 0, overdrawn: 0, voided: 0 },
    },
    legs: [
      {
        ...pair,
        lots: 2,
        since: '2026-10-10',
        until: '2026-10-10',
        papers: [sentUnder('T-1', '2026-10-10')],
        withoutPaper: 0,
        withoutTransport: 0,
      },
      {
        ...out,
        lots: 1,
        since: '2026-11-01',
        until: '2026-11-01',
        papers: [sentUnder('T-2', '2026-11-01')],
        withoutPaper: 0,
        withoutTransport: 0,
      },
    ],
  },
  exporter: {
    ...{ organisation: must(exporter), on: '2026-11-21', approval, approvalHolds: true, status: 'green', since: '2026-01-10' },
    ...{ validUntil: '2027-01-10', lapsed: false, audit: 'TPA-2026-3', appealed: false, mayExport: 'yes' },
  },
  titles: [siteA, siteB].map((of) => ({
    site: of,
    licences: [{ licenceType: 'artisanal_permit', number: 'ZEA-12', coveredCommodities: ['2609.00.00'] }],
  })),
  papers: [
    ...['mine-log-sheet', 'purchase-slip', 'purchase-note', 'valuation-report', 'customs-declaration', 'shipment-papers'].map((type, n) =>
      registered(n, type),
    ),
    registered(7, 'transport-authorisation', { number: 'T-1', state: 'used' }),
  ],
  parties: [cardOf(must(cooperative), '2026-10-01'), cardOf(must(trader), '2026-10-10'), cardOf(must(exporter), '2026-11-01')],
  incidents: [],
  suspensions: [],
}
