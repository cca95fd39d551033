/* `chanzo log verify`: recomputes the chain and every signature, and names the first entry that does not hold. */
import { type Command, EXIT } from '../command.ts'
import { open } from '../opening.ts'

export const logVerify: Command = {
  name: 'log verify',
  summary: 'Recomputes the chain of the log and every signature, and names the first bad entry.',
  operands: [],
  options: {},
  example: 'chanzo log verify --data /srv/chanzo --json',
  run: async ({ options, terminal }) => {
    const opened = await open(options, terminal)
    try {
      const { events, ok, firstBad } = await opened.program.log.verify(opened.program.tenant, (done, total) =>
        terminal.progress('Checking', done, total),
      )
      const verdict = ok
        ? `${events} entries: the chain is whole and every signature holds.`
        : `Entry ${firstBad?.position} (${firstBad?.id ?? 'at the end'}) does not hold: ${firstBad?.reason}.`
      terminal.result({ events, ok, firstBad }, [verdict])
      return ok ? EXIT.done : EXIT.no
    } finally {
      await opened.close()
    }
  },
}
