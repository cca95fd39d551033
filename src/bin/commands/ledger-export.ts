/* `chanzo ledger export DIR`: the public ledger as files for any web server; the next time only what grew. */
import { exportLedger } from '../../modules/ledger/server/export-ledger.ts'
import { type Command, EXIT } from '../command.ts'
import { ledgerExportText } from '../command-texts.ts'
import { open } from '../opening.ts'
import { wordsOf } from '../sentences.ts'

export const ledgerExport: Command = {
  ...ledgerExportText,
  run: async ({ operands: [folder = ''], options, terminal }) => {
    const opened = await open(options, terminal)
    try {
      const { program } = opened
      const signing = await program.modules.ledger.signer.sign()
      if (!signing.ok) {
        terminal.say(wordsOf(`ledger.fault.${signing.fault}`, { size: signing.size, signedSize: signing.signedSize }))
        return EXIT.refused
      }
      const done = await exportLedger({ ...opened.options, database: program.database }, folder)
      if (!done.ok) {
        terminal.say(wordsOf(`ledger.export.${done.code}`, { folder }))
        return EXIT.refused
      }
      terminal.result(done, [wordsOf('ledger.export.done', { ...done, folder })])
      return EXIT.done
    } finally {
      await opened.close()
    }
  },
}
