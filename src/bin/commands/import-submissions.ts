/* `chanzo import submissions FILE…`: what was filled in with Kobo, Central or Collect, as if its telephones had sent it here. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { RowReport } from '../../exchange/odk/import/run-import.ts'
import { type Imported, importSubmissions } from '../../exchange/odk/server/import-submissions.ts'
import { knownForms } from '../../modules/forms/contract.ts'
import { whoOfAccount } from '../../modules/people/module.ts'
import { doorOf } from '../../platform/http/http-server.ts'
import type { Who } from '../../platform/http/who.ts'
import { type Command, EXIT, type Exit, UsageFault } from '../command.ts'
import { importSubmissionsText } from '../command-texts-import.ts'
import { open } from '../opening.ts'
import { OPERATOR, type Program } from '../program.ts'
import { sentenceOf, wordsOf } from '../sentences.ts'
import type { Terminal } from '../terminal.ts'

const SHOWN = 40

export const importSubmissionsCommand: Command = {
  ...importSubmissionsText,
  run: async ({ operands, options, terminal }) => {
    const given = (name: string): string | undefined => (typeof options[name] === 'string' ? options[name] : undefined)
    const folder = given('attachments')
    for (const file of operands) if (!existsSync(file)) throw new UsageFault(`There is no file ${file}.`)
    if (operands.length === 0) throw new UsageFault('Say at least one file.')
    if (folder !== undefined && !existsSync(folder)) throw new UsageFault(`There is no folder ${folder}.`)
    const opened = await open(options, terminal, { mayBeNew: true })
    try {
      const { program } = opened
      const who = await whoFor(program, given('as'))
      if (who === null) {
        terminal.say(wordsOf('refusal.no-such-account', { account: given('as') ?? '' }))
        return EXIT.refused
      }
      const outcome = await importSubmissions(partsOf(program), {
        files: operands.map((file) => ({ name: basename(file), bytes: readFileSync(file) })),
        form: given('form') ?? knownForms.inspection,
        who,
        door: doorOf(program.log),
        clock: program.clock,
        write: options['dry-run'] !== true,
        fileNamed: filesIn(folder),
        onProgress: (done, total) => terminal.progress(wordsOf('submissions.progress', {}), done, total),
      })
      if (!outcome.ok) {
        terminal.say(sentenceOf(outcome.refusal))
        return EXIT.refused
      }
      return say(outcome.value, { terminal, dryRun: options['dry-run'] === true })
    } finally {
      await opened.close()
    }
  },
}

const partsOf = ({ database, modules }: Program): Parameters<typeof importSubmissions>[0] => ({
  database,
  forms: modules.forms.door,
  fieldwork: modules.sites.fieldwork,
  keepFile: modules.documents.keepFile,
})

async function whoFor({ database, tenant }: Program, name: string | undefined): Promise<Who | null> {
  if (name !== undefined) return database.read((tx) => whoOfAccount(tx, tenant, name))
  const { account, organisation } = OPERATOR
  return { tenant, account, organisation, roles: [], capabilities: new Set(), territory: 'everywhere', language: 'fr' }
}

/** By name only, never by a path that a file brought. */
function filesIn(folder: string | undefined): (names: readonly string[]) => Promise<Uint8Array | null> {
  const there = new Map(
    folder === undefined
      ? []
      : readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((one) => one.isFile())
          .map((one) => [one.name.normalize('NFC'), join(one.parentPath, one.name)] as const),
  )
  return async (names) => {
    const found = names.map((name) => there.get(name.normalize('NFC'))).find((path) => path !== undefined)
    return found === undefined ? null : readFileSync(found)
  }
}

function say(report: Imported, { terminal, dryRun }: { readonly terminal: Terminal; readonly dryRun: boolean }): Exit {
  const lines = report.rows.flatMap(linesOf)
  for (const line of lines.slice(0, SHOWN)) terminal.say(line)
  if (lines.length > SHOWN) terminal.say(wordsOf('submissions.and-more', { n: lines.length - SHOWN }))
  if (report.more > 0) terminal.say(wordsOf('submissions.more', { more: report.more }))
  const { counts } = report
  const facts = { ...counts, read: report.rows.length, toPlace: counts['to-place'], notUnderstood: counts['not-understood'] }
  terminal.result({ ...report, dryRun }, [wordsOf('submissions.sum', facts), ...(dryRun ? [wordsOf('submissions.dry-run', {})] : [])])
  // Whatever is not in the house as it stands in the file is for a person to look at.
  return counts.other + counts.refused + counts['not-understood'] + report.more === 0 ? EXIT.done : EXIT.no
}

/** Nothing for what went in as it stands. */
function linesOf(row: RowReport): readonly string[] {
  const reasons = [
    ...row.problems.map(({ code, question, found }) => wordsOf(`submissions.problem.${code}`, { question, found })),
    ...(row.refusal ? [sentenceOf(row.refusal)] : []),
    ...(row.readAs === null ? [] : [wordsOf('submissions.read-as', { version: row.readAs })]),
    ...row.strangers.map(({ question }) => wordsOf('submissions.not-asked', { question })),
    ...row.filesMissing.map((name) => wordsOf('submissions.file-missing', { name })),
    ...row.filesRefused.map(({ name, code }) => `${name}: ${sentenceOf({ code, facts: {} })}`),
  ]
  const isQuiet = reasons.length === 0 && ['new', 'taken', 'to-place', 'same'].includes(row.verdict)
  if (isQuiet) return []
  const verdict = wordsOf(`submissions.verdict.${row.verdict}`, {})
  return [wordsOf('submissions.row', { file: row.file, row: row.row, said: [verdict, ...reasons].join(' · ') })]
}
