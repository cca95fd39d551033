/*
Whether trade stands still by a file on a day, and since when. Confirming it stops, and so does stopping its lots on reasonable suspicion. Only
two things end it: it is found unfounded, or it is closed; that the measures were carried out is for the second person to say, who closes.
Reopening neither stops nor frees: what was closed has to be confirmed again, and what was not closed goes on standing still.
*/
export interface StepOfFile {
  readonly step: string
  readonly day: string
  /** Of stopped lots. */
  readonly ground: string | null
}
export interface Stop {
  readonly ground: 'confirmed' | 'reasonable-suspicion'
  readonly since: string
}

/** In the order in which they happened. */
export function stoppedBy(steps: readonly StepOfFile[], day: string): Stop | null {
  return steps
    .filter((one) => one.day <= day)
    .reduce<Stop | null>((stop, one) => {
      if (one.step === 'found-unfounded' || one.step === 'closed') return null
      const since = stop?.since ?? one.day
      if (one.step === 'confirmed') return { ground: 'confirmed', since }
      if (one.step === 'lots-held' && one.ground === 'reasonable-suspicion')
        return { ground: stop?.ground ?? 'reasonable-suspicion', since }
      return stop
    }, null)
}
