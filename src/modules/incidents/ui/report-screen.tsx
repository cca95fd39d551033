/*
A report of an incident: kind, place, day, what was seen, a photograph. The same form at a desk and on a telephone without network. What is
typed stays on the device until it is kept; a word that looks like a person's name is pointed out and never refused.
*/
import { type FormEvent, useState } from 'react'
import { useAnswer, useCommand } from '../../../app/ask.ts'
import { fieldHand } from '../../../app/device.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { mayOpen, useMe } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import { nameLike } from '../domain/name-like.ts'
import { actorClasses, categories, confidentialities, placeKinds, sources } from './choices.ts'
import { PhotoField } from './photo-field.tsx'
import { SiteChoice } from './site-choice.tsx'
import { type ReportTexts, blankReport, reportOf, useKeptReport } from './report-form.ts'

const isPhone = (): boolean => fieldHand() !== null

export function ReportScreen() {
  const { t } = useWords()
  const [kept, setKept] = useState(false)
  const me = useMe().data
  return (
    <Page
      title={t('incident-new.title')}
      under={t('incident-new.under')}
      crumbs={
        isPhone()
          ? mayOpen('conflict.warn', me) && <AppLink to="/warnings/new">{t('warning-new.title.short')}</AppLink>
          : mayOpen('incidents.read', me) && <AppLink to="/incidents">{t('incidents.nav')}</AppLink>
      }
    >
      {kept ? (
        <div className="stack">
          <Note tone="good">{t(isPhone() ? 'incident-new.kept.offline' : 'incident-new.kept')}</Note>
          <div className="form-actions">
            <Button onClick={() => setKept(false)}>{t('incident-new.another')}</Button>
          </div>
        </div>
      ) : (
        <ReportForm onKept={() => setKept(true)} />
      )}
    </Page>
  )
}

function ReportForm({ onKept }: { readonly onKept: () => void }) {
  const { t } = useWords()
  const [url] = useUrlState()
  const fromLink = url['site'] ? { site: url['site'], siteName: url['siteName'] ?? url['site'], kind: 'site' } : {}
  const [texts, set, forget] = useKeptReport({ ...blankReport, source: isPhone() ? 'field' : 'committee', received: todayHere() }, fromLink)
  const [photos, setPhotos] = useState<readonly object[]>([])
  const { send, sending, error } = useCommand('/api/incidents')
  const hit = url['hit'] ?? ''
  const lots = url['lot'] ? [url['lot']] : []
  const data = reportOf(texts, { photos, hit, lots })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const receipt = data === null ? null : await send(data).catch(() => null)
    if (receipt === null) return
    forget()
    onKept()
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {hit !== '' && <Note tone="calm">{t('incident-new.from-hit')}</Note>}
      <div className="columns">
        <What texts={texts} set={set} />
        <Where texts={texts} set={set} />
        <Who texts={texts} set={set} />
      </div>
      <Panel title={t('incident-new.photo')}>
        <PhotoField n={photos.length} onPhoto={(one) => setPhotos([...photos, one])} />
      </Panel>
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={sending} disabled={data === null}>
          {t('incident-new.send')}
        </Button>
      </div>
    </form>
  )
}

interface PartProps {
  readonly texts: ReportTexts
  readonly set: (part: Partial<ReportTexts>) => void
}
function What({ texts, set }: PartProps) {
  const { t } = useWords()
  const found = nameLike(texts.account, [texts.siteName, texts.place])
  return (
    <Panel title={t('incident-new.what')}>
      <div className="stack">
        <SelectField
          label={t('incident-new.category')}
          value={texts.category}
          options={[
            { value: '', label: t('incident-new.choose') },
            ...categories.map((value) => ({ value, label: t(`incident.category.${value}`) })),
          ]}
          onValue={(category) => set({ category })}
          required
        />
        <LongTextField
          label={t('incident-new.account')}
          hint={t('incident-new.account.hint')}
          fault={found === null ? undefined : t('incident-new.names', { found })}
          value={texts.account}
          onValue={(account) => set({ account })}
          rows={5}
          maxLength={4_000}
          required
        />
        <DateField
          label={t('incident-new.occurred')}
          hint={t('incident-new.occurred.hint')}
          value={texts.occurred}
          max={todayHere()}
          onValue={(occurred) => set({ occurred })}
        />
      </div>
    </Panel>
  )
}

