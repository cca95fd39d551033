/*
Shares made anew, by a reader of the case: for files that were opened before the three were named, and after one of them changed or made another key. The server sees that each share is for one of the three;
that it fits, the joining shows. Each renewal is a line of the log.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import { RenewShares, SharesWanting } from '../../contract-keys.ts'
import { CUSTODIANS } from '../../domain/keys/custodians.ts'
import { enterCases } from '../record/store-scope.ts'
import { type KeyParts, custodiansOf } from './holders.ts'
import { custodianAggregate } from './http-custodians.ts'
import { type ReadRecords, halvesOf, readableNow } from './readable.ts'
import { currentKeys } from './store-keys.ts'
import { wantingShares } from './store-recovery.ts'
import { keepShares, wrapsFor } from './store-vault-keys.ts'

/** At a time: a device does them one after the other. */
const MOST_CASES = 50

interface ShareParts extends KeyParts {
  readonly records: ReadRecords
}

export const shareRoutes = (parts: ShareParts): readonly Route[] => [
  readRoute({
    path: '/api/keys/shares/wanting',
    allow: can('cases.hold-key'),
    summary: 'One’s own cases whose shares do not lie with the present three custodians, with what one’s device needs to make them anew',
    answer: SharesWanting,
    read: async ({ tx, tenant, who, now }) => {
      const { custodians, wanting } = await wantingOf(tx, { ...parts, tenant }, { who, now })
      const cases = []
      const first = [...new Set(wanting.map((row) => row.case))].slice(0, MOST_CASES)
      const halves = await halvesOf(tx, { records: parts.records, tenant }, first)
      for (const one of first) {
        const wraps = await wrapsFor(tx, tenant, { case: one, reader: who.account })
        const keys = halves.get(one) ?? []
        const isWanting = (row: { readonly vault: string; readonly generation: number }): boolean =>
          wanting.some((other) => other.case === one && other.vault === row.vault && other.generation === row.generation)
        cases.push({ case: one, keys: keys.filter(isWanting), wraps: wraps.filter(isWanting) })
      }
      return accepted({ custodians: custodians.map(({ account, key, publicKey }) => ({ account, key, publicKey })), cases })
    },
  }),
  writeRoute({
    path: '/api/keys/shares',
    allow: can('cases.hold-key'),
    summary: 'Keeps shares of a case that its reader made anew, one for each of the present three custodians',
    body: RenewShares,
    write: async ({ door, who, tenant, envelope, data: { case: of, shares }, now }): Promise<Outcome<Receipt>> => {
      if (who.organisation === null) return refused('not-your-organisation')
      return door.execute({
        ...{ aggregate: custodianAggregate, subject: who.organisation, envelope, who },
        command: { step: 'renew-shares', case: of, shares: shares.length },
        context: async (tx) => {
          const { custodians, wanting } = await wantingOf(tx, { ...parts, tenant }, { who, now })
          const wanted = wanting.filter((row) => row.case === of).map((row) => `${row.vault} ${row.generation}`)
          const given = new Set(shares.map((one) => `${one.vault} ${one.generation}`))
          const perVault = [...given].every((vault) => {
            const three = shares.filter((one) => `${one.vault} ${one.generation}` === vault)
            return (
              three.length === CUSTODIANS &&
              custodians.every((one) => three.some((share) => share.custodian === one.account && share.key === one.key))
            )
          })
          return {
            account: who.account,
            fit: [],
            sharesFit: given.size > 0 && perVault && [...given].every((vault) => wanted.includes(vault)),
          }
        },
        beside: async (tx) => {
          await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'record' })
          await keepShares(tx, tenant, { case: of, shares, at: now })
        },
      })
    },
  }),
]

interface Asking {
  readonly who: Who
  readonly now: string
}
async function wantingOf(tx: Tx, parts: ShareParts & { readonly tenant: string }, { who, now }: Asking) {
  const custodians = who.organisation === null ? [] : await custodiansOf(tx, parts, who.organisation)
  const [own] = await currentKeys(tx, parts.tenant, [who.account])
  if (custodians.length !== CUSTODIANS || own === undefined) return { custodians, wanting: [] }
  const readable = new Set((await readableNow(tx, parts, { account: who.account, now })).map((one) => `${one.case} ${one.vault}`))
  const asked = { account: who.account, key: own.key, custodians: custodians.map(({ account, key }) => `${account} ${key}`) }
  const wanting = await wantingShares(tx, parts.tenant, asked)
  return { custodians, wanting: wanting.filter((one) => readable.has(`${one.case} ${one.vault}`)) }
}
