/*
A hand scanner is a keyboard that types fast and ends with Enter. Where no field has the focus everything since the last pause is the code: a reader may be
slow and a telephone busy, and a code of which the beginning is missing looks like another tag. In a field fingers type too: there the pace of the
whole tells a scanner, never a single gap.
*/
export interface Burst {
  readonly text: string
  readonly firstAt: number
  readonly lastAt: number
  /** What the field with the focus held before the burst began. */
  readonly before: string | null
}
export const noBurst: Burst = { text: '', firstAt: 0, lastAt: 0, before: null }

/** A longer silence begins anew (D): between two bags, and between two words in a field. */
const SILENCE_MS = { outside: 1_500, inField: 400 }
/** On the average of a burst: fast typists stay above 60 ms between keys, most scanners below 30 (D). */
const PACE_IN_FIELD_MS = 45
const SHORTEST = 4

export interface KeySeen {
  readonly key: string
  readonly at: number
  readonly field: string | null
}
/** `code`: a burst ended with this key. */
export function feedKey(burst: Burst, { key, at, field }: KeySeen): { readonly burst: Burst; readonly code: string | null } {
  const goesOn = burst.text !== '' && at - burst.lastAt <= (field === null ? SILENCE_MS.outside : SILENCE_MS.inField)
  if (key === 'Enter' || key === 'Tab') {
    const code = goesOn && isCode(burst, field) ? burst.text : null
    return code === null ? { burst: noBurst, code } : { burst: { ...noBurst, before: burst.before }, code }
  }
  // The separator of GS1 comes as a control key on some scanners.
  const letter = key.length === 1 ? key : key === 'F8' ? '\u001d' : null
  if (letter === null) return { burst: key === 'Shift' || key === 'AltGraph' ? burst : noBurst, code: null }
  if (goesOn) return { burst: { ...burst, text: burst.text + letter, lastAt: at }, code: null }
  return { burst: { text: letter, firstAt: at, lastAt: at, before: field }, code: null }
}

function isCode({ text, firstAt, lastAt }: Burst, field: string | null): boolean {
  if (text.length < SHORTEST) return false
  return field === null || (lastAt - firstAt) / (text.length - 1) <= PACE_IN_FIELD_MS
}
