/* One test a rule, named by it: it fires at its threshold, with the severity, and is silent just below. Every row goes through the register, as a scan does. */
import { describe, expect, test } from 'vitest'
import { type AnyRule } from './rule.ts'
import { register, ruleOf } from './register.ts'
import { lastDigits } from './f11-digit-heaping.ts'

const rule = (id: string): AnyRule => {
  const found = ruleOf(id)
  if (!found) throw new Error(`no rule ${id}`)
  return found
}
const record = { batch: 'b', issuer: 'I', allocatedSite: 'x', allocatedOn: '2026-03-01', declared: null, wrongCheckDigit: false }
const standing = {
  ...{ internal: 'GREEN', basis: 'order', validUntil: '2027-01-10', orderNumber: '1', lapsed: false, hold: false },
  ...{ produce: 'yes', rulebook: 'h', lapsedColour: null, lapsedOn: null },
}
const capacity = { site: 's', from: '2026-01-01', to: '2026-01-30', baselineMonthlyGrams: 1_000_000 }
const labour = { site: 's', mineral: 'Ta', day: '2026-01-01', miners: 10 }
const bags = (n: number, massGrams: number) => Array.from({ length: n }, () => massGrams)
const mixed = (same: number, other: number) => [...bags(same, 50_000), ...Array.from({ length: other }, (_one, at) => 40_000 + at)]
const even = (n: number) => Array.from({ length: 10 }, () => n)
const travel = { account: 'a', fromSite: 'x', toSite: 'y', fromAt: '2026-01-01T08:00', toAt: '2026-01-01T09:00', seconds: 3_600 }
const place = { latitude: -2, longitude: 28 }
const north = (metres: number) => ({ latitude: -2 + metres / 111_195, longitude: 28 })
const outline = [
  { latitude: -2.01, longitude: 27.99 },
  { latitude: -2.01, longitude: 28.01 },
  { latitude: -1.99, longitude: 28.01 },
  { latitude: -1.99, longitude: 27.99 },
]
const quiet = { site: 's', seenOn: '2026-02-01', by: 'visit', working: false, miners: 0 }
const box = { box: 'b', on: '2026-01-01', opening: 600, received: 400, used: 0, damaged: 0, returned: 0 }
const neighbour = { site: 'x', change: 'red', changedOn: '2026-01-01', neighbour: 'y', metres: 25_000, sameAxis: false, beforeGrams: 100 }
const grades = { element: 'Sn', siteGrades: Array.from({ length: 20 }, (_one, at) => 6_000 + at), inputGrades: [] }
const price = { mineral: 'Ta', gradeHundredths: 3_000, sellCents: null }
const card = {
  paper: 'trader-card',
  number: 'C1',
  on: '2026-06-01',
  validFrom: null,
  validUntil: null,
  zones: [],
  siteZone: null,
  isMember: null,
}
const digger = { digger: 'D1', producedOn: '2026-06-01', bornOn: null, otherSite: null, sameAs: null }
const paper = { paper: 'T1', on: '2026-06-01', trips: 1, validUntil: null, statedGrams: 1_000, carriedGrams: 1_000 }
const road = { paper: null, sentOn: '2026-06-01', minutes: 240, usualMinutes: 120, metresOff: null, roadblock: false }
const certificate = {
  ...{ certificate: 'C', others: 0, issuedOn: '2026-01-01', expiresOn: '2026-04-01', massGrams: 100, dossierGrams: 100 },
  ...{ statedOrigins: ['CD'], foundOrigins: ['CD'] },
}
const balance = { organisation: 'o', period: '2026-01', openingGrams: 4_000, inGrams: 6_000, outGrams: 5_000, lossGrams: 0 }
const heard = { site: 's', on: '2026-07-01', highRisk: true, producedGrams: 1, lastHeardOn: '2026-01-01' }
const fresh = { site: 's', firstOn: '2026-01-01', baselineMonthlyGrams: 1_000, similarGrams: [] }
const tagging = { site: 's', on: '2026-06-01', weekday: 1 }
const sachet = { serial: 'S1', otherLot: null, sealBroken: false, sentMilligrams: 10_000 }
const gold = { organisation: 'o', from: '2026-01-01', to: '2026-01-30', days: 10, miners: 10 }
const shopping = { trader: 't', on: '2026-01-01', fromSite: 'x', fromStatus: 'RED', fromGrams: 100_000, greenSite: 'y' }
const scales = { leg: 'mine-to-trader', beforeGrams: 40_000 }
const sheet = { sheet: 's', sheetOn: '2026-01-01' }
const tagged = { tag: 't', taggedOn: '2026-01-01' }
const macro = { area: 'CD', period: '2024', mineral: 'Ta', producedGrams: 600, openingGrams: 400 }
const month = { group: 'g', month: '2017-08', boughtGrams: 10_000 }

