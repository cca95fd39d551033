/*
The second door of the program, for a hall without internet: it listens on the local network and has the pages of the hall and nothing else, so that the laptop
can be the server of a workshop while everything else of it stays on the laptop. No TLS: no telephone of the hall trusts a certificate that nobody gave; what groups
say is told aloud in the same room.
*/
import { networkInterfaces } from 'node:os'
import { SurroundingsFault, UsageFault } from './command.ts'
import type { Program } from './program.ts'

export interface Hall {
  readonly addresses: readonly string[]
  readonly close: () => Promise<void>
}
const EVERYWHERE = '0.0.0.0'

export function hallPortOf(given: string | boolean | undefined): number {
  const port = typeof given === 'string' ? Number(given) : 4871
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageFault('--hall-port takes a number from 1 to 65535.')
  return port
}

/** Faults of the hall go where those of the desk go. */
export async function openHall(
  program: Pick<Program, 'createHall' | 'modules'>,
  { port, reportFault }: { readonly port: number; readonly reportFault: Parameters<Program['createHall']>[0] },
): Promise<Hall> {
  const host = process.env['CHANZO_HALL_HOST'] ?? EVERYWHERE
  const app = await program.createHall(reportFault)
  try {
    await app.listen({ port, host })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new SurroundingsFault(`The hall cannot listen on ${host}, port ${port} (${code}); choose another with --hall-port N.`)
  }
  const hosts = host === EVERYWHERE ? onTheNetwork() : [host]
  const addresses = hosts.map((one) => `http://${one}:${port}`)
  program.modules.conflict.hall.addresses = addresses
  return { addresses, close: () => app.close() }
}

/** Addresses of this machine that others on its networks can reach; its own alone where there is no network at all. */
function onTheNetwork(): readonly string[] {
  const found = Object.values(networkInterfaces())
    .flatMap((one) => one ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  return found.length > 0 ? found : ['127.0.0.1']
}
