/*
A process of its own that imports a file with the whole program, so that a test can kill it. Words: the database's address and
the file. It writes a line with the number of rows after every chunk that was recorded.
*/
import { randomUUID } from 'node:crypto'
import { openProgram } from '../src/bin/program.ts'
import { importIpisFile } from '../src/exchange/ipis/server/import-into-log.ts'
import { passingKeyRing } from '../src/platform/keys/signer.ts'

const [connectionString = '', file = ''] = process.argv.slice(2)
const program = await openProgram({
  connectionString,
  keys: passingKeyRing(),
  clock: () => new Date().toISOString(),
  tenant: 'cd',
  baseUrl: 'http://127.0.0.1:4870',
  secret: randomUUID(),
  demo: false,
})
await importIpisFile(
  { ...program, actor: { account: '019aa0c2-1111-7000-8000-000000000001', organisation: null, role: null } },
  { file, dryRun: false, onProgress: ({ done }) => void process.stdout.write(`${done}\n`) },
)
await program.close()
