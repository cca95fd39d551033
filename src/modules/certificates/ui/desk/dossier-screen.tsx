/* One dossier, which says itself what is missing and who must do it; then the checks, the declaration, the papers, the decision. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { MineralMark } from '../../../../app/kit/mineral-mark.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { type PairLine, Pairs } from '../../../../app/kit/pairs.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, InstantText, MassText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { DossierDetail } from '../../contract.ts'
import { Touched } from '../issuing/touched.tsx'
import { CheckList, Missing } from './check-list.tsx'
import { CourseActs } from './course-dialogs.tsx'
import { Course, WaitNote, useCourse } from './course.tsx'
import { DecisionNote, Decisions } from './decisions.tsx'
import { AttachDialog, Papers } from './papers.tsx'
import { RestsOn } from './refuse-dialog.tsx'
import { ReviseDialog } from './revise-dialog.tsx'
import { termsLines } from './terms-lines.tsx'

const EDITABLE: readonly DossierDetail['dossier']['state'][] = ['open', 'recommended', 'revision-requested', 'refused']

export function DossierScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<DossierDetail>(`/api/dossiers/${params['dossier'] ?? ''}`)
  const course = useCourse(params['dossier'] ?? '')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { dossier, checks } = data
  const prepares = mayOpen('certificates.prepare', me) && me?.organisation?.id === dossier.exporter
  const undecided = EDITABLE.includes(dossier.state)
  const editable = prepares && undecided
  const wait = course.data?.wait ?? null
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
          <CourseActs detail={data} prepares={prepares} />
        </>
      }
      answer={answer}
    >
      <Outcome detail={data} prepares={prepares} />
      {dossier.certificateNumber !== null && <Touched number={dossier.certificateNumber} />}
      {dossier.state === 'revision-requested' && <Note tone="warn">{t('dossier.returned')}</Note>}
      {wait && <WaitNote wait={wait} />}
      <DecisionNote detail={data} />
      {undecided && <Missing checks={checks} />}
      <div className="dossier">
        <CheckList checks={checks} live={data.checksAreLive} lot={undecided ? dossier.lot : null} />
        <div className="stack">
          <Terms detail={data} />
          <Papers dossier={dossier.id} facts={data.facts} />
        </div>
      </div>
      <Course course={course} />
      <Source>{t('dossier.rulebook', { id: data.rulebook.id, hash: data.rulebook.hash.slice(0, 12) })}</Source>
    </Page>
  )
}

/** What was decided, in one line each. */
function Outcome({ detail, prepares }: { readonly detail: DossierDetail; readonly prepares: boolean }) {
  const { t } = useWords()
  const { dossier, refusal } = detail
  return (
    <>
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
          <RestsOn detail={detail} />
        </Note>
      )}
    </>
  )
}

function Terms({ detail }: { readonly detail: DossierDetail }) {
  const { t, language } = useWords()
  const { terms, dossier, recommendation } = detail
  const lines: readonly PairLine[] = [
    ...termsLines(t, language, terms).map(({ label, shown }): PairLine => [label, shown]),
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
