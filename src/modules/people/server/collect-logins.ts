/*
Passwords for ODK Collect and KoboCollect: made by the program, for one account in one role, shown once. They open /openrosa and nothing else: the
capabilities that come with them are cut to that, whatever else the role may do. A role that was taken back is gone on the next request.
*/
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Headers as PlainHeaders } from '../../../platform/http/http-server.ts'
import type { Who } from '../../../platform/http/who.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { capabilitiesOf } from '../domain/roles.ts'
import { isWithin } from '../domain/territory.ts'
import { type Nonces, createNonces, digestClaim, ha1Of, isMadeWith, isSame, realmOf } from './collect-digest.ts'
import { type Areas, areaParents } from './facts.ts'
import type { SignInParts } from './sign-in.ts'
import { type AccountRow, findAccount, listAccounts } from './store.ts'
import { isOfficeLocked } from './store-offices.ts'
import {
  type CollectLoginRow,
  countWrongTries,
  findCollectLogin,
  insertCollectLogin,
  listCollectLogins,
  noteCollectUse,
  withdrawCollectLogin,
} from './store-collect.ts'

export const OPENROSA = 'exchange.openrosa'
/** A password has 80 random bits; whoever tries more often than this is a program. */
const WRONG_TRIES = { window: 15 * 60, max: 60 }
const NOTE_USE_EVERY_MS = 10 * 60_000

export interface CollectParts {
  readonly database: Pick<Database, 'read' | 'transaction'>
  readonly tenant: string
  readonly places: Areas
  readonly baseUrl: string
  readonly secret: string
  readonly clock: () => string
  readonly attempt: SignInParts['attempt']
}
export interface CollectLogins {
  readonly make: (officer: Who, asked: { readonly account: string; readonly role: string }) => Promise<Outcome<MadeLogin>>
  readonly list: (officer: Who) => Promise<{ readonly logins: readonly CollectLoginRow[]; readonly accounts: readonly CollectAccount[] }>
  readonly withdraw: (officer: Who, id: string) => Promise<Outcome<{ readonly withdrawn: true }>>
  /** Null for a stranger; `other` when the headers are none of ours to read. */
  readonly who: (headers: PlainHeaders, request: { readonly method: string; readonly url: string }) => Promise<Who | null | 'other'>
  /** The value of `WWW-Authenticate` for who was not let in. */
  readonly challenge: (headers: PlainHeaders) => string
}
export interface MadeLogin {
  readonly id: string
  readonly user: string
  readonly password: string
}
/** Somebody for whom the officer may make one: without a name. */
export interface CollectAccount {
  readonly account: string
  readonly organisation: string | null
  readonly roles: readonly string[]
}

const opensOpenRosa = (role: string): boolean => capabilitiesOf([role]).has(OPENROSA)
const seesAll = (who: Who): boolean => who.capabilities.has('people.manage')

export function createCollectLogins(parts: CollectParts): CollectLogins {
  const nonces = createNonces(parts.secret)
  return {
    make: (officer, asked) => make(parts, officer, asked),
    list: (officer) => parts.database.read((tx) => list(tx, parts, officer)),
    withdraw: async (officer, id) => {
      const { logins } = await parts.database.read((tx) => list(tx, parts, officer))
      if (!logins.some((one) => one.id === id)) return refused('unknown-collect-login')
      const done = { id, by: officer.account, at: parts.clock() }
      await parts.database.transaction((tx) => withdrawCollectLogin(tx, parts.tenant, done))
      return accepted({ withdrawn: true })
    },
    who: (headers, request) => whoOf({ parts, nonces }, headers['authorization'] ?? '', request),
    challenge: (headers) => {
      const realm = realmOf(parts.tenant)
      const claim = digestClaim(headers['authorization'] ?? '')
      const isOld = claim !== null && nonces.look(claim.nonce, parts.clock()) === 'old'
      const digest = `Digest realm="${realm}", qop="auth", algorithm=MD5, nonce="${nonces.make(parts.clock())}"${isOld ? ', stale=true' : ''}`
      return overTls(parts) ? `${digest}, Basic realm="${realm}", charset="UTF-8"` : digest
    },
  }
}

const overTls = ({ baseUrl }: CollectParts): boolean => baseUrl.startsWith('https:')

