import { expect, test } from 'vitest'
import { type Infer, asId } from '../../../../kernel/schema.ts'
import { type AnnexFacts, type AnnexLine, type OrderCommand, type OrderContext, orderDecider } from './order.ts'

const site = asId('site', '019a0000-0000-7000-8000-000000000001')
const inspection = asId('inspection', '019a0000-0000-7000-8000-0000000000aa')
const facts = (more: Partial<AnnexFacts> = {}): AnnexFacts => ({
  site,
  known: true,
  outside: null,
  inspection: { id: inspection, colour: 'green' },
  orderedColour: null,
  redMinimumUntil: null,
  ...more,
})
const context = (more: Partial<OrderContext> = {}): OrderContext => ({
  numberTaken: false,
  supersededKnown: false,
  sites: [facts()],
  rulebook: { id: 'CD_0677_2021', hash: 'f'.repeat(64) },
  today: '2026-06-01',
  ...more,
})
type Sign = Extract<OrderCommand, { say: 'sign' }>
const line = (more: Partial<Infer<typeof AnnexLine>> = {}): Infer<typeof AnnexLine> => ({ site, colour: 'green', ...more })
const sign = (more: Partial<Sign> = {}): Sign => ({
  say: 'sign',
  orderKind: 'validation',
  number: '0123/CAB.MIN/MINES/01/2026',
  signatoryRole: 'MINISTER',
  signedOn: '2026-05-20',
  effectiveFrom: '2026-05-20',
  legalBasis: ['Arrêté 0677/2021'],
  annex: [line()],
  ...more,
})
const decide = (command: OrderCommand, given: OrderContext = context()) => orderDecider.decide(orderDecider.initial, command, given)

test('a signed order keeps the inspection it rests on, what that one proposed, its own end and the rulebook', () => {
  expect(decide(sign({ durationMonths: 6 }))).toMatchObject({
    ok: true,
    value: [
      {
        kind: 'order.signed.v1',
        payload: { until: '2026-11-20', annex: [{ inspection, proposed: 'green', colour: 'green' }], rulebook: { id: 'CD_0677_2021' } },
      },
    ],
  })
})

test.each<[string, Partial<Sign>, Partial<OrderContext>, string | null]>([
  ['a validation without an accepted inspection is refused', {}, { sites: [facts({ inspection: null })] }, 'inspection-missing'],
  [
    'a red listing needs no inspection',
    { orderKind: 'red_listing', annex: [line({ colour: 'red' })] },
    { sites: [facts({ inspection: null })] },
    null,
  ],
  ['no order runs for 200,000 months', { durationMonths: 200_000 }, {}, 'order-too-long'],
  ['a red listing cannot make a site green', { orderKind: 'red_listing' }, {}, 'red-listing-is-red'],
  ['another colour than proposed needs a reason', { annex: [line({ colour: 'yellow' })] }, {}, 'deviation-needs-a-reason'],
  ['with a reason it stands', { annex: [line({ colour: 'yellow', deviationReason: 'security note of May' })] }, {}, null],
  ['an extension needs something to extend', { orderKind: 'extension', annex: [line({ colour: 'red' })] }, {}, 'nothing-to-extend'],
  [
    'an extension of a red stands',
    { orderKind: 'extension', annex: [line({ colour: 'red' })] },
    { sites: [facts({ orderedColour: 'red' })] },
    null,
  ],
  ['a red site stays red for the minimum period', {}, { sites: [facts({ redMinimumUntil: '2026-06-01' })] }, 'red-minimum-not-over'],
  ['a number is used once', {}, { numberTaken: true }, 'order-number-taken'],
  ['an order is signed by an office, not by a name', { signatoryRole: 'Jean Dupont' }, {}, 'signatory-unknown'],
  ['a provincial minister signs too', { signatoryRole: 'MINISTER_PROV' }, {}, null],
  [
    'a stock is not found tomorrow',
    { orderKind: 'derogation', derogations: [{ site, quantityGrams: 1000, foundOn: '2026-06-02', reason: 'found' }] },
    {},
    'day-in-the-future',
  ],
  ['an order is not signed tomorrow', { signedOn: '2026-06-02' }, {}, 'day-in-the-future'],
  ['an order may act backwards', { effectiveFrom: '2026-01-01' }, {}, null],
  ['its end lies after its beginning', { effectiveTo: '2026-05-20' }, {}, 'order-dates-reversed'],
  ['two periods must agree', { effectiveTo: '2026-12-31', durationMonths: 6 }, {}, 'order-periods-disagree'],
  ['an order stands on a law', { legalBasis: [] }, {}, 'order-without-legal-basis'],
  ['an annex is not empty', { annex: [] }, { sites: [] }, 'annex-empty'],
  ['an annex names a site once', { annex: [line(), line()] }, {}, 'annex-names-a-site-twice'],
  ['an annex names sites of the register', {}, { sites: [facts({ known: false })] }, 'unknown-sites'],
  ['an annex stays within the territory', {}, { sites: [facts({ outside: 'CD61' })] }, 'outside-your-territory'],
  ['a superseded order exists', { supersedes: asId('order', '019a0000-0000-7000-8000-0000000000bb') }, {}, 'superseded-order-unknown'],
])('%s', (_name, command, given, code) => {
  const outcome = decide(sign(command), context(given))
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

test('an order is not annulled before it was signed', () => {
  const signed = { phase: 'signed', signedOn: '2026-05-20' } as const
  const annul = (on: string) => orderDecider.decide(signed, { say: 'annul', on, reason: 'error of the annex' }, context())
  expect(annul('2001-01-01')).toMatchObject({ refusal: { code: 'annulled-before-signed' } })
  expect(annul('2026-05-20').ok).toBe(true)
})

test('an order is published once, not before it was signed, and not after it was annulled', () => {
  const signed = { phase: 'signed', signedOn: '2026-05-20' } as const
  const publish = { say: 'publish', on: '2026-05-25' } as const
  expect(orderDecider.decide(signed, publish, context()).ok).toBe(true)
  expect(orderDecider.decide(signed, { say: 'publish', on: '2026-05-19' }, context())).toMatchObject({
    refusal: { code: 'published-before-signed' },
  })
  expect(orderDecider.decide({ ...signed, phase: 'published' }, publish, context())).toMatchObject({
    refusal: { code: 'order-already-published' },
  })
  expect(orderDecider.decide({ ...signed, phase: 'annulled' }, publish, context())).toMatchObject({ refusal: { code: 'order-annulled' } })
  expect(orderDecider.decide(orderDecider.initial, publish, context())).toMatchObject({ refusal: { code: 'no-such-order' } })
})
