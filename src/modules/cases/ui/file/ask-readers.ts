/* Public keys of who reads a vault, of whatever body they are: each body is asked for its own people, and tells of them no more than it tells others. */
import type { KeyHolderShown } from '../../contract-keys.ts'
import type { Member } from '../../domain/access/access.ts'
import { type HoldersAsked, askHolders } from './ask-keys.ts'

export type AskHolders = (asked: HoldersAsked) => Promise<readonly KeyHolderShown[]>

export async function askReaders(
  members: readonly Pick<Member, 'account' | 'organisation'>[],
  own: string | null,
  ask: AskHolders = askHolders,
): Promise<readonly KeyHolderShown[]> {
  const bodies = [...new Set(members.map((one) => one.organisation))]
  const found = await Promise.all(
    bodies.map((organisation) => {
      const accounts = members.filter((one) => one.organisation === organisation).map((one) => one.account)
      return ask(organisation === null || organisation === own ? { accounts } : { accounts, organisation })
    }),
  )
  return found.flat()
}
