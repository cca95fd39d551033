/* What is chosen for a signal and the command that it becomes. Kept nowhere: six choices are made again sooner than found by somebody else. */
import type { SignalChannel, SignalSource } from '../../domain/signals/signal-lists.ts'
import type { SiteEventType } from '../../domain/identification/site-events.ts'
import type { Place } from './place-choice.tsx'

export interface SignalTexts extends Place {
  readonly types: readonly SiteEventType[]
  readonly channel: SignalChannel | ''
  readonly source: SignalSource | ''
  readonly day: string
}
export const blankSignal: SignalTexts = { types: [], channel: '', source: '', day: '', site: '', siteName: '', area: '' }
interface Wire {
  readonly types: readonly SiteEventType[]
  readonly channel: SignalChannel
  readonly source: SignalSource
  readonly observedOn: string
  readonly site: string | null
  readonly area: string | null
}

/** `null` while something is missing: what, how it is known, where it was learned, the day. */
export function signalOf({ types, channel, source, day, site, area }: SignalTexts): Wire | null {
  if (types.length === 0 || channel === '' || source === '' || day === '') return null
  return { types: [...types], channel, source, observedOn: day, site: site || null, area: site === '' ? area || null : null }
}
