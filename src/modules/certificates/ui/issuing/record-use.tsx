/* Goods leave with this certificate: where and when, by whoever may say so. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { CertificateSummary } from '../../contract.ts'
import { ReportDeparture } from './report-departure.tsx'
import { alarmOf } from './use-alarm.ts'

const LAST_DAY = '9999-12-31'
type Props = { readonly lot?: string } & Pick<CertificateSummary, 'number'> & Partial<Pick<CertificateSummary, 'status' | 'expiresOn'>>

/** What is seen is kept whatever the certificate is worth; of one that does not count whoever stands there must hear it at once. */
export function RecordUse({ number, lot, status = 'valid', expiresOn = LAST_DAY }: Props) {
  const { t } = useWords()
  const me = useMe().data
  const [place, setPlace] = useState('')
  const [on, setOn] = useState(todayHere)
  const [done, setDone] = useState(false)
  if (!mayOpen('certificates.use', me)) return null
  const alarm = alarmOf(status, { on, expiresOn })
  if (done && alarm !== null)
    return (
      <Note tone="red">
        <b>{t(alarm, { number })}</b> {t('use.alarm')} <ReportDeparture lot={lot ?? null} />
      </Note>
    )
  if (done) return <Note tone="good">{t('use.done', { number })}</Note>
  return (
    <ActDialog
      title={t('use.title')}
      explain={t('use.explain')}
      go={t('use.go')}
      path={`/api/certificates/${number}/uses`}
      data={place.trim() === '' || on === '' ? null : { on, place: place.trim() }}
      onDone={() => setDone(true)}
    >
      <TextField label={t('use.place')} hint={t('use.place.hint')} value={place} onValue={setPlace} maxLength={120} required />
      <DateField label={t('use.on')} value={on} onValue={setOn} max={todayHere()} />
    </ActDialog>
  )
}
