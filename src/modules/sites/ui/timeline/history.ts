/*
A site's history as the time line shows it: bands of status, visits, facts. The screen makes it from the server's answer; the
picture and its table are drawn from the same value, so they cannot disagree.
*/
import { dateText } from '../../../../app/phrase.ts'
import { isLapsedGreen } from '../../../../app/kit/status-mark.tsx'
import type { Translate } from '../../../../app/words.ts'
import type { Colour, Standing } from '../../contract.ts'
import type { Band, Mark } from './lay-out-timeline.ts'

export interface StatusBand extends Band {
  readonly colour: Colour | 'none'
  readonly basis: Standing['basis']
  readonly lapsed: boolean
  readonly held: boolean
  readonly orderNumber: string | null
  readonly validUntil: string | null
}
export interface HistoryMark extends Mark {
  readonly kind: 'visit' | 'desk' | 'fact' | 'alarm'
  readonly source: string | null
}
export interface History {
  readonly bands: readonly StatusBand[]
  readonly visits: readonly HistoryMark[]
  readonly facts: readonly HistoryMark[]
}

/** The words inside a band: `vert · 0047/2025`, `vert, échu le 11-10-2026`, `vert, rapporté`. */
export function bandLabel(t: Translate, band: Omit<StatusBand, 'label' | 'short'>): string {
  if (isLapsedGreen(band)) return t('timeline.lapsed-green')
  const parts = [t(`status.${band.colour}`).toLowerCase()]
  if (band.basis === 'reported' && band.colour !== 'none') parts.push(t('status.reported'))
  if (band.held) parts.push(t('status.hold'))
  if (band.lapsed) parts.push(band.validUntil === null ? t('status.lapsed') : t('timeline.lapsed-on', { date: dateText(band.validUntil) }))
  const words = parts.join(', ')
  return band.orderNumber === null ? words : `${words} · ${band.orderNumber}`
}
