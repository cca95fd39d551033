/*
`chanzo verify FILE`: is this certificate genuine and valid? No network. Keys and revocations are this installation's own, or the
lists that somebody brought (as served at /api/trust-list and /api/revocation-list).
*/
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { todayAt } from '../../kernel/calendar.ts'
import { checkPhrase } from '../../modules/certificates/domain/security/check-phrase.ts'
import { codeHashOf, verifyCredentialText } from '../../modules/certificates/server/credential/verify-credential.ts'
import { codeInFile, verifyFile } from '../../modules/certificates/server/verify-file.ts'
import type { Verification } from '../../modules/certificates/domain/verify.ts'
import { type Command, EXIT, type OptionValues, UsageFault } from '../command.ts'
import { verifyText } from '../command-texts.ts'
import { open } from '../opening.ts'
import { wordsOf } from '../sentences.ts'
import type { Terminal } from '../terminal.ts'

export const verify: Command = {
  ...verifyText,
  run: async ({ operands: [file = ''], options, terminal }) => {
    const contents = readText(file)
    const { verdict, reasons, asOf, facts, ageDays } =
      typeof options['did'] === 'string'
        ? await byBroughtDocuments(contents, options['did'], options['status'])
        : typeof options['trust'] === 'string'
          ? await byBroughtLists(contents, options)
          : await byOwnLists(contents, options, terminal)
    const sentences = reasons.map((reason) => `  ${wordsOf(`verify.${reason.code}`, reason.facts)}`)
    const age = asOf === null ? [] : [`  list of revoked certificates: as of ${asOf}, ${ageDays} days old`]
    const phrase = facts === null ? null : phraseOf(contents)
    const compare = phrase === null ? [] : [`  check phrase: ${phrase.en.join(' ')} / ${phrase.fr.join(' ')}`]
    terminal.result({ verdict, reasons, asOf, facts, phrase }, [wordsOf(`verdict.${verdict}`, {}), ...sentences, ...age, ...compare])
    return verdict === 'genuine' ? EXIT.done : EXIT.no
  },
}

/** To be read out over the telephone, beside the facts. */
function phraseOf(contents: string) {
  const hash = codeHashOf(contents) ?? new Uint8Array(createHash('sha256').update(codeInFile(contents)).digest())
  return { fr: checkPhrase(hash, 'fr'), en: checkPhrase(hash, 'en') }
}

const byBroughtDocuments = (contents: string, did: string, status: OptionValues[string]): Promise<Verification> =>
  verifyCredentialText(
    contents,
    { documents: [readJson(did)], statusLists: typeof status === 'string' ? [readText(status)] : [] },
    new Date().toISOString(),
  )

function byBroughtLists(contents: string, options: OptionValues): Promise<Verification> {
  const { trust, root, revocations, register } = options
  if (typeof trust !== 'string' || typeof root !== 'string')
    throw new UsageFault('With --trust say also --root: the key that must have signed the list.')
  const lists = {
    trust: [{ document: readJson(trust), rootKey: root }],
    revocations: typeof revocations === 'string' ? [readJson(revocations)] : [],
    registers: typeof register === 'string' ? [readJson(register)] : [],
  }
  return verifyFile(contents, lists, todayAt(new Date().toISOString()))
}

async function byOwnLists(contents: string, options: OptionValues, terminal: Terminal): Promise<Verification> {
  const opened = await open(options, terminal)
  try {
    const { program } = opened
    return await program.database.read((tx) =>
      program.modules.certificates.verifyOwn(contents, { tx, tenant: program.tenant, now: program.clock() }),
    )
  } finally {
    await opened.close()
  }
}

function readText(file: string): string {
  if (!existsSync(file)) throw new UsageFault(`There is no file ${file}.`)
  return readFileSync(file, 'utf8')
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readText(file))
  } catch (error) {
    if (error instanceof UsageFault) throw error
    throw new UsageFault(`${file} is not JSON; save the list as the server sent it.`)
  }
}
