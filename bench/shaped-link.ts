/*
A bad link on loopback: a TCP proxy with a round trip and a rate each way, one queue for all connections as a mobile mast has. Headers of packets and lost
packets are not played; a new connection costs one round trip before its first byte. `cut` drops every connection as a tunnel does.
*/
import { type Socket, connect, createServer } from 'node:net'

export interface Link {
  readonly url: string
  /** Bytes that went up and down so far. */
  readonly up: () => number
  readonly down: () => number
  readonly cut: () => void
  readonly close: () => Promise<void>
}
export interface Shape {
  readonly roundTripMs: number
  readonly bitsPerSecond: number
}
/** What teams have at a provincial town's edge. */
export const BAD_LINK: Shape = { roundTripMs: 250, bitsPerSecond: 500_000 }

const PIECE = 1460
const MOST_WAITING = 65_536

export async function shapedLink(port: number, shape: Shape = BAD_LINK): Promise<Link> {
  const [up, down] = [direction(shape), direction(shape)]
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const one of [near, far]) {
      one.setNoDelay(true)
      one.on('error', () => undefined)
      sockets.add(one)
      one.on('close', () => sockets.delete(one))
    }
    const opened = performance.now() + shape.roundTripMs
    up.carry(near, far, opened)
    down.carry(far, near, 0)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const cut = (): void => {
    for (const one of sockets) one.destroy()
  }
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    up: up.bytes,
    down: down.bytes,
    cut,
    close: () => {
      cut()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

function direction({ roundTripMs, bitsPerSecond }: Shape) {
  const perMs = bitsPerSecond / 8 / 1000
  let [freeAt, waiting, bytes] = [0, 0, 0]
  const paused = new Set<Socket>()
  const carry = (from: Socket, to: Socket, notBefore: number): void => {
    let over = 0
    const later = (act: () => void, at: number): void => void setTimeout(act, Math.max(0, at - performance.now()))
    from.on('data', (chunk: Buffer) => {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE)
        freeAt = Math.max(freeAt, performance.now(), notBefore) + piece.length / perMs
        over = freeAt + roundTripMs / 2
        waiting += piece.length
        // Counted when it leaves, so that a cut counts what the mast had sent.
        later(() => {
          waiting -= piece.length
          bytes += piece.length
          if (waiting < MOST_WAITING) for (const one of paused) one.resume()
          if (waiting < MOST_WAITING) paused.clear()
        }, freeAt)
        later(() => void (to.destroyed || to.write(piece)), over)
      }
      if (waiting >= MOST_WAITING) {
        from.pause()
        paused.add(from)
      }
    })
    from.on('end', () => later(() => to.end(), over))
    from.on('close', () => later(() => to.destroy(), over))
  }
  return { carry, bytes: () => bytes }
}
