/* `chanzo token add`: a token for a machine. It is shown once and kept only as a hash. */
import { addToken } from '../../modules/people/module.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { tokenAddText } from '../command-texts.ts'
import { open } from '../opening.ts'
import { sentenceOf } from '../sentences.ts'

export const tokenAdd: Command = {
  ...tokenAddText,
  run: async ({ options, terminal }) => {
    const { name, role } = options
    if (typeof name !== 'string' || typeof role !== 'string') throw new UsageFault('Say --name and --role.')
    const opened = await open(options, terminal, { mayBeNew: true })
    try {
      const { program } = opened
      const outcome = await addToken(
        { database: program.database, log: program.log, tenant: program.tenant, places: program.modules.places.door, clock: program.clock },
        { name, role },
      )
      if (!outcome.ok) {
        terminal.say(sentenceOf(outcome.refusal))
        return EXIT.refused
      }
      terminal.result({ token: outcome.value.token, account: outcome.value.account }, [
        outcome.value.token,
        'Keep it now: it is not shown again.',
      ])
      return EXIT.done
    } finally {
      await opened.close()
    }
  },
}
