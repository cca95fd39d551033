/*
A purchase at one place: which lots, at which price, from whom to whom. The other side signs on this screen or later from its own account; only
with both signatures is it binding, and only then may the goods change hands at once.
*/
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { madeId } from '../../../../app/api.ts'
import { useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { massText } from '../../../../app/kit/values.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { LotSummary } from '../../contract.ts'
import { amountOf } from '../../domain/lots/purchase.ts'
import { kilogramsText } from './kilograms.ts'
import { gramsOf, MassField } from './mass-field.tsx'
import { hundredthsOf, moneyText } from './money.ts'
import { OrganisationField } from './pick.tsx'
import { useLots } from './use-lots.ts'

const payments = ['cash', 'bank', 'mobile-money', 'other'] as const

export function PurchaseScreen() {
  const { t } = useWords()
  const own = useMe().data?.organisation?.id
  const [side, setSide] = useState<'buyer' | 'seller' | ''>('')
  const [other, setOther] = useState('')
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
          {seller !== undefined && asked.answer && lots.length === 0 && (
            <EmptyState title={t('act.buy.none')}>{t('act.buy.none.do')}</EmptyState>
          )}
          {seller !== undefined && other !== '' && lots.length > 0 && (
            <PurchaseForm lots={lots} seller={seller} buyer={side === 'seller' ? other : own} />
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
function PurchaseForm({ lots, seller, buyer }: FormProps) {
  const { t, language } = useWords()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const [texts, setTexts] = useState({ number: '', place: '', currency: 'USD', price: '', card: '', role: '', tax: '', taxReceipt: '' })
  const [payment, setPayment] = useState<(typeof payments)[number]>('cash')
  const [day, setDay] = useState(todayHere)
  const [handedOver, setHandedOver] = useState(false)
  const { send, sending, error } = useCommand('/api/purchases')
  const set = (part: Partial<typeof texts>) => setTexts({ ...texts, ...part })
  const price = hundredthsOf(texts.price)
  const lines = lots.flatMap((lot) => {
    const massGrams = chosen.has(lot.id) ? gramsOf(chosen.get(lot.id) ?? '') : null
    return massGrams === null || price === null ? [] : [{ lot: lot.id, massGrams, priceHundredthsPerKilogram: price }]
  })
  const total = lines.reduce((sum, one) => sum + amountOf(one.massGrams, one.priceHundredthsPerKilogram), 0)
  const currency = texts.currency.trim().toUpperCase()
  const tax = hundredthsOf(texts.tax)
  const signed = texts.role.trim() !== ''
  const ready =
    lines.length === chosen.size && lines.length > 0 && texts.number.trim() !== '' && texts.place.trim() !== '' && (!handedOver || signed)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const receipt = await send({
      ...{
        number: texts.number.trim(),
        seller,
        buyer,
        place: texts.place.trim(),
        boughtOn: day,
        currency,
        payment,
        lots: lines,
        handedOver,
      },
      ...(texts.card.trim() === '' ? {} : { traderCard: texts.card.trim() }),
      ...(signed ? { otherSideFunction: texts.role.trim() } : {}),
      ...(tax === null || tax === 0
        ? {}
        : {
            taxes: [
              {
                taxType: t('act.buy.tax.type'),
                amountHundredths: tax,
                currency,
                ...(texts.taxReceipt ? { receipt: texts.taxReceipt } : {}),
              },
            ],
          }),
    }).catch(() => null)
    if (receipt) await navigate({ to: `/slips/purchases/${madeId(receipt)}` })
  }
  const choose = (lot: LotSummary, on: boolean) => {
    const next = new Map(chosen)
    if (on) next.set(lot.id, kilogramsText(language, lot.remainingGrams))
    else next.delete(lot.id)
    setChosen(next)
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
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
                  onValue={(typed) => setChosen(new Map(chosen).set(lot.id, typed))}
                />
              )}
            </li>
          ))}
        </ul>
      </Panel>
      <div className="columns">
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
            <DateField label={t('act.buy.day')} value={day} onValue={setDay} max={todayHere()} required />
            <TextField
              label={t('act.buy.perkg')}
              fault={texts.price !== '' && price === null ? t('lots.assay.value.fault') : undefined}
              value={texts.price}
              onValue={(text) => set({ price: text })}
              inputMode="decimal"
              required
            />
            <TextField
              label={t('act.buy.currency')}
              value={texts.currency}
              onValue={(text) => set({ currency: text })}
              maxLength={3}
              required
            />
            <SelectField
              label={t('act.buy.payment')}
              value={payment}
              options={payments.map((one) => ({ value: one, label: t(`act.pay.${one}`) }))}
              onValue={setPayment}
            />
            <TextField label={t('act.buy.card')} value={texts.card} onValue={(card) => set({ card })} maxLength={60} />
            <TextField label={t('act.buy.tax')} value={texts.tax} onValue={(text) => set({ tax: text })} inputMode="decimal" />
            {tax !== null && tax > 0 && (
              <TextField
                label={t('act.buy.tax.receipt')}
                value={texts.taxReceipt}
                onValue={(taxReceipt) => set({ taxReceipt })}
                maxLength={60}
              />
            )}
          </div>
        </Panel>
        <Panel title={t('act.buy.signatures')}>
          <div className="stack">
            <p className="sticky-sum" role="status">
              {t('act.buy.total')}
              {t('app.colon')} <b>{moneyText(language, total, currency)}</b>
            </p>
            <TextField
              label={t('act.buy.other')}
              hint={t('act.buy.other.hint')}
              value={texts.role}
              onValue={(role) => set({ role })}
              maxLength={80}
              required={handedOver}
            />
            <CheckChoice label={t('act.buy.hand-over')} hint={t('act.buy.hand-over.hint')} checked={handedOver} onChecked={setHandedOver} />
          </div>
        </Panel>
      </div>
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={sending} disabled={!ready}>
          {t('act.buy.go')}
        </Button>
      </div>
    </form>
  )
}
