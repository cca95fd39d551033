/*
`chanzo keys …`: the keys that sign certificates, from the server's own terminal. A running server takes the new key at the next certificate. What the old one
signed stays verifiable; a stolen one is revoked from a day on, and what the log had before that day stands.
*/
import { randomBytes } from 'node:crypto'
import { type Command, EXIT, type Exit, type OptionValues, UsageFault } from '../command.ts'
import { keysListText, keysRevokeText, keysRotateText } from '../command-texts.ts'
import { type Opened, open } from '../opening.ts'
import { sentenceOf } from '../sentences.ts'
import type { Terminal } from '../terminal.ts'

const deskOf = ({ program: { modules, log, tenant } }: Opened) =>
  modules.certificates.keyDesk({ log, tenant, random: () => randomBytes(10) })

async function withDesk(
  options: OptionValues,
  terminal: Terminal,
  work: (desk: ReturnType<typeof deskOf>, opened: Opened) => Promise<Exit>,
): Promise<Exit> {
  const opened = await open(options, terminal)
  try {
    return await work(deskOf(opened), opened)
  } finally {
    await opened.close()
  }
}

const needsCertificate = (purpose: string | undefined): void => {
  if (purpose !== 'certificate') throw new UsageFault('Say which key: certificate.')
}

export const keysRotate: Command = {
  ...keysRotateText,
  run: ({ operands: [purpose], options, terminal }) => {
    needsCertificate(purpose)
    const reason = typeof options['reason'] === 'string' ? options['reason'] : 'rotation'
    return withDesk(options, terminal, async (desk) => {
      const outcome = await desk.rotate(reason)
      if (!outcome.ok) {
        terminal.say(sentenceOf(outcome.refusal))
        return EXIT.refused
      }
      const { publicKey } = outcome.value
      terminal.result({ publicKey }, [`Certificates are signed by ${publicKey} from now on.`])
      return EXIT.done
    })
  },
}

export const keysRevoke: Command = {
  ...keysRevokeText,
  run: ({ operands: [purpose, publicKey = ''], options, terminal }) => {
    needsCertificate(purpose)
    const { since, reason } = options
    if (typeof since !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(since)) throw new UsageFault('Say --since, a day like 2026-11-20.')
    if (typeof reason !== 'string') throw new UsageFault('Say --reason.')
    return withDesk(options, terminal, async (desk) => {
      const outcome = await desk.revoke({ publicKey, since, reason })
      if (!outcome.ok) terminal.say(sentenceOf(outcome.refusal))
      else terminal.result(outcome.value, [`${publicKey} is revoked since ${since}. What the log had before stands.`])
      return outcome.ok ? EXIT.done : EXIT.refused
    })
  },
}

export const keysList: Command = {
  ...keysListText,
  run: ({ options, terminal }) =>
    withDesk(options, terminal, async (desk, { program }) => {
      const keys = await program.database.read((tx) => desk.list(tx, program.clock()))
      const line = (key: (typeof keys)[number]): string =>
        `${key.publicKey}  ${key.validFrom} – ${key.validUntil ?? '…'}  ${key.certificates} certificates${key.revoked === null ? '' : `  revoked since ${key.revoked.since}, ${key.standing} stand`}`
      terminal.result({ keys }, keys.map(line))
      return EXIT.done
    }),
}