async function list(tx: Tx, parts: CollectParts, officer: Who) {
  const accounts = (await listAccounts(tx, parts.tenant)).filter((one) => isOffered(one, officer))
  const own = new Set(accounts.map((one) => one.id))
  return {
    logins: (await listCollectLogins(tx, parts.tenant)).filter((one) => own.has(one.account) || one.createdBy === officer.account),
    accounts: accounts
      .filter((one) => one.closedAt === null)
      .map(({ id: account, organisation, roles }) => ({ account, organisation, roles: roles.filter(opensOpenRosa) })),
  }
}
/** An officer enrols for the own organisation; whoever manages people, for all. */
const isOffered = (account: AccountRow, officer: Who): boolean =>
  account.kind === 'person' &&
  account.roles.some(opensOpenRosa) &&
  (seesAll(officer) || (officer.organisation !== null && account.organisation === officer.organisation))

async function make(
  parts: CollectParts,
  officer: Who,
  { account, role }: { readonly account: string; readonly role: string },
): Promise<Outcome<MadeLogin>> {
  const { database, tenant, clock, places } = parts
  const fault = await database.read(async (tx) => {
    const owner = await findAccount(tx, tenant, account)
    if (!owner) return refused('unknown-account')
    if (owner.closedAt !== null) return refused('account-closed')
    if (!owner.roles.includes(role)) return refused('role-not-held', { role })
    if (!opensOpenRosa(role)) return refused('role-does-not-inspect', { role })
    if (!isOffered(owner, officer)) return refused('not-your-organisation')
    const parents = await areaParents(tx, places, tenant)
    return isWithin(owner.territory, officer.territory, (code) => parents[code] ?? null) ? null : refused('beyond-your-territory')
  })
  if (fault) return fault
  const made = { id: uuidV7(Date.parse(clock()), randomBytes(10)), user: `collect-${random(6)}`, password: passwordOf() }
  const ha1 = ha1Of({ ...made, realm: realmOf(tenant) })
  const row = { id: made.id, user: made.user, ha1, account, role, createdBy: officer.account, createdAt: clock() }
  await database.transaction((tx) => insertCollectLogin(tx, tenant, row))
  return accepted(made)
}

/** Without letters that are taken for others when somebody types them. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const random = (length: number): string => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')
/** Four groups of four; never the shape of a machine's token. */
const passwordOf = (): string => Array.from({ length: 4 }, () => random(4)).join('.')

interface Checking {
  readonly parts: CollectParts
  readonly nonces: Nonces
}
const MINE = /^collect-[a-z0-9]{6}$/

async function whoOf(
  { parts, nonces }: Checking,
  authorization: string,
  request: { readonly method: string; readonly url: string },
): Promise<Who | null | 'other'> {
  const claim = digestClaim(authorization)
  if (claim !== null) {
    const isOurs = MINE.test(claim.user) && claim.realm === realmOf(parts.tenant) && nonces.look(claim.nonce, parts.clock()) === 'good'
    return isOurs ? checked(parts, claim.user, (ha1) => isMadeWith(claim, ha1, request)) : null
  }
  if (/^Digest /i.test(authorization)) return null
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization)?.[1]
  const [, user = '', password = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(basic ?? '', 'base64').toString('utf8')) ?? []
  if (!MINE.test(user)) return 'other'
  if (!overTls(parts)) return null
  return checked(parts, user, (ha1) => isSame(ha1, ha1Of({ user, realm: realmOf(parts.tenant), password })))
}

async function checked(parts: CollectParts, user: string, isRight: (ha1: string) => boolean): Promise<Who | null> {
  const { database, tenant, clock } = parts
  const key = `collect|${createHash('sha256').update(user).digest('hex').slice(0, 32)}`
  const found = await database.read(async (tx) => ({
    tries: await countWrongTries(tx, key),
    login: await findCollectLogin(tx, tenant, user),
  }))
  if (found.tries >= WRONG_TRIES.max) return null
  if (found.login === null || !isRight(found.login.ha1)) {
    await parts.attempt(key, WRONG_TRIES)
    return null
  }
  const { id, account, role, lastUsedAt } = found.login
  const owner = await database.read(async (tx) => {
    const one = await findAccount(tx, tenant, account)
    return one && (await isOfficeLocked(tx, tenant, one.organisation)) ? null : one
  })
  if (!owner || owner.closedAt !== null || !owner.roles.includes(role) || !opensOpenRosa(role)) return null
  const at = clock()
  if (lastUsedAt === null || Date.parse(at) - Date.parse(lastUsedAt) > NOTE_USE_EVERY_MS)
    await database.transaction((tx) => noteCollectUse(tx, tenant, { id, at }))
  const { organisation, territory } = owner
  return { tenant, account, organisation, roles: [role], capabilities: new Set([OPENROSA]), territory, language: 'fr' }
}
