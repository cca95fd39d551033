/*
One form: its versions with their proof (hash, key, date), and the questions of the version that is chosen. An old version stays readable, and
what changed since the one before is one press away.
*/
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { InstantText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { mayOpen, useMe } from '../../../app/who.ts'
import { useWords, wordOr } from '../../../app/words.ts'
import type { DraftAnswer, FormPage, FormTables, FormVersionBrief } from '../domain/answers.ts'
import { ChangesSince } from './changes-since.tsx'
import { OutlineTable } from './outline-table.tsx'
import { formPath, printAddress, versionAddress } from './paths.ts'
import { VersionTable } from './version-table.tsx'
import './forms.css'

export function FormScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const form = params['form'] ?? ''
  const { data, answer, error, again } = useAnswer<FormPage>(`/api/forms/${encodeURIComponent(form)}`)
  const [url, change] = useUrlState()
  const chosen = data?.versions.find((one) => one.version === url['v']) ?? data?.versions[0]
  const done = data?.versions.find((one) => one.version === url['done'])
  return (
    <Page
      title={chosen?.title ?? form}
      crumbs={<AppLink to="/forms">{t('forms.title')}</AppLink>}
      under={data?.ships ? `${form} · ${t('forms.ships')}` : form}
      answer={answer}
      actions={chosen && <Actions form={form} />}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {done && (
        <Note tone="good" live>
          {t('forms.published-now', { version: done.version })}
        </Note>
      )}
      {data && chosen && (
        <>
          <Panel title={t('forms.versions')}>
            <VersionTable versions={data.versions} chosen={chosen.version} choose={(version) => change({ v: version })} />
          </Panel>
          <ChosenVersion key={chosen.version} version={chosen} versions={data.versions} />
        </>
      )}
    </Page>
  )
}

function Actions({ form }: { readonly form: string }) {
  const { t } = useWords()
  const may = mayOpen('forms.publish', useMe().data)
  const draft = useAnswer<DraftAnswer>(may ? `/api/forms/${encodeURIComponent(form)}/draft` : null).data?.draft
  if (!may) return null
  return (
    <>
      <LinkButton to="/forms/upload">{t('forms.upload')}</LinkButton>
      <LinkButton kind="primary" to={`${formPath(form)}/edit`}>
        {t(draft ? 'forms.edit.go-on' : 'forms.edit')}
      </LinkButton>
    </>
  )
}

function ChosenVersion({ version, versions }: { readonly version: FormVersionBrief; readonly versions: readonly FormVersionBrief[] }) {
  const { t, language } = useWords()
  const address = versionAddress(version.form, version.version)
  const { data, error, again } = useAnswer<FormTables>(`${address}/tables`)
  const before = versions.find((one) => one.version === version.basedOn) ?? versions.find((one) => one.ordinal === version.ordinal - 1)
  return (
    <>
      <Panel title={`${t('forms.version')} ${version.version}`}>
        <div className="stack forms-proof">
          <div className="row tight no-print">
            <LinkButton to={`${formPath(version.form)}/try/${encodeURIComponent(version.version)}`}>{t('forms.preview')}</LinkButton>
            <a className="btn" href={printAddress(version.form, version.version, language)} target="_blank" rel="noreferrer">
              {t('forms.print')}
            </a>
            <a className="btn" href={`${address}/workbook`} download>
              {t('forms.download.xlsx')}
            </a>
            <a className="btn" href={`${address}/xform`} download>
              {t('forms.download.xml')}
            </a>
          </div>
          <Proof version={version} />
          {before && data && <ChangesSince key={before.version} before={before} after={data.sheets} />}
        </div>
      </Panel>
      <Panel title={t('forms.outline')}>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && data.outline === null && <Note>{t('forms.outline.gone')}</Note>}
        {data?.outline && <OutlineTable outline={data.outline} />}
      </Panel>
    </>
  )
}

function Proof({ version }: { readonly version: FormVersionBrief }) {
  const { t } = useWords()
  const { role } = version.publishedBy
  const by =
    role === null
      ? t('forms.by.operator')
      : role
          .split('+')
          .map((one) => wordOr(`role.${one}`, one))
          .join(', ')
  return (
    <Pairs
      lines={[
        [t('forms.published'), <InstantText key="at" at={version.publishedAt} />],
        [t('forms.by'), by],
        ...(version.note === null ? [] : [[t('forms.note'), version.note] as const]),
        ...(version.basedOn === null ? [] : [[t('forms.based-on'), version.basedOn] as const]),
        [t('forms.languages'), version.languages.join(', ') || '–'],
        [t('forms.questions'), version.questions],
        [t('forms.hash'), <code key="hash">{version.sha256}</code>],
        [t('forms.signed-by'), <code key="key">{version.log.signedBy}</code>],
        [t('forms.position'), version.log.position],
        [t('forms.event-hash'), <code key="event">{version.log.hash}</code>],
      ]}
    />
  )
}
