/*
One visit to one site: filled in while it is open, signed by the team, reviewed by somebody else, read afterwards. The last known
page is kept on the device with its draft, so that a reload at the pit, without network, loses nothing.
*/
import { deviceKeep, fieldHand } from '../../../../app/device.ts'
import { useEffect, useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { StandingMark, type StandingShown } from '../../../../app/kit/status-mark.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { ProvisionalPage } from '../../domain/missions/provisional.ts'
import { NotSent, ProvisionalNote } from '../offline/provisional-note.tsx'
import { OpeningMarks } from './opening-marks.tsx'
import { ActionsPanel } from './actions-panel.tsx'
import { CriteriaPanel } from './criteria-panel.tsx'
import { unsentCount } from './draft.ts'
import { FillPanel, draftsHere } from './fill-panel.tsx'
import { HandOver } from './hand-over.tsx'
import { InspectionForm, KeptHere } from './inspection-form.tsx'
import { keepPage, keptPage } from './kept-page.ts'
import { phaseText } from './phase-text.ts'
import { ProposalPanel } from './proposal-panel.tsx'
import { RecordsPanel } from './records-panel.tsx'
import { ReviewActions, ReviewNote } from './review.tsx'
import { Signatures } from './signatures.tsx'
import { useDraft } from './use-draft.ts'
import { useVoices } from './voices.ts'

export function InspectionScreen({ params }: ScreenProps) {
  const id = params['inspection'] ?? ''
  const asked = useAnswer<ProvisionalPage>(`/api/inspections/${id}`)
  const [before] = useState(() => keptPage(deviceKeep(), id))
  const { data, answer, error, again } = asked
  useEffect(() => {
    // A telephone keeps every answer sealed; a desk keeps the page of an open form beside its draft.
    if (data && fieldHand() === null) keepPage(deviceKeep(), id, data)
  }, [data, id])
  const page = data ?? (error ? before : null)
  if (page === null) return error ? <ErrorState error={error} again={again} /> : <Loading />
  return (
    <>
      <Visit key={id} page={page} answer={answer} />
      {error && <ErrorState error={error} again={again} />}
    </>
  )
}

function Visit({
  page,
  answer,
}: {
  readonly page: ProvisionalPage
  readonly answer: ReturnType<typeof useAnswer<ProvisionalPage>>['answer']
}) {
  const { t } = useWords()
  const me = useMe().data
  const kept = useDraft(page.inspection)
  const may = mayOpen('sites.inspect', me)
  const voices = useVoices(page.members)
  const standing = useAnswer<StandingShown>(`/api/sites/${page.site}/standing`).data
  const open = page.phase === 'draft' || page.phase === 'returned'
  const unsent = page.form === null ? unsentCount(kept.draft) : draftsHere(page.inspection, voices, page.form)
  return (
    <Page
      title={page.name}
      marks={standing && <StandingMark standing={standing} />}
      crumbs={<Crumbs page={page} />}
      under={
        <>
          {t('inspect.visit-of')} <DateText date={page.on} /> · {phaseText(t, page.phase)} <NotSent when={page.provisional?.phase} /> ·{' '}
          {t('inspect.answered', { answered: page.answered, of: page.questions })}
        </>
      }
      actions={
        <>
          {open && page.form === null && <KeptHere kept={kept} />}
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
          <ReviewActions page={page} />
        </>
      }
      answer={answer}
    >
      <ProvisionalNote page={page} />
      <OpeningMarks page={page} />
      <ReviewNote page={page} />
      {!kept.kept && <Note tone="red">{t('inspect.not-kept.explain')}</Note>}
      {!page.onSite && (
        <Note>
          <b>{t('inspect.not-on-site')}</b> {page.notVisitedReason}
        </Note>
      )}
      {open && may && voices.length === 0 && <Note>{t('inspect.no-voice')}</Note>}
      {open && may && voices.length > 0 && page.form !== null && <FillPanel page={page} form={page.form} voices={voices} />}
      {open && may && voices.length > 0 && page.form === null ? (
        <InspectionForm page={page} kept={kept} voices={voices} />
      ) : (
        <>
          <ProposalPanel page={page} />
          <CriteriaPanel page={page} voices={may ? voices : []} />
        </>
      )}
      {page.form !== null && <RecordsPanel page={page} />}
      <ActionsPanel page={page} may={may && voices.length > 0} />
      <Signatures page={page} unsent={unsent} voices={may ? voices : []} />
      {page.onSite && (open || page.phase === 'team-signed') && <HandOver page={page} />}
    </Page>
  )
}

function Crumbs({ page }: { readonly page: ProvisionalPage }) {
  const { t } = useWords()
  return (
    <>
      <AppLink to="/inspections">{t('inspect.inspections')}</AppLink>
      {page.mission && (
        <>
          {' › '}
          <AppLink to={`/missions/${page.mission}`}>{t('missions.mission')}</AppLink>
        </>
      )}
      {' › '}
      <AppLink to={`/sites/${page.site}`}>{t('inspect.site')}</AppLink>
    </>
  )
}
