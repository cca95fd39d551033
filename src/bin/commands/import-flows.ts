/* `chanzo import flows FILE`: groups counted at flow monitoring points. */
import { createReadStream, existsSync } from 'node:fs'
import { importFlows } from '../../modules/mobility/module.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { importFlowsText } from '../command-texts-import.ts'
import { open } from '../opening.ts'
import { OPERATOR } from '../program.ts'
import { sentenceOf, wordsOf } from '../sentences.ts'

const SHOWN = 20

export const importFlowsCommand: Command = {
  ...importFlowsText,
  run: async ({ operands: [file = ''], options, terminal }) => {
    if (!existsSync(file)) throw new UsageFault(`There is no file ${file}.`)
    const lines = await linesOf(file)
    const opened = await open(options, terminal, { mayBeNew: true })
    try {
      const { database, log, tenant, clock } = opened.program
      const outcome = await importFlows({
        ...{ database, log, tenant, clock, actor: OPERATOR, dryRun: options['dry-run'] === true },
        open: () => createReadStream(file, 'utf8'),
        onProgress: (rows) => terminal.progress('Recording groups', Math.min(rows, lines), lines),
      })
      if (!outcome.ok) {
        terminal.say(sentenceOf(outcome.refusal))
        return EXIT.refused
      }
      const report = outcome.value
      for (const { line, column, problem } of report.damaged.slice(0, SHOWN))
        terminal.say(`row ${line}, column ${column}: ${wordsOf(`flows.problem.${problem}`, {})}`)
      if (report.rejected > SHOWN) terminal.say(`… and ${report.rejected - SHOWN} more rows were not taken.`)
      terminal.result({ ...report }, [
        `${report.added} groups added in ${report.sendings} days of points, ${report.alreadyKnown} known already; ${report.rejected} rows were not taken.${report.dryRun ? ' Nothing was written (dry run).' : ''}`,
        `${report.misfits} groups of which the parts do not add up: counted as passages, left out of women, men, girls and boys.`,
      ])
      return report.rejected === 0 ? EXIT.done : EXIT.no
    } finally {
      await opened.close()
    }
  },
}
/** One pass over the bytes, so that progress has an end. */
async function linesOf(file: string): Promise<number> {
  let lines = 0
  const pieces: AsyncIterable<Buffer> = createReadStream(file)
  for await (const piece of pieces) for (const byte of piece) if (byte === 10) lines += 1
  return Math.max(1, lines)
}
