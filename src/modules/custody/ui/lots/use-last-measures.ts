/* What the server knows of the moisture and grade of lots, so that a preview takes the same as the slip will. */
import { useQueries } from '@tanstack/react-query'
import { ask } from '../../../../app/api.ts'
import type { LastMeasures } from '../../contract-lots.ts'

/** In the order of `lots`; null until all answers are there. A lot whose answer failed counts as unknown, as if nobody had assayed it. */
export function useLastMeasures(lots: readonly string[]): readonly (LastMeasures | undefined)[] | null {
  const asked = useQueries({
    queries: lots.map((lot) => {
      const path = `/api/lots/${lot}/last-measures`
      return { queryKey: ['/api/lots', path], queryFn: ({ signal }: { readonly signal: AbortSignal }) => ask<LastMeasures>(path, signal) }
    }),
  })
  return asked.some((one) => one.isPending) ? null : asked.map((one) => one.data?.data)
}
