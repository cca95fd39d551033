/* The figures of a rush as others carry them along: means of passages a day over counted days, never without how many those are and until when. It holds nothing of who passed. */
import { type Infer, calendarDate, count, decimal, record } from '../../kernel/schema.ts'

export const RushFigures = record({
  recent: decimal(),
  earlier: decimal(),
  recentDays: count(),
  earlierDays: count(),
  until: calendarDate(),
})
export type RushFigures = Infer<typeof RushFigures>
