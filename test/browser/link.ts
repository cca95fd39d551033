/*
The line between a telephone and the server, as it is at a mine: one address that stays, behind which the server may be gone, slow, or lose every
n-th request, before the server heard of it or after it did what was asked and before the answer came back.
*/
import { type IncomingMessage, type ServerResponse, createServer, request as ask } from 'node:http'

export interface Link {
  readonly address: string
  /** `null`: nobody answers. */
  readonly lead: (to: string | null) => void
  /** Every n-th request to the interface is lost; 0: none. */
  readonly drop: (every: number) => void
  readonly dropped: () => number
  readonly close: () => Promise<void>
}

export async function openLink(): Promise<Link> {
  const state: { to: string | null; every: number; asked: number; lost: number } = { to: null, every: 0, asked: 0, lost: 0 }
  const server = createServer((incoming, outgoing) => {
    const isLost = (incoming.url ?? '').startsWith('/api/') && state.every > 0 && ++state.asked % state.every === 0
    if (isLost) state.lost += 1
    // Of the lost ones every other reaches the server: that one was done, and nobody hears of it.
    if (state.to === null || (isLost && state.lost % 2 === 1)) return void incoming.socket.destroy()
    pass(incoming, outgoing, { to: state.to, isLost })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const at = server.address()
  return {
    address: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`,
    lead: (to) => void (state.to = to),
    drop: (every) => void (state.every = every),
    dropped: () => state.lost,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { to, isLost }: { readonly to: string; readonly isLost: boolean },
): void {
  const { method, url, headers } = incoming
  const asked = ask(new URL(url ?? '/', to), { method, headers }, (answer) => {
    if (isLost) {
      answer.resume()
      answer.once('end', () => incoming.socket.destroy())
      return
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  asked.once('error', () => incoming.socket.destroy())
  incoming.pipe(asked)
}
