/*
Who shall read a new case: the caseworker who opens it, as its owner; of anybody else's, those who supervise cases in the body that is chosen. Few on
purpose: each reader is one more telephone that can be taken.
*/
import { ask } from '../../../../app/api.ts'
import { asId } from '../../../../kernel/schema.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { KeyHolder, OwnKey } from '../../contract-keys.ts'
import { admitted, askCustodians, askHolders, askIntakeTeam } from '../file/ask-keys.ts'
import type { Reader } from './opening-body.ts'

export const MOST_READERS = 3
export interface IntakeAsked {
  readonly account: string
  readonly isWorker: boolean
  readonly ownOrganisation: string | null
  readonly organisation: string
}
export interface Intake {
  readonly readers: readonly Reader[]
  readonly custodians: readonly KeyHolder[]
}
export async function intakeOf({ account, isWorker, ownOrganisation, organisation }: IntakeAsked): Promise<Outcome<Intake>> {
  const isOwn = organisation === ownOrganisation
  const custodians = isOwn ? await askCustodians() : []
  if (isWorker && isOwn) {
    const { key } = (await ask<OwnKey>('/api/keys/mine')).data
    if (key === null) return refused('no-personal-key')
    const trusted = await admitted(account, custodians)
    return trusted.ok ? accepted({ readers: [{ holder: ownHolder(account, key), as: 'owner' }], custodians }) : trusted
  }
  const supervisors = await askIntakeTeam(organisation)
  const holders = supervisors.length > 0 || !isOwn ? supervisors : await askHolders({ organisation, capability: 'cases.work' })
  const picked = holders.toSorted((a, b) => (a.account < b.account ? -1 : 1)).slice(0, MOST_READERS)
  if (picked.length === 0) return refused('body-without-keys')
  const trusted = await admitted(account, [...picked, ...custodians])
  if (!trusted.ok) return trusted
  return accepted({ readers: picked.map((holder) => ({ holder, as: supervisors.includes(holder) ? 'supervisor' : 'worker' })), custodians })
}
const ownHolder = (account: string, { key, publicKey }: NonNullable<OwnKey['key']>): KeyHolder => ({
  account: asId('account', account),
  key,
  publicKey,
})
