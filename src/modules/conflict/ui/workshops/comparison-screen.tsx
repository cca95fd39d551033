/*
A frozen version beside the newest one of the round before, place by place: what is new, heavier, lighter, or was not spoken of again, with what each round said. The same on
paper. Where nothing was frozen, or no round before is linked, it says what to do; "not spoken of again" is never shown as "over".
*/
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { PrintMark } from '../../../../app/kit/print-mark.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { SheetContent } from '../../contract-sheets.ts'
import type { RoundComparison, WorkshopShown } from '../../contract-workshops.ts'
import { VERDICT_SIGNS } from '../sheets/sheet-marks.tsx'
import { VERDICT_ORDER, verdictCounts } from './wall-reading.ts'
import './workshops.css'

type Line = RoundComparison['lines'][number]

export function ComparisonScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['workshop'] ?? ''
  const [url, change] = useUrlState()
  const { data, answer, error, again } = useAnswer<WorkshopShown>(`/api/conflict/workshops/${id}`)
  if (!data && error)
    return (
      <Page title={t('workshop.compare')} crumbs={<AppLink to="/workshops">{t('workshops.title')}</AppLink>}>
        <ErrorState error={error} again={again} />
      </Page>
    )
  if (!data) return <Loading />
  const { versions, convened } = data
  const frozen = versions.find((one) => String(one.version) === url['v']) ?? versions.at(-1)
  return (
    <Page
      title={t('workshop.compare')}
      crumbs={<AppLink to={`/workshops/${id}`}>{convened.title}</AppLink>}
      under={`${convened.round} · ${data.zone}`}
      answer={answer}
      actions={frozen && <Button onClick={() => window.print()}>{t('app.print')}</Button>}
    >
      {!frozen && (
        <EmptyState title={t('workshop.versions.none')}>
          <p>{t('workshop.versions.none.do')}</p>
          <p>
            <AppLink to={`/workshops/${id}`} search={{ tab: 'freeze' }}>
              {t('workshop.freeze')}
            </AppLink>
          </p>
        </EmptyState>
      )}
      {frozen && versions.length > 1 && (
        <Toolbar label={t('workshop.version')}>
          <SelectField
            label={t('workshop.version')}
            value={String(frozen.version)}
            options={versions.map(({ version, on }) => ({
              value: String(version),
              label: `${t('workshop.version.n', { n: version })} · ${dateText(on)}`,
            }))}
            onValue={(v) => change({ v })}
          />
        </Toolbar>
      )}
      {frozen && <Compared key={frozen.version} id={id} version={frozen.version} on={frozen.on} />}
      <PrintMark code={`A-${id.slice(-8)}`} />
    </Page>
  )
}

function Compared({ id, version, on }: { readonly id: string; readonly version: number; readonly on: string }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<RoundComparison>(`/api/conflict/workshops/${id}/versions/${version}/comparison`)
  if (!data) return error ? <ErrorState error={error} again={again} /> : <Loading />
  if (data.with === null) return <EmptyState title={t('workshop.compare.none')}>{t('workshop.compare.none.do')}</EmptyState>
  const before = data.with
  const counts = verdictCounts(data.lines)
  return (
    <>
      <Note tone="calm">{t('workshop.compare.restricted')}</Note>
      <p>
        <strong>
          {t('workshop.compare.with', {
            ...{ n: version, on: dateText(on), title: before.title, round: before.round, before: before.version },
            beforeOn: dateText(before.on),
          })}
        </strong>
      </p>
      <ul className="plain-list row tight" aria-label={t('workshop.compare.counts')}>
        {counts.map(({ verdict, places }) => (
          <li key={verdict} className="workshop-mark">
            <span aria-hidden="true">{VERDICT_SIGNS[verdict]}</span>{' '}
            {t('workshop.compare.count', { verdict: t(`workshop.verdict.${verdict}`), n: places })}
          </li>
        ))}
      </ul>
      <Panel title={t('workshop.compare.places')}>
        <DataTable
          plain
          caption={t('workshop.compare.places')}
          file={`workshop-comparison-${version}`}
          rows={data.lines}
          columns={columnsOf(t)}
          rowKey={(row) => `${row.place} ${row.before?.place.territoire ?? ''} ${row.after?.place.territoire ?? ''}`}
          order="verdict"
          empty={<EmptyState title={t('workshop.compare.nothing')} />}
        />
        <Source>{t('workshop.compare.source')}</Source>
      </Panel>
    </>
  )
}

const round = (t: Translate, key: 'before' | 'after'): Column<Line> => ({
  key,
  header: t(`workshop.compare.${key}`),
  value: (row) => (row[key] === null ? '' : saidLines(t, row[key]).join(' ; ')),
  cell: (row) => {
    const [content, other] = [row[key], row[key === 'before' ? 'after' : 'before']]
    if (content === null) return <span className="small">{t(`workshop.compare.${key}.nothing`)}</span>
    const others = other === null ? null : saidLines(t, other)
    return (
      <ul className="plain-list workshop-said">
        {saidLines(t, content).map((line) => (
          // What the other round did not say stands out.
          <li key={line}>{others === null || others.includes(line) ? line : <strong>{line}</strong>}</li>
        ))}
      </ul>
    )
  },
})

const columnsOf = (t: Translate): readonly Column<Line>[] => [
  { key: 'place', header: t('workshop.place'), value: (row) => row.place, cell: (row) => <strong>{row.place}</strong> },
  {
    key: 'verdict',
    header: t('workshop.compare.verdict'),
    value: (row) => VERDICT_ORDER.indexOf(row.verdict),
    cell: (row) => (
      <span className={row.verdict === 'worse' ? 'workshop-mark dissent' : 'workshop-mark'}>
        <span aria-hidden="true">{VERDICT_SIGNS[row.verdict]}</span> {t(`workshop.verdict.${row.verdict}`)}
      </span>
    ),
  },
  round(t, 'before'),
  round(t, 'after'),
]
/** What a round said of a place, facet by facet; what was not said has no line. */
function saidLines(
  t: Translate,
  { nature, interference, actors, modes, beneficiaries, victims, responses }: SheetContent,
): readonly string[] {
  const facet = (name: string, said: readonly string[]): string[] =>
    said.length === 0 ? [] : [t('workshop.compare.facet', { name, said: said.join(', ') })]
  const counted = (['forcedLabour', 'children', 'sexualViolence'] as const).flatMap((kind) => {
    const n = victims[kind]
    return n === null ? [] : [`${t(`workshop.victims.${kind}`)} ${n}`]
  })
  return [
    ...facet(t('workshop.facet.interference'), [t(`code.interference.${interference}`)]),
    ...facet(
      t('workshop.facet.modes'),
      modes.map(({ mode, stage }) => `${t(`code.mode.${mode}`)} ${t(`code.stage.${stage}`)}`),
    ),
    ...facet(
      t('workshop.facet.actors'),
      actors.map(({ written, role }) => `${written ?? t('workshop.actor.unnamed')} (${t(`code.role.${role}`)})`),
    ),
    ...facet(
      t('workshop.facet.beneficiaries'),
      beneficiaries.map(({ kind }) => t(`code.beneficiary.${kind}`)),
    ),
    ...facet(t('workshop.facet.victims'), counted),
    ...facet(
      t('workshop.facet.responses'),
      responses.map((one) => t(`code.response.${one}`)),
    ),
    nature,
  ]
}
