/*
The gold desk of a trading centre: a sachet is weighed, tested, paid and sealed, on a telephone first. Fine gold, amount and the price beside the
reference run along while one types. What was typed stays on the device until it is sent. The digger is the number of a card, never a name.
*/
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { madeId, sendFile } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, Field, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { PriceShown } from '../../contract-gold.ts'
import { hundredthsOf } from '../lots/money.ts'
import { OrganisationField, type PickedSite, SiteField } from '../lots/pick.tsx'
import { useKept } from '../lots/use-kept.ts'
import { FinenessFields, GoldMassField, finenessData } from './gold-fields.tsx'
import { milligramsOf } from './gold-figures.ts'
import { Worth } from './gold-worth.tsx'

const forms = ['dust', 'amalgam', 'sponge', 'nugget', 'dore'] as const
const payments = ['cash', 'mobile-money', 'bank', 'other'] as const
const blank = {
  ...{ serial: '', place: '', card: '', cooperative: '', produced: '', sealed: '', mass: '', form: 'dust' },
  ...{ fineness: '', method: 'touchstone', uncertainty: '', price: '', per: 'gross', currency: 'USD', payment: 'cash' },
  ...{ site: '', siteName: '', siteCode: '', buyer: '' },
}
type Texts = typeof blank
const given = (text: string): string | undefined => text.trim() || undefined

/** What is written so far, as the command that it would be; `null` while something is missing. */
function sachetOf(texts: Texts, buyer: string | undefined, photo: object | null) {
  const [massMilligrams, fineness, price] = [milligramsOf(texts.mass), finenessData(texts), hundredthsOf(texts.price)]
  const [serial, card, cooperative] = [texts.serial.trim(), given(texts.card), given(texts.cooperative)]
  const isWhole = massMilligrams !== null && fineness !== null && serial !== '' && texts.produced !== '' && buyer !== undefined
  if (!isWhole || (card === undefined && cooperative === undefined)) return null
  const currency = texts.currency.trim().toUpperCase()
  return {
    ...{ serial, site: texts.site === '' ? null : texts.site, place: given(texts.place), artisanCard: card, cooperative, buyer },
    ...{ producedOn: texts.produced, sealedOn: given(texts.sealed), massMilligrams, form: texts.form, ...fineness },
    ...(price === null ? {} : { price: { currency, hundredthsPerGram: price, per: texts.per, payment: texts.payment } }),
    ...(photo === null ? {} : { photo }),
  }
}

export function BuyGoldScreen() {
  const { t } = useWords()
  const own = useMe().data?.organisation
  const trades = own !== undefined && own !== null && ['cooperative', 'trader', 'processor', 'exporter'].includes(own.kind)
  return (
    <Page title={t('gold.buy')} under={t('gold.buy.explain')} crumbs={<AppLink to="/gold">{t('gold.title')}</AppLink>}>
      {own ? <BuyForm own={trades ? own.id : undefined} /> : <EmptyState title={t('combine.no-organisation')} />}
    </Page>
  )
}

function BuyForm({ own }: { readonly own: string | undefined }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [texts, set, forget] = useKept<Texts>('gold-sachet', { ...blank, produced: todayHere(), sealed: todayHere() })
  const [photo, setPhoto] = useState<object | null>(null)
  const { send, sending, error } = useCommand('/api/gold/sachets')
  const buyer = own ?? given(texts.buyer)
  const data = sachetOf(texts, buyer, photo)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const receipt = data === null ? null : await send(data).catch(() => null)
    if (!receipt) return
    forget()
    await navigate({ to: `/slips/gold/${madeId(receipt)}` })
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <div className="columns">
        <Origin texts={texts} set={set} asksBuyer={own === undefined} />
        <Scale texts={texts} set={set} />
        <Price texts={texts} set={set} />
        <Photo taken={photo !== null} onPhoto={setPhoto} />
      </div>
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={sending} disabled={data === null}>
          {t('gold.buy.go')}
        </Button>
      </div>
    </form>
  )
}

