/* What the import of trainings says of itself, apart from what it does. */
import { needed, optional } from '../exchange/training-lists/read-rows.ts'
import type { CommandText } from './command.ts'

export const importTrainingText: CommandText = {
  name: 'import training',
  summary: `Reads participations in trainings (CSV or XLSX), one row for each. Needed columns: ${needed.join(', ')}. Optional: ${optional.join(', ')}. Names are kept apart from the log. A second import of a file adds nothing; a damaged row is named and the rest goes on.`,
  operands: ['FILE'],
  options: { 'dry-run': { type: 'boolean', help: 'read and report, write nothing' } },
  example: 'chanzo import training formations-2024.csv --dry-run',
}
