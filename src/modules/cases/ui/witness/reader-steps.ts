/*
Who reads a witness: the first is named by the team, which makes the vault's first key for that reader and keeps none of it; up to two more are let in
by who reads it, and one is taken out by another reader, who makes a new key for those who stay. A screen shows who may be chosen; here is what is sent.
*/
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { KeyHolder, KeyHolderShown } from '../../contract-keys.ts'
import type { Member } from '../../domain/access/access.ts'
import type { LeavingReason } from '../../domain/access/access-words.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import { admitted, askCustodians, askHolders } from '../file/ask-keys.ts'
import { type AskHolders, askReaders } from '../file/ask-readers.ts'
import { renewCommand, renewVaults } from '../file/renew-vault.ts'
import type { CaseWork } from '../file/use-case.ts'
import type { Making } from '../file/use-steps.ts'
import { joinSteps } from '../team/join-steps.ts'
import { makeVaultKeys } from '../../../../app/sealing/vault-keys.ts'

/** What is asked of the server beside the case; tests ask it in their own way. */
export interface Asking {
  readonly holders: AskHolders
  readonly custodians: () => Promise<readonly KeyHolder[]>
}
const fromHere: Asking = { holders: askHolders, custodians: askCustodians }

export const readersOf = ({ whole }: Pick<CaseWork, 'whole'>): readonly Member[] =>
  whole.access.members.filter((one) => one.vaults.includes('witness'))

export interface Choice {
  readonly holders: readonly KeyHolderShown[]
  /** Somebody who reads it now is known to no other body, so that no other body could seal to all of them. */
  readonly isApart: boolean
}
/** Those whom every body may seal to by what they do. */
const KNOWN_TO_OTHERS = ['cases.justice', 'cases.supervise'] as const

/** Of one's own body anybody with a key; of another who follows things in justice. Where readers are of several bodies, each must be known to the others. */
export async function readersToChoose(
  work: Pick<CaseWork, 'whole' | 'organisation'>,
  body: string,
  ask: AskHolders = askHolders,
): Promise<Choice> {
  const readers = readersOf(work)
  const isOwn = body === work.organisation
  const isMixed = readers.some((one) => one.organisation !== body)
  const known = async (organisation: string) =>
    (await Promise.all(KNOWN_TO_OTHERS.map((capability) => ask({ organisation, capability })))).flat()
  if (isMixed) {
    const bodies = [...new Set(readers.flatMap((one) => one.organisation ?? []))]
    const told = new Set((await Promise.all(bodies.map(known))).flat().map((one) => one.account))
    if (!readers.every((one) => told.has(one.account))) return { holders: [], isApart: true }
  }
  const found = !isOwn ? await ask({ organisation: body, capability: 'cases.justice' }) : isMixed ? await known(body) : await ask({})
  const members = new Set<string>(work.whole.access.members.map((one) => one.account))
  // Who keeps shares for others reads no case; who works the case reads no witness.
  const free = found.filter((one) => !members.has(one.account) && !one.roles.includes('KEY_CUSTODIAN'))
  return { holders: [...new Map(free.map((one) => [one.account, one])).values()], isApart: false }
}

export interface Named {
  readonly holder: KeyHolder
  readonly body: string
}
/** The first key, for the first reader alone. Custodians of our body could give nothing back to somebody of another: their shares would only be a risk. */
export async function firstReaderSteps(
  work: Pick<CaseWork, 'case' | 'account' | 'organisation'>,
  { holder, body }: Named,
  asking: Asking = fromHere,
): Promise<Outcome<Making>> {
  const custodians = body === work.organisation ? await asking.custodians() : []
  const trusted = await admitted(work.account, [holder, ...custodians])
  if (!trusted.ok) return trusted
  const made = await makeVaultKeys({ caseId: work.case, vaults: ['witness'], readers: [{ ...holder, vaults: ['witness'] }], custodians })
  if (!made.ok) return made
  const join: OneCommand = {
    about: 'access',
    ask: {
      ...{ step: 'join', account: holder.account, organisation: asId('organisation', body) },
      ...{ as: 'witness-reader', vaults: ['witness'] },
    },
  }
  return accepted({ all: [join, renewCommand(made.value)], beside: { keys: made.value } })
}
/** One more, by who reads the vault: every key of it that is open here goes to them. */
export const furtherReaderSteps = (
  work: Pick<CaseWork, 'account' | 'organisation' | 'case' | 'open' | 'unlocked'>,
  { holder, body }: Named,
): Promise<Outcome<Making>> => joinSteps(work, { holder, as: 'witness-reader', vaults: ['witness'], organisation: body })

export interface TakingOut {
  readonly account: string
  readonly reason: Infer<typeof LeavingReason>
}
/** With a new key in the same step, so that there is no moment in which something is written that they could still open. */
export async function takeOutSteps(
  work: Pick<CaseWork, 'case' | 'account' | 'organisation' | 'whole'>,
  { account, reason }: TakingOut,
  asking: Asking = fromHere,
): Promise<Outcome<Making>> {
  const staying = readersOf(work).filter((one) => one.account !== account)
  const [holders, custodians] = await Promise.all([askReaders(staying, work.organisation, asking.holders), asking.custodians()])
  const trusted = await admitted(work.account, [...holders, ...custodians])
  if (!trusted.ok) return trusted
  const access = { ...work.whole.access, members: staying }
  const made = await renewVaults({ caseId: work.case, vaults: ['witness'], access, holders, custodians })
  if (!made.ok) return made
  const leave: OneCommand = { about: 'access', ask: { step: 'leave', account: asId('account', account), reason } }
  return accepted({ all: [leave, renewCommand(made.value)], beside: { keys: made.value } })
}
