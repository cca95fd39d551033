/*
A figure of disarmament: recorded once, never changed; a correction is a new figure that names the one it replaces. Below a province, and of one group, few
children are not shown, nor the others of the same programme and province by which they could be worked out (D).
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { disclosureRules, shownCount } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, instant, orNull, record, text } from '../../../../kernel/schema.ts'
import { RecordDdrFigure, type ShownSum } from '../../contract-peace.ts'

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
    if (corrected && (corrected.programme !== figure.programme || corrected.province !== figure.province))
      return refused('ddr-figure-of-another')
    return accepted([{ kind: 'ddr-figure.recorded.v1', payload: { ...figure, at: now, body: organisation } }])
  },
  evolve: () => true,
}

export const LEAST_CHILDREN = disclosureRules.leastOutside.value
type Cell = Pick<DdrRecorded, 'programme' | 'province' | 'territoire' | 'actor' | 'children'>
const isNarrow = ({ territoire, actor }: Cell): boolean => territoire !== undefined || actor !== undefined
const isSmall = (one: Cell): boolean =>
  isNarrow(one) && one.children !== null && 'withheld' in shownCount(one.children, { least: LEAST_CHILDREN, floorTo: 1 })

/** Children of one figure, among all that are shown. Cost: one pass for each figure; a programme has some dozens. */
export function childrenShown(one: Cell, all: readonly Cell[]): ShownSum {
  if (one.children === null) return { is: 'not-given' }
  if (isSmall(one)) return { is: 'withheld', because: 'below-minimum' }
  const isBeside =
    isNarrow(one) && all.some((other) => other.programme === one.programme && other.province === one.province && isSmall(other))
  return isBeside ? { is: 'withheld', because: 'complement' } : { is: 'shown', n: one.children }
}
