/*
Numbers of trainings for tables of a report: participations and trained persons stand beside each other and are never added. Small cells and what would give them away are
kept back, on the screen, on paper and in the file alike.
*/
import { addDays } from '../../../../kernel/calendar.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { DateField, SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import { NumbersTable, type SafeGrid, type TrainingNumbers } from '../../contract-training.ts'
import { SafeFigure, useSafeText } from '../safe-number.tsx'
import { GainPanel } from './gain-panel.tsx'

export function TrainingNumbersScreen() {
  const { t, language } = useWords()
  const [url, change] = useUrlState()
  const until = url['until'] ?? todayHere()
  const from = url['from'] ?? addDays(until, -365)
  const table = NumbersTable.options.find((one) => one === url['table']) ?? 'category-sex'
  const { data, answer, error, again } = useAnswer<TrainingNumbers>(`/api/training/numbers?table=${table}&from=${from}&until=${until}`)
  return (
    <Page
      title={t('training-numbers.title')}
      under={t('training-numbers.under')}
      crumbs={<AppLink to="/trainings">{t('trainings.title')}</AppLink>}
      answer={answer}
    >
      <Toolbar label={t('training-numbers.title')}>
        <SelectField
          label={t('training-numbers.table')}
          value={table}
          options={NumbersTable.options.map((value) => ({ value, label: t(`training-numbers.table.${value}`) }))}
          onValue={(value) => change({ table: value })}
        />
        <DateField label={t('training-numbers.from')} value={from} onValue={(value) => change({ from: value })} />
        <DateField label={t('training-numbers.until')} value={until} onValue={(value) => change({ until: value })} />
      </Toolbar>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Totals numbers={data} />
          <Grids title={t('training-numbers.participations')} file="participations" grids={data.participations} least={data.least} />
          <Grids title={t('training-numbers.unique')} file="trained" grids={data.trainedUnique} least={data.least} />
          <GainPanel gain={data.gain} />
          <Panel title={t('training-numbers.practice')}>
            <p>
              {data.followUp === null
                ? t('training-numbers.practice.none')
                : t('training-numbers.practice.of', {
                    ...{ n: data.followUp.practising, of: data.followUp.reached },
                    share: numberText(language, Math.round((data.followUp.practising * 100) / Math.max(1, data.followUp.reached))),
                  })}
            </p>
            <Source>{t('follow-up.rule')}</Source>
          </Panel>
          <Source>{t('training.rule.least', { n: data.least })}</Source>
        </>
      )}
    </Page>
  )
}

function Totals({ numbers }: { readonly numbers: TrainingNumbers }) {
  const { t } = useWords()
  return (
    <div className="figures">
      <SafeFigure
        cell={numbers.participationsTotal}
        least={numbers.least}
        label={t('training-numbers.participations')}
        source={t('training-numbers.participations.rule')}
      />
      <SafeFigure
        cell={numbers.trainedUniqueTotal}
        least={numbers.least}
        label={t('training-numbers.unique')}
        source={t('training-numbers.unique.rule')}
      />
      <SafeFigure
        cell={numbers.notLinked}
        least={numbers.least}
        label={t('training-numbers.not-linked')}
        source={t('training-numbers.not-linked.rule')}
      />
      <SafeFigure
        cell={numbers.certificates}
        least={numbers.least}
        label={t('training-numbers.certificates')}
        source={t('training-numbers.certificates.rule')}
      />
    </div>
  )
}

interface GridsProps {
  readonly title: string
  readonly file: string
  readonly grids: readonly SafeGrid[]
  readonly least: number
}
function Grids({ title, file, grids, least }: GridsProps) {
  const { t } = useWords()
  const safe = useSafeText(least)
  const called = ({ key, name }: { readonly key: string; readonly name: string }): string =>
    key === 'all'
      ? t('training-numbers.all')
      : name !== key
        ? name
        : wordOr(`training.category.${key}`, wordOr(`outreach.sex.${key}`, wordOr(`outreach.age.${key}`, key)))
  return (
    <Panel title={title}>
      {grids.map(({ layer, columns, rows }) => {
        const shown: readonly Column<SafeGrid['rows'][number]>[] = [
          said('name', t('training-numbers.part'), called),
          ...columns.map((column, at) => ({
            ...said<SafeGrid['rows'][number]>(column.key, called(column), (row) => (row.cells[at] ? safe(row.cells[at]) : '')),
            numeric: true,
          })),
        ]
        return (
          <div key={layer ?? 'all'} className="stack">
            {layer !== null && <h3>{called({ key: layer, name: layer })}</h3>}
            <DataTable
              {...{ caption: title, file: `${file}-${layer ?? 'all'}`, rows, columns: shown, order: '', plain: true, sortedByServer: true }}
              rowKey={(row) => row.key}
              empty={<EmptyState title={t('training-numbers.none')} />}
            />
          </div>
        )
      })}
      {grids.length === 0 && <EmptyState title={t('training-numbers.none')} />}
    </Panel>
  )
}
