/* Somebody who may act in some areas only: with an account and a signed undertaking, posted there. For tests of who may do what where; nobody of the demonstration is. */
import { addAccount } from '../../src/modules/people/module.ts'
import type { Program } from '../../src/bin/program.ts'
import { DEMO_PASSWORD } from './accounts.ts'
import { type Client, signIn } from './client.ts'
import type { Stage } from './stage.ts'
import { signUndertaking } from './undertakings.ts'

export interface Posted {
  readonly name: string
  readonly role: 'COMMITTEE_SECRETARY' | 'RESOURCE_DESK' | 'TRAINING_OFFICER' | 'MINES_PROV'
  /** Key of a body of the demonstration. */
  readonly organisation: Parameters<Stage['organisation']>[0]
  readonly territory: readonly string[]
}
export async function posted(program: Program, stage: Stage, { name, role, organisation, territory }: Posted): Promise<Client> {
  const { database, log, tenant, clock, modules } = program
  const added = await addAccount(
    { database, log, tenant, clock, places: modules.places.door },
    {
      ...{ email: `${name}@example.org`, name, password: DEMO_PASSWORD, roles: [role] },
      ...{ organisation: stage.organisation(organisation), territory: [...territory] },
    },
  )
  if (!added.ok) throw new Error(added.refusal.code)
  await signUndertaking(program, { account: added.value.account, roles: [role] })
  return signIn(stage.app, `${name}@example.org`, DEMO_PASSWORD)
}
