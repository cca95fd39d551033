/*
A child that appends events one by one until somebody kills it, and prints the id of each event only after the log has answered.
Usage: node append-until-killed.ts DATA_DIR
*/
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../src/kernel/ids.ts'
import { openDatabase } from '../../src/bin/opening.ts'
import { openTerminal } from '../../src/bin/terminal.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { passingKeyRing } from '../../src/platform/keys/signer.ts'
import { openLog } from '../../src/platform/log/log.ts'

const opened = await openDatabase({ data: process.argv[2] ?? '' }, openTerminal(true), true)
const database = connect({ connectionString: opened.connectionString })
const log = await openLog({
  database,
  signer: passingKeyRing().signer('log'),
  projections: [],
  clock: () => new Date().toISOString(),
  deviceKey: async () => null,
})
const actor = { account: 'operator', organisation: null, role: null }
process.stdout.write('ready\n')
for (;;) {
  const id = uuidV7(Date.now(), randomBytes(10))
  await log.record('cd', [
    { id, kind: 'story.told.v1', subject: `story:${id}`, happenedAt: new Date().toISOString(), actor, payload: { word: 'x'.repeat(200) } },
  ])
  process.stdout.write(`${id}\n`)
}
