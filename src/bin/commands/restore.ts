/* `chanzo restore FILE`: fills an empty database from a backup, in one transaction. */
import { existsSync } from 'node:fs'
import { BackupFault, restore } from '../../platform/database/backup.ts'
import { connect } from '../../platform/database/connect.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { restoreText } from '../command-texts.ts'
import { openDatabase } from '../opening.ts'

const SENTENCES: { readonly [Code in BackupFault['code']]: string } = {
  'not-a-backup': 'This file is not a backup of Chanzo, or it was damaged. Nothing was changed.',
  'other-version': 'This backup was made by another version of Chanzo; restore it with that version, then update. Nothing was changed.',
  'not-empty': 'This database already holds events; restore into a new data folder (--data DIR). Nothing was changed.',
  'cut-short': 'This backup ends too early: it was damaged or not copied whole. Nothing was changed.',
}

export const restoreCommand: Command = {
  ...restoreText,
  run: async ({ operands: [file = ''], options, terminal }) => {
    if (!existsSync(file)) throw new UsageFault(`There is no file ${file}.`)
    const opened = await openDatabase(options, terminal, true)
    const owner = connect({ connectionString: opened.connectionString, role: 'owner', max: 1 })
    try {
      const { tables, rows } = await restore(owner, file, (done, total) => terminal.progress('Restoring', done, total))
      terminal.result({ tables, rows }, [`${rows} rows of ${tables} tables restored.`])
      return EXIT.done
    } catch (error) {
      if (!(error instanceof BackupFault)) throw error
      terminal.say(SENTENCES[error.code])
      return EXIT.refused
    } finally {
      await owner.close()
      await opened.close()
    }
  },
}
