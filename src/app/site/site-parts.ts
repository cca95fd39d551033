/* The registry of what modules lay on the page of a site: one line per module. */
import { conflictSiteParts } from '../../modules/conflict/site-parts.ts'
import { mobilitySiteParts } from '../../modules/mobility/site-parts.ts'
import type { SitePart } from './site-part.ts'

export const siteParts: readonly SitePart[] = [...conflictSiteParts, ...mobilitySiteParts]
