/* `chanzo report validity`: what a list of green sites hides. */
import { isCalendarDate, todayAt } from '../../kernel/calendar.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { reportValidityText } from '../command-texts.ts'
import { open } from '../opening.ts'

export const reportValidity: Command = {
  ...reportValidityText,
  run: async ({ options, terminal }) => {
    const asked = options['as-of']
    if (typeof asked === 'string' && !isCalendarDate(asked)) throw new UsageFault(`--as-of takes a day such as 2024-02-29, not "${asked}".`)
    const opened = await open(options, terminal)
    try {
      const { program } = opened
      const knownAt = program.clock()
      const asOf = typeof asked === 'string' ? asked : todayAt(knownAt)
      const report = await program.database.read((tx) => program.modules.sites.validityReport(tx, program.tenant, asOf, knownAt))
      const row = (label: string, value: number): string => `  ${label.padEnd(62)}${String(value).padStart(6)}`
      terminal.result(report, [
        `As of ${report.asOf}, as known at ${knownAt}`,
        row('sites', report.sites),
        row('ever green', report.everGreen),
        row('newest status green', report.newestGreen),
        row('  of these lapsed by the rule "green lasts twelve months"', report.newestGreenLapsed),
        row('armed interference on or after the first green', report.interferenceOnOrAfterGreen),
        row('armed interference while a green status was valid', report.interferenceWhileGreen),
      ])
      return EXIT.done
    } finally {
      await opened.close()
    }
  },
}
