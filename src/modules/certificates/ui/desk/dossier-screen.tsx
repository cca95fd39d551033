/* One dossier, which says itself what is missing and who must do it; then the checks, the declaration, the papers, the decision. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { MineralMark } from '../../../../app/kit/mineral-mark.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { type PairLine, Pairs } from '../../../../app/kit/pairs.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, InstantText, MassText } from '../../../../app/kit/values.tsx'
import { numberText } from '../../../../kernel/phrase.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { DossierDetail } from '../../contract.ts'
import { CheckList, Missing } from './check-list.tsx'
import { DecisionNote, Decisions } from './decisions.tsx'
import { AttachDialog, Papers } from './papers.tsx'
import { ReviseDialog } from './revise-dialog.tsx'

export function DossierScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<DossierDetail>(`/api/dossiers/${params['dossier'] ?? ''}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { dossier, refusal, checks } = data
  const prepares = mayOpen('certificates.prepare', me) && me?.organisation?.id === dossier.exporter
  const editable = prepares && (dossier.state === 'open' || dossier.state === 'recommended' || dossier.state === 'refused')
  return (
    <Page
      title={t('dossier.title', { lot: dossier.lotNumber })}
      marks={<MineralMark mineral={dossier.mineral} />}
      crumbs={
        <>
          <AppLink to="/certificates">{t('desk.title')}</AppLink> › {t(`dossier.state.${dossier.state}`)}
        </>
      }
      under={
        <>
          {dossier.exporterName} → {dossier.importerName} · <MassText grams={dossier.massGrams} /> ·{' '}
          <AppLink to={`/lots/${dossier.lot}`}>{t('dossier.see-lot')}</AppLink>
        </>
      }
      actions={
        <>
          <a className="btn" href={`/dossier/${dossier.id}/print`} target="_blank" rel="noreferrer">
            {t('dossier.print')}
          </a>
          {editable && <AttachDialog dossier={dossier.id} exporter={dossier.exporter} />}
          {editable && <ReviseDialog detail={data} />}
          <Decisions detail={data} />
        </>
      }
      answer={answer}
    >
      {dossier.certificateNumber && (
        <Note tone="good">
          <span className="row tight">
            {t('dossier.issued')} <LinkButton to={`/certificates/${dossier.certificateNumber}`}>{dossier.certificateNumber}</LinkButton>
          </span>
        </Note>
      )}
      {refusal && (
        <Note tone="red">
          <b>
            {t('dossier.refused')} <DateText date={refusal.on} />.
          </b>{' '}
          {refusal.reason} {prepares && t('dossier.refused.do')}
        </Note>
      )}
      <DecisionNote detail={data} />
      {(dossier.state === 'open' || dossier.state === 'recommended' || dossier.state === 'refused') && <Missing checks={checks} />}
      <div className="dossier">
        <CheckList checks={checks} live={data.checksAreLive} />
        <div className="stack">
          <Terms detail={data} />
          <Papers facts={data.facts} />
        </div>
      </div>
      <Source>{t('dossier.rulebook', { id: data.rulebook.id, hash: data.rulebook.hash.slice(0, 12) })}</Source>
    </Page>
  )
}

function Terms({ detail }: { readonly detail: DossierDetail }) {
  const { t, language } = useWords()
  const { terms, dossier, recommendation } = detail
  const lines: readonly PairLine[] = [
    [t('dossier.importer'), `${terms.importer.name} (${terms.importer.country})`],
    [t('dossier.grade'), terms.grade],
    [t('dossier.origin'), terms.origin.join(', ')],
    [t('dossier.value'), `${numberText(language, terms.customsValueUsdCents / 100, 2)} USD`],
    [t('dossier.shipment'), <DateText key="shipment" date={terms.plannedShipmentOn} />],
    [t('dossier.route'), terms.route?.join(' → ') ?? <span className="ink-3">{t('app.not-asked')}</span>],
    [
      t('dossier.transport'),
      terms.transport ? (
        [t(`dossier.mode.${terms.transport.mode}`), terms.transport.company].filter(Boolean).join(', ')
      ) : (
        <span className="ink-3">{t('app.not-asked')}</span>
      ),
    ],
    [t('dossier.opened'), <InstantText key="opened" at={dossier.openedAt} />],
    [
      t('dossier.recommended'),
      recommendation ? <DateText date={recommendation.on} /> : <span className="ink-3">{t('dossier.not-yet')}</span>,
    ],
  ]
  return (
    <Panel title={t('dossier.terms')}>
      <Pairs lines={lines} />
    </Panel>
  )
}
