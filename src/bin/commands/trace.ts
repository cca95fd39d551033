/* `chanzo trace LOT`: where a lot comes from, by its number. */
import { type Command, EXIT } from '../command.ts'
import { findingKey } from '../../modules/custody/ui/lots/finding-text.ts'
import { open } from '../opening.ts'
import { wordsOf } from '../sentences.ts'

const SEVERITIES = { C: 'critical', A: 'alert', W: 'warning' } as const

export const trace: Command = {
  name: 'trace',
  summary: 'Shows where a lot comes from: sites with their share in grams and percent, bags, findings.',
  operands: ['LOT'],
  options: {},
  example: 'chanzo trace EXP-2026-0001 --json',
  run: async ({ operands: [number = ''], options, terminal }) => {
    const opened = await open(options, terminal)
    try {
      const { program } = opened
      const traced = await program.database.read((tx) => program.modules.custody.traceLot(tx, program.tenant, number))
      if (!traced) {
        terminal.say(`No lot has the number ${number}. Check it as printed on the slip.`)
        return EXIT.refused
      }
      const { trace: found, shares } = traced
      const rows = shares.map(
        (one) =>
          `  ${(one.siteName ?? 'unknown site').padEnd(32)} ${String(one.grams).padStart(12)} g ${(one.hundredthsOfPercent / 100).toFixed(2).padStart(7)} %  ${one.bags} bags`,
      )
      const findings = found.findings.map((one) => `  ${one.rule} (${SEVERITIES[one.severity]}): ${wordsOf(findingKey(one), one.facts)}`)
      terminal.result({ ...found, shares }, [
        `${found.number} · ${found.kind} · ${found.mineral} · ${found.massGrams} g · ${found.state}`,
        'Sites:',
        ...rows,
        `${found.roots.length} bags at the root.`,
        ...(findings.length > 0 ? ['Findings:', ...findings] : ['No finding.']),
      ])
      return EXIT.done
    } finally {
      await opened.close()
    }
  },
}
