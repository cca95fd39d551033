/* `chanzo import sites FILE`: a list of sites, CSV or GeoJSON, with the meaning of its columns guessed or said. */
import { existsSync, readFileSync } from 'node:fs'
import { mappingFromWords, openList } from '../../exchange/site-lists/open-list.ts'
import type { Problem } from '../../exchange/site-lists/read-row.ts'
import { type PieceDone, runPiece } from '../../exchange/site-lists/server/run-list.ts'
import { wordOfProblem } from '../../exchange/site-lists/problem-word.ts'
import { todayAt } from '../../kernel/calendar.ts'
import { parse } from '../../kernel/schema.ts'
import { PositionOrigin } from '../../modules/places/contract.ts'
import { type Command, EXIT, type Exit, type OptionValues, UsageFault } from '../command.ts'
import { importSitesText } from '../command-texts-import.ts'
import { open } from '../opening.ts'
import { OPERATOR, type Program } from '../program.ts'
import { sentenceOf, wordsOf } from '../sentences.ts'
import type { Terminal } from '../terminal.ts'

const SHOWN = 20

export const importSitesCommand: Command = {
  ...importSitesText,
  run: async ({ operands: [file = ''], options, terminal }) => {
    if (!existsSync(file)) throw new UsageFault(`There is no file ${file}.`)
    const given = (name: string): string | undefined => (typeof options[name] === 'string' ? options[name] : undefined)
    const origin = parse(PositionOrigin, given('origin') ?? 'unknown')
    if (!origin.ok) throw new UsageFault('--origin is gps, approximation, village, map or unknown.')
    const list = openList(readFileSync(file))
    const mapping = list.ok ? mappingFromWords(list.value, given('map') ?? '') : list
    if (!list.ok || !mapping.ok) {
      if (!list.ok) terminal.say(sentenceOf(list.refusal))
      else if (!mapping.ok) terminal.say(sentenceOf(mapping.refusal))
      return EXIT.refused
    }
    const opened = await open(options, terminal, { mayBeNew: true })
    try {
      const today = todayAt(opened.program.clock())
      const date = given('date') ?? today
      if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || date > today) throw new UsageFault('--date is a day such as 2026-11-21, not in the future.')
      const settings = {
        mapping: mapping.value,
        source: given('source') ?? 'liste de sites',
        date,
        origin: origin.value,
        choices: [],
        otherwise: given('likely') === 'new' ? ('new' as const) : null,
      }
      return await runAll(opened.program, { open: list.value, settings }, { options, terminal })
    } finally {
      await opened.close()
    }
  },
}

type List = Parameters<typeof runPiece>[1]
async function runAll(
  program: Program,
  list: List,
  { options, terminal }: { readonly options: OptionValues; readonly terminal: Terminal },
): Promise<Exit> {
  const { tenant, clock, modules } = program
  const write = options['dry-run'] !== true
  const counts = { new: 0, changes: 0, same: 0, likely: 0, left: 0, error: list.open.uneven.length }
  let [added, shown] = [0, 0]
  const say = (line: number, text: string): void => {
    shown += 1
    if (shown <= SHOWN) terminal.say(`line ${line}: ${text}`)
  }
  for (const { line, cells } of list.open.uneven)
    say(line, wordsOf('refusal.row-uneven', { found: cells, wanted: list.open.columns.length }))
  for (let from: number | null = 0; from !== null;) {
    const officer = { tenant, actor: OPERATOR, territory: 'everywhere' as const, seesExact: true, now: clock() }
    const done: PieceDone = await runPiece({ house: modules.siteLists, officer }, list, { from, write })
    for (const one of done.planned) {
      counts[one.verdict] += 1
      if (one.verdict === 'error') for (const problem of one.problems) say(one.line, problemText(problem))
      if (one.verdict === 'likely')
        say(
          one.line,
          `${one.name} may be ${one.likely.map((found) => `${found.name} (${found.nationalId}, ${found.distanceMetres ?? '?'} m)`).join(' or ')}`,
        )
    }
    added += done.added
    from = done.next
    terminal.progress('Reading sites', from ?? list.open.rows.length, list.open.rows.length)
  }
  if (shown > SHOWN) terminal.say(`… and ${shown - SHOWN} more.`)
  terminal.result({ ...counts, added, dryRun: !write }, [
    `${counts.new} new sites, ${counts.changes} with changes, ${counts.same} as they are; ${counts.likely} may be known sites and wait, ${counts.error} rows have faults.${write ? '' : ' Nothing was written (dry run).'}`,
  ])
  return counts.error + counts.likely === 0 ? EXIT.done : EXIT.no
}

const problemText = ({ column, code, facts }: Problem): string =>
  `${column === null ? '' : `column ${column}: `}${wordsOf(`refusal.${wordOfProblem(code)}`, facts)}`
