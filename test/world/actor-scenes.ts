/* Scenes of who acts in conflicts: both offices make a key, and a name that nobody may read elsewhere is sealed to the two. All invented. */
import { asId } from '../../src/kernel/schema.ts'
import { demoAccounts } from './accounts.ts'
import { withKey } from './case-people.ts'
import { newId } from './client.ts'
import { sealSecretName } from './name-acts.ts'
import type { Stage } from './stage.ts'
import { signUndertaking } from './undertakings.ts'

interface Scene {
  readonly on: number
  readonly play: (day: string) => Promise<void>
}
const OFFICES: readonly string[] = ['analyst', 'secretariat']
const SECRET_ACTOR = newId()

export const actorScenes = (stage: Stage): readonly Scene[] => [
  {
    on: -41,
    play: async () => {
      for (const { key, role } of demoAccounts.filter((one) => OFFICES.includes(one.key))) {
        await signUndertaking(stage.program, { account: stage.account(key), roles: [role] })
        await withKey(stage, key)
      }
    },
  },
  { on: -39, play: () => sealActorName(stage) },
]

async function sealActorName(stage: Stage): Promise<void> {
  const { answer } = await sealSecretName(stage.as('analyst'), {
    of: { kind: 'actor', actor: asId('conflict-actor', SECRET_ACTOR) },
    name: 'Réseau de transport du bac (fictif)',
    readers: [stage.account('analyst'), stage.account('secretariat')],
  })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}
