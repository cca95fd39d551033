/* From degrees to a small picture: the window around the given points, never closer than about forty kilometres, and where a point falls in it. Pure. */
import type { Position } from 'geojson'

export interface MapFrame {
  readonly width: number
  readonly height: number
  readonly west: number
  readonly north: number
  /** Pixels per degree of longitude and of latitude at the middle of the window. */
  readonly perLongitude: number
  readonly perLatitude: number
}
const LEAST_DEGREES = 0.4

export function frameOf(
  points: readonly { readonly latitude: number; readonly longitude: number }[],
  { width, height }: { readonly width: number; readonly height: number },
): MapFrame {
  const longitudes = points.map((point) => point.longitude)
  const latitudes = points.map((point) => point.latitude)
  const middle = [(Math.min(...longitudes) + Math.max(...longitudes)) / 2, (Math.min(...latitudes) + Math.max(...latitudes)) / 2] as const
  const shrink = Math.max(0.2, Math.cos((middle[1] * Math.PI) / 180))
  const across = Math.max(LEAST_DEGREES, (Math.max(...longitudes) - Math.min(...longitudes)) * 1.6)
  const down = Math.max(LEAST_DEGREES, (Math.max(...latitudes) - Math.min(...latitudes)) * 1.6)
  // One scale for both directions, so that the country keeps its shape.
  const perLatitude = Math.min(width / (across * shrink), height / down)
  const perLongitude = perLatitude * shrink
  return {
    width,
    height,
    perLatitude,
    perLongitude,
    west: middle[0] - width / 2 / perLongitude,
    north: middle[1] + height / 2 / perLatitude,
  }
}

export const placeOn = (frame: MapFrame, [longitude = 0, latitude = 0]: Position): readonly [number, number] => [
  Math.round((longitude - frame.west) * frame.perLongitude * 10) / 10,
  Math.round((frame.north - latitude) * frame.perLatitude * 10) / 10,
]

/** Outlines as one SVG path; those that lie wholly outside the window are left out. */
export function pathOf(rings: readonly (readonly Position[])[], frame: MapFrame): string {
  return rings
    .map((ring) => ring.map((point) => placeOn(frame, point)))
    .filter((ring) => touches(ring, frame))
    .map((ring) => `M${ring.map(([x, y]) => `${x},${y}`).join('L')}Z`)
    .join('')
}
function touches(ring: readonly (readonly [number, number])[], { width, height }: MapFrame): boolean {
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  return Math.max(...xs) > 0 && Math.min(...xs) < width && Math.max(...ys) > 0 && Math.min(...ys) < height
}
