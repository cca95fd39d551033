/*
What an indicator may ask of conflict sheets: how many versions were validated, new sheets and updated ones. Never by place or actor. The record knows the day of a
validation: it counts as learned at the end of that day, so that it is in a locked value or late, never in both.
*/
import { endOf } from '../../../../kernel/calendar.ts'
import type { Measure } from '../../../../kernel/measure.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { listValidations } from './store-sheets.ts'

export const conflictMeasures: readonly Measure<Tx>[] = [
  {
    ...{ id: 'conflict.sheets-validated', version: 1, unit: 'number', divides: ['as'], touchesPersons: false, addsUp: true },
    ask: async (tx, tenant, { occurred, learned, by }) => {
      const rows = (await listValidations(tx, tenant, occurred)).filter(({ on }) => {
        const at = endOf(on)
        return (learned.after === null || at > learned.after) && (learned.until === null || at <= learned.until)
      })
      const parts = by.includes('as') ? (['new', 'updated'] as const) : ([null] as const)
      return parts.map((part) => ({
        of: part === null ? {} : { as: part },
        numerator: rows.filter(({ isFirst }) => part === null || isFirst === (part === 'new')).length,
        denominator: null,
      }))
    },
  },
]
