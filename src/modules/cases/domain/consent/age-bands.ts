/*
Who may consent, by age. The ages were not read in any law (U): each country writes its own bands and the screens show the mark. A band, never
a date of birth, comes in; a disputed or unknown age is taken for the youngest band it could be by whoever chooses it.
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'

export interface AgeBand {
  readonly band: string
  readonly fromYears: number
  /** `null`: no end. */
  readonly belowYears: number | null
  readonly self: 'yes' | 'if-mature' | 'no'
  /** Whether a guardian must agree. */
  readonly guardian: 'no' | 'unless-unsafe' | 'yes'
  /** What the child's own word is worth: heard, or needed. */
  readonly child: 'none' | 'heard' | 'assents'
  readonly evidence: Evidence
}
const band = (fromYears: number, belowYears: number | null, who: Pick<AgeBand, 'self' | 'guardian' | 'child'>): AgeBand => ({
  ...{ band: belowYears === null ? `${fromYears}-and-over` : `${fromYears}-${belowYears - 1}`, fromYears, belowYears },
  ...{ ...who, evidence: 'U' },
})
/** Who is an adult is settled by nobody here: the age of eighteen stands in the convention on the rights of the child. */
const ADULT = 18
/** The years from which a child is heard, must agree, and may consent where they understand. */
export const bandsFrom = (
  { heard, assents, mature }: { readonly heard: number; readonly assents: number; readonly mature: number },
  evidence: Evidence,
): readonly AgeBand[] =>
  [
    band(0, heard, { self: 'no', guardian: 'yes', child: 'none' }),
    band(heard, assents, { self: 'no', guardian: 'yes', child: 'heard' }),
    band(assents, mature, { self: 'no', guardian: 'yes', child: 'assents' }),
    band(mature, ADULT, { self: 'if-mature', guardian: 'unless-unsafe', child: 'assents' }),
    band(ADULT, null, { self: 'yes', guardian: 'no', child: 'none' }),
  ].map((one) => ({ ...one, evidence }))
/** Of a body that chose none; and, whatever a body chose, the bands in which ages are coded for services and statistics. */
export const firstAgeBands: readonly AgeBand[] = bandsFrom({ heard: 6, assents: 11, mature: 15 }, 'U')

/** Asked until an age is known. */
export function youngestBand(bands: readonly AgeBand[]): AgeBand {
  const [youngest] = bands.toSorted((a, b) => a.fromYears - b.fromYears)
  if (!youngest) throw new Error('a country without age bands')
  return youngest
}

/** On the device, where the age is known; a gap between bands is a mistake of the country pack, and the youngest band answers. */
export const bandOf = (years: number, bands: readonly AgeBand[]): AgeBand | undefined =>
  bands.find((one) => years >= one.fromYears && (one.belowYears === null || years < one.belowYears)) ??
  bands.toSorted((a, b) => a.fromYears - b.fromYears)[0]

/** Bands of a country without gap or overlap, from birth on. */
export function areWhole(bands: readonly AgeBand[]): boolean {
  const sorted = bands.toSorted((a, b) => a.fromYears - b.fromYears)
  const meets = sorted.every((one, at) => one.fromYears === (at === 0 ? 0 : sorted[at - 1]?.belowYears))
  return meets && sorted.at(-1)?.belowYears === null
}

export interface Giver {
  readonly givenBy: 'self' | 'parent' | 'guardian' | 'other'
  readonly assentOfChild: 'yes' | 'no' | 'not-applicable'
  readonly guardianAgrees: 'yes' | 'no' | 'unsafe-to-ask' | 'not-applicable'
}
export interface Minor {
  readonly isMature: boolean
  /** A trained worker and a supervisor decided in place of a guardian who is not safe or not there. */
  readonly isDecidedInBestInterests: boolean
}
/** Whether it was given by who may give it. */
export function isGivenByWhoMay(giver: Giver, rule: AgeBand, { isMature, isDecidedInBestInterests }: Minor): boolean {
  const child = rule.child === 'none' || (rule.child === 'heard' ? giver.assentOfChild !== 'not-applicable' : giver.assentOfChild === 'yes')
  if (giver.givenBy === 'self') {
    if (rule.self === 'yes') return true
    if (rule.self === 'no' || !isMature) return false
    return giver.guardianAgrees === 'yes' || giver.guardianAgrees === 'unsafe-to-ask' || isDecidedInBestInterests
  }
  if (rule.self === 'yes') return false
  return giver.givenBy === 'other' ? isDecidedInBestInterests && child : child
}
