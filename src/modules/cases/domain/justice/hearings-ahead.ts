/*
Hearings that come soon, for who accompanies the person: said a week before and again on the eve (D), so that a lawyer, transport and protection can be arranged. What is said
is a number and a day count, in the one sentence that all notices have; which case and which court stand behind the key.
*/
import { addDays } from '../../../../kernel/calendar.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import type { JusticeTrack } from './justice-track.ts'

export const firstHearingRule: { readonly daysBefore: readonly number[]; readonly evidence: Evidence } = {
  daysBefore: [7, 1],
  evidence: 'D',
}

/** One for each time that it is said; a hearing that was set late is said at once. */
export const hearingsAhead = (
  tracks: ReadonlyMap<string, Pick<JusticeTrack, 'hearings'>>,
  today: string,
  { daysBefore } = firstHearingRule,
): readonly string[] =>
  [...tracks].flatMap(([track, { hearings }]) =>
    [...new Set(hearings)].flatMap((on) =>
      daysBefore.filter((days) => today <= on && today >= addDays(on, -days)).map((days) => `${track}/hearing/${on}/${days}`),
    ),
  )
