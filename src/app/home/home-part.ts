/* What a module lays on the home page: something that waits for the person. Fetched only for those who may see it. */
import type { ComponentType } from 'react'

export interface HomePart {
  readonly key: string
  /** Smaller stands higher. */
  readonly order: number
  readonly capability: string
  readonly load: () => Promise<ComponentType>
}
