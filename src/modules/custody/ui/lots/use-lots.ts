/* Lots from the server, 100 at a time, newest record first; more on demand. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { ask, type Answer } from '../../../../app/api.ts'
import { writeSearch } from '../../../../app/kit/url-state.ts'
import type { LotSummary } from '../../contract.ts'

interface LotPage {
  readonly lots: readonly LotSummary[]
  readonly next: string | null
}
export interface LotFilter {
  readonly kind?: string | undefined
  readonly state?: string | undefined
  readonly mineral?: string | undefined
  readonly holder?: string | undefined
  readonly site?: string | undefined
  readonly finding?: string | undefined
}
export interface LotsAsked {
  readonly lots: readonly LotSummary[]
  readonly answer: Answer<LotPage> | undefined
  readonly loading: boolean
  readonly error: Error | null
  readonly again: () => void
  /** Null when all are here. */
  readonly more: (() => void) | null
  readonly moreComing: boolean
}

/** `null` asks nothing yet. */
export function useLots(filter: LotFilter | null): LotsAsked {
  const path = filter === null ? null : `/api/lots${writeSearch({ ...filter })}`
  const query = useInfiniteQuery({
    queryKey: ['lots', path],
    enabled: path !== null,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const before = pageParam === '' ? '' : `${path?.includes('?') ? '&' : '?'}before=${pageParam}`
      return ask<LotPage>(`${path ?? ''}${before}`, signal)
    },
    getNextPageParam: (last) => last.data.next ?? undefined,
  })
  return {
    lots: query.data?.pages.flatMap((page) => page.data.lots) ?? [],
    answer: query.data?.pages[0],
    loading: query.isPending && path !== null,
    error: query.error,
    again: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    moreComing: query.isFetchingNextPage,
  }
}
