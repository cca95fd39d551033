/* `chanzo import training FILE`: participations in trainings of earlier years, one row for each; names, where there are any, are kept apart. */
import { createReadStream, existsSync } from 'node:fs'
import { openXlsx } from '../../exchange/chain-lists/open-xlsx.ts'
import type { SourceRow } from '../../exchange/training-lists/read-rows.ts'
import { csvSource, importTrainingList } from '../../exchange/training-lists/server/import-into-log.ts'
import { type Outcome, accepted } from '../../kernel/outcome.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { importTrainingText } from '../command-texts-training.ts'
import { open } from '../opening.ts'
import { OPERATOR } from '../program.ts'
import { sentenceOf, wordsOf } from '../sentences.ts'

const SHOWN = 20

export const importTrainingCommand: Command = {
  ...importTrainingText,
  run: async ({ operands: [file = ''], options, terminal }) => {
    if (!existsSync(file)) throw new UsageFault(`There is no file ${file}.`)
    const source = await rowsOf(file)
    if (!source.ok) {
      terminal.say(sentenceOf(source.refusal))
      return EXIT.refused
    }
    const opened = await open(options, terminal, { mayBeNew: true })
    try {
      const { database, log, tenant, clock, modules } = opened.program
      const outcome = await importTrainingList(
        { database, log, tenant, clock, actor: OPERATOR, places: modules.places.door, trainings: modules.outreach.trainings },
        {
          ...{ rows: source.value, dryRun: options['dry-run'] === true },
          onProgress: (done, total) => terminal.progress('Recording participations', done, total),
        },
      )
      if (!outcome.ok) {
        terminal.say(sentenceOf(outcome.refusal))
        return EXIT.refused
      }
      const report = outcome.value
      for (const { line, column, problem } of report.rejected.slice(0, SHOWN))
        terminal.say(`row ${line}, column ${column}: ${wordsOf(`training-list.problem.${problem}`, {})}`)
      if (report.rowsRejected > SHOWN) terminal.say(`… and ${report.rowsRejected - SHOWN} more rows were not taken.`)
      terminal.result({ ...report }, [
        `${report.added} participations of ${report.sessions} sessions added, ${report.alreadyKnown} known already; ${report.rowsRejected} rows were not taken.${report.dryRun ? ' Nothing was written (dry run).' : ''}`,
        `${report.named} names are kept apart from the log.`,
      ])
      // Rows that were not taken are for a person to look at, so a script must see that not all went in.
      return report.rowsRejected === 0 ? EXIT.done : EXIT.no
    } finally {
      await opened.close()
    }
  },
}
async function rowsOf(file: string): Promise<Outcome<AsyncIterable<SourceRow>>> {
  if (!file.toLowerCase().endsWith('.xlsx')) return accepted(csvSource(createReadStream(file, 'utf8')))
  const opened = await openXlsx(file)
  return opened.ok ? accepted(opened.value.rows()) : opened
}
