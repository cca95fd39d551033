/* Forms received that wait for their inspection, oldest first: what they say of site, place and day, why they wait, and the way to place them. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { DateText, InstantText } from '../../../app/kit/values.tsx'
import { roleText } from '../../../app/shell/preferences.tsx'
import { refusalText, useWords } from '../../../app/words.ts'
import type { SubmissionList, SubmissionShown } from '../desk-words.ts'
import { PlaceDialog } from './place-dialog.tsx'

const states = ['to-place', 'recorded', 'set-aside'] as const

export function SubmissionsScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const state = states.find((one) => one === url['state']) ?? 'to-place'
  const { data, answer, error, again } = useAnswer<SubmissionList>(`/api/submissions?state=${state}`)
  return (
    <Page title={t('submissions.title')} under={t('submissions.under')} answer={answer}>
      <SelectField
        label={t('submissions.state')}
        value={state}
        options={states.map((value) => ({ value, label: t(`submissions.state.${value}`) }))}
        onValue={(next) => change({ state: next === 'to-place' ? '' : next })}
      />
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          <Submissions data={data} again={again} />
        </Panel>
      )}
    </Page>
  )
}

function Submissions({ data, again }: { readonly data: SubmissionList; readonly again: () => void }) {
  const { t } = useWords()
  return (
    <DataTable
      caption={t('submissions.title')}
      file="submissions"
      rows={data.submissions}
      columns={useColumns(data, again)}
      rowKey={(one) => one.instance}
      order="received"
      empty={<EmptyState title={t('submissions.none')}>{t('submissions.none.do')}</EmptyState>}
    />
  )
}

function useColumns({ seesAll }: SubmissionList, again: () => void): readonly Column<SubmissionShown>[] {
  const { t } = useWords()
  const site = ({ said }: SubmissionShown) => [said.siteName, said.siteNumber].filter(Boolean).join(' · ')
  const place = ({ said }: SubmissionShown) =>
    [said.locality, said.territoire, said.province].filter((part) => part !== null && part !== 'other').join(', ')
  const from = ({ organisation, role }: SubmissionShown) =>
    role === '-' ? t('submissions.no-author') : `${organisation ?? '–'} · ${roleText(role)}`
  return [
    { key: 'site', header: t('submissions.site'), value: site, cell: (one) => site(one) || t('submissions.not-said') },
    { key: 'place', header: t('submissions.place'), value: place, cell: (one) => place(one) || t('submissions.not-said') },
    {
      key: 'date',
      header: t('submissions.date'),
      value: (one) => one.said.date,
      cell: (one) => (one.said.date === null ? t('submissions.not-said') : <DateText date={one.said.date} />),
    },
    { key: 'from', header: t('submissions.from'), value: from, cell: from },
    {
      key: 'received',
      header: t('submissions.received'),
      value: (one) => one.receivedAt,
      cell: (one) => <InstantText at={one.receivedAt} />,
    },
    { key: 'files', header: t('submissions.files'), value: (one) => one.filesKept, cell: (one) => <Files one={one} /> },
    {
      key: 'reason',
      header: t('submissions.reason'),
      value: (one) => one.reason,
      cell: (one) => (one.state === 'to-place' ? refusalText(one.reason, one.facts) : one.reason === '-' ? '–' : one.reason),
    },
    {
      key: 'act',
      header: t('submissions.open'),
      value: () => null,
      cell: (one) =>
        one.state === 'to-place' ? (
          <PlaceDialog submission={one} maySetAside={seesAll} again={again} />
        ) : one.inspection === null ? (
          '–'
        ) : (
          <AppLink to={`/inspections/${one.inspection}`}>{t('submissions.inspection')}</AppLink>
        ),
    },
  ]
}

function Files({ one }: { readonly one: SubmissionShown }) {
  const { t } = useWords()
  const said = [
    t('submissions.files.kept', { n: one.filesKept }),
    ...(one.filesRefused > 0 ? [t('submissions.files.refused', { n: one.filesRefused })] : []),
    ...(one.moreFollows ? [t('submissions.files.follow')] : []),
  ]
  return <>{said.join(', ')}</>
}
