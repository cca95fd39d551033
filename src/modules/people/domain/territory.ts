/*
Which territory lies in which. What covers a single place is said once, for every module, in the contract.
*/
import { type Territory, covers } from '../contract.ts'

/** Whether every area of `inner` lies in `outer`: nobody hands on more ground than they hold. `parentOf` gives the province of a territoire. */
export function isWithin(inner: Territory, outer: Territory, parentOf: (code: string) => string | null): boolean {
  if (outer === 'everywhere') return true
  if (inner === 'everywhere') return false
  return inner.every((code) => covers(outer, { province: parentOf(code), territoire: code }))
}

/** The ground that two territories share. */
export function sharedGround(one: Territory, other: Territory, parentOf: (code: string) => string | null): Territory {
  if (one === 'everywhere') return other
  if (other === 'everywhere') return one
  const held = (codes: readonly string[], by: Territory): readonly string[] => codes.filter((code) => isWithin([code], by, parentOf))
  return [...new Set([...held(one, other), ...held(other, one)])]
}
