/* `chanzo files sweep`: removes files that were sent and that no recorded fact ever named. */
import { sweepFiles } from '../../modules/documents/module.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { filesSweepText } from '../command-texts.ts'
import { open } from '../opening.ts'

export const filesSweep: Command = {
  ...filesSweepText,
  run: async ({ options, terminal }) => {
    const days = Number(options['older-than'] ?? 180)
    if (!Number.isInteger(days) || days < 90) throw new UsageFault('Say --older-than in whole days, 90 or more: drafts may wait that long.')
    const dryRun = options['dry-run'] === true
    const opened = await open(options, terminal)
    try {
      const { database, tenant, clock } = opened.program
      const swept = await sweepFiles(database, { tenant, now: clock(), olderThanDays: days, dryRun })
      const megabytes = (swept.bytes / 1e6).toFixed(1)
      terminal.result({ ...swept, dryRun }, [
        `${swept.files} files (${megabytes} MB) that nothing names ${dryRun ? 'would be' : 'were'} removed.`,
        ...(swept.unfinished > 0 ? [`${swept.unfinished} files that never came whole ${dryRun ? 'would be' : 'were'} given up.`] : []),
      ])
      return EXIT.done
    } finally {
      await opened.close()
    }
  },
}
