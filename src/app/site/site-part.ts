/* What a module lays on the page of a site: a panel of its own, fetched only for those who may see it. */
import type { ComponentType } from 'react'

export interface SitePartProps {
  readonly site: string
  /** The day at which the page stands, and today: a part that knows today alone says so. */
  readonly asOf: string
}
export interface SitePart {
  readonly key: string
  readonly capability: string
  readonly load: () => Promise<ComponentType<SitePartProps>>
}
