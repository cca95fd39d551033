/* What conflict mapping lays on the page of a site. */
import type { SitePart } from '../../app/site/site-part.ts'

export const conflictSiteParts: readonly SitePart[] = [
  {
    key: 'conflict',
    capability: 'conflict.read',
    load: async () => (await import('./ui/layers/site-conflict-panel.tsx')).SiteConflictPanel,
  },
]
