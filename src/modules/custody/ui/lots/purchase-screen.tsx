/*
A purchase at one place: which lots, at which price, from whom to whom. The other side signs on this screen or later from its own account; only
with both signatures is it binding, and only then may the goods change hands at once.
*/
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { madeId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { massText } from '../../../../app/kit/values.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { LotSummary } from '../../contract.ts'
import { amountOf } from '../../domain/lots/purchase.ts'
import { kilogramsText } from './kilograms.ts'
import { gramsOf, MassField } from './mass-field.tsx'
import { hundredthsOf, moneyText } from './money.ts'
import { OrganisationField, type OrganisationShown } from './pick.tsx'
import { useLots } from './use-lots.ts'

const payments = ['cash', 'bank', 'mobile-money', 'other'] as const

export function PurchaseScreen() {
  const { t } = useWords()
  const own = useMe().data?.organisation?.id
  const [side, setSide] = useState<'buyer' | 'seller' | ''>('')
  const [other, setOther] = useState('')
  const named = useAnswer<{ readonly organisations: readonly OrganisationShown[] }>('/api/organisations').data?.organisations
  const sellerName = named?.find((one) => one.id === other)?.name ?? t('act.buy.seller.unnamed')
  const seller = side === 'seller' ? own : side === 'buyer' && other !== '' ? other : undefined
  const asked = useLots(own && seller !== undefined ? { holder: seller } : null)
  const lots = asked.lots.filter((lot) => lot.remainingGrams > 0 && lot.state === 'held')
  return (
    <Page title={t('act.buy')} under={t('act.buy.explain')} crumbs={<AppLink to="/lots">{t('lots.title')}</AppLink>}>
      {!own ? (
        <EmptyState title={t('combine.no-organisation')} />
      ) : (
        <div className="stack">
          <Panel title={t('act.buy.sides')}>
            <div className="stack">
              <Choice
                legend={t('act.buy.we')}
                value={side}
                onValue={setSide}
                options={[
                  { value: 'buyer', label: t('act.buy.we.buy') },
                  { value: 'seller', label: t('act.buy.we.sell') },
                ]}
              />
              <OrganisationField
                label={t(side === 'seller' ? 'act.buy.buyer' : 'act.buy.seller')}
                value={other}
                onValue={setOther}
                not={own}
              />
            </div>
          </Panel>
          {asked.error && <ErrorState error={asked.error} again={asked.again} />}
          {asked.loading && <Loading />}
          {side === 'buyer' && !asked.loading && (
            <Note tone="calm" live>
              <b>{t('act.buy.ask')}</b>
              <p>{t('act.buy.ask.do', { seller: sellerName })}</p>
              {lots.length > 0 && <p>{t('act.buy.ask.seen')}</p>}
            </Note>
          )}
          {side === 'seller' && asked.answer && lots.length === 0 && (
            <EmptyState title={t('act.buy.none')}>{t('act.buy.none.do')}</EmptyState>
          )}
          {seller !== undefined && other !== '' && lots.length > 0 && (
            <PurchaseForm key={side} lots={lots} seller={seller} buyer={side === 'seller' ? other : own} gives={side === 'seller'} />
          )}
        </div>
      )}
    </Page>
  )
}

interface FormProps {
  readonly lots: readonly LotSummary[]
  readonly seller: string
  readonly buyer: string
}
const blank = {
  number: '',
  place: '',
  currency: 'USD',
  price: '',
  card: '',
  role: '',
  tax: '',
  taxReceipt: '',
  payment: 'cash',
  day: '',
  despite: '',
}
type Texts = typeof blank

/** What is written so far, as the command that it would be; `data` is null while something is missing. */
function purchaseOf(
  texts: Texts,
  chosen: ReadonlyMap<string, string>,
  more: Omit<FormProps, 'lots'> & { readonly handedOver: boolean; readonly taxType: string },
) {
  const { handedOver, taxType, seller, buyer } = more
  const price = hundredthsOf(texts.price)
  const lots = [...chosen].flatMap(([lot, typed]) => {
    const massGrams = gramsOf(typed)
    return massGrams === null || price === null ? [] : [{ lot, massGrams, priceHundredthsPerKilogram: price }]
  })
  const currency = texts.currency.trim().toUpperCase()
  const [number, place, role, tax] = [texts.number.trim(), texts.place.trim(), texts.role.trim(), hundredthsOf(texts.tax)]
  const ready =
    lots.length === chosen.size && lots.length > 0 && number !== '' && place !== '' && texts.day !== '' && (!handedOver || role !== '')
  const paid = {
    taxType,
    amountHundredths: tax ?? 0,
    currency,
    ...(texts.taxReceipt.trim() === '' ? {} : { receipt: texts.taxReceipt.trim() }),
  }
  const data = {
    ...{ number, seller, buyer, place, boughtOn: texts.day, currency, payment: texts.payment, lots, handedOver },
    ...(texts.card.trim() === '' ? {} : { traderCard: texts.card.trim() }),
    ...(role === '' ? {} : { otherSideFunction: role }),
    ...(texts.despite.trim() === '' ? {} : { despite: texts.despite.trim() }),
    ...((tax ?? 0) === 0 ? {} : { taxes: [paid] }),
  }
  const total = lots.reduce((sum, one) => sum + amountOf(one.massGrams, one.priceHundredthsPerKilogram), 0)
  return { data: ready ? data : null, total, currency }
}

/** `gives`: the own side is the seller; only then can the other side sign here. */
function PurchaseForm({ lots, seller, buyer, gives }: FormProps & { readonly gives: boolean }) {
  const { t, language } = useWords()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const [texts, setTexts] = useState<Texts>(() => ({ ...blank, day: todayHere() }))
  const [handedOver, setHandedOver] = useState(false)
  const { send, sending, error } = useCommand('/api/purchases')
  const set = (part: Partial<Texts>) => setTexts({ ...texts, ...part })
  const { data, total, currency } = purchaseOf(texts, chosen, { seller, buyer, handedOver, taxType: t('act.buy.tax.type') })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const receipt = data === null ? null : await send(data).catch(() => null)
    if (receipt) await navigate({ to: `/slips/purchases/${madeId(receipt)}` })
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <BoughtLots lots={lots} chosen={chosen} onChosen={setChosen} />
      <div className="columns">
        <PricePanel texts={texts} set={set} />
        <Panel title={t('act.buy.signatures')}>
          <div className="stack">
            <p className="sticky-sum" role="status">
              {t('act.buy.total')}
              {t('app.colon')} <b>{moneyText(language, total, currency)}</b>
            </p>
            {gives ? (
              <>
                <TextField
                  label={t('act.buy.other')}
                  hint={t('act.buy.other.hint')}
                  value={texts.role}
                  onValue={(role) => set({ role })}
                  maxLength={80}
                  required={handedOver}
                />
                <CheckChoice
                  label={t('act.buy.hand-over')}
                  hint={t('act.buy.hand-over.hint')}
                  checked={handedOver}
                  onChecked={setHandedOver}
                />
              </>
            ) : (
              <p>{t('act.buy.seller-confirms')}</p>
            )}
            <TextField
              label={t('act.suspended.despite')}
              value={texts.despite}
              onValue={(despite) => set({ despite })}
              maxLength={400}
              required={false}
            />
          </div>
        </Panel>
      </div>
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={sending} disabled={data === null}>
          {t('act.buy.go')}
        </Button>
      </div>
    </form>
  )
}

