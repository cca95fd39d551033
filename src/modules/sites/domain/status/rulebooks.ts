/*
How long a colour lives, by country and day. The law changes and the sources disagree, so every period is data with its source
and an evidence mark; only V was read in the source. The text of an order always wins over these defaults. This file knows no
site: it answers what the rule was on a day.
*/
import { type Evidence, type Rulebook, rulebookOn } from '../../../../kernel/rulebook.ts'

/** One value with where it stands. `null`: this rulebook does not know the thing. */
export interface Cited<Value> {
  readonly value: Value
  readonly evidence: Evidence
  readonly source: string
}

export interface StatusRules {
  readonly country: string
  readonly greenMonths: Cited<number>
  readonly yellowMonths: Cited<number>
  /** Months before a red site may ask for a new inspection. */
  readonly redMinimumMonths: Cited<number>
  readonly redExtensionMonths: Cited<number | null>
  readonly blueMonths: Cited<number | null>
  readonly blueObjectionDays: Cited<number | null>
  /** Whether the 36 months of a lapsed green run from the day it lapsed or from the day the green began. */
  readonly blueAfterGreenCountsFrom: Cited<'lapse' | 'green'>
  readonly progressCriteria: Cited<boolean>
}
export type StatusRulebook = Rulebook<StatusRules>

/** A rulebook with the SHA-256 of its canonical text, which the caller computes: this folder has no cryptography. */
export interface PublishedRulebook {
  readonly book: StatusRulebook
  readonly hash: string
}

const cite = <const Value>(value: Value, evidence: Evidence, source: string): Cited<Value> => ({ value, evidence, source })
const notKnown = cite(null, 'D', 'not in this text')
const lapseStart = cite('lapse', 'D', 'configurable; the texts read do not say from which day the 36 months run')

export const RCM1_2011: StatusRulebook = {
  id: 'RCM1_2011',
  from: '2011-11-01',
  title: 'ICGLR Regional Certification Mechanism, manual, first edition',
  values: {
    country: '*',
    greenMonths: cite(12, 'V', 'ICGLR manual 1st ed., as cited by IPIS open-data notes'),
    yellowMonths: cite(6, 'V', 'IPIS notes and Rwandan regulation 002/2012; the CEEC page says 3'),
    redMinimumMonths: cite(6, 'V', 'CEEC page on the certification mechanism'),
    redExtensionMonths: notKnown,
    blueMonths: notKnown,
    blueObjectionDays: notKnown,
    blueAfterGreenCountsFrom: lapseStart,
    progressCriteria: cite(true, 'V', 'progress criteria were removed in the 2nd edition'),
  },
}

export const RCM2_2019: StatusRulebook = {
  id: 'RCM2_2019',
  from: '2020-01-01',
  title: 'ICGLR Regional Certification Mechanism, manual, second edition',
  values: {
    country: '*',
    greenMonths: cite(12, 'V', 'ICGLR manual 2nd ed., as cited by IPIS'),
    yellowMonths: cite(6, 'V', 'IPIS notes'),
    redMinimumMonths: cite(3, 'V', 'IPIS notes'),
    redExtensionMonths: notKnown,
    blueMonths: cite(36, 'V', 'ICGLR pages on the 2nd edition and IPIS notes'),
    blueObjectionDays: cite(10, 'S', 'IPIS notes on arrêté 0677/2021, taken over'),
    blueAfterGreenCountsFrom: lapseStart,
    progressCriteria: cite(false, 'V', 'removed in the 2nd edition'),
  },
}

export const CD_0058_2012: StatusRulebook = {
  id: 'CD_0058_2012',
  from: '2012-02-29',
  title: 'DRC, arrêté 0058/CAB.MIN/MINES/01/2012, procedures to qualify and validate gold and tin-chain sites',
  values: {
    country: 'CD',
    greenMonths: cite(12, 'S', 'default when the order is silent; one Shabunda order gave 6 months to every colour'),
    yellowMonths: cite(6, 'S', 'default when the order is silent'),
    redMinimumMonths: cite(6, 'S', 'CEEC page on the certification mechanism'),
    redExtensionMonths: notKnown,
    blueMonths: notKnown,
    blueObjectionDays: notKnown,
    blueAfterGreenCountsFrom: lapseStart,
    progressCriteria: cite(true, 'V', 'ICGLR manual 1st ed. was in force'),
  },
}

export const CD_0677_2021: StatusRulebook = {
  id: 'CD_0677_2021',
  from: '2021-11-12',
  title: 'DRC, arrêté 0677/CAB.MIN/MINES/ANSK/01/2021, procedures to determine the status of sites',
  values: {
    country: 'CD',
    greenMonths: cite(12, 'V', 'IPIS notes on arrêté 0677/2021'),
    yellowMonths: cite(6, 'V', 'IPIS notes on arrêté 0677/2021'),
    redMinimumMonths: cite(3, 'V', 'IPIS notes on arrêté 0677/2021; the CEEC page says 6'),
    redExtensionMonths: cite(6, 'V', 'order of 3 November 2025, art. 11 b of arrêté 0677/2021'),
    blueMonths: cite(36, 'V', 'IPIS notes on arrêté 0677/2021'),
    blueObjectionDays: cite(10, 'V', 'IPIS notes on arrêté 0677/2021'),
    blueAfterGreenCountsFrom: lapseStart,
    progressCriteria: cite(false, 'V', 'ICGLR manual 2nd ed.'),
  },
}

export const RW_002_2012: StatusRulebook = {
  id: 'RW_002_2012',
  from: '2012-03-28',
  title: 'Rwanda, regulation 002/2012 on the regional certification mechanism',
  values: {
    country: 'RW',
    greenMonths: cite(12, 'U', 'ICGLR default; the regulation was not read whole'),
    yellowMonths: cite(6, 'V', 'regulation 002/2012'),
    redMinimumMonths: cite(6, 'U', 'the regulation says suspended, without a length that could be read'),
    redExtensionMonths: notKnown,
    blueMonths: notKnown,
    blueObjectionDays: notKnown,
    blueAfterGreenCountsFrom: lapseStart,
    progressCriteria: cite(true, 'U', 'ICGLR manual 1st ed.'),
  },
}

const regional = [RCM1_2011, RCM2_2019] as const
const byCountry: { readonly [country: string]: readonly [StatusRulebook, ...StatusRulebook[]] } = {
  CD: [RCM1_2011, CD_0058_2012, CD_0677_2021],
  RW: [RCM1_2011, RW_002_2012],
}
export const statusRulebooks: readonly StatusRulebook[] = [RCM1_2011, RCM2_2019, CD_0058_2012, CD_0677_2021, RW_002_2012]

/** The rulebook of a country (ISO alpha-2) on a day; a country without its own text follows the regional manual. */
export const statusRulebookOn = (country: string, day: string): StatusRulebook => rulebookOn(byCountry[country] ?? regional, day)

/** Default length in calendar months of a colour that an order left open; `null`: it has no end of its own. */
export function defaultMonths(colour: 'green' | 'yellow' | 'red' | 'blue', rules: StatusRules): number | null {
  if (colour === 'green') return rules.greenMonths.value
  if (colour === 'yellow') return rules.yellowMonths.value
  if (colour === 'red') return rules.redMinimumMonths.value
  return rules.blueMonths.value
}
