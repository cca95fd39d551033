/* `chanzo trace WORD`: where a lot comes from, by its number; where the production of a site went; what touched somebody or something. */
import { isCalendarDate } from '../../kernel/calendar.ts'
import { type Command, EXIT, type Exit, type OptionValues, UsageFault } from '../command.ts'
import { traceText } from '../command-texts.ts'
import { findingKey } from '../../modules/custody/ui/lots/finding-text.ts'
import { open } from '../opening.ts'
import type { Program } from '../program.ts'
import { wordsOf } from '../sentences.ts'
import type { Terminal } from '../terminal.ts'

const SEVERITIES = { C: 'critical', A: 'alert', W: 'warning' } as const
const DIRECTIONS = ['lot', 'site', 'organisation', 'place', 'road', 'paper', 'tag'] as const
type Direction = (typeof DIRECTIONS)[number]

interface Asked {
  readonly program: Program
  readonly terminal: Terminal
  readonly word: string
  readonly since: string | undefined
  readonly asOf: string | undefined
}
type Mass = { readonly grams: number; readonly milligrams: number | null }
const massOf = ({ grams, milligrams }: Mass): string => (milligrams === null ? `${grams} g` : `${milligrams} mg`)
const percentOf = (hundredths: number): string => `${(hundredths / 100).toFixed(2)} %`

export const trace: Command = {
  ...traceText,
  run: async ({ operands: [word = ''], options, terminal }) => {
    const direction = directionOf(options['of'])
    const [since, asOf] = [dayOf(options, 'since'), dayOf(options, 'as-of')]
    const opened = await open(options, terminal)
    try {
      const asked: Asked = { program: opened.program, terminal, word, since, asOf }
      if (direction === 'lot') return await traceLot(asked)
      return direction === 'site' ? await traceSite(asked) : await traceTouched(asked, direction)
    } finally {
      await opened.close()
    }
  },
}

function directionOf(given: string | boolean | undefined): Direction {
  const found = DIRECTIONS.find((one) => one === (given ?? 'lot'))
  if (found === undefined) throw new UsageFault(`--of takes one of: ${DIRECTIONS.join(', ')}.`)
  return found
}
function dayOf(options: OptionValues, name: string): string | undefined {
  const given = options[name]
  if (given === undefined) return undefined
  if (typeof given !== 'string' || !isCalendarDate(given)) throw new UsageFault(`--${name} takes a day such as 2026-11-21.`)
  return given
}

async function traceLot({ program, terminal, word, since: _since, asOf }: Asked): Promise<Exit> {
  const { custody } = program.modules
  const question = { tenant: program.tenant, now: program.clock(), asOf }
  const [traced, made] = await program.database.read(async (tx) => [
    await custody.traceLot(tx, program.tenant, word),
    await custody.traceDesk.lot(tx, word, question),
  ])
  if (!traced || !made) {
    terminal.say(
      traced
        ? `The lot ${word} was made after ${asOf ?? ''}. Ask for a later day.`
        : `No lot has the number ${word}. Check it as printed on the slip.`,
    )
    return EXIT.refused
  }
  const { trace: found, shares } = traced
  const rows = made.sites.map(
    (one) =>
      `  ${(one.siteName ?? 'unknown site').padEnd(32)} ${massOf(one.amount).padStart(14)} ${percentOf(one.hundredthsOfPercent).padStart(9)}  proven ${massOf(one.least)} to ${massOf(one.most)}  ${one.lots} bags`,
  )
  const rest = made.unexplained.total.grams === 0 && !made.unexplained.total.milligrams
  const findings = found.findings.map((one) => `  ${one.rule} (${SEVERITIES[one.severity]}): ${wordsOf(findingKey(one), one.facts)}`)
  terminal.result({ ...found, shares, composition: made }, [
    `${found.number} · ${found.kind} · ${found.mineral} · ${massOf(made.mass)} · ${found.state}`,
    'Sites:',
    ...rows,
    ...(rest
      ? []
      : [
          `  ${'no origin'.padEnd(32)} ${massOf(made.unexplained.total).padStart(14)} ${percentOf(made.unexplained.hundredthsOfPercent).padStart(9)}`,
        ]),
    `${found.roots.length} bags at the root.`,
    ...(findings.length > 0 ? ['Findings:', ...findings] : ['No finding.']),
  ])
  return EXIT.done
}

async function traceSite({ program, terminal, word, since, asOf }: Asked): Promise<Exit> {
  const question = { tenant: program.tenant, now: program.clock(), since, asOf }
  const found = await program.database.read((tx) => program.modules.custody.traceDesk.site(tx, word, question))
  if (!found) {
    terminal.say(`No site, or more than one, is called ${word}. Give its number in the register.`)
    return EXIT.refused
  }
  const lines = found.minerals.flatMap((one) => [
    `${one.mineral}: ${massOf(one.produced)} in ${one.bags} bags, ${one.producedFrom ?? '?'} to ${one.producedTo ?? '?'}; ${one.exportLots} export lots with ${massOf(one.exported)}`,
    ...one.now.filter((now) => now.amount.grams > 0).map((now) => `  ${now.state.padEnd(14)} ${massOf(now.amount).padStart(16)}`),
  ])
  const lots = found.lots.map(
    (lot) => `  ${lot.number.padEnd(24)} ${massOf(lot.amount).padStart(14)} of ${massOf(lot.mass)}  ${lot.holderName ?? ''}`,
  )
  terminal.result(found, [found.siteName ?? word, ...(lines.length > 0 ? lines : ['Nothing was produced in that time.']), ...lots])
  return EXIT.done
}

async function traceTouched({ program, terminal, word, since, asOf }: Asked, what: Exclude<Direction, 'lot' | 'site'>): Promise<Exit> {
  const question = { tenant: program.tenant, now: program.clock(), since, asOf }
  const found = await program.database.read((tx) => program.modules.custody.traceDesk.touched(tx, { what, value: word }, question))
  const row = (lot: (typeof found.lots)[number]): string =>
    `  ${lot.number.padEnd(24)} ${lot.kind.padEnd(14)} ${massOf(lot.mass).padStart(14)}  ${lot.touchedOn ?? ''}`
  terminal.result(found, [
    `${found.label}: ${found.direct} lots, ${found.beyond} made of them, ${found.exportLots} of those for export.`,
    ...found.lots.map(row),
    ...(found.reached.length > 0 ? ['Made of them:', ...found.reached.map(row)] : []),
  ])
  return EXIT.done
}
