/* Which days are asked for, and what the reader may do with them. */
import { addDays } from '../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { todayIn, zoneOfPlace } from '../../../kernel/zones.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { FlowReading } from './read-flows.ts'

const MOST_DAYS = 1_100

interface Asked {
  readonly who: Who
  readonly tenant: string
  readonly now: string
  readonly query: { readonly from?: string | undefined; readonly until?: string | undefined }
}
/** Three months without being asked for others. */
export function readingOf({ who, tenant, now, query }: Asked): Outcome<FlowReading> {
  const until = query.until ?? todayIn(zoneOfPlace(''), now)
  const from = query.from ?? addDays(until, -90)
  if (from > until) return refused('days-the-wrong-way-round')
  if (addDays(from, MOST_DAYS) < until) return refused('flow-stretch-too-long', { days: MOST_DAYS })
  const { capabilities } = who
  return accepted({ tenant, now, from, until, keeps: capabilities.has('mobility.keep'), counts: capabilities.has('mobility.count') })
}
