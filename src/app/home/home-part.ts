/* What a module lays on the home page: something that waits for the person. Fetched only for those who may see it. */
import type { ComponentType } from 'react'

export interface HomePart {
  readonly key: string
  /** Smaller stands first. */
  readonly order: number
  readonly capability: string
  /** `figures`: one or more numbers, which stand in one row with those of the others; `panel`: a box of its own below; `picture`: a chart, last. */
  readonly place: 'figures' | 'panel' | 'picture'
  readonly load: () => Promise<ComponentType>
}
