/*
Which position a question keeps while a device still searches: every better one at once, so that going on, leaving or a lock in the middle
loses no measurement. What somebody measured better, or wrote by hand, gives way only when they say so.
*/
import type { Fix } from './evidence-signals.ts'

export const betterOf = <F extends Pick<Fix, 'accuracy'>>(before: F | null, found: F): F =>
  before === null || found.accuracy < before.accuracy ? found : before

/** As the form wants it: latitude, longitude, height, accuracy. */
export const placeText = ({ latitude, longitude, altitude, accuracy }: Omit<Fix, 'timestamp'>): string =>
  `${round(latitude, 7)} ${round(longitude, 7)} ${round(altitude ?? 0, 1)} ${round(accuracy, 1)}`

/** `value`: what the question holds now; an accuracy of 0 was written by hand. */
export function givesWay(value: string, fix: Pick<Fix, 'accuracy'>): boolean {
  const [north = '', east = '', , accuracy = '0'] = value.trim().split(/\s+/)
  if (north === '' || north === 'x' || east === '' || east === 'x') return true
  return Number(accuracy) > 0 && fix.accuracy < Number(accuracy)
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits))
