/* Keys with whose they are, as devices get them: account, key, digits, functions. Never a name and never an address: the device shows what its person already knows. */
import { createHash } from 'node:crypto'
import { asId } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { TrainingDoor } from '../../../people/contract.ts'
import type { KeyHolderShown } from '../../contract-keys.ts'
import { fingerprintFrom } from '../../domain/keys/fingerprint.ts'
import { currentKeys, namingsOf } from './store-keys.ts'

/** An open account of a person, without who that is. */
export interface KeyAccount {
  readonly account: string
  readonly organisation: string | null
  readonly roles: readonly string[]
  readonly capabilities: ReadonlySet<string>
}
export interface KeyParts {
  readonly accounts: (tx: Tx, tenant: string) => Promise<readonly KeyAccount[]>
}
/** Who holds a key was trained in the protection of data, as another noted it. */
export interface TrainingParts {
  readonly training: TrainingDoor<Tx>
}

export const fingerprintOf = (publicKey: string): string => fingerprintFrom(createHash('sha256').update(publicKey, 'utf8').digest())

/** Whoever keeps files of persons, or reads secret names of the conflict map. */
const mayHold = ({ capabilities }: KeyAccount): boolean => capabilities.has('cases.hold-key') || capabilities.has('conflict.named')

/** Those of the accounts that are open, may hold a key and have one. */
export async function holdersOf(
  tx: Tx,
  { accounts, tenant }: KeyParts & { readonly tenant: string },
  fits: (account: KeyAccount) => boolean,
): Promise<readonly KeyHolderShown[]> {
  const known = (await accounts(tx, tenant)).filter((one) => mayHold(one) && fits(one))
  const keys = await currentKeys(
    tx,
    tenant,
    known.map(({ account }) => account),
  )
  return keys.map(({ account, key, publicKey }) => ({
    ...{ account: asId('account', account), key: asId('personal-key', key), publicKey, fingerprint: fingerprintOf(publicKey) },
    roles: [...(known.find((one) => one.account === account)?.roles ?? [])],
  }))
}
export const mayGuard =
  (organisation: string) =>
  ({ capabilities, organisation: own }: KeyAccount): boolean =>
    capabilities.has('cases.guard-shares') && own === organisation

/** The confirmed three of an organisation, or none while one of them has no key or left. */
export async function custodiansOf(
  tx: Tx,
  parts: KeyParts & { readonly tenant: string },
  organisation: string,
): Promise<readonly KeyHolderShown[]> {
  const { current } = await namingsOf(tx, parts.tenant, organisation)
  if (current === null) return []
  const holders = await holdersOf(tx, parts, mayGuard(organisation))
  const three = current.custodians.flatMap((one) => holders.filter(({ account }) => account === one))
  return three.length === current.custodians.length ? three : []
}
