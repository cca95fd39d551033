/*
What the map fetches for every site, compressed as the server compresses it: the weight that a 2G line carries. Beside it the same sites
as one short object each (`/api/sites/map`), which holds one layer and not eight.
*/
import { brotliCompressSync, constants } from 'node:zlib'
import type { Program } from '../src/bin/program.ts'
import type { Benchmark } from './benchmark.ts'
import { incomingOf } from './site-list.ts'
import { withWorld } from './with-world.ts'

async function weight(program: Program, path: string): Promise<number> {
  const route = program.routes.find((one) => one.method === 'GET' && one.path === path)
  const reply = await route?.answerTo(incomingOf(program, {}))
  if (reply?.status !== 200) throw new Error(`${path} answered ${reply?.status}`)
  const bytes = brotliCompressSync(JSON.stringify(reply.body), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length
  return bytes / 1000
}

const mapData = (sites: number): Benchmark => ({
  name: `map-data-${sites}`,
  about: `map data with every layer of ${sites} sites, compressed`,
  measure: () =>
    withWorld(sites, async (program) => ({
      ours: await weight(program, '/api/sites/layers'),
      peer: await weight(program, '/api/sites/map'),
      peerName: 'one object a site, one layer',
      unit: 'kB',
      runs: 1,
    })),
})
export const mapDataBenchmarks: readonly Benchmark[] = [mapData(1000), mapData(10_000)]
