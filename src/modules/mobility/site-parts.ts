/* What flow monitoring lays on the page of a site: the axis that its points stand on. */
import type { SitePart } from '../../app/site/site-part.ts'

export const mobilitySiteParts: readonly SitePart[] = [
  { key: 'flows', capability: 'mobility.read', load: async () => (await import('./ui/axis-part.tsx')).AxisPart },
]
