/*
Bags become a trader's lot, lots become an export lot. The list holds what this organisation has in hand; each line may give all
that is left of it or part. The sum runs along, and the weight of the scale is set against it before anybody confirms.
*/
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { madeId } from '../../../../app/api.ts'
import { useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { massText } from '../../../../app/kit/values.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { LotSummary } from '../../contract.ts'
import { Balance } from './balance.tsx'
import { balanceFinding, type Draw, sumDraws, type Summed } from './combination.ts'
import { kilogramsText } from './kilograms.ts'
import { LotStateMark } from './lot-marks.tsx'
import { gramsOf, MassField } from './mass-field.tsx'
import { useLots } from './use-lots.ts'

type CombinedKind = 'trader-lot' | 'export-lot'

export function CombineScreen() {
  const { t } = useWords()
  const me = useMe().data
  const own = me?.organisation?.id
  const asked = useLots(own ? { holder: own, state: 'held' } : null)
  const usable = asked.lots.filter((lot) => lot.remainingGrams > 0)
  const quarantined = useLots(own ? { holder: own, state: 'quarantined' } : null).lots
  return (
    <Page
      title={t('combine.title')}
      under={t('combine.explain')}
      crumbs={<AppLink to="/lots">{t('lots.title')}</AppLink>}
      answer={asked.answer}
    >
      {!own ? (
        <EmptyState title={t('combine.no-organisation')} />
      ) : asked.error ? (
        <ErrorState error={asked.error} again={asked.again} />
      ) : asked.loading ? (
        <Loading />
      ) : usable.length === 0 ? (
        <EmptyState title={t('combine.none')}>{t('combine.none.do')}</EmptyState>
      ) : (
        <CombineForm lots={usable} more={asked.more} />
      )}
      {quarantined.length > 0 && <Quarantined lots={quarantined} />}
    </Page>
  )
}

/** What is in hand and cannot be used is named, or people look for it. */
function Quarantined({ lots }: { readonly lots: readonly LotSummary[] }) {
  const { t, language } = useWords()
  return (
    <Panel title={t('combine.quarantined')}>
      <div className="stack">
        <Note tone="red">{t('combine.quarantined.explain', { n: lots.length })}</Note>
        <ul className="plain-list stack" style={{ gap: 6 }}>
          {lots.map((lot) => (
            <li key={lot.id} className="row tight">
              <AppLink to={`/lots/${lot.id}`}>{lot.number}</AppLink> <LotStateMark state={lot.state} />
              <span className="small">{[lot.siteName, massText(language, lot.remainingGrams)].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}

function CombineForm({ lots, more }: { readonly lots: readonly LotSummary[]; readonly more: (() => void) | null }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [kind, setKind] = useState<CombinedKind | ''>('')
  const [number, setNumber] = useState('')
  const [day, setDay] = useState(todayHere)
  const [mass, setMass] = useState('')
  const [draws, setDraws] = useState<ReadonlyMap<string, string>>(new Map())
  const { send, sending, error } = useCommand('/api/lots')
  const chosen: readonly Draw[] = lots.flatMap((lot) => (draws.has(lot.id) ? [{ lot, typed: draws.get(lot.id) ?? '' }] : []))
  const summed = sumDraws(chosen)
  const grams = gramsOf(mass)
  const ready = kind !== '' && number.trim() !== '' && grams !== null && summed.inputs.length > 0 && summed.faults.size === 0 && day !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const receipt = await send({ number: number.trim(), kind, massGrams: grams, formedOn: day, inputs: summed.inputs }).catch(() => null)
    if (receipt) await navigate({ to: `/lots/${madeId(receipt)}` })
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Inputs lots={lots} draws={draws} setDraws={setDraws} summed={summed} more={more} />
      <div className="columns">
        <Panel title={t('combine.lot')}>
          <div className="stack">
            <Choice
              legend={t('lots.kind')}
              value={kind}
              onValue={setKind}
              options={[
                { value: 'trader-lot', label: t('lots.kind.trader-lot'), hint: t('combine.trader.hint') },
                { value: 'export-lot', label: t('lots.kind.export-lot'), hint: t('combine.export.hint') },
              ]}
            />
            <TextField
              label={t('combine.number')}
              hint={t('combine.number.hint')}
              value={number}
              onValue={setNumber}
              maxLength={40}
              required
            />
            <DateField label={t('combine.day')} value={day} onValue={setDay} max={todayHere()} required />
            <MassField label={t('combine.mass')} value={mass} onValue={setMass} />
          </div>
        </Panel>
        <Panel title={t('combine.balance')}>
          <Balance
            beforeLabel={t('combine.sum', { n: summed.inputs.length })}
            beforeGrams={summed.inputGrams}
            afterLabel={t('combine.mass')}
            afterGrams={summed.inputs.length === 0 ? null : grams}
            finding={grams === null || kind === '' || summed.inputs.length === 0 ? null : balanceFinding(kind, summed.inputGrams, grams)}
          />
          <Source>{t('combine.source')}</Source>
        </Panel>
      </div>
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={sending} disabled={!ready}>
          {t('combine.go')}
        </Button>
      </div>
    </form>
  )
}

interface InputsProps {
  readonly lots: readonly LotSummary[]
  readonly draws: ReadonlyMap<string, string>
  readonly setDraws: (draws: ReadonlyMap<string, string>) => void
  readonly summed: Summed
  readonly more: (() => void) | null
  readonly title?: string
}
export function Inputs({ lots, draws, setDraws, summed, more, title }: InputsProps) {
  const { t, language } = useWords()
  const [text, setText] = useState('')
  const first = lots.find((lot) => draws.has(lot.id))
  const wanted = text.trim().toLowerCase()
  const shown = lots.filter((lot) => draws.has(lot.id) || `${lot.number} ${lot.siteName ?? ''}`.toLowerCase().includes(wanted))
  const choose = (chosen: readonly LotSummary[], on: boolean) => {
    const next = new Map(draws)
    for (const lot of chosen) {
      if (on) next.set(lot.id, kilogramsText(language, lot.remainingGrams))
      else next.delete(lot.id)
    }
    setDraws(next)
  }
  const sameMineral = shown.filter((lot) => lot.mineral === (first ?? shown[0])?.mineral)
  return (
    <Panel title={title ?? t('combine.inputs')} aside={<span className="small">{t('combine.chosen', { n: draws.size })}</span>}>
      <div className="stack">
        <div className="row">
          <TextField label={t('table.filter')} type="search" value={text} onValue={setText} />
          <Button onClick={() => choose(sameMineral, true)}>{t('combine.all', { n: sameMineral.length })}</Button>
          {draws.size > 0 && <Button onClick={() => setDraws(new Map())}>{t('combine.clear')}</Button>}
        </div>
        <ul className="plain-list stack" style={{ gap: 10 }}>
          {shown.map((lot) => (
            <li key={lot.id} className={draws.has(lot.id) ? 'draw-row' : 'draw-row off'}>
              <CheckChoice
                label={`${lot.number} · ${t(`mineral.${lot.mineral}`)}`}
                hint={[t(`lots.kind.${lot.kind}`), lot.siteName, t('combine.left', { mass: massText(language, lot.remainingGrams) })]
                  .filter(Boolean)
                  .join(' · ')}
                checked={draws.has(lot.id)}
                onChecked={(on) => choose([lot], on)}
              />
              {draws.has(lot.id) && (
                <div>
                  <MassField
                    label={t('combine.draw')}
                    value={draws.get(lot.id) ?? ''}
                    onValue={(typed) => setDraws(new Map(draws).set(lot.id, typed))}
                  />
                  <DrawTrouble fault={summed.faults.get(lot.id)} />
                </div>
              )}
            </li>
          ))}
        </ul>
        {more && <Button onClick={more}>{t('lots.more')}</Button>}
        <p className="sticky-sum" role="status">
          {t('combine.sum', { n: summed.inputs.length })}
          {t('app.colon')} <b>{massText(language, summed.inputGrams)}</b>
        </p>
      </div>
    </Panel>
  )
}

function DrawTrouble({ fault }: { readonly fault: 'not-a-mass' | 'more-than-left' | 'other-mineral' | undefined }) {
  const { t } = useWords()
  if (fault === undefined || fault === 'not-a-mass') return null
  return (
    <Note tone="red" live>
      {t(`combine.fault.${fault}`)}
    </Note>
  )
}
