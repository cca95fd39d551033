/* `chanzo ledger witness URL KEY`: ask this witness to cosign our heads. `chanzo ledger watch KEY`: be a witness for the ledger of this key. */
import { keyText, readKey } from '../../modules/ledger/domain/note.ts'
import { nodeSha256 } from '../../modules/ledger/server/grow.ts'
import { keepPeer } from '../../modules/ledger/server/store-peers.ts'
import { witnessKey } from '../../modules/ledger/server/witness.ts'
import { type Command, EXIT, type Exit, type OptionValues, UsageFault } from '../command.ts'
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
  name: 'ledger witness',
  summary: 'From now on the witness at URL is asked to cosign every new head of our ledger. KEY is the witness’s, as it published it.',
  operands: ['URL', 'KEY'],
  options: {},
  example: 'chanzo ledger witness https://university.example/ledger university.example/witness+1a2b3c4d+BAAA…',
  run: ({ operands: [url = '', key = ''], options, terminal }) => {
    if (!/^https?:\/\//.test(url)) throw new UsageFault('URL begins with https:// and ends before /add-checkpoint.')
    return keep({ role: 'witness', key, url }, options, terminal)
  },
}
export const ledgerWatch: Command = {
  name: 'ledger watch',
  summary: 'This server becomes a witness for the ledger of KEY and cosigns its heads while they only grow. Prints our witness key.',
  operands: ['KEY'],
  options: {},
  example: 'chanzo ledger watch mines.example/ledger+1a2b3c4d+AQAA…',
  run: ({ operands: [key = ''], options, terminal }) => keep({ role: 'log', key, url: null }, options, terminal),
}
