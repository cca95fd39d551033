/*
Writes what a release leaves behind into test/frozen/<version>: the whole log of the fictional province as it was stored, the keys that
signed it, an image of the database, what its telephones hold and have not sent, a certificate with the lists it is checked by, and the hashes of the published rulebooks. Run once at a release; the files
are never edited afterwards, and every later program must still read them. Usage: node tools/freeze-release.ts
*/
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { MIGRATIONS } from '../src/bin/opening.ts'
import { openProgram } from '../src/bin/program.ts'
import { publishedRulebooks } from '../src/bin/published-rulebooks.ts'
import { version } from '../src/bin/version.ts'
import { SHORT_LIVED } from '../src/bin/commands/backup.ts'
import { backup } from '../src/platform/database/backup.ts'
import { anything, listOf, looseRecord, mustParse, text } from '../src/kernel/schema.ts'
import { decidingCriteria } from '../src/modules/sites/domain/missions/criteria.ts'
import { connect } from '../src/platform/database/connect.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts'
import { passingKeyRing } from '../src/platform/keys/signer.ts'
import { buildWorld } from '../test/world/province.ts'
import { type TestParcel, type TestPhone, enrolPhone } from '../test/field-phone.ts'
import { DEMO_PASSWORD } from '../test/world/accounts.ts'
import { signIn, stranger } from '../test/world/client.ts'
import { PROVINCE_CODE } from '../test/world/lukanda.ts'
import { ROOT } from './steps.ts'

const target = join(ROOT, 'test', 'frozen', version)
const NOW = '2026-11-21T09:40:00.000Z'

/** What two telephones of the release hold about the visit that is under way in the image: signed, not sent. */
async function outboxOf(app: FastifyInstance, at: string): Promise<object> {
  const officer = await signIn(app, 'administrator@demo.chanzo.example', DEMO_PASSWORD)
  const Inspections = looseRecord({ inspections: listOf(looseRecord({ inspection: text(), phase: text() })) })
  const { inspections } = mustParse(Inspections, (await officer.get('/api/inspections')).body)
  const inspection = inspections.find(({ phase }) => phase === 'draft')?.inspection ?? ''
  const Accounts = looseRecord({ accounts: listOf(looseRecord({ id: text(), roles: listOf(text()), territory: anything() })) })
  const { accounts } = mustParse(Accounts, (await officer.get('/api/enrolments/accounts')).body)
  const phoneOf = (role: string): Promise<TestPhone> => {
    const owner = accounts.find(({ roles }) => roles.includes(role))
    return enrolPhone(app, officer, { account: owner?.id ?? '', role, territory: [PROVINCE_CODE], at })
  }
  const [head, member] = [await phoneOf('MINES_PROV'), await phoneOf('CIVIL_SOCIETY')]
  const path = (act: string): string => `/api/inspections/${inspection}/${act}`
  const findings = decidingCriteria.map(({ id }) => ({
    criterion: id,
    answer: id === 'Y6' ? 'violated' : 'met',
    narrative: 'Vu sur place',
  }))
  const parcels: TestParcel[] = []
  const say = (phone: TestPhone, act: string, data: object): void => {
    parcels.push(phone.parcel(path(act), data, { after: parcels.slice(-1).map(({ id }) => id) }))
  }
  say(head, 'findings', { by: 'mines-administration', findings })
  say(member, 'dissents', { by: 'civil-society', criterion: 'R2', reason: 'Des hommes armés sur la route, vus le matin' })
  say(head, 'signatures', { body: 'mines-administration' })
  say(member, 'signatures', { body: 'civil-society' })
  say(head, 'submission', {})
  return {
    about: 'What telephones of this release hold for one inspection of the image beside it, signed and not sent.',
    inspection,
    parcels,
  }
}

async function freeze(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-freeze-'))
  const embedded = await startEmbeddedPostgres({ dataDir: join(folder, 'data') })
  try {
    const owner = connect({ connectionString: embedded.connectionString, role: 'owner', max: 1 })
    await migrate(owner, readMigrations(MIGRATIONS))
    let now = NOW
    const program = await openProgram({
      connectionString: embedded.connectionString,
      keys: passingKeyRing(),
      clock: () => now,
      tenant: 'cd',
      baseUrl: 'http://127.0.0.1:4870',
      secret: 'only for this run, and nobody signs in',
      demo: true,
      simulatedClock: true,
    })
    mkdirSync(target, { recursive: true })
    const { certificateNumber } = await buildWorld({ program, setClock: (instant) => void (now = instant) })
    const lines = async (table: string): Promise<string> =>
      (
        await owner.read((tx) =>
          sql<{ line: string }>`select to_jsonb(one)::text as line from ${sql.table(table)} as one order by 1`.execute(tx),
        )
      ).rows
        .map((row) => row.line)
        .join('\n')
    mkdirSync(target, { recursive: true })
    writeFileSync(join(target, 'log.ndjson.gz'), gzipSync(`${await lines('log_event')}\n`, { level: 9 }))
    writeFileSync(join(target, 'log-keys.ndjson'), `${await lines('log_server_key')}\n`)
    const app = await program.createHttp()
    const client = stranger(app)
    // Enrolled before the image is taken: the telephones are in it, what they will send is not.
    writeFileSync(join(target, 'outbox.json'), `${JSON.stringify(await outboxOf(app, NOW), null, 2)}\n`)
    const code = await owner.read((tx) =>
      sql<{ code: string }>`select issued->>'code' as code from certificate where number = ${certificateNumber}`.execute(tx),
    )
    const certificate = {
      number: certificateNumber,
      code: code.rows[0]?.code,
      day: NOW.slice(0, 10),
      trustList: (await client.get('/api/trust-list')).body,
      revocationList: (await client.get('/api/revocation-list')).body,
    }
    writeFileSync(join(target, 'certificate.json'), `${JSON.stringify(certificate, null, 2)}\n`)
    writeFileSync(join(target, 'rulebooks.json'), `${JSON.stringify(publishedRulebooks(), null, 2)}\n`)
    await backup(owner, join(target, 'database.backup'), { leaveOut: SHORT_LIVED, report: () => undefined })
    await app.close()
    await program.close()
    await owner.close()
  } finally {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (existsSync(target)) {
  process.stderr.write(`test/frozen/${version} is there already and is never written again; a new release has a new version.\n`)
  process.exitCode = 1
} else {
  await freeze()
  process.stdout.write(`test/frozen/${version} written.\n`)
}
