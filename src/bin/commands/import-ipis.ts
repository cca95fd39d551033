/* `chanzo import ipis FILE`: visits of mine sites from the IPIS open data, as sites and observations. */
import { existsSync } from 'node:fs'
import { importIpisFile } from '../../exchange/ipis/server/import-into-log.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { importIpisText } from '../command-texts-import.ts'
import { open } from '../opening.ts'
import { OPERATOR } from '../program.ts'
import { sentenceOf, wordsOf } from '../sentences.ts'

const SHOWN = 20

export const importIpisCommand: Command = {
  ...importIpisText,
  run: async ({ operands: [file = ''], options, terminal }) => {
    if (!existsSync(file)) throw new UsageFault(`There is no file ${file}.`)
    const opened = await open(options, terminal, { mayBeNew: true })
    try {
      const { database, log, tenant, clock } = opened.program
      const outcome = await importIpisFile(
        { database, log, tenant, clock, actor: OPERATOR },
        { file, dryRun: options['dry-run'] === true, onProgress: ({ done, total }) => terminal.progress('Reading IPIS', done, total) },
      )
      if (!outcome.ok) {
        terminal.say(sentenceOf(outcome.refusal))
        return EXIT.refused
      }
      const report = outcome.value
      for (const { line, column, problem, found } of report.rejected.slice(0, SHOWN)) {
        const where = `line ${line}${column ? `, column ${column}` : ''}`
        terminal.say(`${where}: ${wordsOf(`ipis.problem.${problem}`, found === undefined ? {} : { found })}`)
      }
      if (report.rowsRejected > SHOWN) terminal.say(`… and ${report.rowsRejected - SHOWN} more rows were not taken.`)
      const { visits, sites, rowsRejected, alreadyKnown } = report
      terminal.result({ ...report, visits, sites, rowsRejected, alreadyKnown }, [
        `${visits} visits of ${sites} sites; ${alreadyKnown} were known already, ${rowsRejected} rows were not taken.${report.dryRun ? ' Nothing was written (dry run).' : ''}`,
        `${report.amended} visits were amended because a spelling was corrected since they were recorded.`,
        `${report.unknownSpellings.length} spellings are not in the table and were kept as written. Source: IPIS.`,
      ])
      // Rows that were not taken are for a person to look at, so a script must see that not all went in.
      return report.rowsRejected === 0 ? EXIT.done : EXIT.no
    } finally {
      await opened.close()
    }
  },
}
