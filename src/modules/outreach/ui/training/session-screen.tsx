/* One session: participants by badge, attendance by half-day, tests and what was gained, certificates. Who does not teach there reads its numbers alone. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Tabs } from '../../../../app/kit/tabs.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import type { SessionShown } from '../../contract-training.ts'
import { SafeFigure } from '../safe-number.tsx'
import { AttendancePanel } from './attendance-panel.tsx'
import { GainPanel } from './gain-panel.tsx'
import { ParticipantsPanel } from './participants-panel.tsx'
import { inLanguage } from './in-language.ts'
import { TestPanel } from './test-panel.tsx'
import './training.css'

export function SessionScreen({ params }: ScreenProps) {
  const { t, language } = useWords()
  const id = params['session'] ?? ''
  const { data, answer, error, again } = useAnswer<SessionShown>(`/api/training/sessions/${id}`)
  return (
    <Page
      title={data ? inLanguage(data.line.title, language) : t('trainings.title')}
      crumbs={<AppLink to="/trainings">{t('trainings.title')}</AppLink>}
      under={data && `${data.line.number} · ${[data.line.place, data.line.provinceName].filter(Boolean).join(', ')}`}
      answer={answer}
      actions={data?.participants && data.line.state === 'planned' && <Ending shown={data} again={again} />}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && <Facts shown={data} />}
      {data?.participants && <Parts shown={data} again={again} />}
      {data && data.participants === null && <Note tone="calm">{t('training.numbers-only')}</Note>}
    </Page>
  )
}

function Facts({ shown: { line, modules, trainers, territoire: _territoire, cost, participants } }: { readonly shown: SessionShown }) {
  const { t } = useWords()
  const least = participants === null ? 10 : 5
  return (
    <>
      <div className="figures">
        <SafeFigure cell={line.participants} least={least} label={t('training.enrolled')} source={t('training.enrolled.source')} />
        <SafeFigure cell={line.trained} least={least} label={t('training.trained')} source={t('training.rule.trained')} />
      </div>
      <Panel>
        <dl className="pairs">
          <dt>{t('training.days')}</dt>
          <dd>
            <DateText date={line.firstDay} /> – <DateText date={line.lastDay} /> ({t('training.half-days', { n: line.halfDays })})
          </dd>
          <dt>{t('training.state')}</dt>
          <dd>{t(`training.state.${line.state}`)}</dd>
          <dt>{t('training.modules')}</dt>
          <dd>{modules.map((module) => t(`training.module.${module}`)).join(', ')}</dd>
          {trainers.length > 0 && (
            <>
              <dt>{t('training.trainers')}</dt>
              <dd>{trainers.join(' · ')}</dd>
            </>
          )}
          <dt>{t('training.language')}</dt>
          <dd>{t(`training.language.${line.language}`)}</dd>
          {cost && (
            <>
              <dt>{t('training.cost')}</dt>
              <dd>
                {cost.amount} {cost.currency}
              </dd>
            </>
          )}
        </dl>
      </Panel>
    </>
  )
}

function Parts({ shown, again }: { readonly shown: SessionShown; readonly again: () => void }) {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const at = `/training/sessions/${shown.line.id}`
  const isImported = shown.line.state === 'imported'
  const tabs = [
    { key: 'people', label: t('training.tab.people'), content: <ParticipantsPanel shown={shown} again={again} /> },
    ...(isImported
      ? []
      : [{ key: 'attendance', label: t('training.tab.attendance'), content: <AttendancePanel shown={shown} again={again} /> }]),
    ...(isImported ? [] : [{ key: 'tests', label: t('training.tab.tests'), content: <TestPanel shown={shown} again={again} /> }]),
    { key: 'gain', label: t('training.tab.gain'), content: <GainPanel gain={shown.gain} /> },
  ]
  const chosen = tabs.some(({ key }) => key === url['tab']) ? (url['tab'] ?? 'people') : 'people'
  return (
    <>
      <Tabs label={t('trainings.title')} tabs={tabs} value={chosen} onValue={(tab) => change({ tab: tab === 'people' ? '' : tab })} />
      {!isImported && (
        <Panel title={t('training.papers')}>
          <p className="row tight">
            <a href={`${at}/attendance-sheet`}>{t('training.paper.attendance')}</a>
            <a href={`${at}/tests/pre`}>{t('training.paper.pre')}</a>
            <a href={`${at}/tests/post`}>{t('training.paper.post')}</a>
            <a href={`${at}/test-key`}>{t('training.paper.key')}</a>
          </p>
          <Source>{t('training.papers.rule')}</Source>
        </Panel>
      )}
    </>
  )
}

function Ending({ shown: { line, today }, again }: { readonly shown: SessionShown; readonly again: () => void }) {
  const { t } = useWords()
  if (line.lastDay > today) return null
  return (
    <ActDialog
      {...{ title: t('training.close'), explain: t('training.close.explain'), go: t('training.close'), data: {} }}
      path={`/api/training/sessions/${line.id}/closing`}
      onDone={again}
    >
      <p className="small">{t('training.rule.trained')}</p>
    </ActDialog>
  )
}
