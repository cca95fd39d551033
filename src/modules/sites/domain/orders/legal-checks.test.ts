import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { type CheckFacts, type CheckedLine, isReady, legalChecks } from './legal-checks.ts'
import type { AnnexFacts } from './order.ts'
import { type CheckName, type OrderDraft, checkNames } from './order-draft.ts'

const site = (n: number) => asId('site', `019a0000-0000-7000-8000-00000000000${n}`)
const inspection = { id: asId('inspection', '019a0000-0000-7000-8000-0000000000aa'), colour: 'green' } as const
const facts = (n: number, more: Partial<AnnexFacts> = {}): AnnexFacts => ({
  ...{ site: site(n), known: true, outside: null, inspection, orderedColour: null, redMinimumUntil: null },
  ...more,
})
const draft = (more: Partial<OrderDraft> = {}): OrderDraft => ({
  orderKind: 'validation',
  number: '1/2026',
  signatoryRole: 'MINISTER',
  signedOn: '2026-05-20',
  effectiveFrom: '2026-05-20',
  legalBasis: ['Arrêté 0677/CAB.MIN/MINES/ANSK/01/2021'],
  recitals: [],
  statedCounts: { green: 1 },
  annex: [{ key: 'A', site: site(1), colour: 'green' }],
  ...more,
})
const line = (row: number, given: AnnexFacts | null, candidates = given === null ? 0 : 1): CheckedLine => ({
  row,
  key: `K${row}`,
  facts: given,
  candidates,
})
const given = (lines: readonly CheckedLine[], more: Partial<CheckFacts> = {}): CheckFacts => ({
  ...{ today: '2026-06-01', numberTaken: false, supersededKnown: false, lines },
  ...more,
})
const verdictOf = (check: CheckName, text: OrderDraft, known: CheckFacts) => {
  const found = legalChecks(text, known).find((one) => one.check === check)
  return `${found?.verdict} ${found?.reason}`
}

test('every check speaks, in its order; a good draft is ready', () => {
  const checks = legalChecks(draft(), given([line(1, facts(1))]))
  expect(checks.map((one) => one.check)).toEqual([...checkNames])
  expect(checks.every((one) => one.reason !== '')).toBe(true)
  expect(isReady(checks)).toBe(true)
})

const two = [
  { key: 'A', site: site(1), colour: 'green' },
  { key: 'A', site: site(1), colour: 'green' },
] as const
test.each<[string, CheckName, Partial<OrderDraft>, CheckFacts, string]>([
  ['an unknown site', 'sites-known', {}, given([line(1, null)]), 'fails unknown'],
  ['a name that several sites bear', 'sites-known', {}, given([line(1, null, 2)]), 'fails unclear'],
  ['a site named twice', 'duplicates', { annex: [...two] }, given([line(1, facts(1)), line(2, facts(1))]), 'fails twice'],
  ['a validation without an inspection', 'inspected', {}, given([line(1, facts(1, { inspection: null }))]), 'fails missing'],
  [
    'a red listing needs none',
    'inspected',
    { orderKind: 'red_listing' },
    given([line(1, facts(1, { inspection: null }))]),
    'not-concerned exempt',
  ],
  ['other numbers than the text states', 'colours-counted', { statedCounts: { green: 2 } }, given([line(1, facts(1))]), 'fails differ'],
  [
    'a colour other than proposed, without a reason',
    'deviations',
    { annex: [{ key: 'A', site: site(1), colour: 'red' }] },
    given([line(1, facts(1))]),
    'fails silent',
  ],
  [
    'with a reason',
    'deviations',
    { annex: [{ key: 'A', site: site(1), colour: 'red', deviationReason: 'x' }] },
    given([line(1, facts(1))]),
    'warns deviates',
  ],
  ['a red lifted too early', 'red-minimum', {}, given([line(1, facts(1, { redMinimumUntil: '2026-05-21' }))]), 'fails early'],
  ['a red lifted on its day', 'red-minimum', {}, given([line(1, facts(1, { redMinimumUntil: '2026-05-20' }))]), 'passes passes'],
  ['an extension of a colour that nobody gave', 'extension', { orderKind: 'extension' }, given([line(1, facts(1))]), 'fails nothing'],
  [
    'an extension of a green, that nobody visited again',
    'extension',
    { orderKind: 'extension', annex: [{ key: 'A', site: site(1), colour: 'green' }] },
    given([line(1, facts(1, { orderedColour: 'green' }))]),
    'warns without-visit',
  ],
  ['a number already taken', 'number-unique', {}, given([line(1, facts(1))], { numberTaken: true }), 'fails taken'],
  [
    'a text that is not in the list of instruments',
    'legal-basis',
    { legalBasis: ['Arrêté 9999'] },
    given([line(1, facts(1))]),
    'warns unknown',
  ],
  ['no text at all', 'legal-basis', { legalBasis: [] }, given([line(1, facts(1))]), 'fails none'],
  ['an order that acts backwards', 'retroactive', { effectiveFrom: '2026-01-01' }, given([line(1, facts(1))]), 'warns backwards'],
  ['a day in the future', 'dates', { signedOn: '2026-06-02' }, given([line(1, facts(1))]), 'fails future'],
  [
    'a period and an end that disagree',
    'dates',
    { durationMonths: 6, effectiveTo: '2026-12-20' },
    given([line(1, facts(1))]),
    'fails disagree',
  ],
  [
    'a withdrawal says what follows',
    'withdrawal',
    { orderKind: 'withdrawal' },
    given([line(1, facts(1, { orderedColour: 'green' }))]),
    'warns leaves-none',
  ],
  ['a derogation without a stock', 'stocks', { orderKind: 'derogation' }, given([line(1, facts(1))]), 'fails bare'],
  ['a site outside the territory', 'territory', {}, given([line(1, facts(1, { outside: 'Ituri' }))]), 'fails outside'],
])('%s', (_name, check, text, known, expected) => {
  expect(verdictOf(check, draft(text), known)).toBe(expected)
})
