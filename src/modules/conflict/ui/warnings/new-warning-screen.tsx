/*
A warning in one short page, also on a telephone held in one hand. Hours are those of the place. Where persons are touched there are counts and no words, and the
page leads to the sealed form. Below stands what one sent oneself, and what one is told of it.
*/
import { type FormEvent, useState } from 'react'
import { fieldHand } from '../../../../app/device.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { SearchPick, useSearch } from '../../../../app/kit/search-pick.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { instantText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { ReporterKind, WarningChannel, type WarningList, WarningType } from '../../contract-warnings.ts'
import { zoneOfPlace } from '../../domain/warnings/zones.ts'
import { SeverityMark, StateMark, severityText } from './warning-marks.tsx'
import { type WarningDraft, blankWarning, isAboutPersons, warningOf } from './warning-draft.ts'

export function NewWarningScreen() {
  const { t } = useWords()
  const [url] = useUrlState()
  const [isSent, setSent] = useState(false)
  return (
    <Page title={t('warning-new.title')} under={t('warning-new.under')}>
      {isSent ? (
        <div className="stack">
          <Note tone="good" live>
            {t(fieldHand() === null ? 'warning-new.sent' : 'warning-new.kept.offline')}
          </Note>
          <div className="form-actions">
            <Button onClick={() => setSent(false)}>{t('warning-new.another')}</Button>
          </div>
        </div>
      ) : (
        <WarningForm voice={url['voice'] ?? ''} onSent={() => setSent(true)} />
      )}
      <OwnWarnings />
    </Page>
  )
}

interface PartProps {
  readonly draft: WarningDraft
  readonly set: (part: Partial<WarningDraft>) => void
}
function WarningForm({ voice, onSent }: { readonly voice: string; readonly onSent: () => void }) {
  const { t } = useWords()
  const [draft, setDraft] = useState({ ...blankWarning, voice })
  const { send, sending, error } = useCommand('/api/conflict/warnings')
  const set = (part: Partial<WarningDraft>) => setDraft((before) => ({ ...before, ...part }))
  const data = warningOf(draft)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const receipt = data === null ? null : await send(data).catch(() => null)
    if (receipt !== null) onSent()
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {voice !== '' && <Note tone="calm">{t('warning-new.from-voice')}</Note>}
      <What draft={draft} set={set} />
      <Where draft={draft} set={set} />
      <Who draft={draft} set={set} />
      {error && <ErrorState error={error} />}
      {data === null && <p className="small">{t('warning-new.missing')}</p>}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={sending} disabled={data === null}>
          {t('warning-new.send')}
        </Button>
      </div>
      <Source>{t('warning-new.source')}</Source>
    </form>
  )
}

function What({ draft, set }: PartProps) {
  const { t } = useWords()
  const aboutPersons = isAboutPersons(draft)
  return (
    <Panel title={t('warning.what')}>
      <div className="stack">
        <SelectField
          label={t('warning.type')}
          value={draft.type}
          options={[
            { value: '', label: t('incident-new.choose') },
            ...WarningType.options.map((value) => ({ value, label: t(`warning.type.${value}`) })),
          ]}
          onValue={(type) => set({ type })}
          required
        />
        <Choice
          legend={t('warning.severity')}
          value={draft.severity}
          options={(['5', '4', '3', '2', '1'] as const).map((value) => ({ value, label: `${value} · ${severityText(t, Number(value))}` }))}
          onValue={(severity) => set({ severity })}
        />
        {aboutPersons ? (
          <Persons draft={draft} set={set} />
        ) : (
          <LongTextField
            label={t('warning.words.what')}
            hint={t('warning.words.hint')}
            value={draft.what}
            onValue={(what) => set({ what })}
            rows={3}
            maxLength={400}
          />
        )}
      </div>
    </Panel>
  )
}
function Persons({ draft, set }: PartProps) {
  const { t } = useWords()
  return (
    <>
      <Note>
        {t('warning.persons.note')} <AppLink to="/signals">{t('warning.persons.go')}</AppLink>
      </Note>
      <div className="row">
        {(['women', 'men', 'girls', 'boys'] as const).map((one) => (
          <TextField
            key={one}
            label={t(`warning.persons.${one}`)}
            type="number"
            inputMode="numeric"
            min={0}
            placeholder={t('warning.persons.uncounted')}
            value={draft[one]}
            onValue={(value) => set({ [one]: value })}
          />
        ))}
      </div>
    </>
  )
}

interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
interface Sites {
  readonly sites: readonly { readonly id: string; readonly name: string; readonly nationalId: string }[]
}
function Where({ draft, set }: PartProps) {
  const { t } = useWords()
  const me = useMe().data
  const areas = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas
  return (
    <Panel title={t('warning-new.where')}>
      <div className="stack">
        <NamedField
          label={t('warnings.zone')}
          value={draft.territoire}
          named={areas?.map(({ code, name }) => ({ id: code, name }))}
          empty={t('incident-new.choose')}
          onValue={(territoire) => set({ territoire })}
          required
        />
        {mayOpen('sites.read', me) && <SitePick draft={draft} set={set} />}
        <div className="row">
          <DateField
            label={t('warning-new.day')}
            hint={draft.territoire === '' ? t('warning-new.hour.place') : zoneOfPlace(draft.territoire).replace('_', ' ')}
            value={draft.day}
            onValue={(day) => set({ day })}
          />
          <TextField label={t('warning-new.hour')} type="time" value={draft.time} onValue={(time) => set({ time })} />
        </div>
      </div>
    </Panel>
  )
}
function SitePick({ draft, set }: PartProps) {
  const { t } = useWords()
  const search = useSearch()
  const { data, error } = useAnswer<Sites>(search.wanted === null ? null : `/api/sites?text=${encodeURIComponent(search.wanted)}`)
  if (draft.site !== '')
    return (
      <div className="row tight">
        <span className="grow">{t('warning-new.site.picked', { name: draft.siteName })}</span>
        <Button onClick={() => set({ site: '', siteName: '' })}>{t('incident-new.site.change')}</Button>
      </div>
    )
  return (
    <SearchPick
      {...{ label: t('warning-new.site'), hint: t('incident-new.site.hint'), none: t('incident-new.site.none'), search, error }}
      found={data?.sites.map(({ id, name, nationalId }) => ({ id, name, code: nationalId, mark: null }))}
      onPick={({ id, name }) => set({ site: id, siteName: name })}
    />
  )
}

/** Classes that take part most often; bodies of the register are named by who sorts. */
const classes = [
  'non-state-armed-group',
  'state-army',
  'police',
  'mines-police',
  'mines-division',
  'saemape',
  'cooperative',
  'trader',
  'unknown',
] as const
function Who({ draft, set }: PartProps) {
  const { t } = useWords()
  const bodies = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations').data
  return (
    <Panel title={t('warning-new.who')}>
      <div className="stack">
        <SelectField
          label={t('warning.reporter')}
          hint={t('warning.reporter.hint')}
          value={draft.reporter}
          options={ReporterKind.options.map((value) => ({ value: String(value), label: t(`warning.reporter.${value}`) }))}
          onValue={(reporter) => set({ reporter })}
        />
        <SelectField
          label={t('warning.channel')}
          value={draft.channel}
          options={WarningChannel.options.map((value) => ({ value: String(value), label: t(`warning.channel.${value}`) }))}
          onValue={(channel) => set({ channel })}
        />
        <SelectField
          label={t('warning.actors')}
          hint={t('warning.actors.hint')}
          value={draft.actor}
          options={[
            { value: '', label: t('warning.none-named') },
            ...classes.map((value) => ({ value: String(value), label: t(`incident-actor.${value}`) })),
          ]}
          onValue={(actor) => set({ actor })}
        />
        <NamedField
          label={t('warning.bodies')}
          value={draft.organisation}
          named={bodies?.organisations}
          empty={t('warning.none-named')}
          onValue={(organisation) => set({ organisation })}
        />
      </div>
    </Panel>
  )
}

function OwnWarnings() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<WarningList>('/api/conflict/warnings')
  if (error) return <ErrorState error={error} again={again} />
  return (
    <Panel title={t('warning-new.own')}>
      {data?.own.length === 0 && <EmptyState title={t('warning-new.own.none')}>{null}</EmptyState>}
      <ul className="plain-list stack">
        {data?.own.map((one) => (
          <li key={one.id}>
            <AppLink to={`/warnings/${one.id}`}>{one.number}</AppLink> · {t(`warning.type.${one.type}`)} · {one.territoireName}
            <div className="small">{instantText(one.receivedAt, one.zone)}</div>
            <SeverityMark severity={one.severity} /> <StateMark state={one.state} />
            {one.feedback !== null && <div>{t('warning.told-by', { way: t(`warning.way.${one.feedback}`) })}</div>}
            {one.because !== null && <div>{t('warning.false', { why: t(`warning.because.${one.because}`) })}</div>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
