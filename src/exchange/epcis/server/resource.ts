/* One address of the interface: its methods, with what every one of them shares: versions asked and said, OPTIONS, errors in the standard's words. */
import { rawRoute } from '../../../platform/http/build-route.ts'
import { type Allow, type Incoming, type Reply, type Route, anyone } from '../../../platform/http/route.ts'
import { inEpcisWords } from './errors.ts'
import { notAcceptable, optionsReply, versionHeaders } from './headers.ts'

export interface Method {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly allow: Allow
  readonly summary: string
  /** Largest body, in bytes; the body is handed over as it came. */
  readonly takesBytes?: number
  readonly answer: (incoming: Incoming) => Promise<Reply>
}
export const resource = (path: string, methods: readonly Method[]): readonly Route[] => [
  ...methods.map(({ answer, ...method }) =>
    rawRoute({
      ...method,
      path,
      inItsWords: inEpcisWords,
      answer: async (incoming) => {
        const reply = notAcceptable(incoming) ?? (await answer(incoming))
        return { ...reply, headers: { ...versionHeaders, ...reply.headers } }
      },
    }),
  ),
  rawRoute({
    method: 'OPTIONS',
    path,
    allow: anyone,
    summary: `EPCIS: what may be done at ${path}, and which versions are spoken`,
    inItsWords: inEpcisWords,
    answer: async (incoming) =>
      notAcceptable({ headers: { ...incoming.headers, accept: undefined } }) ??
      optionsReply(
        methods.map((one) => one.method),
        path === '/epcis/capture',
      ),
  }),
]

const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'
export const collection = (member: readonly unknown[]): object => ({ '@context': CONTEXT, type: 'Collection', member })

/** A part of the address; what the database cannot hold is nobody's name. */
export function param(incoming: Incoming, name: string): string {
  const { params } = incoming
  const value = typeof params === 'object' && params !== null ? new Map<string, unknown>(Object.entries(params)).get(name) : undefined
  return typeof value === 'string' && !value.includes('\u0000') && value.isWellFormed() ? value : ''
}
