/*
Routes of a key that was lost: the person asks, two custodians give what their devices resealed, the person opens and closes. Whoever may do nothing with a request learns nothing of it: it answers as
one that does not exist. What a person may read is asked of the teams at each step, so that who left a team gets nothing back.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, mustParse, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can, signedIn } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import { VaultName } from '../../contract-vault.ts'
import { AskRecovery, FinishRecovery, GiveShares, RecoveriesShown, Reopenings, SharesGiven, SharesToGive } from '../../contract-keys.ts'
import { vaultsOf } from '../../domain/access/access.ts'
import { type Standing, standingOf } from '../../domain/access/standing.ts'
import { CaseIdText, KeyAskedBecause, type RecoveryEvent, RecoveryId, recoveryKinds } from '../../domain/keys/key-words.ts'
import { GIVERS_NEEDED, type Recovery, type RecoveryCommand, type RecoveryContext, recoveryDecider } from '../../domain/keys/recovery.ts'
import { asProgram } from '../record/records.ts'
import { enterCases } from '../record/store-scope.ts'
import { type ReadRecords, halvesOf, readableNow } from './readable.ts'
import { fingerprintOf } from './holders.ts'
import { currentKeys } from './store-keys.ts'
import {
  type GivenRow,
  type RecoveryRow,
  type ShareRow,
  dropGiven,
  findRecovery,
  givenTo,
  keepGiven,
  openRecoveries,
  reopeningsOf,
  sharesOf,
} from './store-recovery.ts'
import { dropWrapsOfOldKeys, keepWraps } from './store-vault-keys.ts'

export const recoveryAggregate: Aggregate<Recovery, RecoveryCommand, RecoveryEvent, RecoveryContext> = {
  ...{ name: 'key-recovery', decider: recoveryDecider, kinds: recoveryKinds },
}
const params = record({ recovery: RecoveryId })
/** Whoever of the house answers for the case or reads it. */
const SEES_MARKS: readonly Standing[] = ['owner', 'member', 'guest', 'witness-reader', 'supervisor']
const nothing: RecoveryContext = { account: '', asker: null, currentKey: null, holdsShares: false, openable: [] }
const placeOf = (one: { readonly case: string; readonly vault: string; readonly generation: number }): string =>
  `${one.case} ${one.vault} ${one.generation}`

