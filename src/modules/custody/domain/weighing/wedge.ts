/*
A hand scanner is a keyboard that types fast and ends with Enter. Fingers are slower: a burst is told from them by its pace alone, so a scanner works
wherever the focus is and nobody touches a field first.
*/
export interface Burst {
  readonly text: string
  readonly lastAt: number
  /** What the field with the focus held before the burst began. */
  readonly before: string | null
}
export const noBurst: Burst = { text: '', lastAt: 0, before: null }

/** Fast typists stay above 60 ms between keys; scanners stay below 30 (D). */
const PACE_MS = 45
const SHORTEST = 4

export interface KeySeen {
  readonly key: string
  readonly at: number
  readonly field: string | null
}
/** `code`: a burst ended with this key. */
export function feedKey(burst: Burst, { key, at, field }: KeySeen): { readonly burst: Burst; readonly code: string | null } {
  const goesOn = burst.text !== '' && at - burst.lastAt <= PACE_MS
  if (key === 'Enter' || key === 'Tab') {
    const code = goesOn && burst.text.length >= SHORTEST ? burst.text : null
    return code === null ? { burst: noBurst, code } : { burst: { ...noBurst, before: burst.before }, code }
  }
  // The separator of GS1 comes as a control key on some scanners.
  const letter = key.length === 1 ? key : key === 'F8' ? '\u001d' : null
  if (letter === null) return { burst: key === 'Shift' || key === 'AltGraph' ? burst : noBurst, code: null }
  return { burst: goesOn ? { ...burst, text: burst.text + letter, lastAt: at } : { text: letter, lastAt: at, before: field }, code: null }
}
