/* A way told in steps that build on each other: after one that failed the others fail too and say which, because what nobody tried is not well. */
import { test } from 'vitest'

export type Step = (name: string, work: () => Promise<void>) => void

/** `look`: what the screens showed when a step failed. */
export function way(look: () => Promise<unknown> = () => Promise.resolve()): Step {
  let broken: string | null = null
  return (name, work) =>
    test(name, async () => {
      if (broken !== null) throw new Error(`not tried, because an earlier step failed: ${broken}`)
      broken = name
      await work().catch(async (error: unknown) => {
        // A screen that is gone must not hide why.
        await look().catch(() => undefined)
        throw error
      })
      broken = null
    })
}
