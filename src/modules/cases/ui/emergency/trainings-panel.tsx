/* What accounts that open files were trained in, as another of the body noted it, and until when it counts. Nobody notes their own. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField } from '../../../../app/kit/field.tsx'
import { DataTable, said } from '../../../../app/kit/data-table.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { useColleagues } from '../file/colleagues.ts'

const parts = ['TIP_CONCEPTS', 'IDENTIFICATION', 'INTERVIEW', 'ASSISTANCE', 'REFERRAL', 'CHILD_PROTECTION', 'DATA_PROTECTION'] as const
type Part = (typeof parts)[number]
interface Training {
  readonly curriculum: Part
  readonly trainedOn: string
  readonly validUntil: string
  readonly state: 'valid' | 'run-out' | 'over'
}
interface Trainings {
  readonly accounts: readonly { readonly account: string; readonly isSelf: boolean; readonly trainings: readonly Training[] }[]
  readonly notes: boolean
  readonly rules: { readonly mostMonths: number; readonly graceDays: number }
}

export function TrainingsPanel() {
  const { t } = useWords()
  const { person } = useColleagues()
  const { data, again } = useAnswer<Trainings>('/api/case-trainings')
  if (!data || data.accounts.length === 0) return null
  const late = data.accounts.filter((one) => one.trainings.length === 0 || one.trainings.some((each) => each.state !== 'valid')).length
  return (
    <Panel title={t('training.title')}>
      <p>{t('training.explain')}</p>
      {late > 0 && <Note tone="red">{t('training.late', { n: late })}</Note>}
      <DataTable
        caption={t('training.title')}
        file=""
        rows={data.accounts}
        columns={[
          said<Trainings['accounts'][number]>('account', t('care.account'), ({ account }) => person(account)),
          {
            key: 'held',
            header: t('training.title'),
            value: ({ trainings }) => trainings.length,
            cell: ({ trainings }) => (trainings.length === 0 ? <b>{t('training.none')}</b> : <Held trainings={trainings} />),
          },
          {
            key: 'note',
            header: t('training.note'),
            value: () => null,
            cell: ({ account, isSelf }) =>
              data.notes &&
              !isSelf && (
                <span className="no-print">
                  <NoteTraining account={account} done={again} />
                </span>
              ),
          },
        ]}
        rowKey={({ account }) => account}
        order="arranged"
        sortedByServer
        prefix="training."
        plain
        empty={null}
      />
      <Source>{t('training.source', { months: data.rules.mostMonths, days: data.rules.graceDays })}</Source>
    </Panel>
  )
}

function Held({ trainings }: { readonly trainings: readonly Training[] }) {
  const { t } = useWords()
  return (
    <ul>
      {trainings.map(({ curriculum, validUntil, state }) => (
        <li key={curriculum} className={state === 'valid' ? undefined : 'late'}>
          {t(`training.part.${curriculum}`)} · {t(`training.state.${state}`)} <DateText date={validUntil} />
        </li>
      ))}
    </ul>
  )
}

function NoteTraining({ account, done }: { readonly account: string; readonly done: () => void }) {
  const { t } = useWords()
  const [part, setPart] = useState<Part | ''>('')
  const [trainedOn, setTrainedOn] = useState('')
  const [validUntil, setValidUntil] = useState('')
  const isWhole = part !== '' && trainedOn !== '' && validUntil !== ''
  return (
    <ActDialog
      title={t('training.note')}
      explain={t('training.note.explain')}
      go={t('training.note')}
      kind="plain"
      path={`/api/case-accounts/${account}/trainings`}
      data={isWhole ? { curriculum: part, trainedOn, validUntil } : null}
      onDone={done}
    >
      <SelectField
        label={t('training.part')}
        value={part}
        onValue={setPart}
        options={[{ value: '', label: '–' }, ...parts.map((value) => ({ value, label: t(`training.part.${value}`) }))]}
      />
      <DateField label={t('training.on')} value={trainedOn} onValue={setTrainedOn} max={todayHere()} required />
      <DateField label={t('training.until')} value={validUntil} onValue={setValidUntil} required />
    </ActDialog>
  )
}
