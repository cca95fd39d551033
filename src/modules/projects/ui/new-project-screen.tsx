/* Opening a project: who pays, who does it, from when until when. Its plan is written afterwards. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useCommand } from '../../../app/ask.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { DateField, TextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import { saidOf } from './plan-forms.ts'

const FIELDS = ['code', 'fr', 'en', 'donor', 'donorRef', 'implementer', 'implementerRef'] as const
const MAY_BE_EMPTY: readonly string[] = ['en', 'donorRef', 'implementerRef']
export function NewProjectScreen() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [form, setForm] = useState({
    ...{ code: '', fr: '', en: '', donor: '', donorRef: '', implementer: '', implementerRef: '' },
    startsOn: '',
    endsOn: '',
  })
  const [isProtection, setProtection] = useState(false)
  const { send, sending, error } = useCommand<object>('/api/projects')
  const isReady = FIELDS.every((one) => MAY_BE_EMPTY.includes(one) || form[one].trim() !== '') && form.startsOn !== '' && form.endsOn !== ''
  const open = async () => {
    const { fr, en, startsOn, endsOn, ...texts } = form
    const rest = Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]])))
    const receipt = await send({ ...rest, title: saidOf(fr, en), startsOn, endsOn, isProtection }).catch(() => null)
    if (receipt !== null) await navigate({ to: `/projects/${receipt.subject.slice(receipt.subject.indexOf(':') + 1)}` })
  }
  return (
    <Page title={t('projects.new')} crumbs={<AppLink to="/projects">{t('projects.title')}</AppLink>}>
      <Panel title={t('projects.one')}>
        <div className="stack">
          {FIELDS.map((one) => (
            <TextField
              key={one}
              label={t(`projects.field.${one}`)}
              value={form[one]}
              onValue={(next) => setForm({ ...form, [one]: next })}
              hint={MAY_BE_EMPTY.includes(one) ? t(one === 'en' ? 'projects.optional' : 'projects.field.ref.hint') : undefined}
              maxLength={one === 'code' ? 24 : one.endsWith('Ref') ? 60 : 160}
              required={!MAY_BE_EMPTY.includes(one)}
            />
          ))}
          <div className="field-row two">
            <DateField label={t('projects.from')} value={form.startsOn} onValue={(startsOn) => setForm({ ...form, startsOn })} required />
            <DateField label={t('projects.until')} value={form.endsOn} onValue={(endsOn) => setForm({ ...form, endsOn })} required />
          </div>
          <Source>{t('projects.whole-quarters')}</Source>
          <CheckChoice
            label={t('projects.protection.yes')}
            hint={t('projects.protection.hint')}
            checked={isProtection}
            onChecked={setProtection}
          />
          {!isReady && <p className="small">{t('projects.new.missing')}</p>}
          {error && <ErrorState error={error} />}
          <div className="form-actions">
            <Button kind="primary" busy={sending} disabled={!isReady} onClick={() => void open()}>
              {t('projects.open')}
            </Button>
          </div>
        </div>
      </Panel>
    </Page>
  )
}
