/* `chanzo import actors FILE`: spellings of armed actors gathered by IPIS (JSON), or the actors of UCDP (CSV). */
import { existsSync, readFileSync } from 'node:fs'
import { importActorList } from '../../exchange/actor-lists/server/import-list.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { importActorsText } from '../command-texts-import.ts'
import { open } from '../opening.ts'
import { OPERATOR } from '../program.ts'
import { sentenceOf, wordsOf } from '../sentences.ts'

const SHOWN = 20

export const importActorsCommand: Command = {
  ...importActorsText,
  run: async ({ operands: [file = ''], options, terminal }) => {
    if (!existsSync(file)) throw new UsageFault(`There is no file ${file}.`)
    const opened = await open(options, terminal, { mayBeNew: true })
    try {
      const { database, log, tenant, clock, modules } = opened.program
      const outcome = await importActorList(
        { database, log, tenant, clock, actor: OPERATOR, actors: modules.conflict.actors },
        { content: readFileSync(file, 'utf8'), dryRun: options['dry-run'] === true },
      )
      if (!outcome.ok) {
        terminal.say(sentenceOf(outcome.refusal))
        return EXIT.refused
      }
      const report = outcome.value
      for (const { row, column, problem } of report.damaged.slice(0, SHOWN)) {
        terminal.say(`row ${row}${column === null ? '' : `, column ${column}`}: ${wordsOf(`actor-list.problem.${problem}`, {})}`)
      }
      if (report.damaged.length > SHOWN) terminal.say(`… and ${report.damaged.length - SHOWN} more rows were not taken.`)
      const { rows, exact, added, aliases, near, waiting, leftOut, dryRun } = report
      terminal.result({ ...report }, [
        `${rows} rows: ${exact} known already by the same letters, ${added} actors added, ${aliases} further spellings, ${waiting} wait for a person on the desk (${near} near to an actor); ${report.damaged.length} rows were not taken.${dryRun ? ' Nothing was written (dry run).' : ''}`,
        ...(leftOut.length === 0
          ? []
          : [`Left out, because a people is no armed group: ${leftOut.length}, such as ${leftOut.slice(0, 3).join(', ')}.`]),
      ])
      return report.damaged.length === 0 ? EXIT.done : EXIT.no
    } finally {
      await opened.close()
    }
  },
}
