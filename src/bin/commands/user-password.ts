/* `chanzo user password`: a new password for somebody who lost theirs. It ends all their sessions. */
import { text } from 'node:stream/consumers'
import { setPassword } from '../../modules/people/module.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { userPasswordText } from '../command-texts.ts'
import { open } from '../opening.ts'
import { sentenceOf } from '../sentences.ts'

export const userPassword: Command = {
  ...userPasswordText,
  run: async ({ options, terminal }) => {
    const { email } = options
    if (typeof email !== 'string') throw new UsageFault('Say --email.')
    if (options['password-stdin'] !== true) throw new UsageFault('Say --password-stdin and give the password on standard input.')
    const password = (await text(process.stdin)).replace(/\r?\n$/, '')
    const opened = await open(options, terminal)
    try {
      const { database, tenant } = opened.program
      const outcome = await setPassword({ database, tenant }, { email, password, dropSecondFactor: options['drop-second-factor'] === true })
      if (!outcome.ok) {
        terminal.say(sentenceOf(outcome.refusal))
        return EXIT.refused
      }
      terminal.result(outcome.value, [`${email} has a new password; ${outcome.value.sessionsEnded} sessions ended.`])
      return EXIT.done
    } finally {
      await opened.close()
    }
  },
}
