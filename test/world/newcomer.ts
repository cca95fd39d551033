/* Somebody of a body who is not in the demonstration: with an account, a signed undertaking and a personal key. */
import { addAccount } from '../../src/modules/people/module.ts'
import type { Program } from '../../src/bin/program.ts'
import { DEMO_PASSWORD } from './accounts.ts'
import { type KeyedPerson, withKey } from './case-people.ts'
import { signIn } from './client.ts'
import type { Stage } from './stage.ts'
import { signUndertaking } from './undertakings.ts'

export interface Newcomer {
  readonly name: string
  readonly role: 'CASE_SUPERVISOR'
  readonly organisation: string
}
export async function newcomer(program: Program, stage: Stage, { name, role, organisation }: Newcomer): Promise<KeyedPerson> {
  const { database, log, tenant, clock, modules } = program
  const email = `${name}@example.org`
  const actor = { account: 'operator', organisation: null, role: null }
  const parts = { database, log, tenant, clock, places: modules.places.door, actor }
  const added = await addAccount(parts, { email, name, password: DEMO_PASSWORD, roles: [role], organisation, territory: 'everywhere' })
  if (!added.ok) throw new Error(added.refusal.code)
  await signUndertaking(program, { account: added.value.account, roles: [role] })
  const client = await signIn(stage.app, email, DEMO_PASSWORD)
  return withKey({ as: () => client, account: () => added.value.account }, name)
}