function Where({ texts, set }: PartProps) {
  const { t } = useWords()
  const areas = useAnswer<{ readonly areas: readonly { readonly code: string; readonly level: string; readonly name: string }[] }>(
    texts.site === '' && !isPhone() ? '/api/places/areas' : null,
  ).data
  const named = areas?.areas.filter((one) => one.level === 'territoire').map((one) => ({ id: one.code, name: one.name }))
  return (
    <Panel title={t('incident-new.where')}>
      <div className="stack">
        <SelectField
          label={t('incident-new.place-kind')}
          value={texts.kind}
          options={placeKinds.map((value) => ({ value, label: t(`incident-place.${value}`) }))}
          onValue={(kind) => set({ kind, ...(kind === 'site' ? {} : { site: '', siteName: '' }) })}
        />
        {texts.kind === 'site' && (
          <SiteChoice
            value={texts.site === '' ? null : { id: texts.site, name: texts.siteName }}
            onValue={(one) => set({ site: one?.id ?? '', siteName: one?.name ?? '' })}
          />
        )}
        {texts.site === '' && (
          <TextField
            label={t('incident-new.place')}
            hint={t('incident-new.place.hint')}
            value={texts.place}
            onValue={(place) => set({ place })}
            maxLength={160}
          />
        )}
        {texts.site === '' && !isPhone() && (
          <NamedField
            label={t('incident-new.area')}
            value={texts.area}
            named={named}
            empty={t('incident-new.area.unknown')}
            onValue={(area) => set({ area })}
          />
        )}
      </div>
    </Panel>
  )
}

function Who({ texts, set }: PartProps) {
  const { t } = useWords()
  const bodies = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations').data
  return (
    <Panel title={t('incident-new.who')}>
      <div className="stack">
        <SelectField
          label={t('incident-new.actor')}
          value={texts.actor}
          options={[
            { value: '', label: t('incident-new.actor.none') },
            ...actorClasses.map((value) => ({ value, label: t(`incident-actor.${value}`) })),
          ]}
          onValue={(actor) => set({ actor })}
        />
        {texts.actor !== '' && (
          <TextField
            label={t('incident-new.unit')}
            hint={t('incident-new.unit.hint')}
            value={texts.unit}
            onValue={(unit) => set({ unit })}
            maxLength={120}
          />
        )}
        <NamedField
          label={t('incident-new.organisation')}
          hint={t('incident-new.organisation.hint')}
          value={texts.organisation}
          named={bodies?.organisations}
          empty={t('incident-new.organisation.none')}
          onValue={(organisation) => set({ organisation })}
        />
        {!isPhone() && (
          <>
            <SelectField
              label={t('incident-new.source')}
              value={texts.source}
              options={sources.map((value) => ({ value, label: t(`incident-source.${value}`) }))}
              onValue={(source) => set({ source })}
            />
            <DateField
              label={t('incident-new.received')}
              value={texts.received}
              max={todayHere()}
              onValue={(received) => set({ received })}
            />
            <SelectField
              label={t('incident-new.confidentiality')}
              value={texts.confidentiality}
              options={[
                { value: '', label: t('incident-new.confidentiality.rule') },
                ...confidentialities.map((value) => ({ value, label: t(`incident-confidentiality.${value}`) })),
              ]}
              onValue={(confidentiality) => set({ confidentiality })}
            />
          </>
        )}
      </div>
    </Panel>
  )
}
