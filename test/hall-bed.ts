/* Telephones of a hall without a browser: pages are asked and forms are sent as an old telephone does, with cookies and nothing else. `app` is that of the door of a hall. */
import type { FastifyInstance } from 'fastify'

export interface HallTelephone {
  readonly open: (path?: string) => Promise<HallAnswer>
  readonly send: (fields: Readonly<Record<string, string | readonly string[]>>, path?: string) => Promise<HallAnswer>
}
export interface HallAnswer {
  readonly status: number
  readonly page: string
  readonly location: string | null
}
export function hallTelephone(app: FastifyInstance, code: string): HallTelephone {
  const jar = new Map<string, string>()
  const ask = async (method: 'GET' | 'POST', url: string, payload = ''): Promise<HallAnswer> => {
    const form = method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
    const answer = await app.inject({
      method,
      url,
      ...(method === 'POST' ? { payload } : {}),
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...form },
    })
    for (const { name, value } of answer.cookies) jar.set(name, value)
    const { location } = answer.headers
    return { status: answer.statusCode, page: answer.body, location: typeof location === 'string' ? location : null }
  }
  return {
    open: (path = `/hall/${code}`) => ask('GET', path),
    send: (fields, path = `/hall/${code}`) => {
      const form = new URLSearchParams()
      for (const [name, value] of Object.entries(fields))
        for (const one of typeof value === 'string' ? [value] : value) form.append(name, one)
      return ask('POST', path, form.toString())
    },
  }
}
/** The hidden field of a form on a page. */
export const hiddenIn = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

export const CATEGORIES = [
  ...['provincial-ministry', 'provincial-division', 'traceability-body', 'mining-company', 'processing-entity'],
  ...['civil-society', 'media', 'un-or-ngo', 'cooperative'],
]
/** Seats dealt round the groups and the categories. */
export const seats = (count: number, groups: number): readonly object[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ number: index + 1, category: CATEGORIES[index % CATEGORIES.length], sex: index % 3 === 0 ? 'f' : 'm' },
    ...{ mayBePhotographed: index % 2 === 0, group: (index % groups) + 1 },
  }))
