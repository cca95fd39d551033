/* A server of one's own for a file of tests: it serves a copy of the played province, which is there in a second, and goes with its file. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type DemonstrationServer, startDemonstration } from './start-server.ts'

/** On a data folder that may not be there yet. The rest as for `startDemonstration`. */
export async function startCopy(
  dataDir: string,
  daysAhead = 0,
  more: { readonly baseUrl?: string; readonly hallPort?: number } = {},
): Promise<DemonstrationServer> {
  if (!existsSync(dataDir)) cpSync(inject('played'), dataDir, { recursive: true })
  return startDemonstration(dataDir, daysAhead, more)
}

/** In a folder of its own, which is gone when the server stopped. */
export async function startOwnServer(): Promise<DemonstrationServer> {
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-own-'))
  const server = await startCopy(join(folder, 'data'))
  return {
    address: server.address,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
