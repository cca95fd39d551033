/*
The weights of the ILO/EC operational indicators, as dated data. They were read in a secondary transcription (S) and must be keyed in again
from ILO's own tables by a person, so every result carries a banner. The tables of the two sexual profiles were not obtained (U): they run on
the labour tables with the few differences that are known, and say so besides. Published means frozen: the hash below is that of the
canonical text, a test recomputes it, and an assessment keeps it. A correction is a new instrument, never an edit of this one.
*/
import { type Evidence, type Rulebook, rulebookText } from '../../../../kernel/rulebook.ts'
import { type IloIndicator, type IndicatorCode, iloIndicators, inOrder, indicatorCodes } from './indicator-codes.ts'

export const weights = ['S', 'M', 'W'] as const
/** Strong, medium, weak. */
export type Weight = (typeof weights)[number]
export const profiles = ['AL', 'CL', 'AS', 'CS'] as const
/** Adult or child, labour or sexual exploitation. */
export type Profile = (typeof profiles)[number]
export const banners = ['weights-pending-verification', 'provisional-weights'] as const
export type BannerCode = (typeof banners)[number]

interface Item {
  /** Numbers of the eleven ILO indicators. */
  readonly ilo: readonly number[]
  readonly AL: Weight
  /** `null`: not in the children's table. */
  readonly CL: Weight | null
  readonly evidence: Evidence
}
interface Override {
  readonly profile: 'AS' | 'CS'
  readonly code: IndicatorCode
  readonly weight: Weight
  readonly evidence: Evidence
  readonly source: string
}
interface InstrumentValues {
  readonly source: string
  readonly items: { readonly [code in IndicatorCode]: Item }
  readonly sexualProfiles: { readonly provisional: true; readonly evidence: Evidence; readonly overrides: readonly Override[] }
  readonly positiveWhen: { readonly clauses: readonly string[]; readonly evidence: Evidence; readonly source: string }
  readonly banners: { readonly [profile in Profile]: readonly BannerCode[] }
}
export type Instrument = Rulebook<InstrumentValues>

const ABUSE = [1] as const
const item = (ilo: readonly number[], AL: Weight, CL: Weight | null): Item => ({ ilo, AL, CL, evidence: 'S' })
const override = (profile: 'AS' | 'CS', code: IndicatorCode, more: Pick<Override, 'weight' | 'evidence' | 'source'>): Override => ({
  ...{ profile, code },
  ...more,
})

