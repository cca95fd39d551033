/*
What an indicator may ask of protection: only what was told already of a quarter (`case_figures_told`), never a case. Presumed victims identified are the persons of whom
there is a file at the end of the quarter; referrals completed, of those sent. Nothing is divided.
*/
import type { Measure } from '../../../../kernel/measure.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { toldCells } from '../../domain/statistics/told-measures.ts'
import { listTold } from './store-told.ts'

const measure = (id: string, unit: Measure<Tx>['unit'], figure: string): Measure<Tx> => ({
  ...{ id, version: 1, unit, divides: [], touchesPersons: true },
  // Stocks: two quarters hold the same persons.
  addsUp: false,
  ask: async (tx, tenant, ask) => toldCells(await listTold(tx, tenant), ask, figure),
})
export const caseMeasures: readonly Measure<Tx>[] = [
  measure('cases.told-identified', 'number', 'cases'),
  measure('cases.told-referrals-completed', 'percent', 'referralsCompleted'),
]
