/* The bags that were weighed on this device today and where the series stands: an empty battery costs nothing, and the count of the day goes on. */
import { deviceKeep } from '../../../../app/device.ts'
import type { SeriesBag } from '../../domain/weighing/series.ts'

const place = (account: string): string => `chanzo.scale.${account}`
/** A day has some hundreds of bags; of the day before only what a slip may still be asked for. */
const MOST = 1500

const isBag = (value: unknown): value is SeriesBag =>
  typeof value === 'object' &&
  value !== null &&
  'lot' in value &&
  'massGrams' in value &&
  typeof value.massGrams === 'number' &&
  'day' in value

/** Newest first. */
export function keptBags(account: string): readonly SeriesBag[] {
  try {
    const value: unknown = JSON.parse(deviceKeep().getItem(place(account)) ?? '[]')
    return Array.isArray(value) ? value.filter(isBag) : []
  } catch {
    return []
  }
}
export function keepBags(account: string, bags: readonly SeriesBag[]): void {
  try {
    deviceKeep().setItem(place(account), JSON.stringify(bags.slice(0, MOST)))
  } catch {
    // A full device loses the list of the day, never a bag: those lie in the outbox.
  }
}
