/* `chanzo import conflict FILE`: events of violence from UCDP, or from a table of the operator's own that stays in this house. */
import { createReadStream, existsSync } from 'node:fs'
import { basename } from 'node:path'
import { importEventsFile } from '../../exchange/ucdp/server/import-into-log.ts'
import { isCalendarDate } from '../../kernel/calendar.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { importConflictText } from '../command-texts-import.ts'
import { open } from '../opening.ts'
import { OPERATOR } from '../program.ts'
import { sentenceOf, wordsOf } from '../sentences.ts'

const SHOWN = 20
const sources = { ged: 'ucdp-ged', candidate: 'ucdp-candidate', own: 'own' } as const
const isSource = (value: unknown): value is keyof typeof sources => typeof value === 'string' && Object.hasOwn(sources, value)

export const importConflictCommand: Command = {
  ...importConflictText,
  run: async ({ operands: [file = ''], options, terminal }) => {
    if (!existsSync(file)) throw new UsageFault(`There is no file ${file}.`)
    const source = options['source'] ?? 'ged'
    if (!isSource(source)) throw new UsageFault('Say what the file is: --source ged, candidate or own.')
    const covers = daysOf(options['covers'])
    const opened = await open(options, terminal, { mayBeNew: true })
    try {
      const { database, log, tenant, clock, modules } = opened.program
      const isOwn = source === 'own'
      const outcome = await importEventsFile(
        { database, log, tenant, clock, actor: OPERATOR, places: modules.places.door, conflict: modules.conflict.door },
        {
          ...{ open: () => createReadStream(file, 'utf8'), dryRun: options['dry-run'] === true, source: sources[source], covers },
          country: typeof options['country'] === 'string' ? options['country'].toUpperCase() : 'CD',
          name: typeof options['name'] === 'string' ? options['name'] : isOwn ? basename(file) : 'UCDP, Uppsala University, CC BY 4.0',
          mayBeShared: !isOwn || options['may-be-shared'] === true,
          onProgress: (done, total) => terminal.progress('Recording events', done, total),
        },
      )
      if (!outcome.ok) {
        terminal.say(sentenceOf(outcome.refusal))
        return EXIT.refused
      }
      const report = outcome.value
      for (const { line, column, problem } of report.rejected.slice(0, SHOWN)) {
        terminal.say(`row ${line}${column ? `, column ${column}` : ''}: ${wordsOf(`ucdp.problem.${problem}`, {})}`)
      }
      if (report.rowsRejected > SHOWN) terminal.say(`… and ${report.rowsRejected - SHOWN} more rows were not taken.`)
      terminal.result({ ...report }, [
        `${report.added} events added, ${report.changed} changed, ${report.dropped} withdrawn by the source, ${report.alreadyKnown} known already; ${report.rowsRejected} rows were not taken.${report.dryRun ? ' Nothing was written (dry run).' : ''}`,
        `Places: ${Object.entries(report.byPrecision)
          .map(([precision, events]) => `${precision} ${events}`)
          .join(', ')}. Only exact, near and unstated are points.`,
        ...report.covers.map((one) => `${one.source} tells of ${one.from} to ${one.until}.`),
      ])
      // Rows that were not taken are for a person to look at, so a script must see that not all went in.
      return report.rowsRejected === 0 ? EXIT.done : EXIT.no
    } finally {
      await opened.close()
    }
  },
}

function daysOf(said: unknown): { readonly from: string; readonly until: string } | null {
  if (typeof said !== 'string') return null
  const [from = '', until = ''] = said.split('..')
  if (!isCalendarDate(from) || !isCalendarDate(until) || until < from)
    throw new UsageFault('Say the days that the file tells of as --covers 2025-01-01..2025-08-31.')
  return { from, until }
}
