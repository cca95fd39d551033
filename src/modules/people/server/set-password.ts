/*
A new password from whoever stands at the server's own terminal, for a person who lost theirs. No page does this: whoever could set
another's password could be that person.
*/
import { hashPassword } from 'better-auth/crypto'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type AddParts, faultOfPassword } from './add-account.ts'
import { findAccount } from './store.ts'
import { deleteSecondFactor, deleteSessions, findUserByEmail, replacePassword } from './store-sign-in.ts'

export interface NewPassword {
  readonly email: string
  readonly password: string
  /** For a lost phone as well: the second step is off until the person sets it up again. */
  readonly dropSecondFactor?: boolean
}

/**
 * Ends all sessions of the account; roles, territory and devices stay. Refusals: `password-too-short`, `password-too-long`,
 * `email-unknown` (nobody of this tenant signs in with it), `account-closed`.
 */
export async function setPassword(
  { database, tenant }: Pick<AddParts, 'database' | 'tenant'>,
  { email, password, dropSecondFactor = false }: NewPassword,
): Promise<Outcome<{ readonly account: string; readonly sessionsEnded: number }>> {
  const fault = faultOfPassword(password)
  if (fault) return fault
  const passwordHash = await hashPassword(password)
  return database.transaction(async (tx) => {
    const user = await findUserByEmail(tx, email.trim())
    const found = user?.tenant === tenant ? await findAccount(tx, tenant, user.account) : null
    if (!found) return refused('email-unknown')
    if (found.closedAt !== null || !(await replacePassword(tx, found.id, passwordHash))) return refused('account-closed')
    if (dropSecondFactor) await deleteSecondFactor(tx, found.id)
    return accepted({ account: found.id, sessionsEnded: await deleteSessions(tx, found.id) })
  })
}
