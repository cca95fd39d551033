/* `chanzo scan`: asks every rule about figures that has data about everything on record, and raises what it finds once. */
import { type Command, EXIT } from '../command.ts'
import { scanText } from '../command-texts.ts'
import { open } from '../opening.ts'

export const scan: Command = {
  ...scanText,
  run: async ({ options, terminal }) => {
    const opened = await open(options, terminal)
    try {
      const { program } = opened
      const done = await program.modules.custody.scan(program.tenant, 'command-line', (rules, total) =>
        terminal.progress('Rules', rules, total),
      )
      if (done === null) {
        terminal.say('A scan is running already. Wait for its end, then start this one.')
        return EXIT.refused
      }
      const { rules, lookedAt, raised, held, problem } = done
      terminal.result(done, [
        `${rules} rules asked ${lookedAt} questions: ${raised} new findings, ${held} lots held.`,
        ...(problem === null ? [] : [`It broke off: ${problem}. Start it again; what was found is kept.`]),
      ])
      return problem === null ? EXIT.done : EXIT.no
    } finally {
      await opened.close()
    }
  },
}
