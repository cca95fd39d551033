/*
The program as a server of its own, with people and telephones, for measurements of field work: the phones run in another process, so that both sides
have a processor as in the field. Says on stdout, as one line of JSON, where it listens and who was enrolled; ends with its parent.
*/
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { MIGRATIONS } from '../src/bin/opening.ts'
import { openProgram } from '../src/bin/program.ts'
import { decidingCriteria } from '../src/modules/sites/domain/missions/criteria.ts'
import { publishOwnForms } from '../src/modules/forms/module.ts'
import { addAccount, addOrganisation } from '../src/modules/people/module.ts'
import { connect } from '../src/platform/database/connect.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts'
import { openKeyRing } from '../src/platform/keys/signer.ts'
import { enrolPhone } from '../test/field-phone.ts'
import { signIn, subjectOf } from '../test/world/client.ts'
import { NOW, TENANT } from './world.ts'

const asked: { readonly phones: number; readonly sites: number; readonly visits: number } = JSON.parse(process.argv[2] ?? '{}')
const folder = mkdtempSync(join(tmpdir(), 'chanzo-bench-'))
const embedded = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') })
const { connectionString } = embedded
const owner = connect({ connectionString, role: 'owner', max: 2 })
await migrate(owner, readMigrations(MIGRATIONS))
const began = performance.now()
const clock = (): string => new Date(Date.parse(NOW) + performance.now() - began).toISOString()
const keys = openKeyRing(join(folder, 'keys'))
const options = { connectionString, keys, clock, tenant: TENANT, baseUrl: 'http://127.0.0.1:4870', secret: randomUUID() }
const program = await openProgram({ ...options, demo: false, simulatedClock: true })
await publishOwnForms(program)
const app = await program.createHttp(({ route, error }) => process.stderr.write(`${route}: ${String(error)}\n`))
const parts = { ...program, places: program.modules.places.door }
const PASSWORD = 'une phrase assez longue'

async function person(roles: readonly string[], more: { organisation?: string } = {}) {
  const email = `bench${randomUUID()}@people.example`
  const added = await addAccount(parts, { email, password: PASSWORD, roles, ...more })
  if (!added.ok) throw new Error(added.refusal.code)
  return { account: added.value.account, client: await signIn(app, email, PASSWORD) }
}
const founded = await addOrganisation(parts, { name: 'Division des Mines', kind: 'provincial-division', area: null })
if (!founded.ok) throw new Error(founded.refusal.code)
const root = await person(['ADMINISTRATOR'])
const officer = await person(['MINES_NAT'])
const sites: string[] = []
for (let at = 0; at < asked.sites; at++) {
  const answer = await officer.client.post('/api/sites', {
    ...{ nationalId: `bench-${at}`, name: `Site ${at}`, country: 'CD', minerals: ['Sn'], stated: { province: 'Sud-Kivu' } },
    position: { at: { latitude: -1.9 - at / 1000, longitude: 28.1 }, origin: 'gps' },
    source: { name: 'Banc', reference: 'MR-1' },
  })
  sites.push(subjectOf(answer))
}
// No boundaries are here to compute a place from.
await owner.transaction(async (tx) => {
  await sql`update site set province_code = 'CD6' || (1 + abs(hashtext(id::text)) % 3) where province_code is null`.execute(tx)
})
let worker = await person(['MINES_PROV'], { organisation: founded.value.organisation })
const members = [
  { body: 'mines-administration', attendance: 'required', head: true },
  { body: 'civil-society', attendance: 'required', head: false },
]
for (let at = 0; at < asked.visits; at++) {
  const day = `2026-${String(1 + (at % 10)).padStart(2, '0')}-${String(1 + (at % 27)).padStart(2, '0')}`
  const opened = await worker.client.post('/api/inspections', { site: sites[at % sites.length], date: day, onSite: true, members })
  const findings = decidingCriteria.map((one) => ({
    criterion: one.id,
    answer: 'met',
    narrative: `observé sur place par l’équipe, visite ${at}`,
  }))
  const told = await worker.client.post(`/api/inspections/${subjectOf(opened)}/findings`, { by: 'mines-administration', findings })
  if (told.status !== 200) throw new Error(JSON.stringify(told.body))
}
const phones: object[] = []
for (let at = 0; at < asked.phones; at++) {
  // One account has a few telephones: passwords cost more than telephones.
  if (at > 0 && at % 20 === 0) worker = await person(['MINES_PROV'], { organisation: founded.value.organisation })
  const phone = await enrolPhone(app, root.client, { account: worker.account, role: 'MINES_PROV' })
  phones.push({ device: phone.device, account: phone.account, key: phone.key.export({ format: 'pem', type: 'pkcs8' }) })
}
const form = await program.database.read((tx) => program.modules.forms.door.current(tx, TENANT, 'inspection_cd'))
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
const port = typeof address === 'object' && address ? address.port : 0
process.stdout.write(
  `${JSON.stringify({ port, pid: process.pid, now: NOW, phones, sites, form: { form: form?.form, version: form?.version, sha256: form?.sha256 }, connectionString })}\n`,
)
const end = async (): Promise<void> => {
  await app.close()
  await program.close()
  await owner.close()
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
}
process.on('disconnect', () => void end())
process.on('message', () => void end())
