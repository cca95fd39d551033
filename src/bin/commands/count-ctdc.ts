/*
`chanzo count ctdc FILE`: shares and k-aggregates of a published file of microdata, read as a stream. Needs no database: the file is public, and nothing of it is kept.
*/
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { once } from 'node:events'
import { aggregateCells, analyseCtdc, type CtdcAnalysis } from '../../exchange/ctdc/analyse.ts'
import { BrokenCsv, csvLine } from '../../kernel/csv.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { countCtdcText } from '../command-texts-import.ts'

export const countCtdc: Command = {
  ...countCtdcText,
  run: async ({ operands: [path = ''], options, terminal }) => {
    if (!existsSync(path)) throw new UsageFault(`There is no file ${path}.`)
    const k = wholeOf(options['least'], { otherwise: 10, from: 1, until: 1_000, name: '--least' })
    const length = wholeOf(options['together'], { otherwise: 3, from: 1, until: 3, name: '--together' })
    const found = await analyseCtdc(createReadStream(path, { encoding: 'utf8' }), {
      ...{ k, length },
      onRows: (rows) => terminal.progress('Rows', rows, rows),
    }).catch((error: unknown) => {
      if (error instanceof BrokenCsv) return null
      throw error
    })
    if (found === null || !found.ok) {
      terminal.say(
        found === null ? `${path} is no CSV table: a quote never closes.` : `Column ${found.problem.field} holds too many values.`,
      )
      return EXIT.refused
    }
    const { analysis } = found
    const told = typeof options['out'] === 'string' ? await writeAggregates(analysis, options['out']) : countOf(analysis)
    const { rows, complaintCount, complaints } = analysis
    const shares = [...analysis.shares].flatMap(([group, { denominator, shares: each }]) => [
      `${group}: ${denominator}`,
      ...[...each].map(([name, { count, share }]) => `  ${name} ${count}${share === null ? '' : ` (${(share / 100).toFixed(2)} %)`}`),
    ])
    terminal.result({ rows, complaints: complaintCount, aggregates: told, least: k, together: length }, [
      `${rows} rows, ${told} combinations of at most ${length} attributes that ${k} people share.`,
      ...(complaintCount === 0
        ? []
        : [`${complaintCount} values or headings that the codebook does not know, first ${complaints[0]?.field}.`]),
      ...shares,
    ])
    return EXIT.done
  },
}

async function writeAggregates(analysis: CtdcAnalysis, path: string): Promise<number> {
  const file = createWriteStream(path)
  file.write(csvLine(['selection', 'count']))
  let told = 0
  for (const one of analysis.aggregates()) {
    told += 1
    if (!file.write(csvLine(aggregateCells(one)))) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
  return told
}
function countOf(analysis: CtdcAnalysis): number {
  let told = 0
  for (const one of analysis.aggregates()) told += one.count > 0 ? 1 : 0
  return told
}
interface Bounds {
  readonly otherwise: number
  readonly from: number
  readonly until: number
  readonly name: string
}
function wholeOf(said: string | boolean | undefined, { otherwise, from, until, name }: Bounds): number {
  if (typeof said !== 'string') return otherwise
  const number = Number(said)
  if (!Number.isInteger(number) || number < from || number > until)
    throw new UsageFault(`${name} takes a whole number from ${from} to ${until}.`)
  return number
}
