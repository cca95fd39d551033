/*
The directory: filters by what one looks for, what waits to be verified first for who keeps it. On a telephone without network it is the list of the
last sync, and says so.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { DirectoryAnswer, ServicePointLine } from '../../contract-directory.ts'
import { fits, serviceTypes } from './point-filters.ts'
import { FreshnessMark, PhoneLink, SafeMark } from './point-marks.tsx'
import './directory.css'

export function DirectoryScreen() {
  const { t } = useWords()
  const me = useMe().data
  const [url] = useUrlState()
  const { data, answer, error, again } = useAnswer<DirectoryAnswer>('/api/service-points')
  const rows = data?.points.filter((one) => fits(one, url))
  const waiting = data?.points.filter((one) => one.freshness !== 'fresh').length ?? 0
  const tools = <Filters areas={data?.areas ?? []} />
  return (
    <Page
      title={t('directory.title')}
      under={t('directory.under')}
      answer={answer}
      actions={
        <>
          <LinkButton to="/directory-find" kind="primary">
            {t('directory.find')}
          </LinkButton>
          {data?.may.keep && <LinkButton to="/directory-new">{t('directory.add')}</LinkButton>}
          {data?.may.keep && <LinkButton to="/directory-import">{t('directory.import')}</LinkButton>}
          {mayOpen('cases.shelters-read', me) && <LinkButton to="/shelters">{t('directory.shelters')}</LinkButton>}
        </>
      }
    >
      {data?.may.keep && waiting > 0 && <Note>{t('directory.stale', { n: waiting })}</Note>}
      <Panel>
        {error && !data && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && rows?.length === 0 && <div className="toolbar">{tools}</div>}
        {data && rows && (
          <DataTable
            caption={t('directory.title')}
            file="directory"
            rows={rows}
            rowKey={(one) => one.id}
            order={data.may.keep ? 'verified' : 'name'}
            tools={tools}
            columns={columnsOf(t)}
            empty={
              data.points.length === 0 ? (
                <EmptyState title={t('directory.empty')}>{t('directory.empty.do')}</EmptyState>
              ) : (
                <EmptyState title={t('directory.none')} />
              )
            }
          />
        )}
        {data && (
          <Source>
            {t('directory.rule', { amber: data.rules.amberAfterDays, hidden: data.rules.hiddenAfterDays, mark: data.rules.mark })}
          </Source>
        )}
      </Panel>
    </Page>
  )
}

function Filters({ areas }: { readonly areas: DirectoryAnswer['areas'] }) {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const all = { value: '', label: t('directory.any') }
  return (
    <>
      <SelectField
        label={t('directory.type')}
        value={url['type'] ?? ''}
        options={[all, ...serviceTypes.map((value) => ({ value, label: t(`directory.type.${value}`) }))]}
        onValue={(type) => change({ type })}
      />
      <SelectField
        label={t('directory.area')}
        value={url['area'] ?? ''}
        options={[all, ...areas.map(({ code, name }) => ({ value: code, label: name }))]}
        onValue={(area) => change({ area })}
      />
      <SelectField
        label={t('directory.safe')}
        value={url['safe'] ?? ''}
        options={[all, ...(['yes', 'caution', 'no'] as const).map((value) => ({ value, label: t(`directory.safe.${value}`) }))]}
        onValue={(safe) => change({ safe })}
      />
      <SelectField
        label={t('directory.freshness')}
        value={url['freshness'] ?? ''}
        options={[all, ...(['fresh', 'amber', 'hidden'] as const).map((value) => ({ value, label: t(`directory.freshness.${value}`) }))]}
        onValue={(freshness) => change({ freshness })}
      />
    </>
  )
}
const columnsOf = (t: Translate): readonly Column<ServicePointLine>[] => [
  {
    key: 'name',
    header: t('directory.name'),
    value: (one) => one.facts.name,
    cell: (one) => <AppLink to={`/directory/${one.id}`}>{one.facts.name}</AppLink>,
  },
  {
    key: 'type',
    header: t('directory.type'),
    value: (one) => t(`directory.type.${one.facts.type}`),
    cell: (one) => t(`directory.type.${one.facts.type}`),
  },
  { key: 'area', header: t('directory.area'), value: (one) => one.areaName, cell: (one) => one.areaName },
  {
    key: 'safe',
    header: t('directory.safe'),
    value: (one) => t(`directory.safe.${one.facts.safeToRefer}`),
    cell: (one) => <SafeMark facts={one.facts} />,
  },
  {
    key: 'verified',
    header: t('directory.verified'),
    // Never verified stands before every day.
    value: (one) => one.verifiedOn ?? '0000-00-00',
    cell: (one) => (
      <>
        {one.verifiedOn === null ? t('directory.never') : <DateText date={one.verifiedOn} />} <FreshnessMark point={one} />
      </>
    ),
  },
  {
    key: 'phone',
    header: t('directory.phone'),
    value: (one) => one.facts.phone ?? '',
    cell: (one) => <PhoneLink phone={one.facts.phone} />,
  },
]
