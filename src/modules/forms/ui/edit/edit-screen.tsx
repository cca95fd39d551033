/* Editing a form on the screen: wordings, hints, required questions and choices; then a new version, with what it changes shown before. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { post } from '../../../../app/api.ts'
import { questions as cache, useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Tabs } from '../../../../app/kit/tabs.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { DraftAnswer, FormPage, FormTables } from '../../domain/answers.ts'
import { formPath, versionAddress } from '../paths.ts'
import { ChoicesTab } from './choices-tab.tsx'
import { PublishTab } from './publish-tab.tsx'
import { QuestionsTab } from './questions-tab.tsx'
import { useFormDraft } from './use-form-draft.ts'
import '../forms.css'

type Draft = NonNullable<DraftAnswer['draft']>

export function EditScreen({ params }: ScreenProps) {
  const form = params['form'] ?? ''
  const page = useAnswer<FormPage>(`/api/forms/${encodeURIComponent(form)}`)
  const draft = useAnswer<DraftAnswer>(`/api/forms/${encodeURIComponent(form)}/draft`)
  const current = page.data?.versions[0]
  const tables = useAnswer<FormTables>(current ? `${versionAddress(form, current.version)}/tables` : null)
  const error = page.error ?? draft.error ?? tables.error
  if (error) return <ErrorState error={error} again={tables.again} />
  if (!tables.data || !draft.data) return <Loading />
  const versions = (page.data?.versions ?? []).map((one) => one.version)
  return <Draftwork key={tables.data.version.version} tables={tables.data} versions={versions} found={draft.data.draft} />
}

interface DraftworkProps {
  readonly tables: FormTables
  readonly versions: readonly string[]
  readonly found: Draft | null
}
/** Holds what was found when the screen opened: a question asked again must not take the text from under the hands. */
function Draftwork({ tables, versions, found }: DraftworkProps) {
  const { t } = useWords()
  const [draft, setDraft] = useState(found)
  const { form, version, title } = tables.version
  const restart = async () => {
    await post<object>(`/api/forms/${encodeURIComponent(form)}/draft/removal`, { revision: draft?.revision ?? 0 })
    setDraft(null)
  }
  const isOld = draft !== null && draft.basedOn !== version
  return (
    <Page title={t('forms.edit.title', { title })} under={t('forms.edit.under')} crumbs={<AppLink to={formPath(form)}>{title}</AppLink>}>
      {isOld && (
        <Note>
          <p>{t('forms.edit.old-base', { version: draft.basedOn, current: version })}</p>
          <Button onClick={() => void restart()}>{t('forms.edit.restart')}</Button>
        </Note>
      )}
      <Editor key={draft?.basedOn ?? 'new'} tables={tables} versions={versions} draft={draft} />
    </Page>
  )
}

function Editor({ tables, versions, draft }: Omit<DraftworkProps, 'found'> & { readonly draft: Draft | null }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [tab, setTab] = useState('questions')
  const { form, version } = tables.version
  const basedOn = draft?.basedOn ?? version
  const work = useFormDraft({ form, basedOn, sheets: draft?.sheets ?? tables.sheets, revision: draft?.revision ?? 0 })
  const drop = async () => {
    await work.drop()
    await cache.invalidateQueries()
  }
  const state = { saved: 'forms.edit.saved', saving: 'forms.edit.saving', unsaved: 'forms.edit.unsaved' } as const
  return (
    <Panel>
      <div className="row">
        <span className="small grow forms-edit-state" role="status">
          {work.state === 'untouched' ? '' : t(state[work.state])}
        </span>
        <Button onClick={() => void drop().then(() => navigate({ to: formPath(form) }))}>{t('forms.edit.throw')}</Button>
      </div>
      {work.trouble !== null && <ErrorState error={work.trouble} again={work.retry} />}
      <Tabs
        label={t('forms.edit')}
        value={tab}
        onValue={setTab}
        tabs={[
          { key: 'questions', label: t('forms.edit.tab.questions'), content: <QuestionsTab sheets={work.sheets} edit={work.edit} /> },
          { key: 'choices', label: t('forms.edit.tab.choices'), content: <ChoicesTab sheets={work.sheets} edit={work.edit} /> },
          {
            key: 'publish',
            label: t('forms.edit.tab.publish'),
            content: <PublishTab published={tables} versions={versions} sheets={work.sheets} basedOn={basedOn} onPublished={drop} />,
          },
        ]}
      />
    </Panel>
  )
}
