/*
`chanzo log verify`: recomputes the chain and every signature, names the first entry that does not hold, and every server key that
signed. With --trust only the named keys count: whoever can write to a database can also bring a key of his own.
*/
import { type Command, EXIT } from '../command.ts'
import { logVerifyText } from '../command-texts.ts'
import { open } from '../opening.ts'

export const logVerify: Command = {
  ...logVerifyText,
  run: async ({ options, terminal }) => {
    const opened = await open(options, terminal)
    try {
      const { program, keys: ring } = { program: opened.program, keys: opened.options.keys }
      const found = await program.log.verify(program.tenant, (done, total) => terminal.progress('Checking', done, total))
      const trusted = typeof options['trust'] === 'string' ? options['trust'].split(',') : null
      const keys = found.keys.map((one) => ({ ...one, ours: one.key === ring.signer('log').keyId }))
      const strange = trusted === null ? null : (keys.find((one) => !trusted.includes(one.key)) ?? null)
      const firstBad = found.firstBad ?? (strange === null ? null : { position: strange.from, id: null, reason: 'untrusted-key' })
      const ok = firstBad === null
      const verdict = ok
        ? `${found.events} entries: the chain is whole and every signature holds.`
        : `Entry ${firstBad.position} (${firstBad.id ?? 'see its key'}) does not hold: ${firstBad.reason}.`
      const rows = keys.map(
        (one) =>
          `  signed by ${one.key}: entries ${one.from} to ${one.to}${one.ours ? ', the key of this data folder' : ', not the key of this data folder: compare it with your note'}`,
      )
      terminal.result({ events: found.events, ok, firstBad, keys }, [verdict, ...rows])
      return ok ? EXIT.done : EXIT.no
    } finally {
      await opened.close()
    }
  },
}