/** Inputs and what the rule says of them: a severity, or null where it is silent. */
const cases: { readonly [id: string]: readonly (readonly [object, 'C' | 'A' | 'W' | null])[] } = {
  F01: [
    [{ tag: '1', other: null }, null],
    [{ tag: '1', other: { lot: 'l', number: '1' } }, 'C'],
  ],
  F02: [
    [{ tag: '1', site: 'x', record }, null],
    [{ tag: '1', site: 'y', record }, 'C'],
  ],
  F03: [
    [{ tag: '1', usedOn: '2026-03-01', record }, null],
    [{ tag: '1', usedOn: '2026-02-28', record }, 'C'],
  ],
  F04: [
    [{ site: 'x', producedOn: '2026-03-01', standing }, null],
    [{ site: 'x', producedOn: '2026-03-01', standing: { ...standing, produce: 'no' } }, 'C'],
  ],
  F05: [
    [{ ...capacity, producedGrams: 1_200_000 }, null],
    [{ ...capacity, producedGrams: 1_200_001 }, 'W'],
    [{ ...capacity, producedGrams: 1_500_000 }, 'W'],
    [{ ...capacity, producedGrams: 1_500_001 }, 'A'],
    [{ ...capacity, producedGrams: 2_000_000 }, 'A'],
    [{ ...capacity, producedGrams: 2_000_001 }, 'C'],
  ],
  F06: [
    [{ ...labour, producedMilligrams: 10_000_000 }, null],
    [{ ...labour, producedMilligrams: 10_000_001 }, 'W'],
    [{ ...labour, producedMilligrams: 15_000_001 }, 'A'],
    [{ ...labour, producedMilligrams: 30_000_000 }, 'A'],
    [{ ...labour, producedMilligrams: 30_000_001 }, 'C'],
    [{ ...labour, mineral: 'Au', producedMilligrams: 5_001 }, 'W'],
  ],
  F07: [
    [{ ...month, producedGrams: 9_500 }, null],
    [{ ...month, producedGrams: 9_499 }, 'W'],
    [{ ...month, producedGrams: 9_000 }, 'W'],
    [{ ...month, producedGrams: 8_999 }, 'A'],
    [{ ...month, producedGrams: 7_500 }, 'A'],
    [{ ...month, producedGrams: 7_499 }, 'C'],
  ],
  F08: [
    [{ ...scales, afterGrams: 40_400 }, null],
    [{ ...scales, afterGrams: 40_401 }, 'A'],
    [{ ...scales, afterGrams: 41_200 }, 'A'],
    [{ ...scales, afterGrams: 41_201 }, 'C'],
  ],
  F09: [
    [{ ...scales, afterGrams: 37_600 }, null],
    [{ ...scales, afterGrams: 37_599 }, 'A'],
    [{ ...scales, afterGrams: 32_000 }, 'A'],
    [{ ...scales, afterGrams: 31_999 }, 'C'],
  ],
  F10: [
    [{ sheet: 's', massesGrams: mixed(5, 5) }, null],
    [{ sheet: 's', massesGrams: mixed(6, 4) }, 'A'],
    [{ sheet: 's', massesGrams: mixed(9, 0) }, null],
  ],
  // 200 bags: chi-square 27.8 and 27.9 around 27.877.
  F11: [
    [{ digits: even(20) }, null],
    [{ digits: [36, 4, 24, 16, 22, 18, 21, 19, 21, 19] }, null],
    [{ digits: [36, 4, 23, 17, 23, 17, 21, 19, 22, 18] }, 'W'],
    [{ digits: [90, 0, 0, 0, 0, 9, 0, 0, 0, 0] }, null],
  ],
  F12: [
    [{ ...tagged, tradedOn: '2026-01-15' }, null],
    [{ ...tagged, tradedOn: '2026-01-16' }, 'W'],
    [{ ...tagged, tradedOn: '2026-02-15' }, 'W'],
    [{ ...tagged, tradedOn: '2026-02-16' }, 'A'],
    [{ ...tagged, tradedOn: '2026-05-01' }, 'A'],
    [{ ...tagged, tradedOn: '2026-05-02' }, 'C'],
  ],
  F13: [
    [{ what: 'w', upstreamOn: '2026-01-02', downstreamOn: '2026-01-02' }, null],
    [{ what: 'w', upstreamOn: '2026-01-02', downstreamOn: '2026-01-01' }, 'C'],
  ],
  F14: [
    [{ account: 'a', hour: 'h', tags: 30 }, null],
    [{ account: 'a', hour: 'h', tags: 31 }, 'W'],
    [{ account: 'a', hour: 'h', tags: 60 }, 'W'],
    [{ account: 'a', hour: 'h', tags: 61 }, 'A'],
  ],
  F15: [
    [{ ...travel, metres: 50_000 }, null],
    [{ ...travel, metres: 50_001 }, 'A'],
    [{ ...travel, metres: 1_999, seconds: 0 }, null],
    [{ ...travel, metres: 2_000, seconds: 0 }, 'A'],
  ],
  F16: [
    [{ site: 's', position: north(1_999), sitePoint: place, outline: null, earlier: 0 }, null],
    [{ site: 's', position: north(2_002), sitePoint: place, outline: null, earlier: 0 }, 'W'],
    [{ site: 's', position: north(2_002), sitePoint: place, outline: null, earlier: 2 }, 'A'],
    [{ site: 's', position: north(1_610), sitePoint: place, outline, earlier: 0 }, null],
    [{ site: 's', position: north(1_620), sitePoint: place, outline, earlier: 0 }, 'W'],
  ],
  F17: [
    [{ ...quiet, bags: [{ on: '2026-03-04', massGrams: 1 }] }, null],
    [{ ...quiet, bags: [{ on: '2026-03-03', massGrams: 1 }] }, 'C'],
    [{ ...quiet, bags: [{ on: '2026-01-02', massGrams: 1 }] }, 'C'],
    [{ ...quiet, by: 'box', bags: [{ on: '2026-03-03', massGrams: 1 }] }, 'A'],
    [{ ...quiet, working: true, miners: 4, bags: [{ on: '2026-02-01', massGrams: 1 }] }, null],
  ],
  F18: [
    [{ ...box, closing: 1_000 }, null],
    [{ ...box, closing: 999 }, 'W'],
    [{ ...box, closing: 990 }, 'W'],
    [{ ...box, closing: 989 }, 'A'],
    [{ ...box, closing: 950 }, 'A'],
    [{ ...box, closing: 1_051 }, 'C'],
  ],
  F19: [
    [{ site: 's', unusedTags: 40, medianBagGrams: 50_000, baselineMonthlyGrams: 1_000_000 }, null],
    [{ site: 's', unusedTags: 41, medianBagGrams: 50_000, baselineMonthlyGrams: 1_000_000 }, 'W'],
  ],
  F20: [
    [{ book: 'b', sheets: [1, 2, 3] }, null],
    [{ book: 'b', sheets: [1, 3] }, 'W'],
    [{ book: 'b', sheets: [1, 5] }, 'W'],
    [{ book: 'b', sheets: [6, 1] }, 'A'],
    [{ book: 'b', sheets: [2, 3], from: 2 }, null],
    [{ book: 'b', sheets: [2, 3], from: 1 }, 'W'],
  ],
  F21: [
    [{ mineral: 'Sn', listed: ['Sn'] }, null],
    [{ mineral: 'W', listed: ['Sn'] }, 'A'],
  ],
  F22: [
    [{ lot: 'l', massGrams: 10, drawnGrams: 10 }, null],
    [{ lot: 'l', massGrams: 10, drawnGrams: 11 }, 'C'],
  ],
  F23: [
    [{ inputGrams: 75_000, massGrams: 75_750 }, null],
    [{ inputGrams: 75_000, massGrams: 75_751 }, 'C'],
  ],
  F24: [
    [{ ...macro, exportedGrams: 1_050 }, null],
    [{ ...macro, exportedGrams: 1_051 }, 'W'],
    [{ ...macro, exportedGrams: 1_200 }, 'W'],
    [{ ...macro, exportedGrams: 1_201 }, 'A'],
    [{ ...macro, exportedGrams: 1_500 }, 'A'],
    [{ ...macro, exportedGrams: 1_501 }, 'C'],
  ],
  F25: [
    [{ ...neighbour, afterGrams: 199 }, null],
    [{ ...neighbour, afterGrams: 200 }, 'A'],
    [{ ...neighbour, metres: 25_001, afterGrams: 200 }, null],
    [{ ...neighbour, metres: 90_000, sameAxis: true, afterGrams: 200 }, 'A'],
  ],
  // Median 6,009.5, deviation 5: three of them are 15.
  F26: [
    [{ ...grades, grade: 6_024 }, null],
    [{ ...grades, grade: 6_025 }, 'A'],
    [{ ...grades, siteGrades: grades.siteGrades.slice(1), grade: 9_000 }, null],
    [{ ...grades, grade: 6_000, inputGrades: [5_000, 6_000] }, null],
    [{ ...grades, grade: 6_001, inputGrades: [5_000, 6_000] }, 'C'],
  ],
  F27: [
    [{ site: 's', laboratory: 'l', sample: 's', verdict: 'not-conclusive' }, null],
    [{ site: 's', laboratory: 'l', sample: 's', verdict: 'no-match' }, 'A'],
  ],
  F28: [
    [{ ...price, buyCents: 2_400 }, null],
    [{ ...price, buyCents: 2_399 }, 'W'],
    [{ ...price, buyCents: 5_600 }, null],
    [{ ...price, buyCents: 5_601 }, 'W'],
    [{ ...price, buyCents: 4_000, sellCents: 4_000 }, null],
    [{ ...price, buyCents: 4_000, sellCents: 3_999 }, 'W'],
    [{ ...price, mineral: 'Sn', buyCents: 300 }, null],
    [{ ...price, mineral: 'Sn', buyCents: 299 }, 'W'],
  ],
  F29: [
    [{ ...card, validUntil: '2026-06-01' }, null],
    [{ ...card, validUntil: '2026-05-31' }, 'A'],
    [{ ...card, validFrom: '2026-06-02' }, 'A'],
    [{ ...card, zones: ['ZEA 1'], siteZone: 'ZEA 1' }, null],
    [{ ...card, zones: ['ZEA 1'], siteZone: 'ZEA 2' }, 'A'],
    [{ ...card, isMember: true }, null],
    [{ ...card, isMember: false }, 'A'],
    [{ ...card, ended: 'withdrawn' }, 'A'],
  ],
  F30: [
    [{ ...digger, bornOn: '2008-06-01' }, null],
    [{ ...digger, bornOn: '2008-06-02' }, 'C'],
    [{ ...digger, otherSite: 'y' }, 'A'],
    [{ ...digger, sameAs: 'D2' }, 'A'],
    [{ ...digger, ageYears: 17 }, 'C'],
    [{ ...digger, ageYears: 18 }, null],
    [digger, null],
  ],
  F31: [
    [paper, null],
    [{ ...paper, carriedGrams: 1_001 }, 'C'],
    [{ ...paper, trips: 2 }, 'C'],
    [{ ...paper, validUntil: '2026-06-01' }, null],
    [{ ...paper, validUntil: '2026-05-31' }, 'C'],
  ],
  F32: [
    [road, null],
    [{ ...road, minutes: 241 }, 'W'],
    [{ ...road, metresOff: 5_000 }, null],
    [{ ...road, metresOff: 5_001 }, 'W'],
    [{ ...road, roadblock: true }, 'A'],
  ],
  F33: [
    [certificate, null],
    [{ ...certificate, expiresOn: '2026-04-02' }, 'C'],
    [{ ...certificate, others: 1 }, 'C'],
    [{ ...certificate, massGrams: 101 }, 'C'],
    [{ ...certificate, foundOrigins: ['CD', 'RW'] }, 'C'],
  ],
  F34: [
    [{ ...balance, closingGrams: 5_200 }, null],
    [{ ...balance, closingGrams: 5_201 }, 'W'],
    [{ ...balance, closingGrams: 4_500 }, 'W'],
    [{ ...balance, closingGrams: 4_499 }, 'A'],
  ],
  F35: [
    [heard, null],
    [{ ...heard, lastHeardOn: '2025-12-31' }, 'W'],
    [{ ...heard, lastHeardOn: null }, 'W'],
    [{ ...heard, lastHeardOn: null, highRisk: false }, null],
  ],
  F36: [
    [{ ...fresh, producedGrams: 9_000 }, null],
    [{ ...fresh, producedGrams: 9_001 }, 'A'],
    [{ ...fresh, baselineMonthlyGrams: null, producedGrams: 90, similarGrams: Array.from({ length: 100 }, (_one, at) => at) }, null],
    [{ ...fresh, baselineMonthlyGrams: null, producedGrams: 91, similarGrams: Array.from({ length: 100 }, (_one, at) => at) }, 'A'],
  ],
  F37: [
    [{ ...tagging, minuteOfDay: 1_140 }, null],
    [{ ...tagging, minuteOfDay: 1_141 }, 'W'],
    [{ ...tagging, minuteOfDay: 300 }, null],
    [{ ...tagging, minuteOfDay: 299 }, 'W'],
  ],
  F38: [
    [{ sheet: 's', traderTags: 10, oneToOne: 3 }, null],
    [{ sheet: 's', traderTags: 10, oneToOne: 4 }, 'W'],
    [{ sheet: 's', traderTags: 1, oneToOne: 1 }, null],
  ],
  F39: [
    [{ ...sachet, receivedMilligrams: 9_950 }, null],
    [{ ...sachet, receivedMilligrams: 9_949 }, 'A'],
    [{ ...sachet, receivedMilligrams: 10_051 }, 'A'],
    [{ ...sachet, receivedMilligrams: null, otherLot: 'l' }, 'C'],
    [{ ...sachet, receivedMilligrams: null, sealBroken: true }, 'C'],
  ],
  F40: [
    [{ ...gold, milligrams: 50_000 }, null],
    [{ ...gold, milligrams: 50_001 }, 'A'],
    [{ ...gold, milligrams: 500_000 }, 'A'],
    [{ ...gold, milligrams: 500_001 }, 'C'],
  ],
  F41: [
    [{ ...sheet, enteredOn: '2026-01-16' }, null],
    [{ ...sheet, enteredOn: '2026-01-17' }, 'W'],
    [{ ...sheet, enteredOn: '2026-02-15' }, 'W'],
    [{ ...sheet, enteredOn: '2026-02-16' }, 'A'],
  ],
  F42: [
    [{ ...shopping, greenGrams: 98_999 }, null],
    [{ ...shopping, greenGrams: 99_000 }, 'A'],
    [{ ...shopping, greenGrams: 101_000 }, 'A'],
    [{ ...shopping, greenGrams: 101_001 }, null],
  ],
}

