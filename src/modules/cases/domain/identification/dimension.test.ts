import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, answerValues } from './answers.ts'
import { type Answered, dimensionResult, isPositive, ruleMatched } from './dimension.ts'
import { type Dimension, type IndicatorCode, codesOf, dimensions } from './indicator-codes.ts'
import { profiles, weightOf } from './instrument-ilo-ec-2009-v1.ts'

/** The formula of the text, written a second time. */
const formula = (S: number, M: number, W: number): boolean => S >= 2 || (S === 1 && M + W >= 1) || M >= 3 || (M === 2 && W >= 1)
const anyDimension = fc.constantFrom(...dimensions)
const anyProfile = fc.constantFrom(...profiles)
const answersOf = (dimension: Dimension, values: readonly Answer[]): Answered =>
  new Map(codesOf[dimension].map((code, at) => [code, values[at % values.length] ?? 'NO']))
const anyAnswers = fc.array(fc.constantFrom(...answerValues), { minLength: 16, maxLength: 16 })
const some = { numRuns: 300 }

describe('Acceptance test 1: the truth table of the dimension rule', () => {
  test.each([
    [0, 0, 0, false],
    [1, 0, 0, false],
    [1, 0, 1, true],
    [1, 1, 0, true],
    [2, 0, 0, true],
    [0, 2, 0, false],
    [0, 2, 1, true],
    [0, 3, 0, true],
    [0, 1, 5, false],
    [0, 0, 9, false],
  ])('%iS %iM %iW is positive: %s', (S, M, W, positive) => {
    expect(isPositive({ S, M, W })).toBe(positive)
  })

  test('every count of strong, medium and weak agrees with the formula, and the clause named is fulfilled', () => {
    for (let S = 0; S <= 8; S++)
      for (let M = 0; M <= 16; M++)
        for (let W = 0; W <= 9; W++) {
          expect(isPositive({ S, M, W })).toBe(formula(S, M, W))
          const clause = ruleMatched({ S, M, W })
          const needed = (weight: string): number => Number(new RegExp(`(\\d)${weight}`).exec(clause ?? '')?.[1] ?? 0)
          expect(S >= needed('S') && M >= needed('M') && W >= needed('W')).toBe(true)
        }
  })

  test('all 2^n ways to answer each dimension of up to ten indicators with yes and no, and each seventh of the larger two, in every profile', () => {
    for (const profile of profiles)
      for (const dimension of dimensions) {
        const codes = codesOf[dimension]
        for (let way = 0; way < 1 << codes.length; way += codes.length > 10 ? 7 : 1) {
          const yes = codes.filter((_, at) => (way >> at) % 2 === 1)
          const many = { S: 0, M: 0, W: 0 }
          for (const code of yes) {
            const weight = weightOf(profile, code)
            if (weight) many[weight]++
          }
          const answered = new Map<IndicatorCode, Answer>(codes.map((code) => [code, yes.includes(code) ? 'YES' : 'NO']))
          const found = dimensionResult(dimension, answered, profile)
          const expected = formula(many.S, many.M, many.W) ? 'POSITIVE' : 'NEGATIVE'
          if (found.floor !== expected || found.ceiling !== expected || found.result !== expected)
            throw new Error(`${profile} ${yes.join(' ')} is ${found.result}`)
        }
      }
  }, 20_000)
})

describe('Acceptance test 2: floor and ceiling', () => {
  test('setting any open answer to yes never lowers a floor, and a ceiling is never below its floor', () => {
    fc.assert(
      fc.property(anyDimension, anyProfile, anyAnswers, (dimension, profile, values) => {
        const answered = answersOf(dimension, values)
        const before = dimensionResult(dimension, answered, profile)
        if (before.floor === 'POSITIVE') expect(before.ceiling).toBe('POSITIVE')
        for (const code of codesOf[dimension]) {
          if (answered.get(code) === 'YES' || answered.get(code) === 'NO') continue
          const after = dimensionResult(dimension, new Map(answered).set(code, 'YES'), profile)
          if (before.floor === 'POSITIVE') expect(after.floor).toBe('POSITIVE')
          if (before.ceiling === 'POSITIVE') expect(after.ceiling).toBe('POSITIVE')
        }
      }),
      some,
    )
  })

  test('floor is what no to all open questions gives, ceiling what yes to all gives', () => {
    fc.assert(
      fc.property(anyDimension, anyProfile, anyAnswers, (dimension, profile, values) => {
        const answered = answersOf(dimension, values)
        const closed = (value: Answer) =>
          dimensionResult(
            dimension,
            new Map([...answered].map(([code, one]) => [code, one === 'YES' || one === 'NO' ? one : value])),
            profile,
          )
        const found = dimensionResult(dimension, answered, profile)
        expect(found.floor).toBe(closed('NO').result)
        expect(found.ceiling).toBe(closed('YES').result)
      }),
      some,
    )
  })
})

