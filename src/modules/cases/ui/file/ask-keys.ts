/* Public keys of those to whom something is about to be sealed, each compared with what this device saw of the colleague before. */
import { ask } from '../../../../app/api.ts'
import { deviceKeep } from '../../../../app/device.ts'
import type { Outcome } from '../../../../kernel/outcome.ts'
import type { CustodiansShown, IntakeKeys, KeyHolder, KeyHolders, KeyHolderShown } from '../../contract-keys.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import { colleaguesOf } from '../../../../app/sealing/colleagues.ts'

type Holders = Readonly<Infer<typeof KeyHolders>>
export interface HoldersAsked {
  readonly accounts?: readonly string[]
  readonly organisation?: string
  readonly capability?: string
}
export async function askHolders(asked: HoldersAsked): Promise<readonly KeyHolderShown[]> {
  const query = new URLSearchParams()
  if (asked.accounts !== undefined) query.set('accounts', asked.accounts.join(','))
  if (asked.organisation !== undefined) query.set('organisation', asked.organisation)
  if (asked.capability !== undefined) query.set('capability', asked.capability)
  const text = query.toString()
  return (await ask<Holders>(`/api/keys/holders${text === '' ? '' : `?${text}`}`)).data.holders
}
/** To whom a case of that body is sealed by who does not read it: a few who supervise there. A telephone carries the list. */
export async function askIntakeTeam(organisation: string): Promise<readonly KeyHolderShown[]> {
  const { bodies } = (await ask<IntakeKeys>('/api/keys/intake')).data
  return bodies.find((one) => one.organisation === organisation)?.holders ?? []
}
/** None where the organisation has not named them, or where the asker has no business to know them. */
export async function askCustodians(): Promise<readonly KeyHolderShown[]> {
  try {
    return (await ask<CustodiansShown>('/api/keys/custodians')).data.custodians
  } catch {
    return []
  }
}
/** Refuses with `colleague-key-changed`. */
export const admitted = <Holder extends Pick<KeyHolder, 'account' | 'publicKey'>>(
  account: string,
  holders: readonly Holder[],
): Promise<Outcome<readonly Holder[]>> => colleaguesOf(account, deviceKeep()).admit(holders)
export const colleagues = (account: string) => colleaguesOf(account, deviceKeep())
