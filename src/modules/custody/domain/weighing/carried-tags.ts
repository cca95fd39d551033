/*
A tag looked up in what a telephone carries: the same answer as the register's for the numbers of the sites that are carried. What is not carried
is unknown here, which is not the same as unknown to the register: the caller is told apart.
*/
import type { CarriedBatch, CarriedTags } from '../../contract-weighing.ts'
import type { TagRecord } from '../plausibility/arrival-rules.ts'
import { numberIn } from '../tags/tag.ts'

export interface FoundTag {
  readonly record: TagRecord
  /** Null where the check digit is wrong: no number of the batch. */
  readonly batch: CarriedBatch['batch'] | null
  readonly used: boolean
}

/** The batch of this site first, as on the server; null when no carried batch holds the number. */
export function findCarriedTag(tag: string, site: string | null, carried: readonly CarriedTags[]): FoundTag | null {
  const fitting = carried
    .flatMap(({ site: at, batches }) => batches.map((batch) => ({ at, batch, found: numberIn(batch, tag) })))
    .filter(({ found }) => found !== 'not-in-batch')
  const chosen = fitting.find(({ at }) => at === site) ?? fitting[0]
  if (!chosen) return null
  const { batch, at, found } = chosen
  const number = typeof found === 'object' ? found.number : null
  const declared = number === null ? undefined : batch.declared.find((run) => run.from <= number && number <= run.to)
  return {
    record: {
      batch: batch.batch,
      issuer: batch.issuer,
      allocatedSite: at,
      allocatedOn: batch.allocatedOn,
      declared: declared ? { as: declared.as, on: declared.on } : null,
      wrongCheckDigit: found === 'wrong-check-digit',
    },
    batch: number === null ? null : batch.batch,
    used: number !== null && batch.used.some((run) => run.from <= number && number <= run.to),
  }
}