export const recoveryRoutes = (records: ReadRecords): readonly Route[] => [
  ...askingRoutes(records),
  ...markRoutes(records),
  ...givingRoutes(records),
  ...endingRoutes(records),
]
const askingRoutes = (records: ReadRecords): readonly Route[] => [
  readRoute({
    path: '/api/keys/recoveries',
    allow: signedIn,
    summary:
      'Requests that wait: to a custodian those for which they hold shares, to the data protection officer those of the organisation',
    answer: RecoveriesShown,
    read: async ({ tx, tenant, who, now }) => {
      if (!who.capabilities.has('cases.guard-shares') && !who.capabilities.has('cases.protect-data')) return refused('not-allowed')
      return accepted({ recoveries: await waitingFor(tx, { records, tenant }, { who, now }) })
    },
  }),
  writeRoute({
    path: '/api/keys/recoveries',
    allow: can('cases.hold-key'),
    summary: 'Asks the custodians for the keys of the cases that one may read now, sealed to one’s present key',
    body: AskRecovery,
    write: async ({ door, who, tenant, envelope, data: { because } }): Promise<Outcome<Receipt>> => {
      const [key] = await door.read((tx) => currentKeys(tx, tenant, [who.account]))
      if (key === undefined) return refused('no-personal-key')
      const organisation = who.organisation === null ? null : asId('organisation', who.organisation)
      return door.execute({
        ...{ aggregate: recoveryAggregate, subject: envelope.id, envelope, who },
        command: {
          step: 'ask',
          because,
          key: asId('personal-key', key.key),
          publicKey: key.publicKey,
          organisation,
          role: who.roles[0] ?? null,
        },
        context: async (tx) => ({ ...nothing, account: who.account, currentKey: await keyNow(tx, tenant, who.account) }),
      })
    },
  }),
]
const markRoutes = (records: ReadRecords): readonly Route[] => [
  readRoute({
    path: '/api/keys/reopenings/:case',
    allow: can('cases.hold-key'),
    summary: 'To who reads the case or supervises it: for whom two custodians opened it again, when, and who asks them now',
    params: record({ case: CaseIdText }),
    answer: Reopenings,
    read: async ({ tx, tenant, who, params: { case: of }, now }) => {
      await asProgram(tx)
      const one = await records.load(tx, tenant, of)
      const may = (capability: string): boolean => who.capabilities.has(capability)
      const seenBy = one && standingOf(one.whole, { account: who.account, organisation: who.organisation, may, now })
      if (one === null || seenBy === null || !SEES_MARKS.includes(seenBy)) return refused('unknown-case')
      const reads = (account: string): boolean => vaultsOf(one.whole.access, account, now).length > 0
      const waiting = (await openRecoveries(tx, tenant)).filter(({ account }) => reads(account))
      const marks = await reopeningsOf(tx, tenant, of)
      return accepted({
        reopenings: marks.map(({ account, custodians, because, at }) => ({
          ...{ account: asId('account', account), because, at },
          custodians: custodians.map((one) => asId('account', one)),
        })),
        asked: waiting.map(({ account, askedAt, givenBy }) => ({ account: asId('account', account), askedAt, given: givenBy.length })),
      })
    },
  }),
]
const givingRoutes = (records: ReadRecords): readonly Route[] => [
  readRoute({
    path: '/api/keys/recoveries/:recovery/shares',
    allow: can('cases.guard-shares'),
    summary: 'The custodian’s own shares of the cases that the asker may read now, to be resealed on the custodian’s device',
    params,
    answer: SharesToGive,
    read: async ({ tx, tenant, who, params: { recovery }, now }) => {
      const found = await findRecovery(tx, tenant, recovery)
      const shares = found === null || !found.isOpen ? [] : await sharesFor(tx, { records, tenant }, { custodian: who, asked: found, now })
      return shares.length === 0
        ? refused('unknown-key-recovery')
        : accepted({ shares: shares.map((one) => ({ ...named(one), share: one.share })) })
    },
  }),
  writeRoute({
    path: '/api/keys/recoveries/:recovery/shares',
    allow: can('cases.guard-shares'),
    summary: 'Gives the custodian’s shares, resealed to the key of who asked; two different people do so',
    params,
    body: GiveShares,
    write: async ({ door, who, tenant, envelope, params: { recovery }, data, now }): Promise<Outcome<Receipt>> => {
      const asked = await door.read((tx) => findRecovery(tx, tenant, recovery))
      if (asked === null) return refused('unknown-key-recovery')
      const held = asked.isOpen ? await door.read((tx) => sharesFor(tx, { records, tenant }, { custodian: who, asked, now })) : []
      const places = new Set(held.map(placeOf))
      const given = data.shares.filter((one) => places.has(placeOf(one)))
      if (held.length === 0) return refused('unknown-key-recovery')
      return door.execute({
        ...{ aggregate: recoveryAggregate, subject: recovery, envelope, who },
        command: { step: 'give', custodian: asId('account', who.account), cases: new Set(given.map((one) => one.case)).size },
        context: async (tx) => ({
          ...{ account: who.account, asker: asked.account, openable: [] },
          currentKey: await keyNow(tx, tenant, asked.account),
          holdsShares: given.length > 0 && given.length === new Set(data.shares.map(placeOf)).size,
        }),
        beside: async (tx) => {
          await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'record' })
          await keepGiven(tx, tenant, { recovery, custodian: who.account, for: asked.account, at: now, shares: given })
        },
      })
    },
  }),
]
const endingRoutes = (records: ReadRecords): readonly Route[] => [
  readRoute({
    path: '/api/keys/recoveries/:recovery/given',
    allow: can('cases.hold-key'),
    summary: 'To who asked: what two custodians gave, case by case, sealed to the present key',
    params,
    answer: SharesGiven,
    read: async ({ tx, tenant, who, params: { recovery }, now }) => {
      const found = await findRecovery(tx, tenant, recovery)
      if (found?.account !== who.account) return refused('unknown-key-recovery')
      const vaults = await givenNow(tx, { records, tenant }, { who, recovery, now })
      return accepted({ vaults: vaults.map((one) => ({ ...named(one), publicKey: one.publicKey, shares: [...one.shares] })) })
    },
  }),
  writeRoute({
    path: '/api/keys/recoveries/:recovery/endings',
    allow: can('cases.hold-key'),
    summary: 'The asker’s device opened what was given: keeps the new sealed keys, drops those of the lost key, and leaves the mark',
    params,
    body: FinishRecovery,
    write: ({ door, who, tenant, envelope, params: { recovery }, data: { wraps }, now }) =>
      door.execute({
        ...{ aggregate: recoveryAggregate, subject: recovery, envelope, who },
        command: { step: 'finish', cases: [...new Set(wraps.map((one) => one.case))] },
        context: async (tx) => {
          const found = await findRecovery(tx, tenant, recovery)
          const key = await keyNow(tx, tenant, who.account)
          const open = new Set((await givenNow(tx, { records, tenant }, { who, recovery, now })).map(placeOf))
          const wrong = new Set(
            wraps.filter((one) => one.reader !== who.account || one.key !== key || !open.has(placeOf(one))).map((one) => one.case),
          )
          const openable = wraps.map((one) => one.case).filter((one) => !wrong.has(one))
          return { account: who.account, asker: found?.account ?? null, currentKey: key, holdsShares: false, openable }
        },
        beside: async (tx) => {
          await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'record' })
          await keepWraps(tx, tenant, { wraps, by: who.account, at: now })
          await dropWrapsOfOldKeys(tx, tenant, { reader: who.account, key: (await keyNow(tx, tenant, who.account)) ?? '' })
          await dropGiven(tx, tenant, recovery)
        },
      }),
  }),
]

