/*
`chanzo import chain FILE`: log sheets, traders' sheets and tags of earlier years. The same command again goes on where it was cut off; the same file
read in the same way adds nothing twice.
*/
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ChainSettings } from '../../exchange/chain-lists/chain-words.ts'
import { type FieldName, type ListKind, fieldsOf, guessKind, guessMapping, listKinds } from '../../exchange/chain-lists/fields.ts'
import { openList } from '../../exchange/chain-lists/open-list.ts'
import type { OpenedList } from '../../exchange/chain-lists/open-rows.ts'
import { step } from '../../exchange/chain-lists/server/jobs.ts'
import { reportCsv } from '../../exchange/chain-lists/server/report.ts'
import { type ImportRow, countBy, findImport, findSameImport, setState } from '../../exchange/chain-lists/server/store.ts'
import { register, whatItHolds } from '../../exchange/chain-lists/server/take-in.ts'
import { problemsEn } from '../../exchange/chain-lists/words/report-en.ts'
import { parse } from '../../kernel/schema.ts'
import { ROLE_IDS, capabilitiesOf } from '../../modules/people/domain/roles.ts'
import type { Who } from '../../platform/http/who.ts'
import { type Command, EXIT, type Exit, type OptionValues, UsageFault } from '../command.ts'
import { importChainText } from '../command-texts-import.ts'
import { open } from '../opening.ts'
import { OPERATOR, type Program } from '../program.ts'
import { sentenceOf } from '../sentences.ts'
import type { Terminal } from '../terminal.ts'

export const importChainCommand: Command = {
  ...importChainText,
  run: async ({ operands: [file = ''], options, terminal }) => {
    if (!existsSync(file)) throw new UsageFault(`There is no file ${file}.`)
    const list = await openList(file)
    if (!list.ok) {
      terminal.say(sentenceOf(list.refusal))
      return EXIT.refused
    }
    const settings = settingsFrom(list.value, options)
    const opened = await open(options, terminal, { mayBeNew: true })
    try {
      return await work(opened.program, { file, list: list.value, settings, options, terminal })
    } finally {
      await opened.close()
    }
  },
}

const given = (options: OptionValues, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

function settingsFrom(list: OpenedList, options: OptionValues): ChainSettings {
  const kind: ListKind = listKinds.find((one) => one === given(options, 'kind')) ?? guessKind(list.columns)
  const optional = {
    mineral: given(options, 'mineral'),
    site: given(options, 'site'),
    holder: given(options, 'holder'),
    tagIssuer: given(options, 'issuer'),
  }
  const read = parse(ChainSettings, {
    ...{ kind, mapping: { ...guessMapping(kind, list.columns), ...mappingFrom(list, kind, given(options, 'map') ?? '') } },
    ...{ unit: given(options, 'unit') ?? 'kg', dayOrder: options['month-first'] === true ? 'month-first' : 'day-first' },
    ...{ doubtful: options['doubtful'] === true ? 'take' : 'leave' },
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  })
  if (!read.ok) throw new UsageFault(`Not understood: ${read.faults.map(({ path, problem }) => `${path} ${problem}`).join(', ')}.`)
  return read.value
}

function mappingFrom(list: OpenedList, kind: ListKind, words: string): { readonly [field: string]: number } {
  const fields: readonly FieldName[] = fieldsOf[kind]
  const pairs = words.split(',').filter((word) => word.trim() !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [field = '', heading = ''] = pair.split('=').map((part) => part.trim())
      const at = list.columns.indexOf(heading)
      if (!fields.some((one) => one === field)) throw new UsageFault(`--map: the fields are ${fields.join(', ')}.`)
      if (at < 0) throw new UsageFault(`--map: there is no column “${heading}”; there are ${list.columns.join(', ')}.`)
      return [field, at]
    }),
  )
}

