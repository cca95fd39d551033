/* The timer of `serve` for the clocks of incidents: looks every hour for what a committee had for too long and passes it to the next level. */
import type { Program } from './program.ts'

const MINUTES = 60
export interface IncidentRoundParts {
  readonly modules: { readonly incidents: Pick<Program['modules']['incidents'], 'escalate'> }
}
export function startIncidentRounds({ modules }: IncidentRoundParts): { readonly stop: () => Promise<void> } {
  let underWay: Promise<unknown> = Promise.resolve()
  const tick = (): void => {
    // What goes wrong leaves the files as they are; the next hour tries again.
    underWay = underWay.then(() => modules.incidents.escalate()).catch(() => undefined)
  }
  const timer = setInterval(tick, MINUTES * 60_000)
  return {
    stop: async () => {
      clearInterval(timer)
      await underWay
    },
  }
}
