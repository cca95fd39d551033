/* Trying a version of a form as a team will meet it; nothing is sent and nothing is kept. */
import { Suspense, useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { FormRunner } from '../../../app/form-runner.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords } from '../../../app/words.ts'
import type { FormVersionPage } from '../domain/answers.ts'
import { formPath, versionAddress } from './paths.ts'

export function PreviewScreen({ params }: ScreenProps) {
  const { t, language } = useWords()
  const [over, setOver] = useState(false)
  const form = params['form'] ?? ''
  const { data, error, again } = useAnswer<FormVersionPage>(versionAddress(form, params['version'] ?? ''))
  const units = Object.fromEntries((data?.outline?.rows ?? []).flatMap(({ path, unit }) => (unit === null ? [] : [[path, unit] as const])))
  return (
    <Page
      title={t('forms.preview.title', { title: data?.version.title ?? form })}
      crumbs={<AppLink to={formPath(form)}>{data?.version.title ?? form}</AppLink>}
    >
      <Note tone="calm">{t('forms.preview.note')}</Note>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {over && (
        <Note tone="good" live>
          {t('forms.preview.done')}
        </Note>
      )}
      {data && !over && (
        <Suspense fallback={<Loading />}>
          <FormRunner
            key={language}
            xform={data.xform}
            hash={data.version.sha256}
            language={language}
            units={units}
            onFinish={async () => setOver(true)}
          />
        </Suspense>
      )}
    </Page>
  )
}
