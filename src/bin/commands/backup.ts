/* `chanzo backup FILE`: everything in the database, in one file, from one moment, while the server runs. */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup } from '../../platform/database/backup.ts'
import { connect } from '../../platform/database/connect.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { backupText } from '../command-texts.ts'
import { openDatabase } from '../opening.ts'

/** Sessions, offers and counters of a day: everybody signs in again after a restore. */
export const SHORT_LIVED = ['sign_in_session', 'sign_in_verification', 'sign_in_attempt', 'enrolment', 'device_session']

export const backupCommand: Command = {
  ...backupText,
  run: async ({ operands: [file = ''], options, terminal }) => {
    if (existsSync(file) && options['force'] !== true) throw new UsageFault(`${file} exists; choose another name or say --force.`)
    if (!existsSync(dirname(file))) throw new UsageFault(`The folder ${dirname(file)} is not there; make it first, or choose another.`)
    const opened = await openDatabase(options, terminal)
    const owner = connect({ connectionString: opened.connectionString, role: 'owner', max: 1 })
    try {
      const { tables, rows } = await backup(owner, file, {
        leaveOut: SHORT_LIVED,
        report: (done, total) => terminal.progress('Writing', done, total),
      })
      terminal.result({ file, tables, rows }, [`${rows} rows of ${tables} tables are in ${file}.`])
      return EXIT.done
    } finally {
      await owner.close()
      await opened.close()
    }
  },
}
