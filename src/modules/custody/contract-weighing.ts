/*
What a telephone carries of a site so that bags can be weighed there without network: the printed numbers that were given to the site, which of
them were used and which declared lost, stolen, damaged or void. Runs of numbers, not numbers: a site uses its tags in order.
*/
import { type Infer, calendarDate, count, listOf, oneOf, orNull, record, text } from '../../kernel/schema.ts'
import { SiteId } from '../sites/contract.ts'
import { TagBatchId, TagType } from './contract.ts'

/** Numbers `from`…`to`, both included. */
export const TagRun = record({ from: count(), to: count() })
export const CarriedBatch = record({
  batch: TagBatchId,
  issuer: text(),
  tagType: TagType,
  series: text(),
  digits: count(),
  from: count(),
  to: count(),
  checkDigit: oneOf('none', 'luhn'),
  allocatedOn: orNull(calendarDate()),
  used: listOf(TagRun),
  declared: listOf(record({ ...TagRun.shape, as: text(), on: calendarDate() })),
})
export type CarriedBatch = Readonly<Infer<typeof CarriedBatch>>

/** `whole` is false when there was more than is carried: then a number that is not here may still be known to the register. */
export const CarriedTags = record({ site: SiteId, whole: oneOf('yes', 'no'), batches: listOf(CarriedBatch) })
export type CarriedTags = Readonly<Infer<typeof CarriedTags>>
