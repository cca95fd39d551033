/* `chanzo token add`: a token for a machine. It is shown once and kept only as a hash. */
import { addToken } from '../../modules/people/module.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { open } from '../opening.ts'
import { sentenceOf } from '../sentences.ts'

export const tokenAdd: Command = {
  name: 'token add',
  summary: 'Gives a machine a token for the interfaces. It is shown once; only its hash is kept.',
  operands: [],
  options: {
    name: { type: 'string', value: 'N', help: 'what the machine is called in the list of tokens' },
    role: {
      type: 'string',
      value: 'R',
      help: 'integrator, epcis-client for one that reads all of custody, or map-reader for a map program',
    },
  },
  example: 'chanzo token add --name customs-gateway --role integrator --json',
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
