/* Houses by coded name: places, what is free of them, and nothing of where. The table has no export: a list of shelters is a map. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { useAnswer } from '../../../../app/ask.ts'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { ShelterLine, SheltersAnswer } from '../../contract-directory.ts'
import { RegisterDialog } from './shelter-dialogs.tsx'
import './directory.css'

export function SheltersScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<SheltersAnswer>('/api/shelters')
  return (
    <Page
      title={t('shelters.title')}
      under={t('shelters.under')}
      crumbs={<AppLink to="/directory">{t('directory.title')}</AppLink>}
      answer={answer}
      actions={data?.may.keep ? <RegisterDialog areas={data.areas} /> : undefined}
    >
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <DataTable
            plain
            caption={t('shelters.title')}
            file="shelters"
            rows={data.shelters}
            rowKey={(one) => one.id}
            order="name"
            columns={columnsOf(t)}
            empty={<EmptyState title={t('shelters.none')}>{t('shelters.none.do')}</EmptyState>}
          />
        )}
        <Source>{t('shelters.rule')}</Source>
      </Panel>
    </Page>
  )
}
const columnsOf = (t: Translate): readonly Column<ShelterLine>[] => [
  {
    key: 'name',
    header: t('shelters.name'),
    value: (one) => one.facts.name,
    cell: (one) => <AppLink to={`/shelters/${one.id}`}>{one.facts.name}</AppLink>,
  },
  { key: 'body', header: t('shelters.body'), value: (one) => one.body, cell: (one) => one.body },
  { key: 'province', header: t('shelters.province'), value: (one) => one.provinceName, cell: (one) => one.provinceName },
  {
    key: 'facility',
    header: t('shelters.facility'),
    value: (one) => t(`shelters.facility.${one.facts.facility}`),
    cell: (one) => t(`shelters.facility.${one.facts.facility}`),
  },
  { key: 'beds', header: t('shelters.beds'), value: (one) => one.beds, cell: (one) => one.beds, numeric: true },
  {
    key: 'occupied',
    header: t('shelters.occupied'),
    value: (one) => one.occupied ?? -1,
    cell: (one) => <Occupied house={one} />,
    numeric: true,
  },
]
export function Occupied({ house }: { readonly house: ShelterLine }) {
  const { t } = useWords()
  if (house.closedOn !== null)
    return (
      <>
        {t('shelters.closed')} <DateText date={house.closedOn} />
      </>
    )
  if (house.occupied === null) return <>{t('shelters.occupied.unknown')}</>
  return (
    <>
      {house.occupied} / {house.beds}
      {house.beds > 0 && ` (${Math.round((house.occupied * 100) / house.beds)}\u00a0%)`}
      {house.alert !== null && (
        <span className="point-mark" data-tone={house.alert === 'full' ? 'bad' : 'warn'}>
          {' '}
          <i aria-hidden="true">{house.alert === 'full' ? '■' : '▲'}</i> {t(`shelters.${house.alert}`)}
        </span>
      )}
    </>
  )
}
