/* The gold desk: what there is of gold, to the milligram, with its fineness and fine gold; and the ways to buy, melt, ship and price it. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { GoldRow } from '../../contract-gold.ts'
import { LotKindText, LotStateMark } from '../lots/lot-marks.tsx'
import { finenessText, gramsText } from './gold-figures.ts'

export function GoldScreen() {
  const { t } = useWords()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<{ readonly lots: readonly GoldRow[] }>('/api/gold/lots')
  const columns = useColumns()
  return (
    <Page
      title={t('gold.title')}
      under={t('gold.explain')}
      answer={answer}
      actions={
        <>
          <LinkButton to="/gold/prices">{t('gold.prices')}</LinkButton>
          {mayOpen('custody.aggregate', me) && (
            <>
              <LinkButton to="/gold/melt">{t('gold.melt')}</LinkButton>
              <LinkButton to="/gold/ship">{t('gold.ship')}</LinkButton>
            </>
          )}
          {mayOpen('custody.seal-gold', me) && (
            <LinkButton kind="primary" to="/gold/buy">
              {t('gold.buy')}
            </LinkButton>
          )}
        </>
      }
    >
      {error ? (
        <ErrorState error={error} again={again} />
      ) : !data ? (
        <Loading />
      ) : (
        <DataTable
          caption={t('gold.title')}
          file="or"
          rows={data.lots}
          columns={columns}
          rowKey={(row) => row.lot.id}
          order="-formed"
          empty={<EmptyState title={t('gold.none')}>{t('gold.none.do')}</EmptyState>}
        />
      )}
    </Page>
  )
}

function useColumns(): readonly Column<GoldRow>[] {
  const { t, language } = useWords()
  const mass = (milligrams: number | null) => (milligrams === null ? '–' : gramsText(language, milligrams))
  return [
    {
      key: 'number',
      header: t('lots.number'),
      value: ({ lot }) => lot.number,
      cell: ({ lot }) => <AppLink to={`/lots/${lot.id}`}>{lot.number}</AppLink>,
    },
    {
      key: 'kind',
      header: t('lots.kind'),
      value: ({ lot }) => t(`lots.kind.${lot.kind}`),
      cell: ({ lot }) => <LotKindText kind={lot.kind} />,
    },
    {
      key: 'gross',
      header: t('gold.gross'),
      numeric: true,
      value: ({ lot }) => lot.massMilligrams,
      cell: ({ lot }) => mass(lot.massMilligrams),
    },
    {
      key: 'fineness',
      header: t('gold.fineness.short'),
      numeric: true,
      value: (row) => row.finenessTenthsPerMille,
      cell: (row) => (row.finenessTenthsPerMille === null ? '–' : finenessText(language, row.finenessTenthsPerMille)),
    },
    { key: 'fine', header: t('gold.fine'), numeric: true, value: (row) => row.fineMilligrams, cell: (row) => mass(row.fineMilligrams) },
    {
      key: 'left',
      header: t('lots.left'),
      numeric: true,
      value: ({ lot }) => lot.remainingMilligrams,
      cell: ({ lot }) => mass(lot.remainingMilligrams),
    },
    { key: 'holder', header: t('lots.holder'), value: ({ lot }) => lot.holderName, cell: ({ lot }) => lot.holderName ?? t('app.unknown') },
    {
      key: 'state',
      header: t('lots.state'),
      value: (row) => t(`lots.state.${row.lot.state}`),
      cell: (row) => (
        <>
          <LotStateMark state={row.lot.state} /> {row.isOpen && <span className="small">{t('gold.open')}</span>}
        </>
      ),
    },
    { key: 'formed', header: t('lots.formed'), value: ({ lot }) => lot.formedOn, cell: ({ lot }) => <DateText date={lot.formedOn} /> },
  ]
}
