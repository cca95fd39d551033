/* What conflict mapping lays on the map of sites. */
import type { MapOverlay } from '../../app/map/overlay.ts'

export const conflictOverlay: MapOverlay = {
  key: 'conflict',
  titleKey: 'conflict-map.on-map',
  capability: 'conflict.read',
  load: async () => (await import('./ui/layers/conflict-overlay.tsx')).ConflictOverlay,
}