interface PartProps {
  readonly texts: Texts
  readonly set: (part: Partial<Texts>) => void
}
function Origin({ texts, set, asksBuyer }: PartProps & { readonly asksBuyer: boolean }) {
  const { t } = useWords()
  const site: PickedSite | null = texts.site === '' ? null : { id: texts.site, name: texts.siteName, nationalId: texts.siteCode }
  const pick = (one: PickedSite | null) => set({ site: one?.id ?? '', siteName: one?.name ?? '', siteCode: one?.nationalId ?? '' })
  return (
    <Panel title={t('gold.origin')}>
      <div className="stack">
        <TextField
          label={t('gold.serial')}
          hint={t('gold.serial.hint')}
          value={texts.serial}
          onValue={(serial) => set({ serial })}
          maxLength={40}
          autoComplete="off"
          required
        />
        <SiteField label={t('gold.site')} value={site} onValue={pick} />
        <TextField
          label={t('gold.card')}
          hint={t('gold.card.hint')}
          fault={texts.card.trim() !== '' && !/\d/.test(texts.card) ? t('gold.card.fault') : undefined}
          value={texts.card}
          onValue={(card) => set({ card })}
          maxLength={60}
          autoComplete="off"
        />
        <OrganisationField
          label={t('gold.cooperative')}
          value={texts.cooperative}
          onValue={(cooperative) => set({ cooperative })}
          kinds={['cooperative']}
        />
        <TextField label={t('gold.place')} value={texts.place} onValue={(place) => set({ place })} maxLength={120} />
        {asksBuyer && <OrganisationField label={t('gold.buyer')} value={texts.buyer} onValue={(buyer) => set({ buyer })} />}
      </div>
    </Panel>
  )
}

function Scale({ texts, set }: PartProps) {
  const { t } = useWords()
  return (
    <Panel title={t('gold.scale')}>
      <div className="stack">
        <GoldMassField label={t('gold.mass')} value={texts.mass} onValue={(mass) => set({ mass })} />
        <SelectField
          label={t('gold.form')}
          value={texts.form}
          options={forms.map((one) => ({ value: one, label: t(`gold.form.${one}`) }))}
          onValue={(form) => set({ form })}
        />
        <FinenessFields texts={texts} set={set} />
        <DateField label={t('gold.produced')} value={texts.produced} onValue={(produced) => set({ produced })} max={todayHere()} required />
        <DateField label={t('gold.sealed')} value={texts.sealed} onValue={(sealed) => set({ sealed })} max={todayHere()} required />
      </div>
    </Panel>
  )
}

function Price({ texts, set }: PartProps) {
  const { t } = useWords()
  const currency = texts.currency.trim().toUpperCase()
  const day = texts.sealed === '' ? todayHere() : texts.sealed
  const path = /^[A-Z]{3}$/.test(currency) ? `/api/gold/prices?currency=${currency}&on=${day}` : null
  const { data } = useAnswer<{ readonly prices: readonly PriceShown[] }>(path)
  const hundredthsPerGram = hundredthsOf(texts.price)
  const per = texts.per === 'fine' ? ('fine' as const) : ('gross' as const)
  return (
    <Panel title={t('gold.price')}>
      <div className="stack">
        <TextField
          label={t('gold.price.per-gram')}
          fault={texts.price.trim() !== '' && hundredthsPerGram === null ? t('gold.price.fault') : undefined}
          value={texts.price}
          onValue={(price) => set({ price })}
          inputMode="decimal"
          autoComplete="off"
        />
        <Choice
          legend={t('gold.price.per')}
          value={per}
          onValue={(one) => set({ per: one })}
          options={[
            { value: 'gross', label: t('gold.price.gross') },
            { value: 'fine', label: t('gold.price.fine') },
          ]}
        />
        <TextField label={t('act.buy.currency')} value={texts.currency} onValue={(one) => set({ currency: one })} maxLength={3} />
        <SelectField
          label={t('act.buy.payment')}
          value={texts.payment}
          options={payments.map((one) => ({ value: one, label: t(`act.pay.${one}`) }))}
          onValue={(payment) => set({ payment })}
        />
        <Worth
          massMilligrams={milligramsOf(texts.mass)}
          finenessTenthsPerMille={finenessData(texts)?.finenessTenthsPerMille ?? null}
          price={hundredthsPerGram === null ? null : { hundredthsPerGram, per }}
          currency={currency}
          reference={data?.prices[0]}
        />
        <Source>{t('gold.worth.source')}</Source>
      </div>
    </Panel>
  )
}

function Photo({ taken, onPhoto }: { readonly taken: boolean; readonly onPhoto: (file: object | null) => void }) {
  const { t } = useWords()
  const [error, setError] = useState<unknown>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    setError(null)
    try {
      onPhoto((await sendFile<{ readonly file: object }>('/api/files', file)).file)
    } catch (failed) {
      setError(failed)
    }
  }
  return (
    <Panel title={t('gold.photo')}>
      <div className="stack">
        <Field label={t('gold.photo')} hint={t(taken ? 'gold.photo.kept' : 'gold.photo.hint')}>
          {(wiring) => (
            <input
              className="input"
              type="file"
              accept="image/jpeg,image/png"
              capture="environment"
              {...wiring}
              onChange={(event) => void take(event.target.files?.[0])}
            />
          )}
        </Field>
        {error !== null && <ErrorState error={error} />}
      </div>
    </Panel>
  )
}
