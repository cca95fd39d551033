/* What is chosen for a signal and the command that it becomes. Kept nowhere: six choices are made again sooner than found by somebody else. */
import type { SignalChannel, SignalSource } from '../../domain/signals/signal-lists.ts'
import type { SiteEventType } from '../../domain/identification/site-events.ts'
import type { Place } from './place.ts'

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

/** Whether the list below the form is asked for. On a telephone who only sends gets nothing back: it may be searched. */
export function mayReadBack({ capabilities }: { readonly capabilities: readonly string[] }, onTelephone: boolean): boolean {
  return !onTelephone || readers.some((one) => capabilities.includes(one))
}
const readers: readonly string[] = ['cases.work', 'cases.supervise', 'cases.protect-data', 'cases.statistics']
/** What stays on the screen of a telephone after sending: what kind and which day, and not where. */
export const receiptOf = ({ types, day }: Pick<SignalTexts, 'types' | 'day'>): SignalReceipt => ({ types, day })
export interface SignalReceipt {
  readonly types: readonly SiteEventType[]
  readonly day: string
}
