/* The coded lines that releases are made of: of living cases what their people agreed to, and what remains of forgotten ones. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { CaseStatistics, CodedCase } from '../../../releases/contract.ts'
import { codedCaseOf, codedTally } from '../../domain/statistics/coded-case.ts'
import { type Records, asProgram } from '../record/records.ts'
import { casesOf, listTallies } from './store-tallies.ts'

export const codedRowsFrom = (records: Pick<Records, 'each'>): CaseStatistics<Tx>['rows'] =>
  async function* rows(tx, tenant): AsyncGenerator<CodedCase> {
    await asProgram(tx)
    for await (const { whole } of records.each(tx, tenant, await casesOf(tx, tenant, null))) {
      const coded = codedCaseOf(whole, null)
      if (coded !== null) yield coded
    }
    for (const facts of await listTallies(tx, tenant)) {
      const coded = codedTally(facts)
      if (coded !== null) yield coded
    }
  }
