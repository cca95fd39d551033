/*
Writes what a release leaves behind into test/frozen/<version>: the whole log of the fictional province as it was stored, the keys that
signed it, an image of the database, a certificate with the lists it is checked by, and the hashes of the published rulebooks. Run once at a release; the files
are never edited afterwards, and every later program must still read them. Usage: node tools/freeze-release.ts
*/
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { MIGRATIONS } from '../src/bin/opening.ts'
import { openProgram } from '../src/bin/program.ts'
import { publishedRulebooks } from '../src/bin/published-rulebooks.ts'
import { version } from '../src/bin/version.ts'
import { SHORT_LIVED } from '../src/bin/commands/backup.ts'
import { backup } from '../src/platform/database/backup.ts'
import { connect } from '../src/platform/database/connect.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts'
import { passingKeyRing } from '../src/platform/keys/signer.ts'
import { buildWorld } from '../test/world/province.ts'
import { stranger } from '../test/world/client.ts'
import { ROOT } from './steps.ts'

const target = join(ROOT, 'test', 'frozen', version)
const NOW = '2026-11-21T09:40:00.000Z'

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
