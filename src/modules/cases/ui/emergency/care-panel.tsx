/* Accounts that open files, by person and day: reviewed, put to rest, woken. Those of the own organisation by name, others by function and body. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { roleText } from '../../../../app/shell/preferences.tsx'
import { useWords } from '../../../../app/words.ts'
import { type Colleagues, useColleagues } from '../file/colleagues.ts'

interface Cared {
  readonly account: string
  readonly roles: readonly string[]
  readonly seenOn: string | null
  readonly reviewDueOn: string
  readonly isReviewDue: boolean
  readonly undertakingUntil: string | null
  readonly isUndertakingCurrent: boolean
  readonly restBecause: 'idle' | 'review-overdue' | 'left' | 'doubt' | null
  readonly isSelf: boolean
}
interface CaredList {
  readonly accounts: readonly Cared[]
  readonly rules: { readonly reviewDays: number; readonly idleDays: number }
}

export function CarePanel() {
  const { t } = useWords()
  const colleagues = useColleagues()
  const { data, error, again } = useAnswer<CaredList>('/api/case-accounts')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const due = data.accounts.filter((one) => one.isReviewDue && !one.isSelf && one.restBecause === null).length
  return (
    <Panel title={t('care.title')}>
      <p>{t('care.explain')}</p>
      {due > 0 && <Note tone="red">{t('care.due', { n: due })}</Note>}
      <DataTable
        caption={t('care.title')}
        file="accounts"
        rows={data.accounts}
        rowKey={(one) => one.account}
        order="review"
        prefix="c."
        empty={<EmptyState title={t('care.none')} />}
        columns={columnsOf({ t, ...colleagues, again })}
      />
      <Source>{t('care.source', { review: data.rules.reviewDays, idle: data.rules.idleDays })}</Source>
    </Panel>
  )
}

interface ColumnsOf {
  readonly t: ReturnType<typeof useWords>['t']
  readonly person: Colleagues['person']
  readonly option: Colleagues['option']
  readonly again: () => void
}
const columnsOf = ({ t, person, option, again }: ColumnsOf) => [
  {
    key: 'account',
    header: t('care.account'),
    // What is exported leaves the house: without a name.
    value: (one: Cared) => option(one.account),
    cell: (one: Cared) => person(one.account),
  },
  {
    key: 'roles',
    header: t('care.roles'),
    value: (one: Cared) => one.roles.map(roleText).join(', '),
    cell: (one: Cared) => one.roles.map(roleText).join(', '),
  },
  {
    key: 'seen',
    header: t('care.seen'),
    value: (one: Cared) => one.seenOn,
    cell: (one: Cared) => <DateText date={one.seenOn} age />,
  },
  {
    key: 'undertaking',
    header: t('care.undertaking'),
    value: (one: Cared) => one.undertakingUntil,
    cell: (one: Cared) => (one.isUndertakingCurrent ? <DateText date={one.undertakingUntil} /> : <b>{t('care.undertaking.missing')}</b>),
  },
  {
    key: 'review',
    header: t('care.review'),
    value: (one: Cared) => one.reviewDueOn,
    cell: (one: Cared) => (
      <span className={one.isReviewDue ? 'late' : undefined}>
        <DateText date={one.reviewDueOn} />
      </span>
    ),
  },
  {
    key: 'state',
    header: t('care.state'),
    value: (one: Cared) => one.restBecause ?? '',
    cell: (one: Cared) => (one.restBecause === null ? t('care.state.awake') : t(`care.rest.${one.restBecause}`)),
  },
  {
    key: 'acts',
    header: '',
    value: () => null,
    cell: (one: Cared) => (one.isSelf ? null : <Acts account={one} done={again} />),
  },
]

function Acts({ account, done }: { readonly account: Cared; readonly done: () => void }) {
  const { t } = useWords()
  const [because, setBecause] = useState<'review-overdue' | 'left' | 'doubt' | ''>('')
  const path = `/api/case-accounts/${account.account}`
  const plain = { kind: 'plain' as const, go: t('breach.go'), onDone: done }
  if (account.restBecause !== null)
    return (
      <ActDialog {...plain} title={t('care.do.wake')} explain={t('care.do.wake.explain')} path={`${path}/wakings`} data={{}}>
        {null}
      </ActDialog>
    )
  return (
    <span className="row tight">
      <ActDialog {...plain} title={t('care.do.review')} explain={t('care.do.review.explain')} path={`${path}/reviews`} data={{}}>
        {null}
      </ActDialog>
      <ActDialog
        {...plain}
        title={t('care.do.rest')}
        explain={t('care.do.rest.explain')}
        path={`${path}/rests`}
        data={because === '' ? null : { because }}
      >
        <Choice
          legend={t('care.do.rest.because')}
          value={because}
          onValue={setBecause}
          options={(['doubt', 'left', 'review-overdue'] as const).map((value) => ({ value, label: t(`care.rest.${value}`) }))}
        />
      </ActDialog>
    </span>
  )
}
