import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type FingerprintVersion, type SignedText, printedFingerprint, textForFingerprint } from './signed-text.ts'

const act: SignedText = {
  number: '4/2026',
  orderKind: 'derogation',
  signatoryRole: 'MINISTER',
  signedOn: '2026-11-10',
  effectiveFrom: '2026-11-10',
  until: null,
  supersedes: null,
  legalBasis: ['Arrêté 0677/2021'],
  recitals: [],
  signedAtPlace: 'Kinshasa',
  rulebook: { id: 'CD_0677_2021', hash: 'a'.repeat(64) },
  annex: [{ site: 's', colour: 'red', proposed: 'yellow', inspection: 'i', deviationReason: 'présence armée' }],
  derogations: [{ site: 's', quantityGrams: 60_000, foundOn: '2026-11-01', reason: 'stock' }],
  scan: 'b'.repeat(64),
}
const hashOf = (text: SignedText, version: FingerprintVersion) =>
  createHash('sha256')
    .update(canonicalJson(textForFingerprint(text, version)))
    .digest('hex')

test('the first version is what it was when papers were printed with it', () => {
  expect(hashOf(act, 1)).toBe('b725c2e9076e80ef7b2eee9d0b0f0e27896ee78eb7d8604de5e245cd7ae167c4')
  expect(printedFingerprint(1, 'x')).toBe('x')
})

const line = act.annex[0]
const stock = act.derogations[0]
if (!line || !stock) throw new Error('the example has a line and a stock')
test.each<[string, Partial<SignedText>]>([
  ['the place', { signedAtPlace: 'Goma' }],
  ['the reason of a departure', { annex: [{ ...line, deviationReason: 'autre' }] }],
  ['what the form had proposed', { annex: [{ ...line, proposed: 'green' }] }],
  ['the quantity of a stock', { derogations: [{ ...stock, quantityGrams: 60_001 }] }],
  ['the scan', { scan: 'c'.repeat(64) }],
  ['what it replaces', { supersedes: 'o' }],
])('%s counts in the second version, not in the first', (_what, change) => {
  expect(hashOf({ ...act, ...change }, 1)).toBe(hashOf(act, 1))
  expect(hashOf({ ...act, ...change }, 2)).not.toBe(hashOf(act, 2))
  expect(printedFingerprint(2, 'x')).toBe('v2:x')
})
