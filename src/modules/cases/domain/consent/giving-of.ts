/* Who gives consent, as the coded part says it: until the age is known the youngest band is asked, so that nobody is let give what a child could not. */
import { type Profile, ageBandOf } from '../profile/profile.ts'
import { firstAgeBands } from './age-bands.ts'
import type { Releasing } from './release.ts'

export function givingOf(profile: Profile | null): Releasing['giving'] {
  const band = (profile ? ageBandOf(profile) : undefined) ?? firstAgeBands.toSorted((a, b) => a.fromYears - b.fromYears)[0]
  if (!band) throw new Error('a country without age bands')
  return { band, isMature: profile?.isMature ?? false }
}
