/* Who gives consent, as the coded part says it: until the age is known the youngest band is asked, so that nobody is let give what a child could not. */
import { type Profile, ageBandOf } from '../profile/profile.ts'
import { firstAgeBands, youngestBand } from './age-bands.ts'
import type { Releasing } from './release.ts'

export function givingOf(profile: Profile | null, bands = firstAgeBands): Releasing['giving'] {
  const band = (profile ? ageBandOf(profile, bands) : undefined) ?? youngestBand(bands)
  return { band, isMature: profile?.isMature ?? false }
}
