/*
Addresses that turn into another protocol (WebSocket). They ask who is there and what they may exactly as routes do; what is refused is
answered in plain HTTP before anything is opened. A page of another site has our cookies too, so its origin is refused first.
*/
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { type Allow, permits } from './route.ts'
import type { Who } from './who.ts'

type Headers = { readonly [name: string]: string | undefined }
type Authenticate = (headers: Headers, request: { readonly method: string; readonly url: string }) => Promise<Who | null>

export interface Upgrading {
  readonly request: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
  readonly who: Who
  readonly params: { readonly [name: string]: string }
  readonly query: { readonly [name: string]: string }
  readonly headers: Headers
  /** Answers in HTTP and closes. */
  readonly refuse: (status: number, body: string) => void
}
export interface Upgrade {
  readonly path: string
  readonly allow: Allow
  readonly accept: (upgrading: Upgrading) => Promise<void>
  /** Ends what is open; the server is about to stop. */
  readonly close: () => void
}

export const isWebSocket = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean => headers.upgrade?.toLowerCase() === 'websocket'

export function joinUpgrades(
  app: FastifyInstance,
  parts: {
    readonly upgrades: readonly Upgrade[]
    readonly authenticate: Authenticate
    readonly reportFault: (route: string, error: unknown) => void
  },
): void {
  const { upgrades, authenticate, reportFault } = parts
  if (upgrades.length === 0) return
  app.server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const refuse = (status: number, body: string): void => endWith(socket, status, body)
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
    )
    const url = URL.canParse(request.url ?? '', 'http://inside') ? new URL(request.url ?? '', 'http://inside') : null
    const found = url === null ? null : routeOf(upgrades, url.pathname)
    if (url === null || found === null) return refuse(404, '')
    if (isForeign(headers)) return refuse(403, '')
    const open = async (): Promise<void> => {
      const who = await authenticate(headers, { method: 'GET', url: request.url ?? '' })
      if (who === null) return refuse(401, '')
      if (!permits(found.upgrade.allow, who)) return refuse(403, '')
      const query = Object.fromEntries(url.searchParams)
      await found.upgrade.accept({ request, socket, head, who, params: found.params, query, headers, refuse })
    }
    open().catch((error: unknown) => {
      reportFault(found.upgrade.path, error)
      refuse(500, '')
    })
  })
  app.addHook('preClose', async () => upgrades.forEach((one) => one.close()))
}

function routeOf(
  upgrades: readonly Upgrade[],
  pathname: string,
): { readonly upgrade: Upgrade; readonly params: { [name: string]: string } } | null {
  const asked = pathname.split('/')
  for (const upgrade of upgrades) {
    const segments = upgrade.path.split('/')
    if (segments.length !== asked.length) continue
    const params: { [name: string]: string } = {}
    const fits = segments.every((segment, at) => {
      const given = asked[at] ?? ''
      if (!segment.startsWith(':')) return segment === given
      params[segment.slice(1)] = decoded(given)
      return given !== ''
    })
    if (fits) return { upgrade, params }
  }
  return null
}
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
const isForeign = ({ origin, host }: Headers): boolean =>
  origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`

const NAMES: { readonly [status: number]: string } = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  406: 'Not Acceptable',
  503: 'Service Unavailable',
}
function endWith(socket: Duplex, status: number, body: string): void {
  if (socket.destroyed) return
  const type = body === '' ? '' : 'content-type: application/problem+json; charset=utf-8\r\n'
  socket.end(
    `HTTP/1.1 ${status} ${NAMES[status] ?? 'Error'}\r\n${type}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
