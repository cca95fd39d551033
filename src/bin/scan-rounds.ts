/*
The timer of `serve` for the scan of all figures: once a night, between one and four by the clock of the server, when little is recorded. What goes
wrong stands in the row of the run; a night that was missed is made good the next one.
*/
import type { Program } from './program.ts'

const MINUTES = 20
const [FROM_HOUR, BEFORE_HOUR] = [1, 4]

export interface ScanRoundParts extends Pick<Program, 'tenant' | 'clock'> {
  readonly modules: { readonly custody: Pick<Program['modules']['custody'], 'scan'> }
}
export function startScanRounds({ modules, tenant, clock }: ScanRoundParts): {
  readonly stop: () => Promise<void>
} {
  let underWay: Promise<unknown> = Promise.resolve()
  let doneOn = ''
  const tick = (): void => {
    const now = clock()
    const [day, hour] = [now.slice(0, 10), Number(now.slice(11, 13))]
    if (doneOn === day || hour < FROM_HOUR || hour >= BEFORE_HOUR) return
    doneOn = day
    underWay = modules.custody.scan(tenant, 'night').catch(() => undefined)
  }
  const timer = setInterval(tick, MINUTES * 60_000)
  return {
    stop: async () => {
      clearInterval(timer)
      await underWay
    },
  }
}
