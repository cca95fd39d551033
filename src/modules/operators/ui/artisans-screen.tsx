/* Members of a cooperative: card number, age class, never a name. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { madeId } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../app/kit/button.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { DateField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { mayOpen, useMe } from '../../../app/who.ts'
import { type Translate, useWords } from '../../../app/words.ts'
import type { ArtisanSummary } from '../contract.ts'
import { CardCell } from './card-marks.tsx'

export function ArtisansScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const me = useMe().data
  const cooperative = params['organisation'] ?? ''
  const { data, answer, error, again } = useAnswer<{ readonly artisans: readonly ArtisanSummary[] }>(
    `/api/operators/${cooperative}/artisans`,
  )
  return (
    <Page
      title={t('artisans.title')}
      crumbs={<AppLink to={`/operators/${cooperative}`}>{data?.artisans[0]?.cooperativeName ?? t('operators.type.cooperative')}</AppLink>}
      under={t('artisans.explain')}
      answer={answer}
      actions={mayOpen('operators.register', me) && <RegisterDialog cooperative={cooperative} />}
    >
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <DataTable
            caption={t('artisans.title')}
            file="artisans"
            rows={data.artisans}
            rowKey={(one) => one.id}
            order="number"
            columns={columnsOf(t)}
            empty={<EmptyState title={t('artisans.none')}>{t('artisans.none.do')}</EmptyState>}
          />
        )}
        <Source>{t('artisans.source')}</Source>
      </Panel>
    </Page>
  )
}
const columnsOf = (t: Translate): readonly Column<ArtisanSummary>[] => [
  {
    key: 'number',
    header: t('cards.number'),
    value: (one) => one.card?.number ?? null,
    cell: (one) => <AppLink to={`/artisans/${one.id}`}>{one.card?.number ?? t('cards.no-number')}</AppLink>,
  },
  {
    key: 'state',
    header: t('cards.kind.miner-card'),
    value: (one) => (one.card === null ? null : t(`cards.state.${one.card.state}`)),
    cell: (one) => <CardCell card={one.card} />,
  },
  { key: 'zone', header: t('cards.zone'), value: (one) => one.card?.zone ?? null, cell: (one) => one.card?.zone ?? '–' },
  {
    key: 'until',
    header: t('cards.until'),
    value: (one) => one.card?.validUntil ?? null,
    cell: (one) => <DateText date={one.card?.validUntil ?? null} otherwise="–" />,
  },
  {
    key: 'age',
    header: t('artisans.age'),
    value: (one) => t(`artisans.age.${one.ageClass}`),
    cell: (one) => t(`artisans.age.${one.ageClass}`),
  },
  { key: 'sex', header: t('artisans.sex'), value: (one) => t(`artisans.sex.${one.sex}`), cell: (one) => t(`artisans.sex.${one.sex}`) },
  {
    key: 'same',
    header: t('artisans.same'),
    value: (one) => one.sameAs.length,
    cell: (one) => (one.sameAs.length === 0 ? '–' : t('artisans.same.n', { n: one.sameAs.length })),
  },
]

type Sex = 'female' | 'male'
interface MemberForm {
  readonly name: string
  readonly birthDate: string
  readonly nationality: string
  readonly identityNumber: string
  readonly phone: string
  readonly memberSince: string
}
const EMPTY: MemberForm = { name: '', birthDate: '', nationality: 'CD', identityNumber: '', phone: '', memberSince: '' }
interface PersonFieldsProps {
  readonly form: MemberForm
  readonly change: (part: Partial<MemberForm>) => void
  readonly sex: Sex
  readonly onSex: (sex: Sex) => void
}
function PersonFields({ form, change, sex, onSex }: PersonFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <TextField
        label={t('artisans.name')}
        hint={t('artisans.name.hint')}
        value={form.name}
        onValue={(name) => change({ name })}
        maxLength={120}
        autoComplete="off"
        required
      />
      <DateField
        label={t('artisans.birth')}
        value={form.birthDate}
        onValue={(birthDate) => change({ birthDate })}
        max={todayHere()}
        required
      />
      <SelectField
        label={t('artisans.sex')}
        value={sex}
        options={[
          { value: 'female', label: t('artisans.sex.female') },
          { value: 'male', label: t('artisans.sex.male') },
        ]}
        onValue={onSex}
      />
      <TextField
        label={t('artisans.nationality')}
        hint={t('artisans.nationality.hint')}
        value={form.nationality}
        onValue={(nationality) => change({ nationality })}
        maxLength={2}
        required
      />
      <TextField
        label={t('artisans.identity')}
        hint={t('artisans.identity.hint')}
        value={form.identityNumber}
        onValue={(identityNumber) => change({ identityNumber })}
        maxLength={60}
        autoComplete="off"
      />
      <TextField
        label={t('operators.phone')}
        hint={t('operators.phone.hint')}
        value={form.phone}
        onValue={(value) => change({ phone: value })}
        inputMode="tel"
        autoComplete="off"
      />
      <DateField
        label={t('artisans.since')}
        value={form.memberSince}
        onValue={(memberSince) => change({ memberSince })}
        max={todayHere()}
      />
    </>
  )
}

function RegisterDialog({ cooperative }: { readonly cooperative: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [form, setForm] = useState<MemberForm>(EMPTY)
  const [sex, setSex] = useState<Sex>('male')
  const change = (part: Partial<MemberForm>) => setForm({ ...form, ...part })
  const phone = form.phone.replaceAll(/\s/g, '')
  const data = {
    ...{ cooperative, sex, birthDate: form.birthDate, nationality: form.nationality.trim().toUpperCase() },
    ...(form.memberSince === '' ? {} : { memberSince: form.memberSince }),
    ...(form.identityNumber.trim() === '' ? {} : { identityNumber: form.identityNumber.trim() }),
    person: { name: form.name.trim(), ...(phone === '' ? {} : { phone }) },
  }
  const complete = form.name.trim() !== '' && form.birthDate !== '' && /^[a-z]{2}$/i.test(form.nationality.trim())
  return (
    <ActDialog
      title={t('artisans.register')}
      explain={t('artisans.register.explain')}
      go={t('artisans.register.go')}
      path="/api/artisans"
      data={complete ? data : null}
      onDone={(receipt) => void navigate({ to: `/artisans/${madeId(receipt)}` })}
    >
      <PersonFields form={form} change={change} sex={sex} onSex={setSex} />
    </ActDialog>
  )
}
