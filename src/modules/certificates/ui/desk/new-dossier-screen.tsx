/* The exporter opens the dossier of an export lot: the lot brings its mass, its sites and its tags; the form asks only the rest. */
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { madeId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { massText } from '../../../../app/kit/values.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { LotDetail, LotSummary } from '../../../custody/contract.ts'
import { type Held, holdOf } from './hold-of.ts'
import { HoldReason } from './lot-held.tsx'
import { startOf } from './new-start.ts'
import { emptyTerms, missingIn, TermsFields, termsOf } from './terms-form.tsx'

export function NewDossierScreen() {
  const { t } = useWords()
  const own = useMe().data?.organisation?.id
  const path = own ? `/api/lots?holder=${own}&kind=export-lot&state=held` : null
  const { data, answer, error, again } = useAnswer<{ readonly lots: readonly LotSummary[] }>(path)
  return (
    <Page
      title={t('dossier.new')}
      under={t('dossier.new.explain')}
      crumbs={<AppLink to="/certificates">{t('desk.title')}</AppLink>}
      answer={answer}
    >
      {!own ? (
        <EmptyState title={t('dossier.no-organisation')} />
      ) : error ? (
        <ErrorState error={error} again={again} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <NotFree lots={data.lots} />
          {data.lots.length === 0 ? (
            <EmptyState title={t('dossier.no-lot')}>{t('dossier.no-lot.do')}</EmptyState>
          ) : (
            <NewDossier lots={data.lots} exporter={own} />
          )}
        </>
      )}
    </Page>
  )
}

/** The lot that was asked for and cannot be certified now: why, and who frees it. Its own page tells the rest. */
function NotFree({ lots }: { readonly lots: readonly LotSummary[] }) {
  const { t } = useWords()
  const [url] = useUrlState()
  const { notFree } = startOf(url, lots)
  const { data } = useAnswer<Held & Pick<LotDetail, 'lot'>>(notFree === null ? null : `/api/lots/${notFree}`)
  if (notFree === null || !data) return null
  const held = holdOf(data) !== null
  return (
    <Note tone="red">
      {t(held ? 'dossier.lot-held' : 'dossier.lot-not-free', { number: data.lot.number })} <HoldReason held={data} />{' '}
      <AppLink to={`/lots/${notFree}`}>{t('dossier.lot-see')}</AppLink>
    </Note>
  )
}

function NewDossier({ lots, exporter }: { readonly lots: readonly LotSummary[]; readonly exporter: string }) {
  const { t, language } = useWords()
  const [url] = useUrlState()
  const navigate = useNavigate()
  const start = startOf(url, lots)
  const [lot, setLot] = useState(start.lot)
  const [form, setForm] = useState(emptyTerms)
  const [replaces, setReplaces] = useState(start.replaces)
  const { send, sending, error } = useCommand('/api/dossiers')
  const terms = termsOf(form)
  const missing = [...(lot === '' ? (['dossier.lot'] as const) : []), ...missingIn(form)].map((label) => t(label))
  const options = lots.map((one) => ({
    value: String(one.id),
    label: `${one.number} · ${t(`mineral.${one.mineral}`)} · ${massText(language, one.massGrams)}`,
  }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (terms === null || lot === '') return
    const data = { lot, exporter, terms, ...(replaces.trim() === '' ? {} : { replaces: replaces.trim() }) }
    const receipt = await send(data).catch(() => null)
    if (receipt) await navigate({ to: `/certificates/dossiers/${madeId(receipt)}` })
  }
  return (
    <form className="columns" onSubmit={(event) => void submit(event)}>
      <Panel title={t('dossier.lot')}>
        <div className="stack">
          <SelectField
            label={t('dossier.lot')}
            value={lot}
            options={[{ value: '', label: t('dossier.choose') }, ...options]}
            onValue={setLot}
            required
          />
          <TextField
            label={t('dossier.replaces')}
            hint={t('dossier.replaces.hint')}
            value={replaces}
            onValue={setReplaces}
            maxLength={24}
          />
        </div>
      </Panel>
      <Panel title={t('dossier.terms')}>
        <div className="stack">
          <TermsFields form={form} change={(part) => setForm({ ...form, ...part })} />
          {missing.length > 0 && <p className="small">{t('dossier.still-missing', { fields: missing })}</p>}
          {error && <ErrorState error={error} />}
          <div className="form-actions">
            <Button kind="primary" type="submit" busy={sending} disabled={terms === null || lot === ''}>
              {t('dossier.open')}
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  )
}
