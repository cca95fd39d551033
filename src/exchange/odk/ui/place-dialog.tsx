/* Where a form goes: an inspection in which its author's body sits, or a new one in a mission of theirs; or aside, with the reason. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { Dialog } from '../../../app/kit/dialog.tsx'
import { DateField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { Note } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { refusalText, useWords, wordOr } from '../../../app/words.ts'
import { dateText } from '../../../kernel/phrase.ts'
import type { SubmissionChoices, SubmissionShown } from '../desk-words.ts'
import { usePost } from './use-post.ts'

interface PlaceDialogProps {
  readonly submission: SubmissionShown
  readonly maySetAside: boolean
  readonly again: () => void
}
export function PlaceDialog({ submission, maySetAside, again }: PlaceDialogProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const path = `/api/submissions/${encodeURIComponent(submission.instance)}`
  const { data, error, again: retry } = useAnswer<SubmissionChoices>(open ? path : null)
  const done = () => {
    setOpen(false)
    again()
  }
  return (
    <Dialog
      title={t('submissions.place.title')}
      explain={t('submissions.place.explain')}
      open={open}
      onOpen={setOpen}
      trigger={<Button>{t('submissions.open')}</Button>}
    >
      {error && <ErrorState error={error} again={retry} />}
      {!data && !error && <Loading />}
      {data && (
        <div className="stack">
          <Note tone="calm">{refusalText(submission.reason, submission.facts)}</Note>
          <InExisting path={path} choices={data} done={done} />
          <InMission path={path} choices={data} done={done} />
          {maySetAside && <Aside path={path} done={done} />}
        </div>
      )}
    </Dialog>
  )
}

interface Way {
  readonly path: string
  readonly done: () => void
}
const bodyText = (body: string): string => wordOr(`body.${body}`, body)

function InExisting({ path, choices, done }: Way & { readonly choices: SubmissionChoices }) {
  const { t } = useWords()
  const [inspection, setInspection] = useState('')
  const { send, busy, error } = usePost<object>(`${path}/placement`)
  if (choices.inspections.length === 0) return <p className="small">{t('submissions.place.none')}</p>
  const options = choices.inspections.map((one) => ({
    value: one.inspection,
    label: [
      `${one.site.name} (${one.site.nationalId})`,
      dateText(one.date),
      bodyText(one.by),
      ...(one.isOpen ? [] : [t('submissions.closed')]),
    ].join(' · '),
  }))
  const place = async () => {
    if ((await send({ inspection })) !== null) done()
  }
  return (
    <div className="stack">
      <SelectField
        label={t('submissions.place.inspection')}
        value={inspection}
        options={[{ value: '', label: t('submissions.place.choose') }, ...options]}
        onValue={setInspection}
      />
      {error !== null && <ErrorState error={error} />}
      <Button kind="primary" busy={busy} disabled={inspection === ''} onClick={() => void place()}>
        {t('submissions.place.go')}
      </Button>
    </div>
  )
}

function InMission({ path, choices, done }: Way & { readonly choices: SubmissionChoices }) {
  const { t } = useWords()
  const [mission, setMission] = useState('')
  const [site, setSite] = useState('')
  const [date, setDate] = useState(choices.submission.said.date ?? '')
  const { send, busy, error } = usePost<object>(`${path}/placement`)
  if (choices.missions.length === 0) return null
  const chosen = choices.missions.find((one) => one.mission === mission)
  const missions = choices.missions.map((one) => ({
    value: one.mission,
    label: `${one.reference} · ${dateText(one.from)} – ${dateText(one.to)} · ${bodyText(one.by)}`,
  }))
  const sites = (chosen?.sites ?? []).map((one) => ({ value: one.id, label: `${one.name} (${one.nationalId})` }))
  const none = { value: '', label: t('submissions.place.choose') }
  const choose = (next: string) => {
    setMission(next)
    setSite('')
  }
  const place = async () => {
    if ((await send({ mission, site, date })) !== null) done()
  }
  return (
    <div className="stack">
      <SelectField label={t('submissions.place.mission')} value={mission} options={[none, ...missions]} onValue={choose} />
      {chosen && <SelectField<string> label={t('submissions.place.site')} value={site} options={[none, ...sites]} onValue={setSite} />}
      {chosen && <DateField label={t('submissions.place.date')} value={date} onValue={setDate} />}
      {error !== null && <ErrorState error={error} />}
      {chosen && (
        <Button kind="primary" busy={busy} disabled={site === '' || date === ''} onClick={() => void place()}>
          {t('submissions.place.open')}
        </Button>
      )}
    </div>
  )
}

function Aside({ path, done }: Way) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const { send, busy, error } = usePost<object>(`${path}/set-aside`)
  const put = async () => {
    if ((await send({ reason })) !== null) done()
  }
  return (
    <details>
      <summary>{t('submissions.aside.title')}</summary>
      <div className="stack">
        <p className="small">{t('submissions.aside.explain')}</p>
        <TextField label={t('submissions.aside.reason')} value={reason} onValue={setReason} maxLength={1000} />
        {error !== null && <ErrorState error={error} />}
        <Button kind="danger" busy={busy} disabled={reason.trim() === ''} onClick={() => void put()}>
          {t('submissions.aside.go')}
        </Button>
      </div>
    </details>
  )
}
