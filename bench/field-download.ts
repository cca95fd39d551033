/*
The first download of a territory over a bad link (250 ms, 500 kbit/s each way): everything that the screens of the field ask about its sites and visits, by
the app's own pull into a disc in memory, and the map that is drawn beneath it. The weights of script, style and base map are those of the built app where
there is one. Beside it the same questions asked one after the other and answered as plain JSON; a share of them is measured and multiplied.
*/
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pullAll } from '../src/app/field/pull.ts'
import type { Benchmark } from './benchmark.ts'
import { type FieldServer, openPhoneOn, withFieldServer, wireOver } from './field-server.ts'
import { tokenOf } from './field-upload.ts'
import { ROOT } from './in-browser.ts'
import { shapedLink } from './shaped-link.ts'

const CARRIED = { missions: [], areas: ['CD61', 'CD62', 'CD63'] }
/** When the app was not built here: what it weighed when this was written. */
const MAP_BYTES = 340_000

/** Packed as the server sends it. */
function mapBytes(): number {
  const assets = join(ROOT, 'dist/assets')
  if (!existsSync(assets)) return MAP_BYTES
  const packed = readdirSync(assets)
    .filter((name) => /^map-.*\.(js|css)\.br$/.test(name))
    .map((name) => join(assets, name))
  const base = join(ROOT, 'dist/base-map.json.br')
  return [...packed, ...(existsSync(base) ? [base] : [])].reduce((sum, path) => sum + statSync(path).size, 0) || MAP_BYTES
}
async function fetchMap(bytes: number): Promise<number> {
  const server = createServer((_request, reply) => void reply.end(Buffer.alloc(bytes, 7)))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const link = await shapedLink(typeof address === 'object' && address ? address.port : 0)
  try {
    const began = performance.now()
    await (await fetch(link.url)).arrayBuffer()
    return (performance.now() - began) / 1000
  } finally {
    await link.close()
    server.closeAllConnections()
    server.close()
  }
}

async function ours(server: FieldServer) {
  const link = await shapedLink(server.port)
  try {
    const [phone] = server.phones
    if (!phone) throw new Error('no telephone')
    const opened = await openPhoneOn(server, {
      phone,
      base: link.url,
      rounds: { pull: async (parts) => void (await pullAll({ ...parts, carried: CARRIED })) },
    })
    const began = performance.now()
    const state = await opened.sync.run()
    if (state.trouble !== null) throw new Error(`the download ended with ${state.trouble}`)
    const seconds = (performance.now() - began) / 1000
    const paths = (await opened.store.keys('answer')).flatMap((key) => /\/api\/\S+/.exec(key)?.[0] ?? [])
    return { seconds: seconds + (await fetchMap(mapBytes())), kilobytes: (link.down() + mapBytes()) / 1000, paths }
  } finally {
    await link.close()
  }
}

const SHARE = 60
async function oneByOne(server: FieldServer, paths: readonly string[]): Promise<number> {
  const [phone] = server.phones
  if (!phone) throw new Error('no telephone')
  const token = await tokenOf(server, phone)
  const link = await shapedLink(server.port)
  try {
    const ask = wireOver(link.url)
    const chosen = paths.filter((_, at) => at % Math.max(1, Math.floor(paths.length / SHARE)) === 0)
    const began = performance.now()
    const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' }
    for (const path of chosen) await ask({ method: 'GET', path, headers, body: null }, new AbortController().signal)
    return ((performance.now() - began) / 1000 / chosen.length) * paths.length
  } finally {
    await link.close()
  }
}

const benchmark = (sites: number, visits: number): Benchmark => ({
  name: `field-download-${sites}`,
  about: `first download of ${sites} sites, ${visits} visits and the map over 250 ms and 500 kbit/s`,
  measure: () =>
    withFieldServer({ phones: 1, sites, visits }, async (server) => {
      const { seconds, kilobytes, paths } = await ours(server)
      const peer = await oneByOne(server, paths)
      return {
        ours: seconds,
        peer,
        peerName: `plain JSON of the same ${paths.length} questions, one by one; ours fetched ${Math.round(kilobytes)} kB`,
        unit: 's',
        runs: 1,
      }
    }),
})
export const fieldDownloadBenchmarks: readonly Benchmark[] = [benchmark(75, 250), benchmark(300, 1000), benchmark(600, 2000)]
