/* One certificate: does it count today, what does it say, its code, its checks as they stood, and the way to take it back. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField } from '../../../../app/kit/field.tsx'
import { MineralMark } from '../../../../app/kit/mineral-mark.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { type PairLine, Pairs } from '../../../../app/kit/pairs.tsx'
import { QrCode } from '../../../../app/kit/qr-code.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, MassText } from '../../../../app/kit/values.tsx'
import { numberText } from '../../../../kernel/phrase.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { CertificateDetail } from '../../contract.ts'
import { PastUses } from '../issuing/past-uses.tsx'
import { RecordUse } from '../issuing/record-use.tsx'
import { ToRedeliver } from '../issuing/redeliveries.tsx'
import { Touched } from '../issuing/touched.tsx'
import { CheckList } from './check-list.tsx'
import { CertificateMark } from './check-marks.tsx'
import { LotHeld } from './lot-held.tsx'

export function CertificateScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const me = useMe().data
  const number = params['number'] ?? ''
  const { data, answer, error, again } = useAnswer<CertificateDetail>(`/api/certificates/${encodeURIComponent(number)}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { certificate } = data
  // Of a stolen key it reads revoked without a word of ours: revoking it frees the lot for another.
  const revocable = data.revokedOn === null && certificate.status !== 'replaced'
  return (
    <Page
      title={certificate.number}
      marks={<CertificateMark status={certificate.status} />}
      crumbs={<AppLink to="/certificates">{t('desk.title')}</AppLink>}
      under={
        <>
          {certificate.exporterName} · {certificate.lotNumber} ·{' '}
          <AppLink to={`/certificates/dossiers/${certificate.dossier}`}>{t('dossier.see')}</AppLink>
        </>
      }
      actions={
        <>
          <RecordUse {...certificate} lot={data.lot} />
          {revocable && mayOpen('certificates.revoke', me) && <RevokeDialog certificate={certificate} />}
          <a className="btn primary" href={`/certificate/${certificate.number}/print`} target="_blank" rel="noreferrer">
            {t('app.print')}
          </a>
        </>
      }
      answer={answer}
    >
      <Revoked detail={data} />
      <ToRedeliver number={certificate.number} />
      <Touched number={certificate.number} />
      <LotHeld lot={data.lot} number={certificate.lotNumber} />
      <div className="columns">
        <Facts detail={data} />
        <Panel title={t('dossier.code')}>
          <div className="stack">
            <QrCode text={data.code} label={t('dossier.code.label', { number: certificate.number })} />
            <p className="code-text">{data.code}</p>
            <p className="row tight">
              <a href={`/verify#${encodeURIComponent(data.code)}`}>{t('dossier.code.verify')}</a>
              <a href={`/certificate/${certificate.number}`} target="_blank" rel="noreferrer">
                {t('dossier.public-page')}
              </a>
            </p>
            <p className="row tight">
              <AppLink to="/ledger/entry" search={{ number: certificate.number }}>
                {t('dossier.ledger-proof')}
              </AppLink>
              <a href={`/credentials/certificates/${certificate.number}`} target="_blank" rel="noreferrer">
                {t('dossier.credential')}
              </a>
              <a href={`/untp/0.6.0/certificates/${certificate.number}`} target="_blank" rel="noreferrer">
                {t('dossier.untp')}
              </a>
              <a href={`/untp/0.6.0/lots/${data.lot}/passport`} target="_blank" rel="noreferrer">
                {t('dossier.passport')}
              </a>
            </p>
          </div>
        </Panel>
      </div>
      <PastUses number={certificate.number} lot={data.lot} />
      <CheckList checks={data.checks} live={false} lot={null} />
      <Source>{t('dossier.rulebook', { id: data.rulebook.id, hash: data.rulebook.hash.slice(0, 12) })}</Source>
    </Page>
  )
}

function Revoked({ detail }: { readonly detail: CertificateDetail }) {
  const { t } = useWords()
  if (detail.revokedOn === null)
    return detail.keyStolenOn === null ? null : <Note tone="red">{t('dossier.key-stolen', { on: detail.keyStolenOn })}</Note>
  return (
    <Note tone="red">
      <b>
        {t('dossier.revoked-on')} <DateText date={detail.revokedOn} />.
      </b>{' '}
      {detail.revocationReason}
      {detail.replacedBy && (
        <>
          {' '}
          {t('dossier.replaced-by')} <AppLink to={`/certificates/${detail.replacedBy}`}>{detail.replacedBy}</AppLink>
        </>
      )}
    </Note>
  )
}

function Facts({ detail }: { readonly detail: CertificateDetail }) {
  const { t, language } = useWords()
  const { certificate } = detail
  const lines: readonly PairLine[] = [
    [t('desk.issued'), <DateText key="issued" date={certificate.issuedOn} />],
    [t('desk.expires'), <DateText key="expires" date={certificate.expiresOn} />],
    [t('dossier.mineral'), <MineralMark key="mineral" mineral={certificate.mineral} withName />],
    [t('dossier.mass'), <MassText key="mass" grams={certificate.massGrams} />],
    [t('dossier.grade'), detail.grade],
    [t('dossier.tags'), numberText(language, detail.tagCount)],
    [t('dossier.origin'), detail.origin.map((code) => (code === '0' ? t('verify-page.origin.unknown') : code)).join(', ')],
    [
      t('dossier.sites'),
      <ul key="sites" className="plain-list">
        {detail.sites.map((site) => (
          <li key={site.nationalId}>
            {site.name} <span className="small">{[site.nationalId, site.icglrId].filter((part) => part !== null).join(' · ')}</span>
          </li>
        ))}
      </ul>,
    ],
  ]
  return (
    <Panel title={t('dossier.facts')}>
      <div className="stack">
        <Pairs lines={lines} />
        {detail.reviewReason && (
          <Note>
            <b>
              {t('dossier.review-reason')}
              {t('app.colon')}
            </b>{' '}
            {detail.reviewReason}
          </Note>
        )}
      </div>
    </Panel>
  )
}

function RevokeDialog({ certificate }: { readonly certificate: CertificateDetail['certificate'] }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [on, setOn] = useState(todayHere)
  return (
    <ActDialog
      title={t('dossier.revoke')}
      explain={t('dossier.revoke.explain')}
      go={t('dossier.revoke.go')}
      kind="danger"
      path={`/api/certificates/${certificate.number}/revocation`}
      data={reason.trim() === '' || on === '' ? null : { on, reason: reason.trim() }}
    >
      <DateField label={t('dossier.revoke.on')} value={on} onValue={setOn} min={certificate.issuedOn} max={todayHere()} />
      <LongTextField
        label={t('dossier.reason')}
        hint={t('dossier.reason.hint')}
        value={reason}
        onValue={setReason}
        required
        maxLength={1000}
      />
    </ActDialog>
  )
}
