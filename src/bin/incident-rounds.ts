/*
The timer of `serve` for incidents and voices, every hour: what a committee had for too long goes to the next level; what the grievance desk keeps
of a sender for a time only is forgotten.
*/
import { forgetInTime } from '../modules/voices/module.ts'
import type { Program } from './program.ts'

const MINUTES = 60
export interface IncidentRoundParts {
  readonly modules: { readonly incidents: Pick<Program['modules']['incidents'], 'escalate'> }
  readonly database: Pick<Program['database'], 'transaction'>
  readonly tenant: string
  readonly clock: () => string
}
export function startIncidentRounds({ modules, ...kept }: IncidentRoundParts): { readonly stop: () => Promise<void> } {
  let underWay: Promise<unknown> = Promise.resolve()
  const tick = (): void => {
    // What goes wrong leaves the files as they are; the next hour tries again.
    underWay = underWay
      .then(() => modules.incidents.escalate())
      .catch(() => undefined)
      .then(() => forgetInTime(kept))
      .catch(() => undefined)
  }
  const timer = setInterval(tick, MINUTES * 60_000)
  return {
    stop: async () => {
      clearInterval(timer)
      await underWay
    },
  }
}
