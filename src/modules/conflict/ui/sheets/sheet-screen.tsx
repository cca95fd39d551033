/* One conflict sheet: the version that stands or the one chosen in the address, its facets, what comes next, and every version with what it changed. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { SheetAnswer, ShownVersion, VersionsDiff } from '../../contract-sheet-answers.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { OnRoadmap } from '../peace/roadmap-add.tsx'
import { DiffList } from './diff-list.tsx'
import { FacetsPanel } from './facets-panel.tsx'
import { SheetStateMark, VerdictMark } from './sheet-marks.tsx'
import { StepsPanel } from './sheet-steps.tsx'

const leadOf = (versions: readonly ShownVersion[]): ShownVersion | undefined =>
  versions.findLast((one) => one.state === 'validated' || one.state === 'published') ?? versions.at(-1)

export function SheetScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['sheet'] ?? ''
  const [state, change] = useUrlState()
  const { data, answer, error, again } = useAnswer<SheetAnswer>(`/api/conflict/sheets/${id}`)
  if (error)
    return (
      <Page title={t('conflict-sheets.one')} crumbs={<AppLink to="/conflict-sheets">{t('conflict-sheets.title')}</AppLink>}>
        <ErrorState error={error} again={again} />
      </Page>
    )
  if (!data) return <Loading />
  const shown = data.versions.find((one) => String(one.version) === state['v']) ?? leadOf(data.versions)
  if (!shown) return <Loading />
  const before = data.versions.findLast((one) => one.version < shown.version)
  return (
    <Page
      title={data.siteName ?? shown.content.place.provisionalName ?? t('conflict-sheets.title')}
      marks={<SheetStateMark state={shown.state} />}
      crumbs={<AppLink to="/conflict-sheets">{t('conflict-sheets.title')}</AppLink>}
      under={`${t('sheets.version')} ${shown.version} · ${shown.round}`}
      answer={answer}
      actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
    >
      <Note>{t('sheet.paper', { day: todayHere() })}</Note>
      {data.withheld.includes('named-beneficiaries') && <Note tone="calm">{t('sheets.withheld.named-beneficiaries')}</Note>}
      {data.versions.length > 1 && (
        <div className="toolbar">
          <SelectField
            label={t('sheet.shown')}
            value={String(shown.version)}
            options={data.versions.map(({ version, state: of, round }) => ({
              value: String(version),
              label: `${version} · ${t(`sheets.state.${of}`)} · ${round}`,
            }))}
            onValue={(v) => change({ v })}
          />
        </div>
      )}
      <FacetsPanel sheet={data} version={shown} />
      {before && <DiffPanel sheet={id} before={before.version} after={shown.version} />}
      <StepsPanel sheet={data} again={again} />
      <ResponsesPanel sheet={id} version={shown} siteName={data.siteName} />
      {shown.narrative && (
        <Panel title={t('sheet.summary')}>
          <p>{shown.narrative.fr}</p>
          <p lang="en">{shown.narrative.en}</p>
          <DateText date={shown.narrative.on} age />
        </Panel>
      )}
      <VersionsPanel versions={data.versions} />
    </Page>
  )
}

/** What the sheet recommends, and what of it became an item of the roadmap with an owner and a day. */
function ResponsesPanel({
  sheet,
  version,
  siteName,
}: {
  readonly sheet: string
  readonly version: ShownVersion
  readonly siteName: string | null
}) {
  const { t } = useWords()
  const { responses, place } = version.content
  const me = useMe().data
  const sites = place.site === null ? [] : [{ id: String(place.site), name: siteName ?? '–' }]
  if (responses.length === 0 || !mayOpen('conflict.peace', me)) return null
  return (
    <Panel title={t('roadmap.linked')}>
      <OnRoadmap
        presets={responses.map((response) => {
          const label = t(`code.response.${response}`)
          return { label, text: label, sites, from: { kind: 'sheet' as const, sheet, response } }
        })}
      />
    </Panel>
  )
}

function DiffPanel({ sheet, before, after }: { readonly sheet: string; readonly before: number; readonly after: number }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<VersionsDiff>(`/api/conflict/sheets/${sheet}/diff?before=${before}&after=${after}`)
  return (
    <Panel title={t('sheet.diff', { before, after })} aside={data && <VerdictMark verdict={data.verdict} />}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && <DiffList diff={data.diff} />}
      <Source>{t('rounds.source')}</Source>
    </Panel>
  )
}

function VersionsPanel({ versions }: { readonly versions: readonly ShownVersion[] }) {
  const { t } = useWords()
  return (
    <Panel title={t('sheet.versions')}>
      <ol className="plain-list stack">
        {versions.toReversed().map(({ version, state, asOf, round, acts }) => (
          <li key={version}>
            <strong>
              {t('sheets.version')} {version}
            </strong>{' '}
            · <SheetStateMark state={state} /> · {round} · <DateText date={asOf} age />
            <ul className="plain-list">
              {acts.map((act, index) => (
                <li key={index} className="small">
                  {t(`sheet.act.${act.what}`)} · <DateText date={act.on} />
                  {act.body !== null && ` · ${act.body}`}
                  {act.because !== null && ` · ${t(`sheet.superseded.${act.because}`)}`}
                  {act.text !== null && ` · ${act.text}`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
