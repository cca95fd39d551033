/*
The timer of `serve` for files of persons, every quarter of an hour: what a receiving body did not answer in time is cut, what was open for a day is shut,
what is no longer kept is forgotten, and quarters of places that have become old enough are told.
*/
import type { Program } from './program.ts'

const MINUTES = 15
export interface CaseRoundParts {
  readonly modules: {
    readonly cases: Pick<Program['modules']['cases'], 'round'>
    readonly releases: Pick<Program['modules']['releases'], 'round'>
  }
}
export function startCaseRounds({ modules }: CaseRoundParts): { readonly stop: () => Promise<void> } {
  let underWay: Promise<unknown> = Promise.resolve()
  const tick = (): void => {
    // What goes wrong leaves the files as they are; the next round tries again.
    underWay = underWay
      .then(() => modules.cases.round())
      .then(() => modules.releases.round())
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