export const ILO_EC_2009_V1: Instrument = {
  id: 'ILO_EC_2009_v1',
  from: '2009-01-01',
  title: 'ILO/EC operational indicators of trafficking in human beings (2009)',
  values: {
    source: 'Secondary transcription of the ILO tables (WCMS_105023, WCMS_105035); to be keyed in again from the source',
    items: {
      'D1.JOB': item([2], 'S', 'S'),
      'D1.WAGE': item([2, 8], 'M', 'M'),
      'D1.COND': item([2], 'M', 'M'),
      'D1.CONTRACT': item([2], 'M', 'M'),
      'D1.HOUSING': item([2], 'M', 'M'),
      'D1.STATUS': item([2, 1], 'M', 'M'),
      'D1.TRAVEL': item([2, 9], 'M', 'M'),
      'D1.FAMILY': item([2], 'M', 'M'),
      'D1.MARRIAGE': item([2], 'M', 'M'),
      'D1.EDU': item([2], 'W', 'S'),
      'D2.VIOLENCE': item([5], 'S', 'S'),
      'D2.THREAT': item([6], 'M', 'S'),
      'D2.ABDUCT': item([5, 6], 'M', 'S'),
      'D2.DEBT': item([9], 'M', 'S'),
      'D2.DOCS': item([7], 'M', 'M'),
      'D2.CONFINE': item([3, 4], 'M', 'M'),
      'D2.DENOUNCE': item([6], 'M', 'M'),
      'D2.SHAME': item([6], 'M', 'M'),
      'D2.FAMVIOL': item([5, 6], 'M', 'M'),
      'D2.MONEY': item([8], 'M', 'M'),
      'D3.FAMDIFF': item(ABUSE, 'M', 'M'),
      'D3.PERSONAL': item(ABUSE, 'M', 'M'),
      'D3.ILLEGAL': item(ABUSE, 'M', 'M'),
      'D3.DEPEND': item(ABUSE, 'M', 'M'),
      'D3.LANG': item(ABUSE, 'M', 'M'),
      'D3.AUTH': item(ABUSE, 'M', 'M'),
      'D3.INFO': item(ABUSE, 'M', 'M'),
      'D3.PAST': item(ABUSE, 'M', 'M'),
      'D3.CONTROL': item(ABUSE, 'M', 'M'),
      'D3.TRAVELORG': item(ABUSE, 'M', 'M'),
      'D3.ECON': item(ABUSE, 'M', 'M'),
      'D3.BELIEF': item(ABUSE, 'W', 'M'),
      'D3.FALSEMIG': item(ABUSE, 'M', 'M'),
      'D3.CONTEXT': item(ABUSE, 'W', 'M'),
      'D3.FALSELAW': item(ABUSE, 'M', null),
      'D3.FAMILY': item(ABUSE, 'M', 'M'),
      'D4.HOURS': item([11], 'S', 'S'),
      'D4.LOWPAY': item([8], 'M', 'M'),
      'D4.WAGEMAN': item([8, 9], 'M', 'M'),
      'D4.LIVING': item([10], 'M', 'M'),
      'D4.VERYBAD': item([10], 'M', 'M'),
      'D4.HAZARD': item([10], 'M', 'M'),
      'D4.NOLAW': item([10], 'M', 'M'),
      'D4.NOSOC': item([10], 'M', null),
      'D4.NOEDU': item([10], 'W', 'M'),
      'D5.DOCS': item([7], 'S', 'S'),
      'D5.DEBT': item([9], 'S', 'S'),
      'D5.CONFINE': item([3, 4], 'S', 'S'),
      'D5.VIOLENCE': item([5], 'S', 'S'),
      'D5.THREAT': item([6], 'M', 'S'),
      'D5.ILLICIT': item([], 'M', 'S'),
      'D5.TASKS': item([], 'M', 'S'),
      'D5.INFLUENCE': item([1, 6], 'M', 'S'),
      'D5.PEERS': item([6], 'M', 'M'),
      'D5.LIE': item([6, 4], 'M', 'M'),
      'D5.DENOUNCE': item([6], 'M', 'M'),
      'D5.WORSE': item([6], 'M', 'M'),
      'D5.FAMVIOL': item([5, 6], 'M', 'M'),
      'D5.WAGES': item([8], 'M', 'M'),
      'D5.SHAME': item([6], 'W', 'M'),
      'D6.DEPEND': item(ABUSE, 'M', 'M'),
      'D6.UNKNOWN': item(ABUSE, 'M', 'M'),
      'D6.ECON': item(ABUSE, 'M', 'M'),
      'D6.FAMILY': item(ABUSE, 'M', 'M'),
      'D6.AUTH': item(ABUSE, 'M', 'M'),
      'D6.PAST': item(ABUSE, 'W', 'M'),
      'D6.PERSONAL': item(ABUSE, 'W', 'M'),
    },
    sexualProfiles: {
      provisional: true,
      evidence: 'U',
      overrides: [
        override('AS', 'D5.TASKS', { weight: 'S', evidence: 'S', source: 'Forced tasks or clients are strong for adults, sexual' }),
        override('AS', 'D4.HOURS', {
          ...{ weight: 'M', evidence: 'U' },
          source: 'The exploitation dimension has no strong item; the source does not name the profile, and medium is our reading',
        }),
        override('CS', 'D5.TASKS', { weight: 'S', evidence: 'S', source: 'Forced tasks or clients are strong for children, sexual' }),
        override('CS', 'D4.HAZARD', { weight: 'S', evidence: 'S', source: 'Hazardous work is strong for children, sexual' }),
      ],
    },
    positiveWhen: {
      clauses: ['2S', '1S+1M', '1S+1W', '3M', '2M+1W'],
      evidence: 'S',
      source: 'ILO brochure, page 3, as cited by the transcription',
    },
    banners: {
      AL: ['weights-pending-verification'],
      CL: ['weights-pending-verification'],
      AS: ['weights-pending-verification', 'provisional-weights'],
      CS: ['weights-pending-verification', 'provisional-weights'],
    },
  },
}
/** SHA-256 of `instrumentText`. */
export const ILO_EC_2009_V1_SHA256 = '3b446670b895729d8a81305f0fafef677595034c8e9b989e5e2c60aa14aa1582'
export const instrumentText = rulebookText(ILO_EC_2009_V1)

function weighed(profile: Profile): ReadonlyMap<IndicatorCode, Weight> {
  const { items, sexualProfiles } = ILO_EC_2009_V1.values
  const base = profile === 'AL' || profile === 'AS' ? 'AL' : 'CL'
  const found = new Map<IndicatorCode, Weight>()
  for (const code of indicatorCodes) {
    const changed = sexualProfiles.overrides.find((one) => one.profile === profile && one.code === code)
    const weight = changed?.weight ?? items[code][base]
    if (weight) found.set(code, weight)
  }
  return found
}
const tables: { readonly [profile in Profile]: ReadonlyMap<IndicatorCode, Weight> } = {
  ...{ AL: weighed('AL'), CL: weighed('CL'), AS: weighed('AS'), CS: weighed('CS') },
}
/** What an indicator weighs in a profile; `null` where it is not in that profile's table and does not count. */
export const weightOf = (profile: Profile, code: IndicatorCode): Weight | null => tables[profile].get(code) ?? null

/** The eleven ILO indicators that codes speak of, in ILO's order, with the codes; deliberately without a count. */
export function iloTagsOf(
  codes: readonly IndicatorCode[],
): readonly { readonly indicator: IloIndicator; readonly codes: readonly IndicatorCode[] }[] {
  const { items } = ILO_EC_2009_V1.values
  return iloIndicators
    .map((indicator, at) => ({ indicator, codes: codes.filter((code) => items[code].ilo.includes(at + 1)).toSorted(inOrder) }))
    .filter((one) => one.codes.length > 0)
}
