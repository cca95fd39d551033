/*
Two rounds of a zone beside each other, place by place: the site of the register, else the name that the halls gave it. What one round spoke of and the next did not is
"not looked again", never "over". Which way interference and victims went is said by the rules of sheets (sheets/diff.ts).
*/
import type { HallEntry, WorkshopContent } from '../../contract-workshops.ts'
import type { RoundVerdict } from '../../contract-sheet-answers.ts'
import { type RoundChange, type RoundSheet, diffRounds } from '../sheets/diff.ts'
import { foldedActor } from '../folded.ts'

export type Verdict = RoundVerdict
export interface HallRound extends RoundSheet {
  readonly entry: HallEntry
}
const keyOf = ({ content: { place } }: HallEntry): string =>
  place.site ?? `${place.territoire ?? place.province} ${foldedActor(place.provisionalName ?? '')}`

/** Of several entries on one place the last on the wall speaks. */
const sheetsOf = ({ entries, convened }: WorkshopContent): HallRound[] =>
  entries.map((entry) => ({ key: keyOf(entry), version: entry.number, asOf: convened.lastDay, content: entry.content, entry }))

export const compareRounds = (before: WorkshopContent, after: WorkshopContent): readonly RoundChange<HallRound>[] =>
  diffRounds(sheetsOf(before), sheetsOf(after))