const keyNow = async (tx: Tx, tenant: string, account: string): Promise<string | null> =>
  (await currentKeys(tx, tenant, [account]))[0]?.key ?? null
const named = (row: { readonly vault: string; readonly case: string; readonly generation: number }) => ({
  ...{ case: row.case, vault: mustParse(VaultName, row.vault), generation: row.generation },
})

interface House {
  readonly records: ReadRecords
  readonly tenant: string
}
interface Giving {
  readonly custodian: Who
  readonly asked: Pick<RecoveryRow, 'account' | 'organisation'>
  readonly now: string
}
/**
What this custodian holds of vaults that the asker may read now; nothing for oneself. Somebody of another body gets only what is of a witness: what a person did not let go to the body that took
their case over stays shut to it.
*/
async function sharesFor(tx: Tx, house: House, { custodian, asked, now }: Giving): Promise<readonly ShareRow[]> {
  if (custodian.account === asked.account) return []
  const readable = await readableNow(tx, house, { account: asked.account, now })
  const places = new Set(readable.map((one) => `${one.case} ${one.vault}`))
  const cases = [...new Set(readable.map((one) => one.case))]
  const shares = await sharesOf(tx, house.tenant, { custodian: custodian.account, cases })
  const isOwnBody = asked.organisation !== null && asked.organisation === custodian.organisation
  return shares.filter((one) => (isOwnBody || one.vault === 'witness') && places.has(`${one.case} ${one.vault}`))
}
interface Given extends GivenRow {
  /** As the sealed record says it: against it the device checks what it joined. */
  readonly publicKey: string
}
/** Of which two gave, and which the person may still read. */
async function givenNow(
  tx: Tx,
  house: House,
  { who, recovery, now }: { readonly who: Who; readonly recovery: string; readonly now: string },
): Promise<readonly Given[]> {
  const readable = new Set((await readableNow(tx, house, { account: who.account, now })).map((one) => `${one.case} ${one.vault}`))
  const given = (await givenTo(tx, house.tenant, { recovery, account: who.account })).filter(
    (one) => one.shares.length >= GIVERS_NEEDED && readable.has(`${one.case} ${one.vault}`),
  )
  const halves = await halvesOf(
    tx,
    house,
    given.map((one) => one.case),
  )
  return given.flatMap((one) => {
    const half = halves.get(one.case)?.find((said) => said.vault === one.vault && said.generation === one.generation)
    return half === undefined ? [] : [{ ...one, publicKey: half.publicKey }]
  })
}

async function waitingFor(tx: Tx, house: House, { who, now }: { readonly who: Who; readonly now: string }) {
  const watches = who.capabilities.has('cases.protect-data')
  const shown = []
  for (const one of await openRecoveries(tx, house.tenant)) {
    const shares = watches ? [] : await sharesFor(tx, house, { custodian: who, asked: one, now })
    if (watches ? one.organisation !== who.organisation || who.organisation === null : shares.length === 0) continue
    shown.push({
      ...{ id: one.id, account: asId('account', one.account), role: one.role, organisation: one.organisation, askedAt: one.askedAt },
      ...{ key: asId('personal-key', one.key), publicKey: one.publicKey, fingerprint: fingerprintOf(one.publicKey) },
      ...{ because: mustParse(KeyAskedBecause, one.because), given: one.givenBy.length, givenByMe: one.givenBy.includes(who.account) },
      cases: new Set(shares.map((share) => share.case)).size,
    })
  }
  return shown
}