interface Work {
  readonly file: string
  readonly list: OpenedList
  readonly settings: ChainSettings
  readonly options: OptionValues
  readonly terminal: Terminal
}
async function work(program: Program, { file, list, settings, options, terminal }: Work): Promise<Exit> {
  const { house } = program.modules.chainLists
  const { database, tenant } = program
  const sha256 = await hashOf(file)
  const who: Who = {
    ...{ tenant, account: OPERATOR.account, organisation: settings.holder ?? null, roles: [], language: 'en', territory: 'everywhere' },
    capabilities: capabilitiesOf([...ROLE_IDS]),
  }
  const found = (id: string): Promise<ImportRow | null> => database.read((tx) => findImport(tx, tenant, id))
  const told = (what: string, total: number | null) => (rows: number) => terminal.progress(what, rows, total ?? rows)
  const go = async (
    id: string,
    state: string,
    more: { readonly what: string; readonly total: number | null; readonly reason?: string },
  ): Promise<boolean> => {
    const fresh = state === 'undoing' ? { doneLine: 0, reason: more.reason ?? '' } : {}
    await database.transaction((tx) => setState(tx, tenant, id, { state, settings, ...fresh }))
    const job = await found(id)
    const done =
      job &&
      (await step(house, job, { who: state === 'undoing' ? { ...who, organisation: null } : who, told: told(more.what, more.total), list }))
    if (done && !done.ok) terminal.say(sentenceOf(done.refusal))
    return done?.ok ?? false
  }
  const same = await database.read((tx) => findSameImport(tx, tenant, { sha256, settings: JSON.stringify(settings) }))
  const reason = given(options, 'undo')
  if (reason !== undefined) {
    if (!same) {
      terminal.say('This file was not imported with these settings.')
      return EXIT.refused
    }
    return (await go(same.id, 'undoing', { what: 'Undoing', total: same.rowsRead, reason }))
      ? say(program, { id: same.id, options, terminal })
      : EXIT.refused
  }
  const id =
    same?.id ??
    (await register(house, {
      fileName: basename(file),
      sha256,
      bytes: statSync(file).size,
      found: whatItHolds(list),
      ...OPERATOR,
      territory: 'everywhere',
    }))
  if (!same && !(await go(id, 'trying', { what: 'Reading', total: null }))) return EXIT.refused
  const tried = await found(id)
  if (
    options['dry-run'] !== true &&
    tried &&
    tried.state !== 'done' &&
    !(await go(id, 'running', { what: 'Recording', total: tried.rowsRead }))
  )
    return EXIT.refused
  return say(program, { id, options, terminal })
}

async function say(
  program: Program,
  { id, options, terminal }: Pick<Work, 'options' | 'terminal'> & { readonly id: string },
): Promise<Exit> {
  const { database, tenant } = program
  const counts = await database.read((tx) => countBy(tx, tenant, id))
  const row = await database.read((tx) => findImport(tx, tenant, id))
  const sum = (of: (one: (typeof counts)[number]) => boolean): number => counts.filter(of).reduce((all, one) => all + one.rows, 0)
  const verdicts = Object.fromEntries(
    ['ok', 'doubtful', 'unreadable', 'known'].map((verdict) => [verdict, sum((one) => one.verdict === verdict)]),
  )
  const outcomes = Object.fromEntries(
    ['made', 'held', 'known', 'refused', 'left', 'undone', 'kept'].map((outcome) => [outcome, sum((one) => one.outcome === outcome)]),
  )
  const texts: { readonly [code: string]: string } = problemsEn
  for (const { problem, rows, verdict } of counts)
    if (problem !== null) terminal.say(`${rows} rows ${verdict}: ${texts[problem] ?? problem}`)
  const report = given(options, 'report')
  if (report !== undefined && row) await writeFile(report, await reportCsv(program.modules.chainLists.house, row, 'en'))
  const { ok = 0, doubtful = 0, unreadable = 0, known = 0 } = verdicts
  terminal.result({ id, state: row?.state ?? null, rows: row?.rowsRead ?? 0, verdicts, outcomes }, [
    `${ok} good rows, ${doubtful} doubtful, ${unreadable} not readable, ${known} in the register already.`,
    ...(options['dry-run'] === true
      ? ['Nothing was written to the register (dry run).']
      : [
          `Recorded ${(outcomes['made'] ?? 0) + (outcomes['held'] ?? 0)} (${outcomes['held'] ?? 0} in quarantine), refused ${outcomes['refused'] ?? 0}, left out ${outcomes['left'] ?? 0}, undone ${outcomes['undone'] ?? 0}, not undone ${outcomes['kept'] ?? 0}.`,
        ]),
  ])
  return unreadable + doubtful + (outcomes['refused'] ?? 0) + (outcomes['kept'] ?? 0) === 0 ? EXIT.done : EXIT.no
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}
