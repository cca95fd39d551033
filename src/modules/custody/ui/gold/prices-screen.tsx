/* Prices of reference for gold, as somebody read and declared them with their source. Nothing here is fetched from anywhere. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, InstantText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { PriceShown } from '../../contract-gold.ts'
import { hundredthsOf, moneyText } from '../lots/money.ts'

export function PricesScreen() {
  const { t, language } = useWords()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<{ readonly prices: readonly PriceShown[] }>('/api/gold/prices')
  const money = (hundredths: number, one: PriceShown) => moneyText(language, hundredths, one.currency)
  const columns: readonly Column<PriceShown>[] = [
    { key: 'day', header: t('gold.price.day'), value: (one) => one.pricedOn, cell: (one) => <DateText date={one.pricedOn} /> },
    {
      key: 'kind',
      header: t('gold.price.kind'),
      value: (one) => t(`gold.price.kind.${one.kind}`),
      cell: (one) => t(`gold.price.kind.${one.kind}`),
    },
    {
      key: 'price',
      header: t('gold.price.published'),
      numeric: true,
      value: (one) => one.hundredths,
      cell: (one) => `${money(one.hundredths, one)} / ${t(`gold.price.per.${one.per}`)}`,
    },
    {
      key: 'gram',
      header: t('gold.price.fine-gram'),
      numeric: true,
      value: (one) => one.hundredthsPerFineGram,
      cell: (one) => money(one.hundredthsPerFineGram, one),
    },
    { key: 'source', header: t('gold.price.source'), value: (one) => one.source, cell: (one) => one.source },
    { key: 'learned', header: t('gold.price.learned'), value: (one) => one.learnedAt, cell: (one) => <InstantText at={one.learnedAt} /> },
  ]
  return (
    <Page
      title={t('gold.prices')}
      under={t('gold.prices.explain')}
      crumbs={<AppLink to="/gold">{t('gold.title')}</AppLink>}
      answer={answer}
      actions={mayOpen('custody.gold-prices', me) && <DeclareDialog onDone={again} />}
    >
      {error ? (
        <ErrorState error={error} again={again} />
      ) : !data ? (
        <Loading />
      ) : (
        <DataTable
          caption={t('gold.prices')}
          file="prix-or"
          rows={data.prices}
          columns={columns}
          rowKey={(one) => one.id}
          order="-day"
          empty={<EmptyState title={t('gold.prices.none')}>{t('gold.prices.none.do')}</EmptyState>}
        />
      )}
    </Page>
  )
}

function DeclareDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords()
  const [texts, setTexts] = useState(() => ({ day: todayHere(), kind: 'lbma', price: '', currency: 'USD', per: 'troy-ounce', source: '' }))
  const set = (part: Partial<typeof texts>) => setTexts({ ...texts, ...part })
  const hundredths = hundredthsOf(texts.price)
  const currency = texts.currency.trim().toUpperCase()
  const ready = hundredths !== null && hundredths > 0 && texts.day !== '' && texts.source.trim() !== '' && currency.length === 3
  return (
    <ActDialog
      title={t('gold.price.declare')}
      explain={t('gold.prices.explain')}
      go={t('gold.price.declare')}
      path="/api/gold/prices"
      data={ready ? { pricedOn: texts.day, kind: texts.kind, currency, hundredths, per: texts.per, source: texts.source.trim() } : null}
      onDone={onDone}
    >
      <DateField label={t('gold.price.day')} value={texts.day} onValue={(day) => set({ day })} max={todayHere()} required />
      <SelectField
        label={t('gold.price.kind')}
        value={texts.kind}
        options={(['lbma', 'national', 'other'] as const).map((one) => ({ value: one, label: t(`gold.price.kind.${one}`) }))}
        onValue={(kind) => set({ kind })}
      />
      <TextField label={t('gold.price.published')} value={texts.price} onValue={(price) => set({ price })} inputMode="decimal" required />
      <SelectField
        label={t('gold.price.for')}
        value={texts.per}
        options={(['troy-ounce', 'gram'] as const).map((one) => ({ value: one, label: t(`gold.price.per.${one}`) }))}
        onValue={(per) => set({ per })}
      />
      <TextField label={t('act.buy.currency')} value={texts.currency} onValue={(one) => set({ currency: one })} maxLength={3} required />
      <TextField
        label={t('gold.price.source')}
        hint={t('gold.price.source.hint')}
        value={texts.source}
        onValue={(source) => set({ source })}
        maxLength={200}
        required
      />
    </ActDialog>
  )
}
