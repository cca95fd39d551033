/*
The mark of the telephone: none when everything is safe, a grey arrow when something waits for the network, orange when a person must look,
red when sending failed. Being without network is not an error: that is what the telephone is for.
*/
export type MarkKind = 'safe' | 'waiting' | 'sending' | 'needs-you' | 'error'
export interface Mark {
  readonly kind: MarkKind
  /** Of what the mark speaks: waiting or refused items. */
  readonly n: number
}
export interface MarkParts {
  readonly isRunning: boolean
  readonly unsent: number
  readonly trouble: string | null
  /** Of each item on the shelves; `stuck`: the server keeps it and waits for what this telephone cannot bring. */
  readonly states: readonly string[]
  /** Drafts of which two versions wait for a person. */
  readonly parted?: number
}

export function markOf({ isRunning, unsent, trouble, states, parted = 0 }: MarkParts): Mark {
  const asking = states.filter((state) => state === 'refused' || state === 'not-valid' || state === 'stuck').length + parted
  if (trouble !== null && trouble !== 'offline') return { kind: 'error', n: unsent }
  if (asking > 0) return { kind: 'needs-you', n: asking }
  if (isRunning && unsent > 0) return { kind: 'sending', n: unsent }
  return unsent > 0 ? { kind: 'waiting', n: unsent } : { kind: 'safe', n: 0 }
}

/** From five minutes on the clock is called wrong; null while it is right or unknown. */
export const clockFault = (offsetSeconds: number | null): { readonly minutes: number; readonly isFast: boolean } | null =>
  offsetSeconds === null || Math.abs(offsetSeconds) <= 300
    ? null
    : { minutes: Math.round(Math.abs(offsetSeconds) / 60), isFast: offsetSeconds > 0 }

/** On which shelf an item of the outbox lies. What the server keeps until its predecessors arrive has not been taken yet; a refused one lies with the
 * sent ones when somebody has put it away. */
export const shelfOf = ({ state, isDismissed }: { readonly state: string; readonly isDismissed: boolean }): 'ready' | 'sent' =>
  state === 'taken' || isDismissed ? 'sent' : 'ready'
