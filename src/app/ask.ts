/* Questions and commands as hooks: an answer is kept while the app is open, and asked again when a screen is opened. */
import { useState } from 'react'
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, command, type Answer, type CommandOptions, type Receipt, troubleOf } from './api.ts'

/** Asked even when the browser says offline: the service worker may have kept the answer. */
export const questions = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 20_000,
      refetchOnWindowFocus: false,
      retry: (tries, error) => troubleOf(error).kind === 'fault' && tries < 1,
    },
    mutations: { networkMode: 'always' },
  },
})

export interface Asked<Data> {
  readonly answer: Answer<Data> | undefined
  readonly data: Data | undefined
  readonly error: Error | null
  readonly loading: boolean
  readonly again: () => void
}

/** Asks GET `path`; `null` asks nothing yet. */
export function useAnswer<Data>(path: string | null): Asked<Data> {
  const query = useQuery({ queryKey: [path], queryFn: ({ signal }) => ask<Data>(path ?? '', signal), enabled: path !== null })
  return {
    answer: query.data,
    data: query.data?.data,
    error: query.error,
    loading: query.isPending && path !== null,
    again: () => void query.refetch(),
  }
}

/**
 * All pages of a list, asked one after the other, so that filter, order and export cover the whole of it. `question` gives the
 * address of a page from 1 (`null` asks nothing); `size` says how many rows a page holds and how many there are in all.
 */
export function useAllPages<Data>(
  question: ((page: number) => string) | null,
  size: (page: Data) => { readonly rows: number; readonly total: number },
): Asked<Data> & { readonly pages: readonly Data[] | undefined; readonly done: number; readonly total: number | null } {
  const [seen, setSeen] = useState<{ readonly done: number; readonly total: number | null }>({ done: 0, total: null })
  const query = useQuery({
    queryKey: ['all pages', question?.(1) ?? null],
    enabled: question !== null,
    queryFn: async ({ signal }) => {
      const answers: Answer<Data>[] = []
      for (let done = 0; question !== null;) {
        const answer = await ask<Data>(question(answers.length + 1), signal)
        const { rows, total } = size(answer.data)
        answers.push(answer)
        done += rows
        setSeen({ done, total })
        if (rows === 0 || done >= total) break
      }
      return answers
    },
  })
  return {
    answer: query.data?.[0],
    data: query.data?.[0]?.data,
    pages: query.data?.map((one) => one.data),
    error: query.error,
    loading: query.isPending && question !== null,
    again: () => void query.refetch(),
    ...seen,
  }
}

export interface Sending<Data> {
  /** Resolves with the receipt, or throws `ApiTrouble`; `error` holds the same for the screen. */
  readonly send: (data: Data, options?: CommandOptions) => Promise<Receipt>
  readonly sending: boolean
  readonly error: Error | null
  readonly receipt: Receipt | undefined
  readonly forget: () => void
}

/** A command to POST `path`. When it is answered every question is asked again, so that screens tell the new state. */
export function useCommand<Data>(path: string): Sending<Data> {
  const client = useQueryClient()
  const mutation = useMutation({
    mutationFn: ({ data, options }: { data: Data; options: CommandOptions | undefined }) => command(path, data, options),
    onSuccess: () => client.invalidateQueries(),
  })
  return {
    send: (data, options) => mutation.mutateAsync({ data, options }),
    sending: mutation.isPending,
    error: mutation.error,
    receipt: mutation.data,
    forget: mutation.reset,
  }
}
