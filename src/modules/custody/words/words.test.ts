import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Finding } from '../contract.ts'
import { findingKey } from '../ui/lots/finding-text.ts'
import {
  bagMassFinding,
  foreignTag,
  gradeFinding,
  ineligibleSite,
  tagOutOfTime,
  timeReversal,
  untaggedBag,
  wrongMineral,
} from '../domain/plausibility/arrival-rules.ts'
import { brokenSeal, fineBalance, meltLoss, serialTwice, twoScales } from '../domain/gold/gold-rules.ts'
import { asId } from '../../../kernel/schema.ts'
import { fr as shared } from '../../../kernel/words/fr.ts'
import { leaveRedSites } from '../domain/lots/red-stock.ts'
import { disagreement } from '../domain/lots/transfer.ts'
import { balanceFindings, balanceOf } from '../domain/plausibility/processing-rules.ts'
import { combinationFinding, correctionFinding, doubleSpendFinding, weightChange } from '../domain/plausibility/mass-balance.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

const read = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(`${folder}${name}`, import.meta.url), 'utf8'))
const sources = [...read('../domain/'), ...read('../server/')].join('\n')
const placeholders = (sentence: string): readonly string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').sort()
const frenchByKey: ReadonlyMap<string, string> = new Map(Object.entries(fr))

