/*
A program for the tests to kill. It uses the database of the folder it is given like any other Chanzo process and writes to
standard output what the database acknowledged, line by line and at once, so that its killer can count afterwards.
Words: DIR [rows | hold]. With `hold` it leaves when its standard input ends.
*/
import { writeSync } from 'node:fs'
import pg from 'pg'
import { LaunchFault } from './launch-fault.ts'
import { startEmbeddedPostgres } from './start-embedded-postgres.ts'

const [dataDir = '', task = 'hold'] = process.argv.slice(2)

try {
  const database = await startEmbeddedPostgres({ dataDir })
  writeSync(1, `${JSON.stringify({ adopted: database.adopted, port: database.port })}\n`)
  if (task === 'rows') await writeRows(database.connectionString)
  process.stdin.resume().once('end', () => {
    void database.stop().then(() => process.exit(0))
  })
} catch (thrown) {
  if (!(thrown instanceof LaunchFault)) throw thrown
  writeSync(1, `${JSON.stringify({ code: thrown.code, message: thrown.message })}\n`)
}

async function writeRows(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  // The test ends the server under us; that is no reason to die before it ends us too.
  client.on('error', () => undefined)
  await client.connect()
  await client.query('create table if not exists witness (number integer primary key)')
  const { rows } = await client.query<{ next: number }>('select coalesce(max(number), 0) + 1 as next from witness')
  for (let number = rows[0]?.next ?? 1; ; number += 1) {
    const acknowledged = await client.query('insert into witness values ($1)', [number]).then(
      () => true,
      () => false,
    )
    if (!acknowledged) return
    writeSync(1, `${number}\n`)
  }
}
