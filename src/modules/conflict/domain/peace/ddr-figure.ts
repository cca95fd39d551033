/*
A figure of disarmament: recorded once, never changed; a correction is a new figure that names the one it replaces. Two spellings of one programme are one.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, instant, orNull, record, text } from '../../../../kernel/schema.ts'
import { RecordDdrFigure } from '../../contract-peace.ts'
import { foldedActor } from '../folded.ts'

export const DdrRecorded = record({ ...RecordDdrFigure.shape, at: instant(), body: orNull(text(60)) })
export type DdrRecorded = Infer<typeof DdrRecorded>
export const ddrKinds = { 'ddr-figure.recorded.v1': DdrRecorded } as const
export type DdrEvent = DomainEvent<'ddr-figure.recorded.v1', DdrRecorded>
export interface DdrContext {
  readonly now: string
  readonly today: string
  readonly organisation: string | null
  readonly isPlaceKnown: boolean
  readonly isNear: boolean
  /** Of the figure that it corrects: `null` where it corrects none, `unknown`, or what it was about and whether another corrected it already. */
  readonly corrected: null | 'unknown' | { readonly programme: string; readonly province: string; readonly isCorrected: boolean }
}
export type DdrCommand = { readonly type: 'record' } & Infer<typeof RecordDdrFigure>

export const ddrDecider: Decider<boolean, DdrCommand, DdrEvent, DdrContext> = {
  initial: false,
  decide: (isThere, { type: _record, ...figure }, { now, today, organisation, isPlaceKnown, isNear, corrected }) => {
    if (isThere) return refused('ddr-figure-there')
    if (!isPlaceKnown) return refused('unknown-ddr-place')
    if (!isNear) return refused('outside-your-territory')
    if (figure.asOf > today) return refused('ddr-day-in-the-future')
    const { men, women, children, weapons, rounds, explosives, expected } = figure
    if ([men, women, children, weapons, rounds, explosives, expected].every((one) => one === null)) return refused('ddr-figure-empty')
    if (corrected === 'unknown') return refused('unknown-ddr-figure')
    if (corrected?.isCorrected === true) return refused('ddr-figure-corrected-already')
    if (corrected && (foldedActor(corrected.programme) !== foldedActor(figure.programme) || corrected.province !== figure.province))
      return refused('ddr-figure-of-another')
    return accepted([{ kind: 'ddr-figure.recorded.v1', payload: { ...figure, at: now, body: organisation } }])
  },
  evolve: () => true,
}
