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
const ids = new Map<string, string>()
/** The number of an invented actor. */
export function actorOf(key: string): string {
  const id = ids.get(key) ?? newId()
  ids.set(key, id)
  return id
}

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
  { on: -40, play: () => registerActors(stage) },
  { on: -39, play: () => registerSecretActor(stage) },
  { on: -38, play: (day) => judge(stage, { round: 'Atelier 1', on: day, places: first }) },
  { on: -12, play: (day) => judge(stage, { round: 'Atelier 2', on: day, places: second }) },
]

const post = async (stage: Stage, path: string, data: unknown): Promise<void> => {
  const answer = await stage.as('analyst').post(`/api/conflict/actors${path}`, data)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}
const actors = [
  ['colline', 'Groupe de la Colline', 'armed-group', ['XL101', 'XL102'], 'outside'],
  ['veilleurs', 'Veilleurs', 'armed-group', ['XL102'], 'announced'],
  ['detachment', 'Détachement de Lukanda-Est', 'army-unit', ['XL102'], 'not-concerned'],
  ['ferry', 'Coopérative du Bac', 'cooperative', ['XL101'], 'not-concerned'],
  ['notables', 'Conseil des notables de la Luka', 'customary', ['XL101', 'XL102'], 'not-concerned'],
  ['forum', 'Forum de paix de Lukanda', 'civil-society', ['XL1'], 'not-concerned'],
] as const

async function registerActors(stage: Stage): Promise<void> {
  for (const [key, name, kind, areas, ddr] of actors)
    await post(stage, '', { actor: actorOf(key), name, secret: null, kind, areas, ddr, described: null })
  await post(stage, `/${actorOf('colline')}/spellings`, { written: 'GC-Colline', source: 'Atelier 1' })
  await post(stage, `/${actorOf('veilleurs')}/spellings`, { written: 'Les Veilleurs de la Luka', source: 'Atelier 1' })
  const known = { from: null, until: null, reliability: 'B', credibility: '2' }
  const relate = (from: string, to: string, kind: string, strength: number) =>
    post(stage, `/${actorOf(from)}/relations`, { to: actorOf(to), kind, strength, ...known })
  await layOnDesk(stage)
  await relate('colline', 'veilleurs', 'rival', 3)
  await relate('colline', 'ferry', 'taxes', 2)
  await relate('detachment', 'veilleurs', 'allied', 1)
  await relate('notables', 'forum', 'allied', 2)
}

/** As an import of a list lays them: one near an actor, one that names nobody. */
const layOnDesk = ({ program: { database, tenant, modules } }: Stage): Promise<void> =>
  database.transaction((tx) =>
    modules.conflict.actors.wait(tx, tenant, [
      { written: 'Groupe de la Colline – Nord', source: 'liste de visites (fictive)' },
      { written: 'hommes armés non identifiés', source: 'liste de visites (fictive)' },
    ]),
  )

/** Number, influence, interest, stance. */
type Judged = readonly [key: string, influence: number, interest: number, stance: string]
const first: readonly Judged[] = [
  ['colline', 5, 5, 'spoiler'],
  ['veilleurs', 3, 4, 'spoiler'],
  ['detachment', 4, 2, 'mixed'],
  ['notables', 3, 4, 'peace'],
  ['forum', 2, 5, 'peace'],
]
const second: readonly Judged[] = [
  ['colline', 5, 5, 'spoiler'],
  ['veilleurs', 3, 3, 'mixed'],
  ['detachment', 4, 4, 'mixed'],
  ['notables', 4, 5, 'peace'],
  ['forum', 3, 5, 'peace'],
]
async function judge(
  stage: Stage,
  { round, on, places }: { readonly round: string; readonly on: string; readonly places: readonly Judged[] },
): Promise<void> {
  for (const [key, influence, interest, stance] of places)
    await post(stage, `/${actorOf(key)}/places`, { influence, interest, stance, on, body: 'Secrétariat technique (démonstration)', round })
}

async function registerSecretActor(stage: Stage): Promise<void> {
  const actor = actorOf('secret')
  const { id, answer } = await sealSecretName(stage.as('analyst'), {
    of: { kind: 'actor', actor: asId('conflict-actor', actor) },
    name: 'Réseau de transport du bac (fictif)',
    readers: [stage.account('analyst'), stage.account('secretariat')],
  })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  const facts = { kind: 'trader-network', areas: ['XL102'], ddr: 'not-concerned', described: null }
  await post(stage, '', { actor, name: null, secret: id, ...facts })
  const taxed = { kind: 'protects', strength: 2, from: null, until: null, reliability: 'C', credibility: '3' }
  await post(stage, `/${actorOf('detachment')}/relations`, { to: actor, ...taxed })
}
