/*
What an indicator may ask of incidents: how many of those that were due were settled by their day. Never divided, so that no number points at a file; files of the level of
protection are not in it (D).
*/
import type { Measure } from '../../../kernel/measure.ts'
import { listOf, mustParse, orNull, record, text, whole } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { closingsOf } from '../domain/closings.ts'
import { rulesOf } from './answers.ts'
import { listFilesOfSteps } from './store-closings.ts'

const Steps = listOf(record({ step: text(), at: text(), severity: orNull(whole()) }))
export const incidentMeasures: readonly Measure<Tx>[] = [
  {
    ...{ id: 'incidents.closed-on-time', version: 1, unit: 'percent', divides: [], touchesPersons: false, addsUp: true },
    ask: async (tx, tenant, { occurred, learned }) => {
      const rules = await rulesOf(tx, tenant)
      const files = await listFilesOfSteps(tx, tenant, learned.until)
      const due = files
        .flatMap(({ receivedOn, severity, steps }) => closingsOf({ receivedOn, severity, steps: mustParse(Steps, steps) }, rules))
        .filter((one) => one.due >= occurred.from && one.due <= occurred.to)
        .filter(({ at }) => (learned.after === null || at > learned.after) && (learned.until === null || at <= learned.until))
      return due.length === 0 ? [] : [{ of: {}, numerator: due.filter((one) => one.onTime).length, denominator: due.length }]
    },
  },
]