interface BoughtProps {
  readonly lots: readonly LotSummary[]
  readonly chosen: ReadonlyMap<string, string>
  readonly onChosen: (chosen: ReadonlyMap<string, string>) => void
}
function BoughtLots({ lots, chosen, onChosen }: BoughtProps) {
  const { t, language } = useWords()
  const choose = (lot: LotSummary, on: boolean) => {
    const next = new Map(chosen)
    if (on) next.set(lot.id, kilogramsText(language, lot.remainingGrams))
    else next.delete(lot.id)
    onChosen(next)
  }
  return (
    <Panel title={t('act.buy.lots')} aside={<span className="small">{t('combine.chosen', { n: chosen.size })}</span>}>
      <ul className="plain-list stack" style={{ gap: 10 }}>
        {lots.map((lot) => (
          <li key={lot.id} className={chosen.has(lot.id) ? 'draw-row' : 'draw-row off'}>
            <CheckChoice
              label={`${lot.number} · ${t(`mineral.${lot.mineral}`)}`}
              hint={[t(`lots.kind.${lot.kind}`), lot.siteName, massText(language, lot.remainingGrams)].filter(Boolean).join(' · ')}
              checked={chosen.has(lot.id)}
              onChecked={(on) => choose(lot, on)}
            />
            {chosen.has(lot.id) && (
              <MassField
                label={t('act.buy.mass')}
                value={chosen.get(lot.id) ?? ''}
                onValue={(typed) => onChosen(new Map(chosen).set(lot.id, typed))}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function PricePanel({ texts, set }: { readonly texts: Texts; readonly set: (part: Partial<Texts>) => void }) {
  const { t } = useWords()
  const fault = texts.price !== '' && hundredthsOf(texts.price) === null ? t('lots.assay.value.fault') : undefined
  const taxed = (hundredthsOf(texts.tax) ?? 0) > 0
  return (
    <Panel title={t('act.buy.price')}>
      <div className="stack">
        <TextField
          label={t('act.buy.number')}
          hint={t('act.buy.number.hint')}
          value={texts.number}
          onValue={(number) => set({ number })}
          maxLength={60}
          required
        />
        <TextField label={t('act.buy.place')} value={texts.place} onValue={(place) => set({ place })} maxLength={120} required />
        <DateField label={t('act.buy.day')} value={texts.day} onValue={(day) => set({ day })} max={todayHere()} required />
        <TextField
          label={t('act.buy.perkg')}
          fault={fault}
          value={texts.price}
          onValue={(price) => set({ price })}
          inputMode="decimal"
          required
        />
        <TextField label={t('act.buy.currency')} value={texts.currency} onValue={(currency) => set({ currency })} maxLength={3} required />
        <SelectField
          label={t('act.buy.payment')}
          value={texts.payment}
          options={payments.map((one) => ({ value: one, label: t(`act.pay.${one}`) }))}
          onValue={(payment) => set({ payment })}
        />
        <TextField label={t('act.buy.card')} value={texts.card} onValue={(card) => set({ card })} maxLength={60} />
        <TextField label={t('act.buy.tax')} value={texts.tax} onValue={(tax) => set({ tax })} inputMode="decimal" />
        {taxed && (
          <TextField
            label={t('act.buy.tax.receipt')}
            value={texts.taxReceipt}
            onValue={(taxReceipt) => set({ taxReceipt })}
            maxLength={60}
          />
        )}
      </div>
    </Panel>
  )
}
