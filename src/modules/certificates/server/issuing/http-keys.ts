/*
The keys that sign certificates: seen, changed, revoked. A change is written in the log first and then made, so that no certificate is ever signed by a key
that nobody announced; if the server dies between the two, the next issue finishes it.
*/
import { uuidV7 } from '../../../../kernel/ids.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import { asId, listOf, record } from '../../../../kernel/schema.ts'
import { todayAt } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, anyone, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { type KeyRing, keyIdOf } from '../../../../platform/keys/signer.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { Log } from '../../../../platform/log/log.ts'
import type { CommandEnvelope, Receipt } from '../../../../platform/log/receipt.ts'
import * as issuing from '../../contract-issuing.ts'
import { toHex } from '../../domain/code/bytes.ts'
import { IssueRegister } from '../../domain/issue-register.ts'
import {
  ISSUER_KEYS,
  type KeyCommand,
  type KeyContext,
  type KeyEvent,
  type KeyState,
  keyDecider,
  keyKinds,
} from '../../domain/issuing/issuer-keys.ts'
import type { CertificateDoors } from '../facts.ts'
import { keptList } from '../kept-list.ts'
import { trustListOf } from '../lists.ts'
import { keyInForce } from './issue-facts.ts'
import { issueRegisterOf } from './issue-register.ts'
import { countByKey, listKeys, listStandingCodes } from './store-issued.ts'

export const keyAggregate: Aggregate<KeyState, KeyCommand, KeyEvent, KeyContext> = {
  name: 'issuer-key',
  decider: keyDecider,
  kinds: keyKinds,
}

interface Here {
  readonly keys: KeyRing
  readonly tenant: string
}
const contextWith =
  ({ keys, tenant }: Here) =>
  async (tx: Tx, _state: KeyState, { today, now }: { readonly today: string; readonly now: string }): Promise<KeyContext> => {
    const { publicKey } = await keyInForce(keys, { tx, tenant })
    const known = await trustListOf(tx, { tenant, now, keys })
    const validFrom = known.keys.find((key) => key.publicKey === publicKey)?.validFrom ?? today
    return {
      today,
      current: { publicKey, validFrom },
      waiting: toHex(keys.waiting().publicKey),
      used: known.keys.map((key) => key.publicKey),
    }
  }

/** For whoever stands at the server's own terminal. */
export interface KeyDesk {
  readonly rotate: (reason: string) => Promise<Outcome<Receipt & { readonly publicKey: string }>>
  readonly revoke: (data: { readonly publicKey: string; readonly since: string; readonly reason: string }) => Promise<Outcome<Receipt>>
  readonly list: (tx: Tx, now: string) => Promise<readonly issuing.IssuerKeySummary[]>
}
export function keyDesk(here: Here & { readonly log: Log; readonly random: () => Uint8Array }): KeyDesk {
  const run = (command: KeyCommand) =>
    here.log.execute({
      ...{ tenant: here.tenant, aggregate: keyAggregate, subject: ISSUER_KEYS, command, context: contextWith(here) },
      envelope: { id: newCommand(here.random) },
      actor: { account: 'operator', organisation: null, role: null },
    })
  return {
    rotate: async (reason) => {
      const outcome = await run({ kind: 'rotate', data: { reason } })
      if (!outcome.ok) return outcome
      const { publicKey } = await here.log.read((tx) => keyInForce(here.keys, { tx, tenant: here.tenant }))
      return accepted({ ...outcome.value, publicKey })
    },
    revoke: async (data) => {
      const outcome = await run({ kind: 'revoke', data })
      // Of the key that signed until now: the one that waits is put in its place at once.
      if (outcome.ok) await here.log.read((tx) => keyInForce(here.keys, { tx, tenant: here.tenant }))
      return outcome
    },
    list: (tx, now) => keysSeen(tx, { ...here, now }),
  }
}
const newCommand = (random: () => Uint8Array) => asId('command', uuidV7(Date.now(), random()))

async function keysSeen(tx: Tx, { keys, tenant, now }: Here & { readonly now: string }): Promise<issuing.IssuerKeySummary[]> {
  const list = await trustListOf(tx, { tenant, now, keys })
  const [current, rows, counts] = [
    (await keyInForce(keys, { tx, tenant })).publicKey,
    await listKeys(tx, tenant),
    await countByKey(tx, tenant),
  ]
  const seen: issuing.IssuerKeySummary[] = []
  for (const { publicKey, validFrom, validUntil } of list.keys) {
    const row = rows.find((one) => one.publicKey === publicKey)
    const revoked = row?.revokedSince && row.revokedOn ? { since: row.revokedSince, on: row.revokedOn, reason: row.reason ?? '' } : null
    const standing = revoked === null ? [] : await listStandingCodes(tx, tenant, { publicKey, before: revoked.since, today: todayAt(now) })
    const keyId = keyIdOf(new Uint8Array(Buffer.from(publicKey, 'hex')))
    const numbers = { certificates: counts.get(publicKey) ?? 0, standing: standing.length }
    seen.push({ publicKey, keyId, current: publicKey === current, validFrom, validUntil, revoked, ...numbers })
  }
  return seen.toReversed()
}

interface Asked {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
async function executeKey(keys: KeyRing, { door, tenant, ...asked }: Asked, command: KeyCommand): Promise<Outcome<Receipt>> {
  const context = contextWith({ keys, tenant })
  const outcome = await door.execute({ ...asked, aggregate: keyAggregate, subject: ISSUER_KEYS, command, context })
  // The key that the log names takes its place; a repeated command finds it there already.
  if (outcome.ok) await door.read((tx) => keyInForce(keys, { tx, tenant }))
  return outcome
}

export function keyRoutes({ keys }: Pick<CertificateDoors, 'keys'>): readonly Route[] {
  const register = keptList((tx, asked) => issueRegisterOf(tx, { ...asked, keys }))
  return [
    readRoute({
      path: '/api/issue-register',
      allow: anyone,
      summary: 'The signed register of offices that issue provisionally, and of what stands of a stolen key; verifiers keep it',
      answer: IssueRegister,
      read: async ({ tx, tenant, now }) => accepted(await register(tx, { tenant, now })),
    }),
    readRoute({
      path: '/api/issuer-keys',
      allow: can('certificates.keys'),
      summary: 'The keys that sign certificates, newest first, with what each signed',
      answer: record({ keys: listOf(issuing.IssuerKeySummary) }),
      read: async ({ tx, tenant, now }) => accepted({ keys: await keysSeen(tx, { keys, tenant, now }) }),
    }),
    writeRoute({
      path: '/api/issuer-keys/rotation',
      allow: can('certificates.keys'),
      summary: 'A new key signs certificates from now on; what the old one signed stays verifiable',
      body: issuing.RotateKey,
      write: ({ data, ...asked }) => executeKey(keys, asked, { kind: 'rotate', data }),
    }),
    writeRoute({
      path: '/api/issuer-keys/revocation',
      allow: can('certificates.keys'),
      summary:
        'A key was stolen: of what it signed, only what this log had before that day still counts; a new one signs if it was the one in use',
      body: issuing.RevokeKey,
      write: ({ data, ...asked }) => executeKey(keys, asked, { kind: 'revoke', data }),
    }),
  ]
}
