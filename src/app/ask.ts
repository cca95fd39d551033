/* Questions and commands as hooks: an answer is kept while the app is open, and asked again when a screen is opened. */
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
