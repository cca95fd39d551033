/* One operator: what it is, its cards with their clocks, its months, and the way to its members, lots and papers. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Pairs } from '../../../app/kit/pairs.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { mayOpen, useMe } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import type { MonthSummary, OperatorDetail } from '../contract.ts'
import { CardCell } from './card-marks.tsx'
import { CardTable } from './card-table.tsx'
import { DescribeDialog } from './describe-dialog.tsx'
import { ApplyDialog, EnterDialog } from './new-card.tsx'

export function OperatorScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const me = useMe().data
  const id = params['organisation'] ?? ''
  const { data, answer, error, again } = useAnswer<OperatorDetail>(`/api/operators/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { operator, cards } = data
  const holder = { kind: 'organisation', organisation: operator.organisation } as const
  return (
    <Page
      title={operator.name}
      marks={operator.needs !== null && <CardCell card={operator.card} />}
      crumbs={<AppLink to="/operators">{t('operators.title')}</AppLink>}
      under={operator.entityType === null ? t('operators.undescribed') : t(`operators.type.${operator.entityType}`)}
      answer={answer}
      actions={
        <>
          {operator.needs !== null && mayOpen('operators.issue', me) && <EnterDialog kind={operator.needs} holder={holder} />}
          {operator.needs !== null && mayOpen('operators.apply', me) && <ApplyDialog kind={operator.needs} holder={holder} />}
          {mayOpen('operators.register', me) && <DescribeDialog detail={data} />}
        </>
      }
    >
      <div className="columns">
        <Described detail={data} />
        <Panel title={t('operators.ways')}>
          <ul className="plain-list stack">
            {operator.entityType === 'cooperative' && (
              <li>
                <AppLink to={`/operators/${id}/artisans`}>{t('artisans.title')}</AppLink> ({operator.artisans})
              </li>
            )}
            <li>
              <AppLink to="/lots" search={{ holder: id }}>
                {t('operators.lots')}
              </AppLink>
            </li>
            <li>
              <AppLink to="/papers" search={{ operator: id }}>
                {t('papers.title')}
              </AppLink>
            </li>
          </ul>
        </Panel>
      </div>
      <Panel title={t('cards.title')}>
        <CardTable cards={cards} plain empty={t('cards.none')} emptyDo={t('cards.none.do')} />
        <Source>{t('cards.source')}</Source>
      </Panel>
      {(operator.entityType === 'trader' || operator.entityType === 'comptoir' || operator.entityType === 'processing_entity') && (
        <Months id={id} />
      )}
    </Page>
  )
}

function Described({ detail }: { readonly detail: OperatorDetail }) {
  const { t } = useWords()
  const { described, contact } = detail
  const address = described?.physicalAddress ?? described?.legalAddress
  const text =
    address && [address.street, address.locality, address.territoire, address.province, address.country].filter(Boolean).join(', ')
  const unknown = <span className="ink-3">{t('operators.not-asked')}</span>
  return (
    <Panel title={t('operators.described')}>
      <Pairs
        lines={[
          [t('operators.legal-form'), described?.legalForm ?? unknown],
          [t('operators.rccm'), described?.rccm ?? unknown],
          [t('operators.national-id'), described?.nationalId ?? unknown],
          [t('operators.tax-number'), described?.taxNumber ?? unknown],
          [t('operators.address'), text ?? unknown],
          ...(contact ? [[t('operators.contact'), [contact.phone, contact.email].filter(Boolean).join(' · ')] as const] : []),
        ]}
      />
    </Panel>
  )
}

/** Shown to the trader itself and to who watches over the trade; others get no answer, and then no panel. */
function Months({ id }: { readonly id: string }) {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly months: readonly MonthSummary[] }>(`/api/operators/${id}/months?count=7`)
  if (!data) return null
  return (
    <Panel title={t('months.title')}>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th>{t('months.month')}</th>
              <th>{t('months.due')}</th>
              <th>{t('months.state')}</th>
            </tr>
          </thead>
          <tbody>
            {data.months.map((one) => (
              <tr key={one.month}>
                <td>
                  <AppLink to={`/operators/${id}/months/${one.month}`}>{one.month}</AppLink>
                </td>
                <td>
                  <DateText date={one.dueOn} />
                </td>
                <td>
                  <MonthMark month={one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Source>{t('months.source')}</Source>
    </Panel>
  )
}
export function MonthMark({ month }: { readonly month: MonthSummary }) {
  const { t } = useWords()
  return <span className={`card-state card-${month.state}`}>{t(`months.state.${month.state}`, { n: month.lateDays })}</span>
}
