/* An account as whoever asks, for a command of the operator that speaks in its name: by identifier or by the address it signs in with. */
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import { capabilitiesOf } from '../domain/roles.ts'
import { findAccount } from './store.ts'
import { isOfficeLocked } from './store-offices.ts'
import { findUser, findUserByEmail } from './store-sign-in.ts'

/** Null where there is none, or where it was closed. */
export async function whoOfAccount(tx: Tx, tenant: string, name: string): Promise<Who | null> {
  const user = name.includes('@') ? await findUserByEmail(tx, name) : { account: name, tenant }
  if (user?.tenant !== tenant) return null
  const found = await findAccount(tx, tenant, user.account)
  if (!found || found.closedAt !== null) return null
  const { organisation, roles, territory } = found
  if (await isOfficeLocked(tx, tenant, organisation)) return null
  const language = (await findUser(tx, user.account))?.language ?? 'fr'
  return { tenant, account: user.account, organisation, roles, capabilities: capabilitiesOf(roles), territory, language }
}
