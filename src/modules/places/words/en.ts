import type { fr } from './fr.ts'

/* The sentences of this module's refusals, and the words of the levels. */
export const en: Record<keyof typeof fr, string> = {
  'refusal.boundaries-not-geojson': 'This file is not a GeoJSON collection. Export the boundaries as GeoJSON (WGS 84), then try again.',
  'refusal.boundaries-empty': 'This file holds no area. Check the export, then try again.',
  'refusal.boundaries-damaged': 'Area no. {feature} of the file is not right ({problem}). Nothing was changed; correct it, then try again.',
  'refusal.area-list-not-a-table':
    'This file is not a list of areas. It takes a CSV with at least “code” and “name”, and “parent” for the second level.',
  'refusal.area-list-damaged': 'Line {line} of the list is not right ({problem}). Nothing was changed; correct it and try again.',
  'refusal.position-not-valid': 'This position is not on the globe. Latitude runs from −90 to 90, longitude from −180 to 180.',

  'places.level.country': 'country',
  'places.level.province': 'province',
  'places.level.territoire': 'territoire, town or cité',
}
