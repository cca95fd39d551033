/* Whether a list holds all that there is: it asks for the number only where the list is full. */
import type { Cut } from '../contract-cut.ts'

export async function cutAt(listed: number, most: number, count: () => Promise<number>): Promise<Cut | null> {
  if (listed < most) return null
  const total = await count()
  return total > listed ? { listed, total } : null
}
