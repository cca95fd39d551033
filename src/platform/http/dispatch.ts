/*
Asks a route of this server from inside it, under a name that the caller answers for: a parcel that a telephone signed days ago, an answer that is
packed to be carried into the field. What the route demands of a caller is demanded here too; only the network is left out.
*/
import { denial } from './http-server.ts'
import type { Door, Reply, Route } from './route.ts'
import type { Who } from './who.ts'

export interface InsideRequest {
  readonly who: Who
  readonly method: 'GET' | 'POST'
  /** Path and query: `/api/sites?province=CD61`. */
  readonly url: string
  readonly body?: unknown
  /** A command that was signed and kept before: the time in its id is not held against today. */
  readonly isKept?: boolean
  /** Through this door instead of the server's own: several commands in one transaction. */
  readonly door?: Door
}
export type Dispatch = (asked: InsideRequest) => Promise<Reply>
/** Kept commands one after the other in one transaction, all or nothing; only for routes that write through their door alone. */
export type DispatchTogether = <T>(commands: readonly string[], work: (dispatch: Dispatch) => Promise<T>) => Promise<T>

/** 404 where no such route is. Routes that take files are not asked from inside. */
export function dispatchTo(
  routes: readonly Route[],
  parts: { readonly door: Door; readonly keptDoor: Door; readonly clock: () => string },
): Dispatch {
  const known = routes
    .filter((route) => route.takesBytes === undefined)
    .map((route) => ({ route, segments: route.path.split('/') }))
    // A path with fewer holes goes first: `/api/missions/proposals` before `/api/missions/:mission`.
    .toSorted((a, b) => holes(a.segments) - holes(b.segments))
  return async ({ who, method, url, body, isKept, door }) => {
    const { pathname, searchParams } = new URL(url, 'http://inside')
    const asked = pathname.split('/')
    const found = known.find(({ route, segments }) => route.method === method && fits(segments, asked))
    if (!found) return { status: 404, body: { refusal: { code: 'no-such-route', facts: {} } } }
    const denied = denial(found.route, who)
    if (denied) return denied
    const params = Object.fromEntries(
      found.segments.flatMap((segment, at) => (segment.startsWith(':') ? [[segment.slice(1), decodeURIComponent(asked[at] ?? '')]] : [])),
    )
    return found.route.answerTo({
      params,
      query: Object.fromEntries(searchParams),
      body,
      headers: {},
      who,
      language: who.language,
      tenant: who.tenant,
      now: parts.clock(),
      door: door ?? (isKept === true ? parts.keptDoor : parts.door),
    })
  }
}

const holes = (segments: readonly string[]): number => segments.filter((one) => one.startsWith(':')).length
const fits = (segments: readonly string[], asked: readonly string[]): boolean =>
  segments.length === asked.length && segments.every((segment, at) => (segment.startsWith(':') ? asked[at] !== '' : segment === asked[at]))
