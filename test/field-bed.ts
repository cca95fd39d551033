/*
The table on which tests of field work stand: the whole program behind its real door, an administrator, a mining officer with a site, and
as many people with telephones as a test asks for.
*/
import type { FastifyInstance } from 'fastify'
import { beforeAll } from 'vitest'
import { addAccount, addOrganisation } from '../src/modules/people/module.ts'
import { freshDatabase } from './database.ts'
import { type TestPhone, enrolPhone } from './field-phone.ts'
import { type Client, signIn, subjectOf } from './world/client.ts'
import { signUndertaking, waiveSecondFactor } from './world/undertakings.ts'

export const world = await freshDatabase()
export const { program, setClock } = world
export let app: FastifyInstance
export let root: Client
export let officer: Client
export let site = ''
const parts = { ...program, places: program.modules.places.door }
const SITE = {
  nationalId: 'cd-1',
  name: 'Kibara',
  country: 'CD',
  minerals: ['Sn'],
  position: { at: { latitude: -1.9641, longitude: 28.1234 }, origin: 'gps' },
  stated: { province: 'Sud-Kivu' },
  source: { name: 'Équipe mixte', reference: 'MR-1' },
}
const PASSWORD = 'une phrase assez longue'

export interface Person {
  readonly account: string
  readonly client: Client
}
let made = 0
export async function person(
  roles: readonly string[],
  more: { organisation?: string; territory?: readonly string[] } = {},
): Promise<Person> {
  const email = `field${++made}@people.example`
  const added = await addAccount(parts, { email, password: PASSWORD, roles, ...more })
  if (!added.ok) throw new Error(added.refusal.code)
  await signUndertaking(program, { account: added.value.account, roles })
  return { account: added.value.account, client: await signIn(app, email, PASSWORD) }
}
export async function organisation(kind: 'saemape' | 'civil-society' | 'provincial-division' | 'scheme-operator'): Promise<string> {
  const founded = await addOrganisation(parts, { name: `${kind} ${++made}`, kind, area: null })
  if (!founded.ok) throw new Error(founded.refusal.code)
  await waiveSecondFactor(program, founded.value.organisation)
  return founded.value.organisation
}
/** A person with a telephone. */
export async function fieldWorker(
  role = 'SAEMAPE_AGENT',
  more: { organisation?: string; territory?: readonly string[] } = {},
): Promise<Person & { readonly phone: TestPhone }> {
  const owner = await person([role], more)
  return { ...owner, phone: await enrolPhone(app, root, { account: owner.account, role }) }
}

beforeAll(async () => {
  app = await program.createHttp((fault) => process.stderr.write(`${fault.route}: ${String(fault.error)}\n`))
  ;({ client: root } = await person(['ADMINISTRATOR']))
  ;({ client: officer } = await person(['MINES_NAT']))
  site = subjectOf(await officer.post('/api/sites', SITE))
  return () => app.close()
})
