/* The headings of reports on trafficking, counted. Plain sums: which of them may leave the house is for the rules of disclosure to say. */
import type { JusticeState, JusticeTrack } from './justice-track.ts'

export interface JusticeFigures {
  readonly investigations: number
  readonly prosecutions: number
  readonly convictions: number
  /** Of these, for what it was: the others were convicted of something less. */
  readonly convictionsAsTrafficking: number
  readonly withOfficialInvolved: number
  readonly victimsParticipating: number
  /** Mean of sentences in months; `null`: none was given. */
  readonly meanSentenceMonths: number | null
}
const passed = (track: JusticeTrack, state: JusticeState): boolean => track.passed.includes(state)

export function justiceFigures(tracks: readonly JusticeTrack[]): JusticeFigures {
  const count = (holds: (track: JusticeTrack) => boolean): number => tracks.filter(holds).length
  const isConvicted = (track: JusticeTrack): boolean => track.verdict === 'convicted' || track.verdict === 'other-offence'
  const months = tracks.map((track) => track.months).filter((value) => value !== null)
  return {
    investigations: count((track) => passed(track, 'investigation')),
    prosecutions: count((track) => passed(track, 'charged')),
    convictions: count(isConvicted),
    convictionsAsTrafficking: count((track) => track.verdict === 'convicted' && track.qualifiedAs === 'trafficking'),
    withOfficialInvolved: count((track) => track.isOfficialInvolved),
    victimsParticipating: count((track) => track.isVictimParticipating),
    meanSentenceMonths: months.length === 0 ? null : months.reduce((sum, value) => sum + value, 0) / months.length,
  }
}
