import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { codesOf, dimensions, iloIndicators, indicatorCodes } from './indicator-codes.ts'
import { ILO_EC_2009_V1, ILO_EC_2009_V1_SHA256, type Profile, iloTagsOf, instrumentText, weightOf } from './instrument-ilo-ec-2009-v1.ts'

const inTable = (profile: Profile) => indicatorCodes.filter((code) => weightOf(profile, code) !== null)
const strong = (profile: Profile) => indicatorCodes.filter((code) => weightOf(profile, code) === 'S')

describe('The instrument ILO_EC_2009_v1 is the table of the text', () => {
  test('67 indicators for adults, 10/10/16/9/15/7 by dimension; two fewer for children', () => {
    expect(dimensions.map((dimension) => codesOf[dimension].length)).toEqual([10, 10, 16, 9, 15, 7])
    expect(inTable('AL')).toHaveLength(67)
    expect(new Set(indicatorCodes).size).toBe(67)
    expect(indicatorCodes.filter((code) => !inTable('CL').includes(code))).toEqual(['D3.FALSELAW', 'D4.NOSOC'])
    for (const dimension of dimensions) for (const code of codesOf[dimension]) expect(code.startsWith(`${dimension}.`)).toBe(true)
  })

  test('strong and weak ones, read from the text a second time', () => {
    expect(strong('AL')).toEqual(['D1.JOB', 'D2.VIOLENCE', 'D4.HOURS', 'D5.DOCS', 'D5.DEBT', 'D5.CONFINE', 'D5.VIOLENCE'])
    expect(strong('CL')).toEqual([
      ...['D1.JOB', 'D1.EDU', 'D2.VIOLENCE', 'D2.THREAT', 'D2.ABDUCT', 'D2.DEBT', 'D4.HOURS', 'D5.DOCS', 'D5.DEBT', 'D5.CONFINE'],
      ...['D5.VIOLENCE', 'D5.THREAT', 'D5.ILLICIT', 'D5.TASKS', 'D5.INFLUENCE'],
    ])
    expect(indicatorCodes.filter((code) => weightOf('AL', code) === 'W')).toEqual([
      ...['D1.EDU', 'D3.BELIEF', 'D3.CONTEXT', 'D4.NOEDU', 'D5.SHAME', 'D6.PAST', 'D6.PERSONAL'],
    ])
    expect(indicatorCodes.filter((code) => weightOf('CL', code) === 'W')).toEqual([])
  })

  test('the sexual profiles differ where it is known, and every profile says that its weights are not confirmed', () => {
    const differ = (profile: Profile, from: Profile) =>
      indicatorCodes.filter((code) => weightOf(profile, code) !== weightOf(from, code)).map((code) => `${code} ${weightOf(profile, code)}`)
    expect(differ('AS', 'AL')).toEqual(['D4.HOURS M', 'D5.TASKS S'])
    expect(differ('CS', 'CL')).toEqual(['D4.HAZARD S'])
    expect(weightOf('CS', 'D5.TASKS')).toBe('S')
    const { banners, sexualProfiles, items } = ILO_EC_2009_V1.values
    expect(sexualProfiles.provisional).toBe(true)
    for (const profile of ['AS', 'CS'] as const) expect(banners[profile]).toContain('provisional-weights')
    for (const profile of ['AL', 'CL', 'AS', 'CS'] as const) expect(banners[profile]).toContain('weights-pending-verification')
    for (const one of Object.values(items)) expect(one.evidence).not.toBe('V')
  })

  test('is frozen: its hash is that of its text', () => {
    expect(createHash('sha256').update(instrumentText).digest('hex')).toBe(ILO_EC_2009_V1_SHA256)
  })

  test('each of the eleven ILO indicators is reached by a code; two codes speak of none', () => {
    expect(iloTagsOf(indicatorCodes).map((one) => one.indicator)).toEqual(iloIndicators)
    expect(indicatorCodes.filter((code) => ILO_EC_2009_V1.values.items[code].ilo.length === 0)).toEqual(['D5.ILLICIT', 'D5.TASKS'])
    expect(iloTagsOf(['D5.DOCS', 'D5.CONFINE'])).toEqual([
      ...[{ indicator: 'RESTRICTION_OF_MOVEMENT', codes: ['D5.CONFINE'] }],
      ...[{ indicator: 'ISOLATION', codes: ['D5.CONFINE'] }],
      ...[{ indicator: 'RETENTION_OF_DOCUMENTS', codes: ['D5.DOCS'] }],
    ])
  })
})
