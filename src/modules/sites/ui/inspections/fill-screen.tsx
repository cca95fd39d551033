/*
One member body fills in the form of one visit, in the version with which the visit was opened; a draft of another version is finished in its own. What the register already knows of the
visit is written in before; everything else is the member's own. Leaving keeps the draft; only the register's receipt drops it.
*/
import { deviceKeep, fieldHand } from '../../../../app/device.ts'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { questions as cache, useAnswer } from '../../../../app/ask.ts'
import { FormRunner } from '../../../../app/form-runner.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { Progress } from '../../../../app/kit/progress.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { FormVersionRef } from '../../../forms/contract.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'
import { amendsKey, dropAmends, keptAmends } from './amending.ts'
import { slotOf, versionIn } from './draft-slots.ts'
import { useDraftFiles } from './draft-files.ts'
import { keepPage, keptPage } from './kept-page.ts'
import { asNewRecord, draftKeyOf, sendForm } from './send-form.ts'
import { type FormShown, unitsIn } from './form-shown.ts'
import { OtherDrafts } from './other-drafts.tsx'
import { useVoices } from './voices.ts'
import './inspection.css'

export function FillScreen({ params }: ScreenProps) {
  const id = params['inspection'] ?? ''
  const { data, error, again } = useAnswer<InspectionPage>(`/api/inspections/${id}`)
  const [before] = useState(() => keptPage(deviceKeep(), id))
  useEffect(() => {
    if (data && fieldHand() === null) keepPage(deviceKeep(), id, data)
  }, [data, id])
  const page = data ?? (error ? before : null)
  if (page === null) return error ? <ErrorState error={error} again={again} /> : <Loading />
  return <Fill page={page} />
}

function Fill({ page }: { readonly page: InspectionPage }) {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const voices = useVoices(page.members)
  const by = voices.find((one) => one === url['by']) ?? voices[0]
  if (page.form === null) return <Note>{t('fill.no-form')}</Note>
  if (by === undefined) return <Note>{t('inspect.no-voice')}</Note>
  return (
    <div className="fill">
      <header className="fill-head no-print">
        <AppLink to={`/inspections/${page.inspection}`}>{page.name}</AppLink>
        <span className="small">
          {t('fill.by')} <b>{wordOr(`body.${by}`, by)}</b>
        </span>
      </header>
      <FillForm
        key={`${by}.${url['draft'] ?? ''}`}
        page={page}
        asked={page.form}
        slot={versionIn(url['draft']) === null ? slotOf(page.form) : (url['draft'] ?? '')}
        by={by}
        openDraft={(slot) => change({ draft: slot ?? '' })}
      />
    </div>
  )
}

interface FillFormProps {
  readonly page: InspectionPage
  /** The version with which the visit was opened. */
  readonly asked: FormVersionRef
  /** The draft that is filled in: of that version, of an older one, or a second answer kept apart. */
  readonly slot: string
  readonly by: string
  readonly openDraft: (slot: string | null) => void
}
function FillForm({ page, asked, slot, by, openDraft }: FillFormProps) {
  const { t, language } = useWords()
  const navigate = useNavigate()
  const [sent, setSent] = useState<{ readonly done: number; readonly of: number } | null>(null)
  const [turn, setTurn] = useState(0)
  const isAsked = slot === slotOf(asked)
  const draftKey = isAsked ? draftKeyOf(page.inspection, by, asked) : `${page.inspection}.${by}.${slot}`
  const colleaguesFiles = useDraftFiles(draftKey)
  const { form: name, version } = versionIn(slot) ?? asked
  const { data, error, again } = useAnswer<FormShown>(`/api/forms/${name}/versions/${encodeURIComponent(version)}`)
  const current = useAnswer<FormShown>(`/api/forms/${asked.form}/versions/${encodeURIComponent(asked.version)}`).data
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const form = isAsked ? asked : { form: name, version, sha256: data.version.sha256 }
  const before = isAsked ? page.answers.findLast((one) => one.by === by && one.form.version === form.version) : undefined
  const earlier = before?.xml
  const amends = keptAmends(deviceKeep(), { inspection: page.inspection, by })
  const ownFiles = page.answers.filter((one) => one.by === by).flatMap((one) => one.files ?? [])
  const earlierFiles = [...(amends?.files ?? []), ...ownFiles, ...colleaguesFiles]
  const leave = () => void navigate({ to: `/inspections/${page.inspection}` })
  return (
    <Suspense fallback={<Loading />}>
      {current && (
        <OtherDrafts
          inspection={page.inspection}
          by={by}
          shown={slot}
          current={{ slot: slotOf(asked), xform: current.xform }}
          open={openDraft}
          again={() => setTurn((before) => before + 1)}
        />
      )}
      {amends && (
        <Note tone="calm">
          {t('amend.because')} <b>{amends.reason}</b>
        </Note>
      )}
      <FormRunner
        key={`${language} ${slot} ${turn}`}
        xform={data.xform}
        hash={form.sha256}
        language={language}
        draftKey={draftKey}
        {...(earlier ? { instance: asNewRecord(earlier) } : {})}
        known={knownOf(page)}
        units={unitsIn(data)}
        sentFiles={earlierFiles.map((one) => one.name)}
        onLeave={leave}
        onFinish={async ({ instance, xml, files, signals, consumes: draft }) => {
          setSent({ done: 0, of: files.length })
          const consumes = { ...draft, texts: [...draft.texts, amendsKey(page.inspection, by)] }
          const whole = { inspection: page.inspection, by, form, instance, xml, files, earlierFiles, signals, amends, consumes }
          await sendForm(whole, (done) => setSent({ done, of: files.length })).finally(() => setSent(null))
          dropAmends(deviceKeep(), whole)
        }}
        onTaken={() => {
          // Not waited for: on a dead link it takes seconds, and a telephone that is put away in them would still have the draft.
          void cache.invalidateQueries()
          leave()
        }}
      />
      {sent &&
        (sent.of === 0 ? (
          <p role="status">{t(fieldHand() === null ? 'fill.sending' : 'offline.keeping')}</p>
        ) : (
          <Progress label={t(fieldHand() === null ? 'fill.files' : 'offline.keeping.files', sent)} done={sent.done} of={sent.of} />
        ))}
    </Suspense>
  )
}

/** What the register knows of this visit, by the names that the form's questions have. */
const knownOf = ({ name, nationalId, on, onSite }: InspectionPage): { readonly [question: string]: string } => ({
  visit_date: on,
  form_year: on.slice(0, 4),
  on_site: onSite ? 'yes' : 'no',
  site_name: name,
  site_number: nationalId === '—' ? '' : nationalId,
})
