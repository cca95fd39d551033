/*
Photographs of 160 kB, as the app shrinks them, over a bad link (250 ms, 500 kbit/s each way): by the app's own core, three at once and in pieces, and
beside it one request for each whole file. Then the same with the link cut every 20 seconds: what goes up a second time is told in kilobytes.
*/
import { randomBytes } from 'node:crypto'
import { baselineJpeg } from '../test/sample-files.ts'
import type { Benchmark } from './benchmark.ts'
import { type EnrolledPhone, type FieldServer, openPhoneOn, withFieldServer, wireOver } from './field-server.ts'
import { tokenOf } from './field-upload.ts'
import { type Link, shapedLink } from './shaped-link.ts'

const BYTES = 160_000
const CUT_EVERY_MS = 20_000

/** A small real picture whose compressed part goes on with noise: it packs as little as a photograph does. */
function photo(): Uint8Array<ArrayBuffer> {
  const noise = randomBytes(BYTES - baselineJpeg.length).map((byte) => (byte === 0xff ? 0xfe : byte))
  return new Uint8Array(Buffer.concat([baselineJpeg.subarray(0, -2), noise, baselineJpeg.subarray(-2)]))
}

interface Sent {
  readonly seconds: number
  readonly kilobytes: number
}
/** Cuts the link now and then, as long as `work` runs. */
async function whileCut<T>(link: Link, isCut: boolean, work: () => Promise<T>): Promise<T> {
  const timer = isCut ? setInterval(link.cut, CUT_EVERY_MS) : undefined
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

async function byPhone(
  server: FieldServer,
  phone: EnrolledPhone,
  { photos, isCut }: { readonly photos: number; readonly isCut: boolean },
): Promise<Sent> {
  const link = await shapedLink(server.port)
  try {
    const opened = await openPhoneOn(server, { phone, base: link.url })
    await opened.sync.run()
    for (let at = 0; at < photos; at++) await opened.hand.keepFile(new Blob([photo()], { type: 'image/jpeg' }))
    const [began, before] = [performance.now(), link.up()]
    const left = async (): Promise<number> => (await opened.store.keys('photo')).length
    await whileCut(link, isCut, async () => {
      for (let turn = 0; turn < 40 && (await left()) > 0; turn++) await opened.sync.run()
    })
    if ((await left()) > 0) throw new Error(`${await left()} photographs did not go: ${opened.sync.state().trouble}`)
    return { seconds: (performance.now() - began) / 1000, kilobytes: (link.up() - before) / 1000 }
  } finally {
    await link.close()
  }
}

async function wholeFiles(
  server: FieldServer,
  phone: EnrolledPhone,
  { photos, isCut }: { readonly photos: number; readonly isCut: boolean },
): Promise<Sent> {
  const token = await tokenOf(server, phone)
  const link = await shapedLink(server.port)
  try {
    const ask = wireOver(link.url)
    const headers = { 'content-type': 'image/jpeg', authorization: `Bearer ${token}` }
    const began = performance.now()
    await whileCut(link, isCut, async () => {
      for (let at = 0; at < photos; at++) {
        const body = photo()
        for (let status = 0; status !== 200;) {
          const heard = await ask({ method: 'POST', path: '/api/files', headers, body }, new AbortController().signal).catch(() => null)
          status = heard?.status ?? 0
          if (status >= 400) throw new Error(`the peer's photograph was answered with ${status} ${JSON.stringify(heard?.body)}`)
        }
      }
    })
    return { seconds: (performance.now() - began) / 1000, kilobytes: link.up() / 1000 }
  } finally {
    await link.close()
  }
}

const benchmark = (photos: number, isCut: boolean): Benchmark => ({
  name: `field-photos-${photos}${isCut ? '-cut' : ''}`,
  about: `${photos} photographs of 160 kB over 250 ms and 500 kbit/s${isCut ? ', the link cut every 20 s' : ''}`,
  measure: () =>
    withFieldServer({ phones: 2, sites: 1 }, async (server) => {
      const [one, other] = server.phones
      if (!one || !other) throw new Error('no telephones')
      const ours = await byPhone(server, one, { photos, isCut })
      const peer = await wholeFiles(server, other, { photos, isCut })
      const again = ({ kilobytes }: Sent): number => Math.round(kilobytes - (photos * BYTES) / 1000)
      const peerName = `one POST of each whole file; beyond the photographs ours sent ${again(ours)} kB, the peer ${again(peer)} kB`
      return { ours: ours.seconds, peer: peer.seconds, peerName, unit: 's', runs: 1 }
    }),
})
export const fieldPhotoBenchmarks: readonly Benchmark[] = [...[15, 30, 60].map((photos) => benchmark(photos, false)), benchmark(30, true)]
