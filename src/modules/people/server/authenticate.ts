/*
From the headers of a request to who is asking: a machine by its bearer token, a person by the session cookie. It answers with
an account that is open and what it may do now, so a role that was withdrawn a second ago is gone on the next request.
Anything that does not fit is a stranger, never an error: the route decides what strangers may see. An account of another tenant
on the same database is a stranger here too: this server works with one country's areas and rights.
*/
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Headers as PlainHeaders } from '../../../platform/http/http-server.ts'
import type { Who } from '../../../platform/http/who.ts'
import { todayAt } from '../../../kernel/calendar.ts'
import { opensFiles } from '../domain/account-care.ts'
import { capabilitiesOf } from '../domain/roles.ts'
import { FACTOR_RULES } from '../domain/second-factor.ts'
import { briefOf, parentsFor, whoOfDevice } from './devices-door.ts'
import type { CollectLogins } from './collect-logins.ts'
import type { Areas } from './facts.ts'
import { shareQuestions } from './session-desk.ts'
import { SESSION_COOKIE, type SignIn } from './sign-in.ts'
import { looksSigned, whoBySignedToken } from './signed-token.ts'
import { findAccount } from './store.ts'
import { isAtRest, noteSeen } from './store-care.ts'
import { isOfficeLocked } from './store-offices.ts'
import { findDevicesOfSessions } from './store-device-sessions.ts'
import { findTokenAccount, findUser } from './store-sign-in.ts'
import { tokenHash } from './token-hash.ts'

/** Counted on the machine's own clock, as sign-in does: a session of who opens files ends after a day's work, however much it is used. */
const isOver = (signedInAt: Date): boolean => Date.now() - signedInAt.getTime() > FACTOR_RULES.sessionHours * 3_600_000

export interface AuthenticateParts {
  readonly database: Pick<Database, 'read' | 'single'>
  readonly signIn: SignIn
  /** The one whose accounts are anybody on this server. */
  readonly tenant: string
  readonly places: Areas
  readonly clock: () => string
  readonly collect: Pick<CollectLogins, 'who'>
}

/** Cost: two short queries of the library for a session, one of ours; nothing at all for a request without cookie and token. */
export const createAuthenticate = ({ database, signIn, tenant, places, clock, collect }: AuthenticateParts) => {
  const deviceOf = shareQuestions<WhoOfSession>(database, (tx, keys) => whoOfSessions(tx, keys, { tenant, places, now: clock() }))
  const noted = new Map<string, string>()
  /** The last day on which an account that opens files came by: one small write a day. */
  const note = async (who: Who | null): Promise<Who | null> => {
    const today = todayAt(clock())
    if (who === null || who.account === '' || !opensFiles(who.capabilities) || noted.get(who.account) === today) return who
    noted.set(who.account, today)
    await database.single((tx) => noteSeen(tx, tenant, { account: who.account, on: today }))
    return who
  }
  return async (headers: PlainHeaders, request: { readonly method: string; readonly url: string }): Promise<Who | null> =>
    note(await whoAsks(headers, request))

  async function whoAsks(headers: PlainHeaders, request: { readonly method: string; readonly url: string }): Promise<Who | null> {
    // A password of Collect lies readable on its telephone: elsewhere it is nobody's, also where any account that is signed in may come.
    const byCollect = request.url.startsWith('/openrosa/') ? await collect.who(headers, request) : 'other'
    if (byCollect !== 'other') return byCollect
    const token = tokenIn(headers)
    if (token) {
      // A telephone's token is asked first: there are hundreds of them, and few machines.
      const sha256 = tokenHash(token)
      const device = await deviceOf(Buffer.from(sha256).toString('hex'))
      return device ? device.who : database.single((tx) => whoByToken(tx, tenant, sha256))
    }
    const signed = looksSigned(headers['authorization'] ?? '')
    if (signed) return database.read((tx) => whoBySignedToken(tx, tenant, { token: signed, now: clock() }))
    const cookie = headers['cookie']
    if (!cookie?.includes(SESSION_COOKIE)) return null
    // Asking must not lengthen a session whose new cookie nobody would receive; the page asks /api/auth/get-session for that.
    const session = await signIn.api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh: true } })
    if (!session) return null
    const { id: account } = session.user
    const who = await database.read(async (tx) => {
      const user = await findUser(tx, account)
      return user?.tenant === tenant ? whoOf(tx, user) : null
    })
    return who !== null && opensFiles(who.capabilities) && isOver(session.session.createdAt) ? null : who
  }
}

/**
 * A machine's token comes as `Authorization: Bearer`, as `X-API-Key`, or, from map programs that know nothing else, as the password of
 * HTTP Basic, whatever the name. Never in an address, which is written down by everybody on the way.
 */
function tokenIn(headers: PlainHeaders): string | undefined {
  const authorization = headers['authorization'] ?? ''
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,})$/.exec(authorization)?.[1]
  const basic = /^Basic ([A-Za-z0-9+/=]{20,})$/.exec(authorization)?.[1]
  const password = basic === undefined ? undefined : /^[^:]*:([A-Za-z0-9_-]{20,})$/.exec(Buffer.from(basic, 'base64').toString('utf8'))?.[1]
  return bearer ?? password ?? /^[A-Za-z0-9_-]{20,}$/.exec(headers['x-api-key'] ?? '')?.[0]
}

interface WhoOfSession {
  /** Null for a telephone of another tenant. */
  readonly who: Who | null
}
interface Asking {
  readonly tenant: string
  readonly places: Areas
  readonly now: string
}
/** One statement for all of them, so without a transaction around it. */
async function whoOfSessions(tx: Tx, keys: readonly string[], { tenant, places, now }: Asking): Promise<ReadonlyMap<string, WhoOfSession>> {
  const found = await findDevicesOfSessions(tx, keys, now)
  const parentOf = await parentsFor(tx, { places, tenant, devices: found })
  return new Map(
    found.map((device) => [device.sha256, { who: device.tenant === tenant ? whoOfDevice(tenant, briefOf(device, parentOf)) : null }]),
  )
}

async function whoByToken(tx: Tx, tenant: string, sha256: Uint8Array): Promise<Who | null> {
  const known = await findTokenAccount(tx, sha256)
  return known?.tenant === tenant ? whoOf(tx, { ...known, language: 'en' }) : null
}

async function whoOf(
  tx: Tx,
  { tenant, account, language }: { tenant: string; account: string; language: 'fr' | 'en' },
): Promise<Who | null> {
  const found = await findAccount(tx, tenant, account)
  if (!found || found.closedAt !== null) return null
  const { organisation, roles, territory } = found
  const capabilities = capabilitiesOf(roles)
  // Who watches over the data opens no file, and is needed to open the office again.
  const isLocked = !capabilities.has('cases.protect-data') && (await isOfficeLocked(tx, tenant, organisation))
  const shut = isLocked
    ? 'office-locked-down'
    : opensFiles(capabilities) && (await isAtRest(tx, tenant, account))
      ? 'account-at-rest'
      : null
  if (shut !== null)
    return {
      tenant,
      account: '',
      organisation: null,
      roles: [],
      capabilities: new Set(),
      territory: [],
      language,
      shut,
    }
  return { tenant, account, organisation, roles, capabilities, territory, language }
}
