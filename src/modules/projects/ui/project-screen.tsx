/* One project: what is to change and how far it is, activities with their files, money, reports due. The chosen part stands in the address. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, Button, LinkButton } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { Tabs } from '../../../app/kit/tabs.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { DateText } from '../../../app/kit/values.tsx'
import { dateText } from '../../../kernel/phrase.ts'
import type { ScreenProps } from '../../../app/screen.ts'
import { type Translate, useWords } from '../../../app/words.ts'
import type { PlanIndicator, PlanResult, ProjectAnswer } from '../contract.ts'
import type { ToldNumber, ValueTable } from '../contract-values.ts'
import { ActivitiesPart, MoneyPart } from './project-parts.tsx'
import { ActivityDialog } from './plan-activity.tsx'
import { HeadDialog, HeadVersions } from './head-part.tsx'
import { IndicatorActs, IndicatorDialog } from './plan-indicator.tsx'
import { BudgetDialog, DueDialog } from './plan-money.tsx'
import { ResultActs, ResultDialog } from './plan-result.tsx'
import './projects.css'
import { inLanguage, Told, valueText } from './told.tsx'
import { ValuesDesk } from './values-desk.tsx'

export function ProjectScreen({ params }: ScreenProps) {
  const { t, language } = useWords()
  const id = params['project'] ?? ''
  const [url, change] = useUrlState()
  const project = useAnswer<ProjectAnswer>(`/api/projects/${id}`)
  const values = useAnswer<ValueTable>(`/api/projects/${id}/values`)
  const error = project.error ?? values.error
  if (error) return <ErrorState error={error} again={project.again} />
  if (!project.data || !values.data) return <Loading />
  const { data } = project
  const again = () => {
    project.again()
    values.again()
  }
  const reads = !values.data.lockedOnly
  return (
    <Page
      title={`${data.opened.code} · ${inLanguage(language, data.opened.title)}`}
      crumbs={<AppLink to="/projects">{t('projects.title')}</AppLink>}
      under={
        <>
          {data.opened.donor} · {data.opened.implementer} · <DateText date={data.opened.startsOn} /> –{' '}
          <DateText date={data.opened.endsOn} />
        </>
      }
      answer={project.answer}
      actions={
        <>
          {data.mayWrite && <HeadDialog key={data.heads.length} project={data} done={again} />}
          {reads && <LinkButton to={`/projects/${id}/quality`}>{t('projects.quality')}</LinkButton>}
          <LinkButton to="/donor-reports">{t('donor-reports.title')}</LinkButton>
        </>
      }
    >
      {values.data.lockedOnly && <Note tone="calm">{t('projects.locked-only')}</Note>}
      <Tabs
        label={t('projects.one')}
        value={url['part'] ?? 'matrix'}
        onValue={(part) => change({ part: part === 'matrix' ? '' : part })}
        tabs={tabsOf(t, { project: data, values: values.data, done: again })}
      />
      <HeadVersions project={data} />
      <Source>
        {t('projects.rule', { least: values.data.least })} {t('projects.whole-quarters')}
      </Source>
    </Page>
  )
}

interface PartProps {
  readonly project: ProjectAnswer
  readonly values: ValueTable
  readonly done: () => void
}
const tabsOf = (t: Translate, { project, values, done }: PartProps) => [
  { key: 'matrix', label: t('projects.matrix'), content: <Matrix project={project} values={values} done={done} /> },
  { key: 'values', label: t('projects.values'), content: <ValuesDesk project={project} values={values} done={done} /> },
  {
    key: 'activities',
    label: t('projects.activities'),
    content: (
      <ActivitiesPart
        project={project}
        done={done}
        act={project.plan.results.length > 0 && <ActivityDialog project={project} done={done} />}
      />
    ),
  },
  {
    key: 'money',
    label: t('projects.money'),
    content: (
      <MoneyPart
        project={project}
        done={done}
        act={
          <>
            <BudgetDialog project={project} done={done} />
            <DueDialog project={project} done={done} />
          </>
        }
      />
    ),
  },
]
function Matrix({ project, values, done }: PartProps) {
  const { t } = useWords()
  const [url, change] = useUrlState()
  // Reading comes first: what changes the plan is shown to who asks for it.
  const edits = project.mayWrite && url['edit'] === '1'
  const under = (parent: string | null): readonly PlanResult[] =>
    project.plan.results
      .filter((one) => one.parent === parent)
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .flatMap((one) => [one, ...under(one.id)])
  const results = under(null)
  return (
    <div className="stack">
      {project.mayWrite && (
        <div className="row tight">
          <ResultDialog project={project} done={done} />
          {results.length > 0 && <IndicatorDialog project={project} done={done} />}
          {results.length > 0 && (
            <Button aria-pressed={edits} onClick={() => change({ edit: edits ? '' : '1' })}>
              {t(edits ? 'projects.edit.end' : 'projects.edit')}
            </Button>
          )}
        </div>
      )}
      {results.length === 0 && <EmptyState title={t('projects.matrix.none')}>{t('projects.matrix.none.do')}</EmptyState>}
      {results.map((one) => (
        <ResultPart key={one.id} result={one} project={project} values={values} done={done} edits={edits} />
      ))}
      <p className="small">{t('projects.version', { version: project.version, reason: project.reason ?? '–' })}</p>
    </div>
  )
}
/** How much of the way to the target was gone, between none and all: of shares that should fall, from the baseline. */
function partOf({ cumulates, baseline, target }: PlanIndicator, reached: ToldNumber | null): number {
  const from = cumulates === 'latest' ? (baseline.value ?? 0) : 0
  if (reached === null || reached.value === null || target.value === from) return 0
  return Math.max(0, Math.min(1, (reached.value - from) / (target.value - from)))
}
function ResultPart({ result, project, values, done, edits }: PartProps & { readonly result: PlanResult; readonly edits: boolean }) {
  const { t, language } = useWords()
  const own = project.plan.indicators.filter((one) => one.result === result.id)
  return (
    <div className={`result-${result.level}`}>
      <Panel title={`${t(`projects.level.${result.level}`)} ${result.code} · ${inLanguage(language, result.statement)}`}>
        {result.assumptions !== undefined && <p className="small">{t('projects.assumptions', { text: result.assumptions })}</p>}
        {edits && <ResultActs {...{ project, done, result }} />}
        <ul className="plain-list stack">
          {own.map((one) => {
            const newest =
              values.rows.find(({ indicator }) => indicator === one.id)?.values.findLast(({ status }) => status === 'locked') ?? null
            const reached = newest?.cumulative ?? null
            const part = partOf(one, reached)
            return (
              <li key={one.id} className="indicator-line">
                <AppLink
                  to={`/projects/${project.id}/indicators/${one.id}`}
                >{`${one.code} · ${inLanguage(language, one.statement)}`}</AppLink>
                <dl>
                  <div>
                    <dt>{t('projects.baseline')}</dt>
                    <dd>{valueText(language, one.baseline.value, one.unit)}</dd>
                  </div>
                  <div>
                    <dt>{newest === null ? t('projects.reached') : t('projects.reached.at', { period: newest.period })}</dt>
                    <dd>
                      <strong>
                        <Told told={reached} unit={one.unit} />
                      </strong>
                    </dd>
                  </div>
                  <div>
                    <dt>{t('projects.target')}</dt>
                    <dd>
                      {valueText(language, one.target.value, one.unit)} · <DateText date={one.target.on} />
                    </dd>
                  </div>
                </dl>
                <progress max={1} value={part} aria-label={t('projects.of-target')} />
                {one.milestones.length > 0 && (
                  <p className="small">
                    {one.milestones
                      .map(({ on, value }) => `${t('projects.milestone')} ${valueText(language, value, one.unit)} (${dateText(on)})`)
                      .join(' · ')}
                  </p>
                )}
                {edits && <IndicatorActs {...{ project, done, indicator: one }} />}
              </li>
            )
          })}
        </ul>
      </Panel>
    </div>
  )
}
