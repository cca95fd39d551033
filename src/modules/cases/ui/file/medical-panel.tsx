/*
The hours of medical care on the page of a case, while any of them can still run. When it happened lies sealed in the story, so that whoever finds the page
open learns nothing: the panel stands on every case with an interview of these days, and says more only where the vault is open.
*/
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { longestMedicalHours } from '../../domain/identification/screening-flow.ts'
import { MedicalHours, hoursSince } from '../screening/medical-hours.tsx'
import { careSaid } from './care-hours.ts'
import { OpenVault } from './open-vault.tsx'
import type { PartProps } from './part-props.ts'
import type { OpenedText } from './use-case.ts'

export function MedicalPanel({ work }: PartProps) {
  const { t } = useWords()
  const isRecent = [...work.whole.screenings.values()].some((one) => hoursSince(one.heldAt, work.now) < longestMedicalHours())
  if (!isRecent || !work.canRead('narrative')) return null
  return (
    <Panel title={t('case.medical')}>
      <p className="small">{t('case.medical.why', { n: longestMedicalHours() })}</p>
      <OpenVault work={work} vault="narrative">
        {(texts) => <Running texts={texts} now={work.now} />}
      </OpenVault>
    </Panel>
  )
}
function Running({ texts, now }: { readonly texts: readonly OpenedText[]; readonly now: string }) {
  const { t } = useWords()
  const said = careSaid(texts, now)
  if (said.kind === 'unsaid') return <p>{t('case.medical.unsaid')}</p>
  if (said.kind === 'over') return <p>{t('case.medical.none')}</p>
  return (
    <Note tone="red" live>
      <MedicalHours hours={said.hours} />
    </Note>
  )
}
