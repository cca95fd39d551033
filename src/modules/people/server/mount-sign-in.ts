/*
The library's own routes under /api/auth, through a narrow gate: a list of what is open (whatever a newer version adds stays
shut), the caller's address set by us, refusals in the words of this house, and no session token in any body, because a script
that can read it could carry it away; it travels in the httpOnly cookie alone.
*/
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../../kernel/outcome.ts'
import { ADDRESS_HEADER, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH, type SignIn } from './sign-in.ts'

/** Open paths: sign in and out, second factor, change of password, and the question that prolongs a session. */
export const SIGN_IN_PATHS: readonly { readonly method: 'GET' | 'POST'; readonly path: string }[] = [
  { method: 'POST', path: '/api/auth/sign-in/email' },
  { method: 'POST', path: '/api/auth/sign-out' },
  { method: 'GET', path: '/api/auth/get-session' },
  { method: 'POST', path: '/api/auth/change-password' },
  { method: 'POST', path: '/api/auth/two-factor/enable' },
  { method: 'POST', path: '/api/auth/two-factor/verify-totp' },
  { method: 'POST', path: '/api/auth/two-factor/verify-backup-code' },
  { method: 'POST', path: '/api/auth/two-factor/generate-backup-codes' },
  { method: 'POST', path: '/api/auth/two-factor/disable' },
]

/** `scheme` is that of the public address: behind a proxy the request itself arrives as http. */
export function mountSignIn(app: FastifyInstance, signIn: SignIn, scheme: string): void {
  for (const { method, path } of SIGN_IN_PATHS) {
    app.route({ method, url: path, handler: (request, reply) => pass(signIn, { request, reply, scheme }) })
  }
}

interface Passing {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly scheme: string
}
async function pass(signIn: SignIn, { request, reply, scheme }: Passing): Promise<void> {
  const answer = await signIn.handler(asWebRequest(request, scheme))
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  reply.header('cache-control', 'no-store')
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok) {
    await reply.code(200).send(withoutSecrets(body))
    return
  }
  if (answer.status >= 500) throw new Error(`sign-in failed with ${answer.status} ${codeOf(body)}`)
  const refusal = refusalOf(codeOf(body), answer.status, Number(answer.headers.get('x-retry-after') ?? 0))
  await reply.code(refusal.code === 'too-many-tries' ? 429 : answer.status).send({ refusal })
}

function asWebRequest(request: FastifyRequest, scheme: string): Request {
  const headers = new Headers()
  for (const name of ['cookie', 'origin', 'referer', 'user-agent', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  headers.set(ADDRESS_HEADER, request.ip)
  const origin = `${scheme}://${request.headers.host ?? 'localhost'}`
  // The server has turned away what browsers send from other sites; a client that is no browser names no origin.
  if (!headers.has('origin') && !headers.has('referer')) headers.set('origin', origin)
  const url = `${origin}${request.url}`
  if (request.method === 'GET') return new Request(url, { headers })
  headers.set('content-type', 'application/json')
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(bodyOf(request)) })
}

/** A changed password ends the other sessions, whatever the page asked; no browser is trusted to skip the second step, whatever it asked. */
function bodyOf(request: FastifyRequest): object {
  const asked = typeof request.body === 'object' && request.body !== null ? request.body : {}
  const sent = Object.fromEntries(Object.entries(asked).filter(([name]) => name !== 'trustDevice'))
  return request.url.endsWith('/change-password') ? { ...sent, revokeOtherSessions: true } : sent
}

const SECRET_FIELDS = new Set(['token', 'session', 'user'])
function withoutSecrets(body: unknown): object {
  if (typeof body !== 'object' || body === null) return { signedIn: false }
  const shown = Object.fromEntries(Object.entries(body).filter(([name]) => !SECRET_FIELDS.has(name)))
  return 'session' in body ? { ...shown, signedIn: true } : shown
}

const codeOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? body.code : ''

const inOurWords: { readonly [code: string]: Refusal } = {
  INVALID_EMAIL: { code: 'wrong-email-or-password', facts: {} },
  INVALID_EMAIL_OR_PASSWORD: { code: 'wrong-email-or-password', facts: {} },
  INVALID_PASSWORD: { code: 'wrong-password', facts: {} },
  PASSWORD_TOO_SHORT: { code: 'password-too-short', facts: { least: MIN_PASSWORD_LENGTH } },
  PASSWORD_TOO_LONG: { code: 'password-too-long', facts: { most: MAX_PASSWORD_LENGTH } },
  INVALID_CODE: { code: 'wrong-code', facts: {} },
  INVALID_BACKUP_CODE: { code: 'wrong-code', facts: {} },
  INVALID_TWO_FACTOR_COOKIE: { code: 'second-step-expired', facts: {} },
  TOTP_ALREADY_ENABLED: { code: 'second-factor-already-on', facts: {} },
  TOTP_NOT_ENABLED: { code: 'second-factor-not-on', facts: {} },
  SECOND_FACTOR_STAYS: { code: 'second-factor-stays', facts: {} },
  INVALID_ORIGIN: { code: 'request-from-another-site', facts: {} },
  MISSING_OR_NULL_ORIGIN: { code: 'request-from-another-site', facts: {} },
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: { code: 'request-from-another-site', facts: {} },
}

function refusalOf(code: string, status: number, retryAfter: number): Refusal {
  if (status === 429 || code.startsWith('TOO_MANY') || code === 'ACCOUNT_TEMPORARILY_LOCKED') {
    return { code: 'too-many-tries', facts: { minutes: Math.max(1, Math.ceil((retryAfter || 900) / 60)) } }
  }
  return inOurWords[code] ?? (status === 401 ? { code: 'not-signed-in', facts: {} } : { code: 'not-understood', facts: { faults: [] } })
}