test('every refusal of this module has a sentence, and no sentence waits for a refusal that does not exist', () => {
  const said = new Set([...sources.matchAll(/(?:refused\(|code: )'([a-z-]+)'/g)].map((found) => `refusal.${found[1]}`))
  expect([...said].filter((key) => !(key in shared)).sort()).toEqual(
    Object.keys(fr)
      .filter((key) => key.startsWith('refusal.'))
      .sort(),
  )
})

test('both languages fill the same places of a sentence', () => {
  for (const [key, sentence] of Object.entries(en)) expect(placeholders(sentence), key).toEqual(placeholders(frenchByKey.get(key) ?? ''))
})

const record = { batch: 'b', issuer: 'I', allocatedSite: 'x', allocatedOn: '2026-03-01', declared: null, wrongCheckDigit: false }
const standing = {
  internal: 'RED',
  basis: 'order',
  validUntil: '2027-01-10',
  orderNumber: '1',
  lapsed: false,
  hold: false,
  produce: 'no',
  rulebook: 'h',
  lapsedColour: null,
  lapsedOn: null,
} as const
const lapsed = { ...standing, lapsed: true, lapsedOn: '2026-02-01' } as const
const reversals = [...sources.matchAll(/(?:timeReversal|fromTheFuture)\('([a-z-]+)'/g)].map((found) =>
  timeReversal(found[1] ?? '', '2026-03-02', '2026-03-01'),
)
const site = asId('site', '01900000-0000-7000-8000-000000000001')
const derogation = { order: 'o', site, number: '4', quantityGrams: 10, movedGrams: 0, foundOn: '2026-03-01' }
const stock = { site, siteName: 'S', drawnGrams: 10, producedOn: '2026-03-01', derogations: [derogation] }
const left = leaveRedSites({ drawnGrams: 10, red: [stock] }, { number: '1', massGrams: 10, sentOn: '2026-03-02' })
const leaving = left.ok ? left.findings : []
const charge = (massGrams: number, percent: number) => ({ massGrams, moistureHundredths: 0, grade: { element: 'Sn', percent } }) as const
const melted = { inputMilligrams: 1_000, outputMilligrams: 1_000, inputFineMilligrams: 900, outputFineMilligrams: 850, forms: [] }
const findings: readonly (Finding | null)[] = [
  { rule: 'F01', severity: 'C', facts: { tag: '1', otherLot: 'l', otherNumber: '1' } },
  ...leaving,
  foreignTag('1', 'y', record),
  foreignTag('1', 'x', null),
  foreignTag('1', 'x', { ...record, wrongCheckDigit: true }),
  tagOutOfTime('1', '2026-02-01', record),
  tagOutOfTime('1', '2026-02-01', { ...record, allocatedOn: null }),
  tagOutOfTime('1', '2026-04-01', { ...record, declared: { as: 'lost', on: '2026-03-05' } }),
  tagOutOfTime('1', '2026-03-05', { ...record, activation: { since: '2026-03-02', of: 'nobody' } }),
  tagOutOfTime('1', '2026-03-05', { ...record, activation: { since: '2026-03-02', of: 'other-agent' } }),
  ineligibleSite(null, '2026-03-01', null),
  ineligibleSite('x', '2026-03-01', standing),
  ineligibleSite('x', '2026-03-01', { ...standing, hold: true }),
  ineligibleSite('x', '2026-03-01', { ...standing, lapsed: true }),
  ...(['green', 'yellow', 'red', 'blue'] as const).map((lapsedColour) => ineligibleSite('x', '2026-03-01', { ...lapsed, lapsedColour })),
  weightChange('mine-to-trader', 10, 20),
  weightChange('mine-to-trader', 20, 10),
  combinationFinding(10, 20),
  doubleSpendFinding('l', 10, 20),
  wrongMineral('W', ['Sn']),
  bagMassFinding('Sn', 10),
  bagMassFinding('Sn', 1_000_000),
  untaggedBag(null),
  gradeFinding('Sn', 10, 'percent'),
  gradeFinding('Sn', 99, 'percent'),
  ...reversals,
  ...balanceFindings(balanceOf([charge(1_000, 60)], [{ ...charge(500, 60), role: 'tailings' }]), 'cleaning').slice(1),
  { rule: 'P06', severity: 'W', facts: { paper: '1', validUntil: '2026-03-01', sentOn: '2026-03-02' } },
  disagreement(false, 10, 9),
  { rule: 'P08', severity: 'W', facts: { number: '1' } },
  { rule: 'P12', severity: 'A', facts: { number: '1', since: '2026-03-01', reason: 'r' } },
  correctionFinding(100, 90),
  serialTwice('S-1', { lot: 'l' }),
  brokenSeal('S-1', true),
  twoScales('S-1', 12_400, 12_300),
  meltLoss({ ...melted, outputMilligrams: 1_100 }),
  meltLoss({ ...melted, outputMilligrams: 800 }),
  fineBalance(melted),
  // Of sheets, as posting says them.
  { rule: 'S01', severity: 'A', facts: { line: 1, tag: '1', sheetGrams: 2, bagGrams: 1, differenceGrams: 1 } },
  { rule: 'S02', severity: 'W', facts: { carriedGrams: 1, linesGrams: 1, totalGrams: 3, differenceGrams: 1 } },
  { rule: 'S03', severity: 'W', facts: { carriedGrams: 2, beforeGrams: 1, differenceGrams: 1 } },
  { rule: 'S04', severity: 'A', facts: { line: 1, tag: '1' } },
  { rule: 'S05', severity: 'A', facts: { tag: '1', line: 2, otherLine: 1 } },
  { rule: 'S06', severity: 'W', facts: {} },
  { rule: 'S07', severity: 'A', facts: { number: '1', because: 'r' } },
  { rule: 'S08', severity: 'C', facts: { line: 1, tag: '1', sheet: 'F-1' } },
]

test('every finding has its sentence, filled by its own facts, and every sentence its finding', () => {
  const keys = findings.map((finding) => {
    if (!finding) throw new Error('a rule that should speak was silent')
    const key = findingKey(finding)
    for (const place of placeholders(frenchByKey.get(key) ?? '{missing}')) expect(Object.keys(finding.facts), key).toContain(place)
    return key
  })
  expect([...new Set(keys)].sort()).toEqual(
    Object.keys(fr)
      .filter((key) => key.startsWith('finding.'))
      .sort(),
  )
})

test('every place in the sentence of a refusal is a fact that the refusal gives', () => {
  for (const [key, sentence] of Object.entries(fr)) {
    if (!key.startsWith('refusal.')) continue
    const code = key.slice('refusal.'.length)
    const given = [...sources.matchAll(new RegExp(`(?:refused\\('${code}', |code: '${code}', facts: )\\{([^}]*)\\}`, 'g'))].map(
      (found) => found[1] ?? '',
    )
    for (const place of placeholders(sentence))
      for (const facts of given) expect(facts, `${key} ${place}`).toMatch(new RegExp(`\\b${place}\\b`))
  }
})
