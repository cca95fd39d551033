/*
A server and its telephones in one process, until somebody kills it: sixteen hand in one signed command after the other over HTTP and ask to be answered as soon as it is on the
disc. Prints the id of each only after that answer. Usage: node keep-until-killed.ts DATA_DIR
*/
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openDatabase } from '../../src/bin/opening.ts'
import { openProgram } from '../../src/bin/program.ts'
import { openTerminal } from '../../src/bin/terminal.ts'
import { addAccount } from '../../src/modules/people/module.ts'
import { openKeyRing } from '../../src/platform/keys/signer.ts'
import { enrolPhone, textIn } from '../field-phone.ts'
import { signIn, subjectOf } from '../world/client.ts'

const data = process.argv[2] ?? ''
const opened = await openDatabase({ data }, openTerminal(true), true)
const clock = (): string => new Date().toISOString()
const program = await openProgram({
  ...{ connectionString: opened.connectionString, keys: openKeyRing(join(data, 'keys')), clock, tenant: 'cd' },
  ...{ baseUrl: 'http://127.0.0.1:4870', secret: randomUUID(), demo: false },
})
const app = await program.createHttp()
const parts = { ...program, places: program.modules.places.door }
const PASSWORD = 'une phrase assez longue'
async function person(role: string) {
  const email = `${randomUUID()}@people.example`
  const added = await addAccount(parts, { email, password: PASSWORD, roles: [role] })
  if (!added.ok) throw new Error(added.refusal.code)
  return { account: added.value.account, client: await signIn(app, email, PASSWORD) }
}
const root = await person('ADMINISTRATOR')
const officer = await person('MINES_NAT')
const site = subjectOf(
  await officer.client.post('/api/sites', {
    ...{ nationalId: `killed-${randomUUID()}`, name: 'Kibara', country: 'CD', minerals: ['Sn'], stated: { province: 'Sud-Kivu' } },
    position: { at: { latitude: -1.9641, longitude: 28.1234 }, origin: 'gps' },
    source: { name: 'Équipe mixte', reference: 'MR-1' },
  }),
)
const worker = await person('SAEMAPE_AGENT')
const phone = await enrolPhone(app, root.client, { account: worker.account, role: 'SAEMAPE_AGENT', at: clock() })
const token = textIn(await phone.askSession(), 'token')
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/field/parcels`
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', prefer: 'respond-async' }
process.stdout.write('ready\n')
const observed = { date: clock().slice(0, 10), source: { name: 'Équipe', reference: 'MR-2' }, onSite: true, observed: {} }
await Promise.all(
  Array.from({ length: 16 }, async () => {
    for (;;) {
      const parcel = phone.parcel(`/api/sites/${site}/visits`, observed, { happenedAt: clock() })
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ parcels: [parcel] }) })
      const text = await answer.text()
      if (answer.status === 202 && text.includes('"waiting"')) process.stdout.write(`${parcel.id}\n`)
      else throw new Error(`${answer.status} ${text}`)
    }
  }),
)
