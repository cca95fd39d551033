/* `chanzo user add`: an account for a person. The password comes on standard input, so that it stands in no list of processes. */
import { text } from 'node:stream/consumers'
import { addAccount } from '../../modules/people/module.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { userAddText } from '../command-texts.ts'
import { open } from '../opening.ts'
import { sentenceOf } from '../sentences.ts'

export const userAdd: Command = {
  ...userAddText,
  run: async ({ options, terminal }) => {
    const given = (name: string): string | undefined => (typeof options[name] === 'string' ? options[name] : undefined)
    const [email, role] = [given('email'), given('role')]
    if (!email || !role) throw new UsageFault('Say at least --email and --role.')
    if (options['password-stdin'] !== true) throw new UsageFault('Say --password-stdin and give the password on standard input.')
    const password = (await text(process.stdin)).replace(/\r?\n$/, '')
    const opened = await open(options, terminal, { mayBeNew: true })
    try {
      const { program } = opened
      const outcome = await addAccount(
        { database: program.database, log: program.log, tenant: program.tenant, places: program.modules.places.door, clock: program.clock },
        {
          email,
          password,
          roles: role.split(','),
          language: given('language') === 'en' ? 'en' : 'fr',
          territory: given('area')?.split(',') ?? 'everywhere',
          ...(given('name') ? { name: given('name') ?? '' } : {}),
          ...(given('organisation') ? { organisation: given('organisation') ?? null } : {}),
        },
      )
      if (!outcome.ok) {
        terminal.say(sentenceOf(outcome.refusal))
        return EXIT.refused
      }
      terminal.result({ account: outcome.value.account, email, roles: role.split(',') }, [`${email} may sign in as ${role}.`])
      return EXIT.done
    } finally {
      await opened.close()
    }
  },
}
