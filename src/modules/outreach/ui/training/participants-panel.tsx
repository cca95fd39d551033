/* Participants of a session by badge: category, attendance, scores, certificate. A name stands on the page of one badge alone. */
import { useState } from 'react'
import { numberText } from '../../../../kernel/phrase.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { DateField, SelectField } from '../../../../app/kit/field.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { type ParticipantShown, Practice, type SessionShown } from '../../contract-training.ts'
import { EnrolAct } from './enrol.tsx'

interface PartProps {
  readonly shown: SessionShown
  readonly again: () => void
}
export function ParticipantsPanel({ shown, again }: PartProps) {
  const { t, language } = useWords()
  const { line } = shown
  const rows = shown.participants ?? []
  const score = (tenths: number | null): string => (tenths === null ? '–' : numberText(language, tenths / 10))
  const columns: readonly Column<ParticipantShown>[] = [
    {
      ...{ key: 'badge', header: t('training.badge'), value: (row) => row.badge, numeric: true },
      cell: (row) => <AppLink to={`/trainings/${line.id}/badges/${row.badge}`}>{row.badge}</AppLink>,
    },
    said('category', t('training.category'), (row) => t(`training.category.${row.category}`)),
    said('sex', t('training.sex'), (row) => t(`outreach.sex.${row.sex}`)),
    said('age', t('training.age'), (row) => t(`outreach.age.${row.age}`)),
    said('institution', t('training.institution'), (row) => row.institution),
    said('present', t('training.present'), (row) => t('training.present-of', { n: row.present, of: line.halfDays })),
    { ...said<ParticipantShown>('pre', t('training.pre'), (row) => score(row.preTenths)), numeric: true },
    { ...said<ParticipantShown>('post', t('training.post'), (row) => score(row.postTenths)), numeric: true },
    said('trained', t('training.trained.one'), (row) => t(row.isTrained ? 'outreach.said.yes' : 'outreach.said.no')),
    {
      ...{ key: 'certificate', header: t('training.certificate'), value: (row) => row.certificate?.number ?? '' },
      cell: (row) =>
        row.certificate === null ? (
          '–'
        ) : row.certificate.isRevoked ? (
          t('training.certificate.revoked')
        ) : (
          <a href={`/training/sessions/${line.id}/certificates/${row.badge}`}>{row.certificate.number}</a>
        ),
    },
  ]
  const waits = rows.some((row) => row.isTrained && (row.certificate === null || row.certificate.isRevoked))
  return (
    <Panel
      title={t('training.tab.people')}
      aside={
        <span className="row tight">
          {line.state === 'planned' && <EnrolAct shown={shown} again={again} />}
          {line.state === 'closed' && waits && (
            <ActDialog
              {...{ title: t('training.certify'), explain: t('training.certify.explain'), go: t('training.certify'), data: {} }}
              path={`/api/training/sessions/${line.id}/certificates`}
              onDone={again}
            >
              <p className="small">{t('training.rule.trained')}</p>
            </ActDialog>
          )}
          {line.state !== 'planned' && shown.followUpFrom <= shown.today && <FollowUpAct shown={shown} again={again} />}
        </span>
      }
    >
      <DataTable
        {...{ caption: t('training.tab.people'), file: line.number, rows, columns, order: 'badge' }}
        rowKey={(row) => String(row.badge)}
        empty={<EmptyState title={t('training.nobody')}>{t('training.nobody.do')}</EmptyState>}
      />
      <Source>{t('training.rule.names')}</Source>
    </Panel>
  )
}

const ways = ['visit', 'telephone', 'message', 'supervisor'] as const
function FollowUpAct({ shown, again }: PartProps) {
  const { t } = useWords()
  const open = (shown.participants ?? []).filter((one) => one.isTrained && one.practice === null)
  const [draft, setDraft] = useState({ badge: '', practice: '', by: 'telephone', on: shown.today })
  if (open.length === 0) return null
  const data = draft.badge === '' || draft.practice === '' || draft.on === '' ? null : { ...draft, badge: Number(draft.badge), uses: [] }
  const choose = { value: '', label: t('training.choose') }
  return (
    <ActDialog
      {...{ title: t('follow-up.note'), explain: t('follow-up.explain'), go: t('follow-up.note'), data }}
      path={`/api/training/sessions/${shown.line.id}/follow-ups`}
      onDone={again}
    >
      <SelectField
        label={t('training.badge')}
        value={draft.badge}
        options={[
          choose,
          ...open.map(({ badge, category }) => ({ value: String(badge), label: `${badge} · ${t(`training.category.${category}`)}` })),
        ]}
        onValue={(badge) => setDraft({ ...draft, badge })}
      />
      <SelectField
        label={t('follow-up.practice')}
        value={draft.practice}
        options={[choose, ...Practice.options.map((value) => ({ value: String(value), label: t(`follow-up.practice.${value}`) }))]}
        onValue={(practice) => setDraft({ ...draft, practice })}
      />
      <SelectField
        label={t('follow-up.by')}
        value={draft.by}
        options={ways.map((value) => ({ value: String(value), label: t(`follow-up.by.${value}`) }))}
        onValue={(by) => setDraft({ ...draft, by })}
      />
      <DateField label={t('follow-up.on')} value={draft.on} max={shown.today} onValue={(on) => setDraft({ ...draft, on })} />
    </ActDialog>
  )
}
