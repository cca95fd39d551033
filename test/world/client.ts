/*
The people of the world at their screens: each signs in over HTTP like anybody and sends commands like anybody. Used by tests,
stories and the seeding of the demonstration, so that nothing in the world exists that a user could not have made.
*/
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { uuidV7 } from '../../src/kernel/ids.ts'

export interface Answer {
  readonly status: number
  /** Parsed JSON, or the text of a page. */
  readonly body: unknown
}

type Method = 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS'

export interface Client {
  readonly get: (path: string) => Promise<Answer>
  /** Sends a command with a new id, or the given one to repeat it. */
  readonly post: (path: string, data: unknown, envelope?: { readonly id?: string; readonly happenedAt?: string }) => Promise<Answer>
  /** Sends any body, for routes that are not commands. */
  readonly send: (path: string, body: object, method?: Method) => Promise<Answer>
  /** Sends a file as it is. */
  readonly upload: (path: string, bytes: Uint8Array, type: string, method?: Method) => Promise<Answer>
  /** The bytes of an answer as they came. */
  readonly bytes: (path: string) => Promise<{ readonly status: number; readonly body: Uint8Array }>
}

export const newId = (): string => uuidV7(Date.now(), randomBytes(10))

/** Somebody who did not sign in. */
export const stranger = (app: FastifyInstance): Client => clientWith(app, {})
export const machine = (app: FastifyInstance, token: string): Client => clientWith(app, { authorization: `Bearer ${token}` })

/** Signs in with password; throws when the server does not open. */
export async function signIn(app: FastifyInstance, email: string, password: string): Promise<Client> {
  const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password } })
  if (answer.statusCode !== 200) throw new Error(`sign-in of ${email} failed with ${answer.statusCode}`)
  const cookie = answer.cookies.map((one) => `${one.name}=${one.value}`).join('; ')
  return clientWith(app, { cookie })
}

/** Checking a password is slow on purpose, and most scenes need a few people of many. */
export function signedInWhenNeeded(open: () => Promise<Client>): Client {
  const opened: { client?: Promise<Client> } = {}
  const client = (): Promise<Client> => (opened.client ??= open())
  return {
    get: async (path) => (await client()).get(path),
    send: async (path, body, method) => (await client()).send(path, body, method),
    upload: async (path, bytes, type, method) => (await client()).upload(path, bytes, type, method),
    bytes: async (path) => (await client()).bytes(path),
    post: async (path, data, envelope) => (await client()).post(path, data, envelope),
  }
}

function clientWith(app: FastifyInstance, headers: { readonly [name: string]: string }): Client {
  const ask = async (
    method: Method | 'GET',
    url: string,
    payload?: object,
    more: { readonly [name: string]: string } = {},
  ): Promise<Answer> => {
    const answer = await app.inject({ method, url, headers: { ...headers, ...more }, ...(payload ? { payload } : {}) })
    const isJson = String(answer.headers['content-type'] ?? '').includes('json')
    return { status: answer.statusCode, body: isJson ? answer.json() : answer.body }
  }
  return {
    get: (path) => ask('GET', path),
    send: (path, body, method = 'POST') => ask(method, path, body),
    upload: (path, bytes, type, method = 'POST') => ask(method, path, Buffer.from(bytes), { 'content-type': type }),
    bytes: async (path) => {
      const answer = await app.inject({ method: 'GET', url: path, headers })
      return { status: answer.statusCode, body: answer.rawPayload }
    },
    post: (path, data, envelope = {}) =>
      ask('POST', path, {
        id: envelope.id ?? newId(),
        ...(envelope.happenedAt ? { happenedAt: envelope.happenedAt } : {}),
        data: withoutUndefined(data),
      }),
  }
}

const withoutUndefined = (data: unknown): unknown => JSON.parse(JSON.stringify(data ?? {}))

/** The id at the end of the subject that a command was about: `lot:<id>` gives `<id>`. Throws when the command was refused. */
export function subjectOf(answer: Answer): string {
  const { body } = answer
  if (answer.status === 200 && typeof body === 'object' && body !== null && 'subject' in body && typeof body.subject === 'string')
    return body.subject.slice(body.subject.indexOf(':') + 1)
  throw new Error(`a command of the world was not taken: ${answer.status} ${JSON.stringify(body)}`)
}
