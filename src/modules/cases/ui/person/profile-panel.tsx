/*
What is known of the person in codes, without the vault: shown as a list, put right by who works the case. An age wrongly noted decides who may consent and for how
long the file is kept, so it is corrected here at once and sent whole; what was said before stays in the history.
*/
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Pairs, type PairLine } from '../../../../app/kit/pairs.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { say } from '../../domain/label.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'
import { type Profile, maySayMature } from '../../domain/profile/profile.ts'
import type { AgeBand } from '../../domain/consent/age-bands.ts'
import { OpenVault, Words } from '../file/open-vault.tsx'
import type { PartProps } from '../file/part-props.ts'
import { languageName } from '../languages.ts'
import { countryName, placeLabels } from '../opening/harm-place.ts'
import { useProvinces } from '../opening/harm-place-fields.tsx'
import { questionLabels } from '../screening/question-labels.ts'
import { disabilityLabels, displacementLabels, genderLabels } from '../screening/screening-lists.ts'
import { BandSource } from './band-source.tsx'
import { roleLabels } from './profile-draft.ts'
import { ProfileForm } from './profile-form.tsx'

export function ProfilePanel({ work }: PartProps) {
  const { t } = useWords()
  const [correcting, setCorrecting] = useState(false)
  const { profile } = work.whole
  const works = work.answer?.standing === 'owner' || work.answer?.standing === 'member'
  return (
    <Panel title={t('profile.title')}>
      <div className="stack">
        {correcting ? (
          <ProfileForm work={work} onDone={() => setCorrecting(false)} />
        ) : (
          <>
            {profile === null ? <Note>{t('profile.none')}</Note> : <Known profile={profile} bands={work.rules.ageBands} />}
            <Reason work={work} />
            {works && (
              <div className="no-print">
                <Button onClick={() => setCorrecting(true)}>{t('profile.correct')}</Button>
              </div>
            )}
          </>
        )}
      </div>
    </Panel>
  )
}

function Known({ profile, bands }: { readonly profile: Profile; readonly bands: readonly AgeBand[] }) {
  const { t, language } = useWords()
  const { age, gender, citizenship, languages, displacement, disability, roles, exploitedIn, country } = profile
  const years =
    age.kind === 'ESTIMATE'
      ? t('profile.age.between', { from: age.fromYears, to: age.toYears })
      : t('profile.age.years', { n: Math.floor(age.months / 12) })
  const province = useProvinces().find((one) => one.id === exploitedIn)?.name ?? exploitedIn
  const list = (values: readonly string[]): string => (values.length === 0 ? t('profile.not-said') : values.join(', '))
  const lines: readonly PairLine[] = [
    [say(questionLabels, 'age', language), age.disputed ? `${years} · ${t('interview.age.disputed')}` : years],
    ...(maySayMature(profile, bands)
      ? [[t('profile.mature'), t(profile.isMature ? 'profile.mature.yes' : 'profile.mature.no')] as const]
      : []),
    [say(questionLabels, 'sex-or-gender', language), say(genderLabels, gender, language)],
    [say(questionLabels, 'citizenship', language), list(citizenship.map((one) => countryName(one, language)))],
    [say(questionLabels, 'languages', language), list(languages.map((one) => languageName(one, language)))],
    [say(questionLabels, 'status', language), say(displacementLabels, displacement, language)],
    [say(questionLabels, 'disability', language), say(disabilityLabels, disability, language)],
    [t('profile.roles'), list(roles.map((one) => roleLabels[one][language]))],
    [placeLabels.country[language], country === null ? placeLabels.unknown[language] : countryName(country, language)],
    [placeLabels.province[language], province ?? placeLabels.unknown[language]],
  ]
  return (
    <>
      <Pairs lines={lines} />
      <BandSource profile={profile} bands={bands} />
    </>
  )
}
/** Why somebody of that age was said to understand, behind the key. */
function Reason({ work }: PartProps) {
  const { t } = useWords()
  const { profile } = work.whole
  const ref = work.events.reduce<SealedRef | undefined>(
    (last, { event }) => (event.kind === 'case-profile.set.v1' ? (event.payload.matureBecause ?? last) : last),
    undefined,
  )
  if (ref === undefined || profile === null || !profile.isMature || !maySayMature(profile, work.rules.ageBands)) return null
  return (
    <details>
      <summary>{t('profile.mature.why')}</summary>
      <OpenVault work={work} vault={ref.vault}>
        {(texts) => texts.filter((one) => one.id === ref.id).map((one) => <Words key={one.id} text={one} />)}
      </OpenVault>
    </details>
  )
}
