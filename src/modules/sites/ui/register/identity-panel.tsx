/* Name, aliases, minerals, position and stated place: shown, and corrected field by field with the reason. Also the ICGLR identifier. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { useWords } from '../../../../app/words.ts'
import type { RegisterPage } from '../../domain/register/register-answers.ts'
import { IdentityDialog } from './identity-dialog.tsx'

export function IdentityPanel({ page, mayEdit }: { readonly page: RegisterPage; readonly mayEdit: boolean }) {
  const { t } = useWords()
  const { stated, position, province, territoire } = page
  const written = [stated.province, stated.territoire, stated.collectivite, stated.groupement, stated.village].filter(Boolean).join(' › ')
  const computed = [province?.name, territoire && `${territoire.name} (${territoire.kind})`].filter(Boolean).join(' › ')
  const digits = page.positionPrecision === 'exact' ? 4 : 2
  const at = position ? `${position.at.latitude.toFixed(digits)}, ${position.at.longitude.toFixed(digits)}` : t('app.unknown')
  return (
    <Panel title={t('register.identity')} aside={mayEdit && <IdentityDialog page={page} />}>
      <Pairs
        lines={[
          [t('register.field.name'), page.name],
          [t('register.field.aliases'), page.aliases.join(', ') || t('app.none')],
          [t('site.national-id'), page.nationalId],
          [t('site.icglr-id'), page.icglrId ?? t('site.no-icglr-id')],
          [t('register.field.minerals'), page.minerals.map((one) => t(`mineral.${one}`)).join(', ')],
          [t('register.field.hsCodes'), page.hsCodes.join(', ') || t('app.none')],
          [t('place.position'), at],
          [t('place.computed'), computed || t('place.no-boundary')],
          [t('place.stated'), written || t('app.unknown')],
        ]}
      />
      {page.metresOutsideOutline !== null && page.metresOutsideOutline > 0 && (
        <Note>{t('register.outside-outline', { metres: page.metresOutsideOutline })}</Note>
      )}
      {mayEdit && page.icglrId === null && <IcglrDialogs site={page.site} />}
    </Panel>
  )
}

function IcglrDialogs({ site }: { readonly site: string }) {
  const { t } = useWords()
  const [written, setWritten] = useState('')
  return (
    <div className="row tight no-print">
      <ActDialog
        title={t('register.icglr.issue')}
        explain={t('register.icglr.issue.explain')}
        go={t('register.icglr.issue')}
        kind="plain"
        path={`/api/sites/${site}/icglr-id`}
        data={{}}
      >
        <p className="small">{t('register.icglr.for-ever')}</p>
      </ActDialog>
      <ActDialog
        title={t('register.icglr.read')}
        explain={t('register.icglr.read.explain')}
        go={t('register.icglr.read.go')}
        kind="plain"
        path={`/api/sites/${site}/read-icglr-id`}
        data={written.trim() === '' ? null : { icglrId: written.trim() }}
      >
        <TextField
          label={t('site.icglr-id')}
          hint={t('register.icglr.hint')}
          value={written}
          onValue={setWritten}
          maxLength={60}
          required
        />
        <p className="small">{t('register.icglr.for-ever')}</p>
      </ActDialog>
    </div>
  )
}
