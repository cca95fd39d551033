/* `chanzo token issuer`: another authority's signed tokens (JWT) open the interfaces here. */
import { readFileSync } from 'node:fs'
import { addIssuer } from '../../modules/people/module.ts'
import { type Command, EXIT, SurroundingsFault, UsageFault } from '../command.ts'
import { tokenIssuerText } from '../command-texts.ts'
import { open } from '../opening.ts'
import { sentenceOf } from '../sentences.ts'

export const tokenIssuer: Command = {
  ...tokenIssuerText,
  run: async ({ options, terminal }) => {
    const { issuer, audience, algorithm, key, roles } = options
    const said = [issuer, audience, algorithm, key, roles]
    if (said.some((one) => typeof one !== 'string')) throw new UsageFault('Say --issuer, --audience, --algorithm, --key and --roles.')
    const opened = await open(options, terminal, { mayBeNew: true })
    try {
      const { program } = opened
      const outcome = await addIssuer(
        { ...program, places: program.modules.places.door },
        {
          issuer: String(issuer),
          audience: String(audience),
          algorithm: String(algorithm),
          key: read(String(key)),
          rolesClaim: typeof options['roles-claim'] === 'string' ? options['roles-claim'] : 'roles',
          roles: Object.fromEntries(String(roles).split(',').map(pairOf)),
        },
      )
      if (!outcome.ok) {
        terminal.say(sentenceOf(outcome.refusal))
        return EXIT.refused
      }
      terminal.result({ account: outcome.value.account }, [
        `Tokens of ${String(issuer)} are believed; the account is ${outcome.value.account}.`,
      ])
      return EXIT.done
    } finally {
      await opened.close()
    }
  },
}

function pairOf(text: string): readonly [string, string] {
  const [theirs = '', ours = ''] = text.split('=').map((part) => part.trim())
  if (theirs === '' || ours === '') throw new UsageFault('Write roles as their-word=our-role, separated by commas.')
  return [theirs, ours]
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new SurroundingsFault(`The key file ${file} cannot be read.`)
  }
}
