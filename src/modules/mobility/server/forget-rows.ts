/* Group rows that are two years old are removed; their sums, signed in the log, stay. */
import { addMonths } from '../../../kernel/calendar.ts'
import type { Database } from '../../../platform/database/connect.ts'
import { ROW_YEARS } from '../domain/flow-rules.ts'
import { removeRowsBefore } from './store-rows.ts'

export const firstDayKept = (now: string): string => addMonths(now.slice(0, 10), -12 * ROW_YEARS)

/** The number of rows that went. */
export const forgetOldRows = ({
  database,
  tenant,
  clock,
}: {
  readonly database: Pick<Database, 'transaction'>
  readonly tenant: string
  readonly clock: () => string
}): Promise<number> => database.transaction((tx) => removeRowsBefore(tx, tenant, firstDayKept(clock())))