describe('The next best questions are the smallest sets that would make a dimension positive', () => {
  /** By trying every set of open questions, smallest first. */
  function tried(dimension: Dimension, answered: Answered, profile: (typeof profiles)[number]) {
    const open = codesOf[dimension].filter(
      (code) => weightOf(profile, code) && ['UNKNOWN', 'NOT_ASKED'].includes(answered.get(code) ?? 'NOT_ASKED'),
    )
    for (let size = 1; size <= 3; size++) {
      const sets = subsets(open, size).filter(
        (set) =>
          dimensionResult(dimension, new Map([...answered, ...set.map((code) => [code, 'YES'] as const)]), profile).floor === 'POSITIVE',
      )
      if (sets.length > 0) return { size, sets }
    }
    return null
  }
  function subsets(codes: readonly IndicatorCode[], size: number): readonly (readonly IndicatorCode[])[] {
    if (size === 0) return [[]]
    return codes.flatMap((code, at) => subsets(codes.slice(at + 1), size - 1).map((rest) => [code, ...rest]))
  }
  const same = (set: readonly string[]): string => set.toSorted().join(' ')

  test('as trying every set shows', () => {
    fc.assert(
      fc.property(fc.constantFrom('D2', 'D4', 'D5', 'D6'), anyProfile, anyAnswers, (dimension, profile, values) => {
        const answered = answersOf(dimension, values)
        const found = dimensionResult(dimension, answered, profile)
        if (found.result !== 'UNDETERMINED') {
          expect(found.nextBest).toBeNull()
          return
        }
        const expected = tried(dimension, answered, profile)
        expect(found.nextBest?.size ?? null).toBe(expected?.size ?? null)
        if (!expected || !found.nextBest) return
        expect(found.nextBest.setCount).toBe(expected.sets.length)
        expect(found.nextBest.questions.toSorted()).toEqual([...new Set(expected.sets.flat())].toSorted())
        const all = expected.sets.map(same)
        for (const set of found.nextBest.sets) expect(all).toContain(same(set))
        expect(found.nextBest.sets).toHaveLength(Math.min(12, all.length))
        expect(new Set(found.nextBest.sets.map(same)).size).toBe(found.nextBest.sets.length)
      }),
      { numRuns: 150 },
    )
  })

  test('strongest first', () => {
    const found = dimensionResult('D5', new Map([['D5.WAGES', 'YES']]), 'AL')
    expect(found.nextBest?.size).toBe(1)
    expect(found.nextBest?.questions).toEqual(['D5.DOCS', 'D5.DEBT', 'D5.CONFINE', 'D5.VIOLENCE'])
    const empty = dimensionResult('D5', new Map(), 'AL')
    expect(empty.nextBest?.sets[0]).toEqual(['D5.DOCS', 'D5.DEBT'])
    expect(empty.nextBest?.questions.at(-1)).toBe('D5.SHAME')
    const large = dimensionResult('D3', new Map(), 'AL')
    expect(large.nextBest).toMatchObject({ size: 3, setCount: 364 + 91 * 2 })
  })

  test('what was declined keeps the ceiling open and is never proposed again', () => {
    const declined = new Map<IndicatorCode, Answer>(codesOf.D5.map((code) => [code, code === 'D5.THREAT' ? 'YES' : 'NO']))
    declined.set('D5.DEBT', 'DECLINED')
    const found = dimensionResult('D5', declined, 'AL')
    expect(found).toMatchObject({ floor: 'NEGATIVE', ceiling: 'POSITIVE', result: 'UNDETERMINED', nextBest: null, declined: ['D5.DEBT'] })
    const asked = dimensionResult('D5', new Map(declined).set('D5.DOCS', 'UNKNOWN'), 'AL')
    expect(asked.nextBest).toEqual({ size: 1, questions: ['D5.DOCS'], sets: [['D5.DOCS']], setCount: 1 })
  })
})
