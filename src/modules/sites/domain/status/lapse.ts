/*
What people read of a status when a clock ran out. The rule may treat a green that nobody renewed as blue, later as red; who looks
at a list must still read that a *green* lapsed, and since when. This file knows no rule: it only chooses between what the rule says
(`colour`) and what ran out (`lapse`). Rights follow `allows`, never this.
*/
import { daysBetween } from '../../../../kernel/calendar.ts'
import type { Colour } from '../../contract.ts'

/** A colour whose period ended, and the first day on which it no longer ran. */
export interface Lapse {
  readonly colour: Colour
  readonly on: string
}
export interface Legible {
  /** The colour that people read, and by which lists count and filter. */
  readonly shown: Colour | 'none'
  readonly lapse: Lapse | null
}

/** A lapsed green stays a green that lapsed for whoever reads, until the rule makes it red: that is a colour of its own. */
export function legible(colour: Colour | 'none', lapse: Lapse | null): Legible {
  return { shown: lapse !== null && colour !== 'red' ? lapse.colour : colour, lapse }
}

/** Whether the colour that people read is the one that ran out; false for the red that follows a lapsed green or blue. */
export const isOver = ({ shown, lapse }: Legible): boolean => lapse !== null && lapse.colour === shown

/** The end that belongs to the colour people read: the day on which it ran out, or on which it will; `null` without an end. */
export const shownEnd = (standing: Legible & { readonly validUntil: string | null }): string | null =>
  isOver(standing) && standing.lapse !== null ? standing.lapse.on : standing.validUntil

/** Whole days from the lapse to the day; 0 on the first day that is no longer covered. */
export const daysSince = ({ on }: Lapse, asOf: string): number => Math.max(0, daysBetween(on, asOf))
