/* `chanzo ledger witness URL KEY`: ask this witness to cosign our heads. `chanzo ledger watch KEY`: be a witness for the ledger of this key. */
import { keyText, readKey } from '../../modules/ledger/domain/note.ts'
import { nodeSha256 } from '../../modules/ledger/server/grow.ts'
import { keepPeer } from '../../modules/ledger/server/store-peers.ts'
import { witnessKey } from '../../modules/ledger/server/witness.ts'
import { type Command, EXIT, type Exit, type OptionValues, UsageFault } from '../command.ts'
import { ledgerWatchText, ledgerWitnessText } from '../command-texts.ts'
import { open } from '../opening.ts'
import { wordsOf } from '../sentences.ts'
import type { Terminal } from '../terminal.ts'

interface Peer {
  readonly role: 'witness' | 'log'
  readonly key: string
  readonly url: string | null
}
async function keep(peer: Peer, options: OptionValues, terminal: Terminal): Promise<Exit> {
  const key = readKey(nodeSha256, peer.key)
  const type = peer.role === 'witness' ? 4 : 1
  if (key?.type !== type)
    throw new UsageFault(
      `The key is not whole, or not that of a ${peer.role === 'witness' ? 'witness' : 'ledger'}; copy name+id+key as its owner published it.`,
    )
  const opened = await open(options, terminal)
  try {
    const { program } = opened
    const row = { ...peer, key: keyText(key), name: key.name, at: program.clock() }
    await program.database.transaction((tx) => keepPeer(tx, program.tenant, row))
    const own = keyText(witnessKey(opened.options))
    terminal.result({ name: key.name, role: peer.role, witnessKey: own }, [
      wordsOf('ledger.peer.kept', { name: key.name }),
      ...(peer.role === 'log' ? [wordsOf('ledger.peer.own-key', { key: own })] : []),
    ])
    return EXIT.done
  } finally {
    await opened.close()
  }
}

export const ledgerWitness: Command = {
  ...ledgerWitnessText,
  run: ({ operands: [url = '', key = ''], options, terminal }) => {
    if (!/^https?:\/\//.test(url)) throw new UsageFault('URL begins with https:// and ends before /add-checkpoint.')
    return keep({ role: 'witness', key, url }, options, terminal)
  },
}
export const ledgerWatch: Command = {
  ...ledgerWatchText,
  run: ({ operands: [key = ''], options, terminal }) => keep({ role: 'log', key, url: null }, options, terminal),
}
