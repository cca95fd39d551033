/* Opening a project: who pays, who does it, from when until when. Its plan is written afterwards. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useCommand } from '../../../app/ask.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { TextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import { headForm, headFrom } from './head-form.ts'
import { HeadFields } from './head-part.tsx'

export function NewProjectScreen() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [form, setForm] = useState(() => headForm(null))
  const { send, sending, error } = useCommand<object>('/api/projects')
  const head = headFrom(form)
  const project = head === null || code.trim() === '' ? null : { code: code.trim(), ...head }
  const open = async () => {
    const receipt = project === null ? null : await send(project).catch(() => null)
    if (receipt !== null) await navigate({ to: `/projects/${receipt.subject.slice(receipt.subject.indexOf(':') + 1)}` })
  }
  return (
    <Page title={t('projects.new')} crumbs={<AppLink to="/projects">{t('projects.title')}</AppLink>}>
      <Panel title={t('projects.one')}>
        <div className="stack">
          <TextField label={t('projects.field.code')} value={code} onValue={setCode} maxLength={24} required />
          <HeadFields form={form} change={(part) => setForm({ ...form, ...part })} />
          {project === null && <p className="small">{t('projects.new.missing')}</p>}
          {error && <ErrorState error={error} />}
          <div className="form-actions">
            <Button kind="primary" busy={sending} disabled={project === null} onClick={() => void open()}>
              {t('projects.open')}
            </Button>
          </div>
        </div>
      </Panel>
    </Page>
  )
}
