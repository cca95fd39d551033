/* The registry of what modules lay on the map of sites: one line per module. */
import { conflictOverlay } from '../../modules/conflict/map-overlay.ts'
import type { MapOverlay } from './overlay.ts'

export const mapOverlays: readonly MapOverlay[] = [conflictOverlay]
