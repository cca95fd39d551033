/* Owners and beneficial owners of an exporter: the only page that names persons who own. Shares of a kind never come to more than a whole. */
import { type Language, numberText } from '../../../../kernel/phrase.ts'
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { OwnerRole, OwnersAnswer } from '../../contract-exporters.ts'
import { type OwnerForm, ownerOf } from './exporter-forms.ts'

const percent = (language: Language, hundredths: number): string => numberText(language, hundredths / 100)

export function OwnersScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const id = params['organisation'] ?? ''
  const { data, answer, error, again } = useAnswer<OwnersAnswer>(`/api/exporters/${id}/owners`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <Page
      title={t('owners.title')}
      under={data.name}
      crumbs={<AppLink to={`/exporters/${id}`}>{data.name}</AppLink>}
      answer={answer}
      actions={data.mayWrite && <EnterOwnerDialog id={id} again={again} />}
    >
      {(['owner', 'beneficial-owner'] as const).map((role) => (
        <Role key={role} id={id} data={data} role={role} again={again} />
      ))}
    </Page>
  )
}

interface Parts {
  readonly id: string
  readonly data: OwnersAnswer
  readonly again: () => void
}
function Role({ id, data, role, again }: Parts & { readonly role: OwnerRole }) {
  const { t, language } = useWords()
  const owners = data.owners.filter((one) => one.line.role === role)
  return (
    <Panel
      title={t(`owners.role.${role}`)}
      aside={<span className="small">{t('owners.sum', { percent: percent(language, data.sums[role]) })}</span>}
    >
      {owners.length === 0 && <EmptyState title={t('owners.none')}>{t('owners.none.do')}</EmptyState>}
      <ul className="plain-list stack">
        {owners.map(({ line, person, erased }) => (
          <li key={line.owner} className="row">
            <span className="grow">
              <strong>{line.holder.kind === 'person' ? (person?.name ?? t(erased ? 'owners.erased' : 'app.unknown')) : line.name}</strong> ·{' '}
              {t(`owners.kind.${line.holder.kind}`)} · {percent(language, line.shareHundredths)} % · {t('exporters.from')}{' '}
              <DateText date={line.from} />
              {line.until !== null && (
                <>
                  {' '}
                  {t('exporters.to')} <DateText date={line.until} />
                </>
              )}
            </span>
            {data.mayWrite && line.until === null && <OwnerAct id={id} owner={line.owner} what="leavings" again={again} />}
            {data.mayWrite && line.holder.kind === 'person' && !erased && (
              <OwnerAct id={id} owner={line.owner} what="erasures" again={again} />
            )}
          </li>
        ))}
      </ul>
      <Source>{t('owners.source')}</Source>
    </Panel>
  )
}
function OwnerAct({ id, owner, what, again }: Omit<Parts, 'data'> & { readonly owner: string; readonly what: 'leavings' | 'erasures' }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t(`owners.${what}`)}
      explain={t(`owners.${what}.explain`)}
      go={t(`owners.${what}`)}
      path={`/api/exporters/${id}/owners/${owner}/${what}`}
      kind={what === 'erasures' ? 'danger' : 'plain'}
      data={reason.trim() === '' ? null : { reason: reason.trim() }}
      onDone={again}
    >
      <LongTextField label={t('cards.reason')} value={reason} onValue={setReason} maxLength={400} required />
    </ActDialog>
  )
}

function EnterOwnerDialog({ id, again }: Omit<Parts, 'data'>) {
  const { t } = useWords()
  const [form, setForm] = useState<OwnerForm>(() => ({
    role: 'owner',
    kind: 'person',
    name: '',
    country: 'CD',
    share: '',
    from: todayHere(),
  }))
  const change = (part: Partial<OwnerForm>) => setForm({ ...form, ...part })
  return (
    <ActDialog
      title={t('owners.enter')}
      explain={t('owners.enter.explain')}
      go={t('exporters.save')}
      path={`/api/exporters/${id}/owners`}
      data={ownerOf(form)}
      onDone={again}
    >
      <SelectField
        label={t('owners.role')}
        value={form.role}
        options={(['owner', 'beneficial-owner'] as const).map((value) => ({ value, label: t(`owners.role.${value}`) }))}
        onValue={(role) => change({ role })}
      />
      <SelectField
        label={t('owners.kind')}
        value={form.kind}
        options={(['person', 'body'] as const).map((value) => ({ value, label: t(`owners.kind.${value}`) }))}
        onValue={(kind) => change({ kind })}
      />
      <TextField
        label={t('owners.name')}
        value={form.name}
        onValue={(name) => change({ name })}
        maxLength={120}
        autoComplete="off"
        required
      />
      <TextField
        label={t('owners.country')}
        value={form.country}
        onValue={(text) => change({ country: text.toUpperCase() })}
        maxLength={2}
        required
      />
      <TextField label={t('owners.share')} value={form.share} onValue={(share) => change({ share })} inputMode="decimal" required />
      <DateField label={t('exporters.from')} value={form.from} onValue={(from) => change({ from })} max={todayHere()} required />
    </ActDialog>
  )
}