describe.each(register.map((one) => one.id))('%s', (id) => {
  test(`${id} fires at its threshold and not below`, () => {
    const rows = cases[id] ?? []
    expect(rows.some(([, says]) => says === null)).toBe(true)
    expect(rows.some(([, says]) => says !== null)).toBe(true)
    for (const [inputs, says] of rows) expect(rule(id).evaluateStored(inputs)?.severity ?? null, JSON.stringify(inputs)).toBe(says)
  })
  test(`${id} says which rule in which version looked at what, against which numbers`, () => {
    for (const [inputs, says] of cases[id] ?? []) {
      const verdict = rule(id).evaluateStored(inputs)
      if (says === null || !verdict) continue
      expect(verdict).toMatchObject({ rule: id, version: 1, inputs })
      expect(rule(id).severities).toContain(verdict.severity)
      expect(verdict.explanations.length).toBeGreaterThan(0)
      for (const name of Object.keys(verdict.threshold)) expect(Object.keys(rule(id).thresholds)).toContain(name)
    }
  })
})

test('there are forty-two rules, F01 to F42, in their order', () => {
  expect(register.map((one) => one.id)).toEqual(Array.from({ length: 42 }, (_one, at) => `F${String(at + 1).padStart(2, '0')}`))
})

test('a threshold that was set replaces the default, one that the rule does not have is ignored', () => {
  const inputs = { ...capacity, producedGrams: 1_100_000 }
  expect(rule('F05').evaluateStored(inputs)).toBeNull()
  expect(rule('F05').evaluateStored(inputs, { warning: 10_500, somethingElse: 1 })).toMatchObject({
    severity: 'W',
    threshold: { warning: 10_500 },
  })
})

test('every default lies between the bounds within which it may be set', () => {
  for (const one of register)
    for (const [name, { value, least, most }] of Object.entries(one.thresholds))
      expect(value >= least && value <= most, `${one.id} ${name}`).toBe(true)
})

test('the last figure of a mass is its tenths of a kilogram', () => {
  expect(lastDigits([50_000, 50_100, 50_149, 50_150, 49_960])).toEqual([2, 2, 1, 0, 0, 0, 0, 0, 0, 0])
})

test('no threshold that is a part of a whole can be set so high that the rule never speaks; ninety days of a certificate can only be shortened', () => {
  const mostOf = (rule: string, name: string) => ruleOf(rule)?.thresholds[name]?.most
  for (const name of ['warning', 'alert', 'critical']) expect(mostOf('F07', name)).toBeLessThan(10_000)
  for (const rule of ['F10', 'F38']) expect(mostOf(rule, 'share')).toBeLessThan(10_000)
  expect(mostOf('F33', 'days')).toBe(90)
})
