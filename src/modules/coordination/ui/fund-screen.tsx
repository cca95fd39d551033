/* The basket fund of a committee: purses by currency, what came in with its receipt, projects, what was spent. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../app/kit/data-table.tsx'
import { Figure } from '../../../app/kit/figure.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { type Translate, useWords } from '../../../app/words.ts'
import { type Language, numberText } from '../../../kernel/phrase.ts'
import type { FundShown } from '../contract-fund.ts'
import { ContributeAct, MoveAct, ReverseAct, SpendAct, StartAct } from './fund-acts.tsx'

type Contribution = FundShown['contributions'][number]
type Project = FundShown['projects'][number]
type Spending = FundShown['spendings'][number]
const money = (language: Language, amount: number, currency: string): string => `${numberText(language, amount / 100, 2)} ${currency}`

export function FundScreen({ params }: ScreenProps) {
  const { t, language } = useWords()
  const id = params['committee'] ?? ''
  const { data, answer, error, again } = useAnswer<FundShown>(`/api/coordination/committees/${id}/fund`)
  return (
    <Page
      title={t('fund.title')}
      crumbs={<AppLink to={`/coordination/${id}`}>{data?.committeeName ?? t('committees.title')}</AppLink>}
      under={t('fund.under')}
      answer={answer}
      actions={
        data?.keeps && (
          <>
            <ContributeAct id={id} again={again} />
            <StartAct id={id} again={again} />
            {data.projects.length > 0 && <SpendAct fund={data} again={again} />}
          </>
        )
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <div className="figures">
            {data.totals.map(({ currency, received, spent, balance }) => (
              <Figure
                key={currency}
                number={balance / 100}
                label={t('fund.balance', { currency })}
                source={t('fund.balance.source', {
                  received: money(language, received, currency),
                  spent: money(language, spent, currency),
                })}
              />
            ))}
          </div>
          <Source>{t('fund.source')}</Source>
          <Tables fund={data} id={id} again={again} />
        </>
      )}
    </Page>
  )
}
function Tables({ fund, id, again }: { readonly fund: FundShown; readonly id: string; readonly again: () => void }) {
  const { t, language } = useWords()
  const nothing = <EmptyState title={t('fund.empty')} />
  const line: LineProps = { t, language, id, keeps: fund.keeps, again }
  return (
    <>
      <Panel title={t('fund.projects')}>
        <DataTable
          {...{
            caption: t('fund.projects'),
            file: 'fund-projects',
            rows: fund.projects,
            columns: projectColumns(t, language),
            order: 'title',
            prefix: 'p.',
          }}
          plain
          rowKey={(row) => row.id}
          empty={nothing}
        />
        {fund.keeps && fund.projects.length > 0 && <MoveAct fund={fund} again={again} />}
      </Panel>
      <Panel title={t('fund.contributions')}>
        <DataTable
          {...{ caption: t('fund.contributions'), file: 'contributions', rows: fund.contributions, order: '-on', prefix: 'c.' }}
          columns={contributionColumns(line)}
          plain
          rowKey={(row) => row.receipt}
          empty={nothing}
        />
      </Panel>
      <Panel title={t('fund.spendings')}>
        <DataTable
          {...{
            caption: t('fund.spendings'),
            file: 'spendings',
            rows: fund.spendings,
            columns: spendingColumns(line),
            order: '-on',
            prefix: 's.',
          }}
          plain
          rowKey={(row) => row.receipt}
          empty={nothing}
        />
      </Panel>
    </>
  )
}
const basisText = (t: Translate, language: Language, { basis }: Contribution): string =>
  basis.is === 'other'
    ? basis.words
    : basis.is === 'lot'
      ? t('fund.basis.lot', { lots: basis.lots })
      : t('fund.basis.mass', { kg: numberText(language, basis.grams / 1000) })
interface LineProps {
  readonly t: Translate
  readonly language: Language
  readonly id: string
  readonly keeps: boolean
  readonly again: () => void
}
type Line = Pick<Spending, 'receipt' | 'amount' | 'currency' | 'reversed'>
/** What was reversed is struck through, and says why. */
const amountCell =
  ({ t, language }: LineProps) =>
  (row: Line) => {
    const said = money(language, row.amount, row.currency)
    return row.reversed === null ? (
      said
    ) : (
      <>
        <s>{said}</s>
        <div className="small">{t('fund.reversed', row.reversed)}</div>
      </>
    )
  }
const reverseOf = ({ id, keeps, again }: LineProps, { receipt, reversed }: Line) =>
  keeps && reversed === null ? <ReverseAct id={id} receipt={receipt} again={again} /> : null
const contributionColumns = (line: LineProps): readonly Column<Contribution>[] => {
  const { t, language, id } = line
  return [
    { ...{ key: 'on', header: t('committee.on'), value: (row) => row.on }, cell: (row) => <DateText date={row.on} /> },
    said('payer', t('fund.payer'), (row) => row.payerName),
    said('basis', t('fund.basis'), (row) => basisText(t, language, row)),
    {
      ...{ key: 'amount', header: t('fund.amount'), value: (row) => row.amount, numeric: true },
      cell: amountCell(line),
    },
    {
      ...{ key: 'receipt', header: t('fund.receipt'), value: (row) => row.receipt },
      cell: (row) => (
        <>
          <a href={`/coordination/committees/${id}/receipts/${row.receipt}/print?language=${language}`} target="_blank" rel="noreferrer">
            {row.receipt}
          </a>
          {reverseOf(line, row)}
        </>
      ),
    },
  ]
}
const projectColumns = (t: Translate, language: Language): readonly Column<Project>[] => [
  {
    ...{ key: 'title', header: t('fund.project'), value: (row) => row.title },
    cell: (row) => (
      <>
        {row.title}
        <div className="small">
          {t(`fund.sector.${row.sector}`)} · {row.territoryName}
        </div>
      </>
    ),
  },
  {
    ...{ key: 'budget', header: t('fund.budget'), value: (row) => row.budget, numeric: true },
    cell: (row) => money(language, row.budget, row.currency),
  },
  said('spent', t('fund.spent'), (row) => row.spent.map((one) => money(language, one.amount, one.currency)).join(' · ') || '–'),
  said('status', t('fund.status'), (row) => t(`fund.status.${row.status}`)),
  said('tender', t('fund.tender'), (row) => t(`fund.tender.${row.tender}`)),
]
const spendingColumns = (line: LineProps): readonly Column<Spending>[] => {
  const { t } = line
  return [
    { ...{ key: 'on', header: t('committee.on'), value: (row) => row.on }, cell: (row) => <DateText date={row.on} /> },
    said('what', t('fund.what'), (row) => row.what),
    said('project', t('fund.project'), (row) => row.project),
    {
      ...{ key: 'amount', header: t('fund.amount'), value: (row) => row.amount, numeric: true },
      cell: amountCell(line),
    },
    {
      ...{ key: 'receipt', header: t('fund.receipt'), value: (row) => row.receipt },
      cell: (row) => (
        <>
          {row.receipt} {reverseOf(line, row)}
        </>
      ),
    },
  ]
}
