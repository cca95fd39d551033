/*
What a benchmark is: our time beside that of a named peer, measured in the same run on the same machine, so that the ratio can
be read where the seconds cannot. Nothing here passes or fails.
*/
export interface Measured {
  readonly name: string
  /** In `unit`; for rates more is better, for times less. */
  readonly ours: number
  readonly peer: number
  readonly peerName: string
  /** ours / peer. */
  readonly ratio: number
  readonly unit: string
  readonly runs: number
}
export interface Benchmark {
  readonly name: string
  readonly about: string
  readonly measure: () => Promise<Omit<Measured, 'name' | 'ratio'>>
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
