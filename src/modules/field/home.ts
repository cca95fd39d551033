/* What field work lays on the home page: telephones that were not heard of, for who answers for them. */
import type { HomePart } from '../../app/home/home-part.ts'

export const fieldHomeParts: readonly HomePart[] = [
  {
    key: 'field-late',
    order: 45,
    capability: 'field.oversee',
    place: 'figures',
    load: async () => (await import('./ui/devices/late-figure.tsx')).LateFigure,
  },
]
