/* Who may consent at an age, as consent itself shows it, with the mark of the bands. */
import { Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { type Profile, ageBandOf } from '../../domain/profile/profile.ts'
import type { AgeBand } from '../../domain/consent/age-bands.ts'
import { ageBandText } from '../coded-text.ts'

export function BandSource({ profile, bands }: { readonly profile: Pick<Profile, 'age'>; readonly bands: readonly AgeBand[] }) {
  const { t, language } = useWords()
  const band = ageBandOf(profile, bands)
  if (band === undefined) return null
  return (
    <Source>
      {t('consent.band', { band: ageBandText(band.band, language) })} {t(`consent.self.${band.self}`)}{' '}
      {t(`consent.guardian.${band.guardian}`)} {t(`consent.child.${band.child}`)} ({t('consent.mark', { mark: band.evidence })})
    </Source>
  )
}
