/* Areas that a sheet or a point may name, and the quarters that have begun. */
import { useAnswer } from '../../../app/ask.ts'
import { todayHere } from '../../../app/kit/clock.ts'
import { addMonths } from '../../../kernel/calendar.ts'
import { quarterOf } from '../../../kernel/disclosure/place-and-time.ts'

interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
/** The finer level first: it is the one that is mostly meant. */
export function useAreas(): readonly { readonly id: string; readonly name: string }[] {
  const territoires = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas ?? []
  const provinces = useAnswer<Areas>('/api/places/areas?level=province').data?.areas ?? []
  return [...territoires, ...provinces].map(({ code, name }) => ({ id: code, name: `${name} · ${code}` }))
}
/** This one and the twelve before it. */
export const recentQuarters = (): readonly string[] =>
  Array.from({ length: 13 }, (_, back) => quarterOf(addMonths(`${todayHere().slice(0, 7)}-01`, -3 * back)))
