/* What the form of a site's identity holds, and which of its fields were changed: only those are sent, so that two officers do not meet. */
import type { RegisterPage } from '../../domain/register/register-answers.ts'
import { numberOf } from './entry-fields.ts'

export const minerals = ['Au', 'Sn', 'Ta', 'W', 'other'] as const
type Mineral = (typeof minerals)[number]
export interface Identity {
  readonly name: string
  /** One a line. */
  readonly aliases: string
  readonly minerals: readonly Mineral[]
  readonly latitude: string
  readonly longitude: string
  /** How the position was found; empty until it is said of a corrected one. */
  readonly origin: string
  readonly stated: { readonly province: string; readonly territoire: string; readonly village: string }
  /** Parts of the stated place that the form does not ask; they are sent back as they were. */
  readonly rest: { readonly collectivite?: string | undefined; readonly groupement?: string | undefined }
}

type Shown = Pick<RegisterPage, 'name' | 'aliases' | 'minerals' | 'position' | 'stated'>
export function identityOf({ name, aliases, minerals: own, position, stated }: Shown): Identity {
  const { province = '', territoire = '', village = '', collectivite, groupement } = stated
  return {
    name,
    aliases: aliases.join('\n'),
    minerals: own,
    latitude: position ? String(position.at.latitude) : '',
    longitude: position ? String(position.at.longitude) : '',
    origin: '',
    stated: { province, territoire, village },
    rest: { ...(collectivite ? { collectivite } : {}), ...(groupement ? { groupement } : {}) },
  }
}

export const origins = ['gps', 'map', 'village', 'approximation', 'unknown'] as const

type Place = Pick<Identity, 'latitude' | 'longitude'>
export const hasMoved = (before: Place, now: Place): boolean => now.latitude !== before.latitude || now.longitude !== before.longitude

export const linesIn = (text: string): readonly string[] => text.split('\n').flatMap((line) => line.trim() || [])

/** `null` while something cannot be sent: no name, no mineral, half a position. */
export function changedIn(before: Identity, now: Identity): { readonly [field: string]: unknown } | null {
  if (now.name.trim() === '' || now.minerals.length === 0) return null
  const at = positionOf(now)
  if (at === undefined) return null
  const moved = hasMoved(before, now)
  if (moved && at !== null && now.origin === '') return null
  const sorted = (list: readonly string[]): string => list.toSorted().join()
  return {
    ...(now.name.trim() === before.name ? {} : { name: now.name.trim() }),
    ...(now.aliases === before.aliases ? {} : { aliases: linesIn(now.aliases) }),
    ...(sorted(now.minerals) === sorted(before.minerals) ? {} : { minerals: now.minerals }),
    ...(moved && at !== null ? { position: { at, origin: now.origin } } : {}),
    ...(JSON.stringify(now.stated) === JSON.stringify(before.stated) ? {} : { stated: { ...now.rest, ...filled(now.stated) } }),
  }
}
export const filled = (parts: { readonly [name: string]: string }): { readonly [name: string]: string } =>
  Object.fromEntries(Object.entries(parts).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])))

/** `null` without a position, undefined while one half is missing or out of range. */
export function positionOf({ latitude, longitude }: Pick<Identity, 'latitude' | 'longitude'>) {
  if (latitude.trim() === '' && longitude.trim() === '') return null
  const [north, east] = [numberOf(latitude), numberOf(longitude)]
  if (north === null || east === null || Math.abs(north) > 90 || Math.abs(east) > 180) return undefined
  return { latitude: north, longitude: east }
}
