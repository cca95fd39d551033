/* `chanzo rebuild`: the read tables again from the log; with --check beside the live ones, changing nothing. */
import { type Command, EXIT } from '../command.ts'
import { rebuildText } from '../command-texts.ts'
import { open } from '../opening.ts'

export const rebuildCommand: Command = {
  ...rebuildText,
  run: async ({ options, terminal }) => {
    const opened = await open(options, terminal)
    try {
      const report = (done: number, total: number): void => terminal.progress('Replaying', done, total)
      if (options['check'] === true) {
        const { tables, differences, differing } = await opened.program.log.checkRebuild(report)
        const rows = differing.map((one) => `  ${one.table}: ${one.onlyLive} rows only live, ${one.onlyRebuilt} only rebuilt`)
        terminal.result({ tables, differences, differing }, [
          differences === 0 ? `${tables} tables, no difference.` : `${differences} rows differ:`,
          ...rows,
        ])
        return differences === 0 ? EXIT.done : EXIT.no
      }
      const { tables, events } = await opened.program.log.rebuild(report)
      terminal.result({ tables, events, differences: 0 }, [`${tables} tables made again from ${events} events.`])
      return EXIT.done
    } finally {
      await opened.close()
    }
  },
}
