import { expect, test } from 'vitest'
import {
  bagMassFinding,
  duplicateTag,
  foreignTag,
  gradeFinding,
  ineligibleSite,
  said,
  tagOutOfTime,
  timeReversal,
  untaggedBag,
  wrongMineral,
} from '../../domain/plausibility/arrival-rules.ts'
import { combinationFinding, doubleSpendFinding, weightChange } from '../../domain/plausibility/mass-balance.ts'
import { en } from '../../words/en.ts'
import { fr } from '../../words/fr.ts'
import { findingKey } from './finding-text.ts'

const tag = { batch: 'b', issuer: 'X', allocatedSite: 's', allocatedOn: '2026-02-01', declared: null, wrongCheckDigit: false }
const standing = {
  internal: 'GREEN',
  basis: 'order',
  validUntil: '2026-01-01',
  orderNumber: '1',
  lapsed: true,
  hold: false,
  produce: 'no',
  rulebook: 'h',
  lapsedColour: 'green',
  lapsedOn: '2025-06-01',
} as const
const all = said(
  duplicateTag('T1', { lot: 'l', number: 'n' }),
  foreignTag('T1', 's', null),
  foreignTag('T1', 's', { ...tag, wrongCheckDigit: true }),
  foreignTag('T1', 'other', tag),
  tagOutOfTime('T1', '2026-01-01', tag),
  tagOutOfTime('T1', '2026-03-01', { ...tag, allocatedOn: null }),
  tagOutOfTime('T1', '2026-03-01', { ...tag, declared: { as: 'lost', on: '2026-02-02' } }),
  ineligibleSite(null, '2026-01-02', null),
  ineligibleSite('s', '2026-01-02', standing),
  ineligibleSite('s', '2026-01-02', { ...standing, hold: true }),
  ineligibleSite('s', '2026-01-02', { ...standing, lapsed: false }),
  timeReversal('weighed-before-produced', '2026-02-02', '2026-02-01'),
  wrongMineral('Sn', ['Au']),
  bagMassFinding('Sn', 1),
  bagMassFinding('Sn', 500_000),
  untaggedBag(null),
  gradeFinding('Sn', 90, 'percent'),
  gradeFinding('Sn', 40, 'percent'),
  weightChange('mine-to-trader', 100, 130),
  weightChange('mine-to-trader', 100, 50),
  combinationFinding(100, 130),
  doubleSpendFinding('n', 1, 2),
)

test('every finding that the rules can make has a sentence in French and English', () => {
  expect(all.length).toBe(22)
  const sentences: readonly { readonly [key: string]: string }[] = [fr, en]
  for (const finding of all) for (const words of sentences) expect(words[findingKey(finding)], findingKey(finding)).toBeTypeOf('string')
})

test('a green that lapsed is told by its own day and order, also where the rule goes on as blue; old findings without that day keep theirs', () => {
  const told = (facts: object) => findingKey({ rule: 'F04', severity: 'C', facts: { ...standing, ...facts } })
  expect(told({ internal: 'BLUE_LAPSED_GREEN' })).toBe('finding.F04.lapsed-green')
  expect(told({ lapsedColour: null, lapsedOn: null })).toBe('finding.F04.lapsed')
  expect(told({ basis: 'reported', internal: 'NONE', orderNumber: null })).toBe('finding.F04.status')
  expect(fr['finding.F04.lapsed-green']).toContain('le vert de l’arrêté {orderNumber} était échu depuis le {lapsedOn}')
})
