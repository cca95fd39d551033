/*
Sign-in by password and, when a person has set it up, a second factor (TOTP): better-auth on our own tables. It refuses to know
roles, organisations and areas: it answers only "which account is this". Four things are done here so that no default of the
library can decide them: it never makes or changes a table; it reports nothing to anybody; its instants are real dates (the
program's connections give text, and text compared with a date would let an expired session live); attempts are counted in
the database, per address, per account at one address, and per account from everywhere, so that several servers count together
and a guesser somewhere does not shut out the person elsewhere.
*/
import { createHash } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type pg from 'pg'
import { databaseOfLibrary } from './store-library.ts'

export interface SignInParts {
  /** Connections that already run as chanzo_app. The pool stays the caller's: it is never closed here. */
  readonly pool: pg.Pool
  /** Address under which people reach the server; https makes the cookie `Secure`. */
  readonly baseUrl: string
  /** At least 32 random characters; signs cookies and encrypts second-factor secrets. Changing it signs everybody out. */
  readonly secret: string
  /** Counts one try against a key; `false` when the limit of its window is reached. */
  readonly attempt: (key: string, rule: AttemptRule) => Promise<{ readonly allowed: boolean; readonly retryAfter: number | null }>
  readonly forget: (key: string) => Promise<void>
  /** Of accounts that open files: then it is taken off by two others, and not by whoever has a session and the password. */
  readonly mustKeepFactor: (account: string) => Promise<boolean>
}
export interface AttemptRule {
  /** Seconds. */
  readonly window: number
  readonly max: number
}

export const MIN_PASSWORD_LENGTH = 12
export const MAX_PASSWORD_LENGTH = 128
/** Header by which our own mount hands over the caller's address; a value sent by a client is overwritten. */
export const ADDRESS_HEADER = 'x-chanzo-client-address'
export const SESSION_COOKIE = 'chanzo.session_token'
const WEEK = 7 * 24 * 3600
const DAY = 24 * 3600
/** An office shares one address; a person mistypes now and then; a guesser needs thousands. */
const PER_ADDRESS: AttemptRule = { window: 60, max: 60 }
/** A training where everybody sets up the second step together. */
const SET_UP: AttemptRule = { window: 60, max: 20 }
const PER_ACCOUNT_AND_ADDRESS: AttemptRule = { window: 15 * 60, max: 10 }
/** Against a guesser with many addresses: then the account is shut for everybody until the window ends. */
const PER_ACCOUNT: AttemptRule = { window: 15 * 60, max: 200 }

export type SignIn = ReturnType<typeof createSignIn>

export function createSignIn({ pool, baseUrl, secret, attempt, forget, mustKeepFactor }: SignInParts) {
  return betterAuth({
    appName: 'Chanzo',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    // A fault is thrown on to the server, which reports it once with an id; the library prints nothing.
    logger: { disabled: true },
    onAPIError: { throw: true },
    database: { db: databaseOfLibrary(pool), type: 'postgres', transaction: true },
    ...tables,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    plugins: [twoFactor({ issuer: 'Chanzo', schema: twoFactorTable })],
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      // The library's own limit for second steps, three in ten seconds by address, is less than one office; wrong codes
      // lock the account they were tried on.
      customRules: {
        ...{ '/two-factor/verify-*': PER_ADDRESS, '/two-factor/enable': SET_UP, '/sign-in/email': PER_ADDRESS },
        '/change-password': PER_ACCOUNT_AND_ADDRESS,
      },
      customStorage: { get: async () => null, set: async () => undefined, consume: attempt },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path === '/two-factor/disable') {
          const session = await getSessionFromCtx(ctx)
          if (session && (await mustKeepFactor(session.user.id))) throw new APIError('FORBIDDEN', { code: 'SECOND_FACTOR_STAYS' })
        }
        if (ctx.path !== '/sign-in/email') return
        const { here, everywhere } = accountKeys(ctx.body, ctx.headers)
        // A try that is refused at one address must not count against the account everywhere.
        const allowed = (await attempt(here, PER_ACCOUNT_AND_ADDRESS)).allowed && (await attempt(everywhere, PER_ACCOUNT)).allowed
        if (!allowed) throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS', message: 'too many attempts' })
      }),
      after: createAuthMiddleware(async (ctx) => {
        const { newSession, internalAdapter } = ctx.context
        // Whoever came in by the password alone before the second step was set up does not stay in because of it.
        if (ctx.path === '/two-factor/verify-totp' && newSession && ctx.headers?.get('cookie')?.includes(`${SESSION_COOKIE}=`)) {
          const open = await internalAdapter.listSessions(newSession.user.id)
          for (const { token } of open) if (token !== newSession.session.token) await internalAdapter.deleteSession(token)
        }
        if (ctx.path !== '/sign-in/email' || !ctx.context.newSession) return
        const { here, everywhere } = accountKeys(ctx.body, ctx.headers)
        await forget(here)
        await forget(everywhere)
      }),
    },
    advanced: {
      cookiePrefix: 'chanzo',
      // Off under test runners unless said: the tests are to meet the same door as a browser.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    // A page and its server share the address under which the browser asked; that, and nothing else, is trusted.
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
  })
}

/** E-mail addresses, and where their owners are, stay out of the table of attempts: only hashes are keys. */
function accountKeys(body: unknown, headers: Headers | undefined): { readonly here: string; readonly everywhere: string } {
  const email = (typeof body === 'object' && body !== null && 'email' in body ? String(body.email) : '').trim().toLowerCase()
  const key = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)
  return { here: `account-at|${key(`${email} ${headers?.get(ADDRESS_HEADER) ?? ''}`)}`, everywhere: `account|${key(email)}` }
}

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }
const tables = {
  user: {
    modelName: 'sign_in_user',
    fields: { emailVerified: 'email_verified', ...stamps },
    additionalFields: {
      tenantId: { type: 'string', required: true, input: false, returned: false, fieldName: 'tenant_id' },
      language: { type: 'string', required: false, input: false, fieldName: 'language' },
    },
  },
  session: {
    modelName: 'sign_in_session',
    fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...stamps },
    expiresIn: WEEK,
    updateAge: DAY,
    freshAge: DAY,
  },
  account: {
    modelName: 'sign_in_credential',
    fields: {
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...stamps,
    },
  },
  verification: { modelName: 'sign_in_verification', fields: { expiresAt: 'expires_at', ...stamps } },
} as const
const twoFactorTable = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'sign_in_two_factor',
    fields: {
      userId: 'user_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
}
