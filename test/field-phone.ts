/*
A telephone for tests: it is enrolled by an officer's code like any other, keeps its own key, opens sessions and signs parcels. It is not
our app: only what the wire needs.
*/
import { type KeyObject, generateKeyPairSync, sign } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { canonicalJson } from '../src/kernel/canonical-json.ts'
import { type Answer, type Client, machine, newId, stranger } from './world/client.ts'

export interface TestParcel {
  readonly id: string
  readonly device: string
  readonly text: string
  readonly signature: string
}
export interface TestPhone {
  readonly device: string
  readonly account: string
  readonly key: KeyObject
  /** Asks for a nonce and signs it. */
  readonly askSession: () => Promise<Answer>
  /** Under a session of now; throws when none is given. */
  readonly client: () => Promise<Client>
  readonly parcel: (path: string, data: unknown, more?: Partial<Signing>) => TestParcel
}
interface Signing {
  readonly id: string
  readonly happenedAt: string
  readonly after: readonly string[]
  readonly account: string
  readonly device: string
}

export async function enrolPhone(
  app: FastifyInstance,
  officer: Client,
  owner: { readonly account: string; readonly role: string; readonly territory?: 'everywhere' | readonly string[]; readonly at?: string },
): Promise<TestPhone> {
  const { account, role, territory = 'everywhere', at = '2026-11-21T09:40:00.000Z' } = owner
  const offered = await officer.send('/api/enrolments', { account, role, territory })
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64')
  const device = newId()
  const taken = await stranger(app).post('/api/devices', { secret: textIn(offered, 'secret'), publicKey: raw }, { id: device })
  if (taken.status !== 200) throw new Error(`the enrolment was not taken: ${JSON.stringify(taken.body)}`)
  const askSession = async (): Promise<Answer> => {
    const nonce = textIn(await stranger(app).send(`/api/devices/${device}/challenges`, {}), 'nonce')
    const signature = sign(null, Buffer.from(`chanzo-device-session-v1\n${device}\n${nonce}`), privateKey).toString('base64')
    return stranger(app).send('/api/device-sessions', { device, nonce, signature })
  }
  return {
    device,
    account,
    key: privateKey,
    askSession,
    client: async () => machine(app, textIn(await askSession(), 'token')),
    parcel: (path, data, more = {}) => {
      const id = more.id ?? newId()
      const said = { v: 1, id, device, account, path, happenedAt: more.happenedAt ?? at, after: [], data, ...more }
      return { id, device, ...signed(canonicalJson(said), privateKey) }
    },
  }
}

export const signed = (text: string, key: KeyObject): { readonly text: string; readonly signature: string } => ({
  text,
  signature: sign(null, Buffer.from(`chanzo-parcel-v1\n${text}`, 'utf8'), key).toString('base64'),
})

/** A text field of an answer; throws, with the answer, when it is not there. */
export function textIn(answer: Answer, name: string): string {
  const found = new Map(Object.entries({ ...(typeof answer.body === 'object' ? answer.body : {}) })).get(name)
  if (typeof found === 'string') return found
  throw new Error(`no ${name} in ${answer.status} ${JSON.stringify(answer.body)}`)
}
/** The code of a refusal, or the status. */
export function codeOf(answer: Answer): string {
  const { refusal } = { refusal: null, ...(typeof answer.body === 'object' ? answer.body : {}) }
  const { code } = { code: null, ...(typeof refusal === 'object' ? refusal : {}) }
  return typeof code === 'string' ? code : String(answer.status)
}
