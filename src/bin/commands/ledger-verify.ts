/*
`chanzo ledger verify [URL or DIR]`: makes a ledger's tree again from its files and compares it with the signed head, and with a head that was kept
from before. Needs nothing of this installation when a place and a key are named. Without a place: this installation's own.
*/
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NoteKey } from '../../modules/ledger/domain/note.ts'
import { readKey } from '../../modules/ledger/domain/note.ts'
import { readTypedHead } from '../../modules/ledger/domain/checkpoint.ts'
import { type LedgerCheck, checkLedger } from '../../modules/ledger/server/check-ledger.ts'
import { exportLedger } from '../../modules/ledger/server/export-ledger.ts'
import { nodeSha256 } from '../../modules/ledger/server/grow.ts'
import { type LedgerFiles, filesAt, filesIn } from '../../modules/ledger/server/ledger-files.ts'
import { verifySignature } from '../../platform/keys/signer.ts'
import { type Command, EXIT, type OptionValues, SurroundingsFault, UsageFault } from '../command.ts'
import { ledgerVerifyText } from '../command-texts.ts'
import { open } from '../opening.ts'
import { wordsOf } from '../sentences.ts'
import type { Terminal } from '../terminal.ts'

export const ledgerVerify: Command = {
  ...ledgerVerifyText,
  run: async ({ operands: [place], options, terminal }) => {
    const asked = {
      key: keyOf(options['key']),
      since: typeof options['since'] === 'string' ? keptIn(options['since']) : null,
      crypto: { sha256: nodeSha256, verify: verifySignature },
      progress: (done: number, total: number) => terminal.progress('Entries', done, total),
    }
    const check = async (files: LedgerFiles): Promise<LedgerCheck> => {
      const checked = await checkLedger({ ...asked, files })
      if (checked.ok && typeof options['keep'] === 'string') writeFileSync(options['keep'], checked.checkpoint)
      return checked
    }
    const checked = place === undefined ? await ownFiles(options, terminal, check) : await check(filesOf(place)).catch(unreachable(place))
    if (checked.ok) {
      const { origin, size, since, signers } = checked
      const kept = since === null ? [] : [wordsOf('ledger.check.since', { since })]
      const believed = asked.key || place === undefined ? [] : [wordsOf('ledger.check.key-believed', {})]
      terminal.result(checked, [wordsOf('ledger.check.holds', { origin, size, signers: signers.join(', ') }), ...kept, ...believed])
      return EXIT.done
    }
    terminal.result(checked, [wordsOf(`ledger.check.${checked.fault}`, { at: checked.at })])
    return EXIT.no
  },
}

const filesOf = (place: string): LedgerFiles => {
  if (/^https?:\/\//.test(place)) return filesAt(place)
  if (!existsSync(place))
    throw new UsageFault(`There is no folder ${place}; name a folder or an address that begins with http:// or https://.`)
  return filesIn(place)
}
const unreachable =
  (place: string) =>
  (error: unknown): never => {
    throw new SurroundingsFault(
      `${place} could not be read (${error instanceof Error ? error.message : 'no answer'}); check the address and try again.`,
    )
  }

/** Ours, written out beside as a stranger would get it. */
async function ownFiles(
  options: OptionValues,
  terminal: Terminal,
  check: (files: LedgerFiles) => Promise<LedgerCheck>,
): Promise<LedgerCheck> {
  const opened = await open(options, terminal)
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-ledger-'))
  try {
    const { program } = opened
    const signing = await program.modules.ledger.signer.sign()
    if (!signing.ok)
      return {
        ok: false,
        fault: signing.fault === 'smaller' ? 'smaller-than-kept-head' : 'different-from-kept-head',
        at: String(signing.signedSize),
      }
    await exportLedger({ ...opened.options, database: program.database }, folder)
    return await check(filesIn(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await opened.close()
  }
}

function keyOf(given: string | boolean | undefined): NoteKey | null {
  if (typeof given !== 'string') return null
  const key = readKey(nodeSha256, given)
  if (!key) throw new UsageFault('--key takes name+id+key, as /ledger/key shows it; this one is not whole.')
  return key
}
/** A file, or what was typed from paper. */
function keptIn(given: string): string {
  if (readTypedHead(given) !== null && !existsSync(given)) return given
  if (!existsSync(given)) throw new UsageFault(`There is no file ${given}, and it is no "SIZE ROOT" as printed, for example "10 QmpL…=".`)
  return readFileSync(given, 'utf8')
}
