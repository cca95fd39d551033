/*
A site's history as the time line shows it: bands of status, visits, facts. The screen makes it from the server's answer; the
picture and its table are drawn from the same value, so they cannot disagree.
*/
import { dateText } from '../../../../kernel/phrase.ts'
import type { Translate } from '../../../../app/words.ts'
import type { Colour, Standing } from '../../contract.ts'
import type { Band, Mark } from './lay-out-timeline.ts'

export interface StatusBand extends Band {
  /** The colour that people read. */
  readonly colour: Colour | 'none'
  readonly basis: Standing['basis']
  /** The stretch after the clock of that colour ran out. */
  readonly lapsed: boolean
  readonly held: boolean
  readonly orderNumber: string | null
  /** First day after a band whose clock ran out; `null` where something newer ended it, or nothing has. */
  readonly lapsesOn: string | null
  /** In the stretch after: what the rule makes of the site, where it is another colour. */
  readonly treatedAs: Colour | 'none' | null
  /** In a red that no order gave: the colour whose end led to it. */
  readonly after: Colour | null
  /** The label, and in the stretch after also the colour: for the table and the tip, which have the room. */
  readonly full: string
}
export interface HistoryMark extends Mark {
  readonly kind: 'visit' | 'desk' | 'fact' | 'order' | 'alarm'
  readonly source: string | null
}
/** A hold from its first day to its lifting. */
export interface HoldBand extends Band {
  readonly by: string
}
/** Lanes under the bands, in their order: who went, what was found, what was ordered, what third parties wrote. */
export const laneNames = ['visits', 'findings', 'orders', 'facts'] as const
export type LaneName = (typeof laneNames)[number]
export interface History {
  readonly bands: readonly StatusBand[]
  readonly holds: readonly HoldBand[]
  readonly lanes: { readonly [Name in LaneName]: readonly HistoryMark[] }
}

type Worded = Omit<StatusBand, 'label' | 'short' | 'full'>

/** The band with its words: `vert · 0231/2025, échu le 11-10-2026`, then `échu, traité comme bleu`; `vert, rapporté`. */
export function wordBand(t: Translate, band: Worded): StatusBand {
  const colour = t(`status.${band.colour}`).toLowerCase()
  const reported = band.basis === 'reported' && band.colour !== 'none' ? t('status.reported') : null
  const held = band.held ? t('status.hold') : null
  if (band.lapsed) {
    const treated = band.treatedAs === null ? null : t('timeline.treated-as', { colour: t(`status.${band.treatedAs}`).toLowerCase() })
    const label = listed(t('status.lapsed'), treated, held)
    return { ...band, label, short: t('status.lapsed'), full: listed(colour, reported, label) }
  }
  const after = band.after === null ? null : t('timeline.after', { colour: t(`status.${band.after}`).toLowerCase() })
  const number = band.after === null ? band.orderNumber : null
  const ends = band.lapsesOn === null ? null : t('timeline.lapsed-on', { date: dateText(band.lapsesOn) })
  const named = listed(colour, reported, held, after)
  const label = listed(number === null ? named : `${named} · ${number}`, ends)
  return { ...band, label, short: colour, full: label }
}

const listed = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ')
