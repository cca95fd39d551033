/*
Fills a new database with the demonstration: a small fictional province, made only through commands, in its own time. It is done
once: a database that holds any event is left alone. A crash in the middle leaves a province that stops early, never a broken one.
*/
import { buildWorld } from '../../test/world/province.ts'
import { isLogEmpty } from '../platform/log/store.ts'
import { type Program, type ProgramOptions, openProgram } from './program.ts'

/** True when the demonstration was made now. `options` are those of the program that serves. */
export async function seedDemonstration(
  program: Program,
  options: Omit<ProgramOptions, 'clock' | 'demo'>,
  report: (done: number, total: number) => void,
): Promise<boolean> {
  const empty = await program.log.read((tx) => isLogEmpty(tx))
  if (!empty) return false
  let now = program.clock()
  // The past of the province is told with the clock of its own days; entries follow each other in time.
  const past = await openProgram({ ...options, clock: () => now, demo: true, simulatedClock: true })
  try {
    await buildWorld({ program: past, setClock: (instant: string) => void (now = instant) }, report)
  } finally {
    await past.close()
  }
  return true
}
