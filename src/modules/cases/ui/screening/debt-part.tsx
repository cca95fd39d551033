/*
The table of a debt: what was lent and advanced, what was delivered, what the creditor deducts and claims, with the fair balance worked out under it.
The sum is shown with its parts, so that it can be gone through with the person; a flag opens a question and answers none.
*/
import { Button } from '../../../../app/kit/button.tsx'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note, Source } from '../../../../app/kit/panel.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { useWords } from '../../../../app/words.ts'
import { debtWorksheet } from '../../domain/identification/debt-worksheet.ts'
import { identificationRules } from '../../domain/identification/identification-rules.ts'
import { say } from '../../domain/label.ts'
import { debtFlagLabels } from '../../domain/identification/labels-form.ts'
import { AnswerRow } from './answer-row.tsx'
import { type DebtRows, type MoneyRow, blankDelivery, blankGoods, blankMoney, isEmptyDebt, readDebt } from './debt-rows.ts'
import type { PartProps } from './part-props.ts'

const replaced = <Row,>(rows: readonly Row[], at: number, part: Partial<Row>): readonly Row[] =>
  rows.map((row, index) => (index === at ? { ...row, ...part } : row))
const without = <Row,>(rows: readonly Row[], at: number): readonly Row[] => rows.filter((_, index) => index !== at)

export function DebtPart({ draft, change, worker }: PartProps) {
  const { t } = useWords()
  const { debt } = draft
  if (draft.answers['lender'] !== 'YES' && draft.field['advance-tied-to-sale']?.answer !== 'YES' && isEmptyDebt(debt)) return null
  const set = (part: Partial<DebtRows>) => change({ debt: { ...debt, ...part } })
  return (
    <details open className="panel">
      <summary>
        <strong>{t('interview.debt')}</strong>
      </summary>
      <p className="small">{t('interview.debt.explain')}</p>
      <DebtTable debt={debt} set={set} today={worker.today} />
    </details>
  )
}

interface DebtTableProps {
  readonly debt: DebtRows
  readonly set: (part: Partial<DebtRows>) => void
  readonly today: string
}
export function DebtTable({ debt, set, today }: DebtTableProps) {
  const { t } = useWords()
  return (
    <>
      <MoneyList list="principal" rows={debt.principal} set={(principal) => set({ principal })} today={today} />
      <GoodsList rows={debt.goods} set={(goods) => set({ goods })} today={today} />
      <DeliveryList rows={debt.deliveries} set={(deliveries) => set({ deliveries })} today={today} />
      <MoneyList list="deductions" rows={debt.deductions} set={(deductions) => set({ deductions })} today={today} />
      <TextField
        label={t('interview.debt.claimed')}
        hint={t('interview.debt.claimed.hint')}
        inputMode="decimal"
        value={debt.claimed}
        onValue={(claimed) => set({ claimed })}
      />
      <AnswerRow question={t('interview.debt.may-leave')} value={debt.mayLeave} onValue={(mayLeave) => set({ mayLeave })} />
      <AnswerRow question={t('interview.debt.limited')} value={debt.limitedInTime} onValue={(limitedInTime) => set({ limitedInTime })} />
      <DebtSum rows={debt} today={today} />
    </>
  )
}

interface ListProps<Row> {
  readonly rows: readonly Row[]
  readonly set: (rows: readonly Row[]) => void
  readonly today: string
}
function MoneyList({ list, rows, set, today }: ListProps<MoneyRow> & { readonly list: 'principal' | 'deductions' }) {
  const { t } = useWords()
  return (
    <div role="group" aria-label={t(`interview.debt.${list}`)}>
      <h4>{t(`interview.debt.${list}`)}</h4>
      {rows.map((row, at) => (
        <div className="debt-row" key={at}>
          <DateField label={t('interview.debt.on')} value={row.on} max={today} onValue={(on) => set(replaced(rows, at, { on }))} />
          <TextField
            label={t('interview.debt.amount')}
            inputMode="decimal"
            value={row.amount}
            onValue={(amount) => set(replaced(rows, at, { amount }))}
          />
          <Button onClick={() => set(without(rows, at))}>{t('interview.debt.remove')}</Button>
        </div>
      ))}
      <Button onClick={() => set([...rows, blankMoney(today)])}>{t('interview.debt.add')}</Button>
    </div>
  )
}
function GoodsList({ rows, set, today }: ListProps<DebtRows['goods'][number]>) {
  const { t } = useWords()
  return (
    <div role="group" aria-label={t('interview.debt.goods')}>
      <h4>{t('interview.debt.goods')}</h4>
      {rows.map((row, at) => (
        <div className="debt-row" key={at}>
          <DateField label={t('interview.debt.on')} value={row.on} max={today} onValue={(on) => set(replaced(rows, at, { on }))} />
          <TextField
            label={t('interview.debt.quantity')}
            inputMode="numeric"
            value={row.quantity}
            onValue={(quantity) => set(replaced(rows, at, { quantity }))}
          />
          <TextField
            label={t('interview.debt.price')}
            inputMode="decimal"
            value={row.price}
            onValue={(price) => set(replaced(rows, at, { price }))}
          />
          <TextField
            label={t('interview.debt.market')}
            inputMode="decimal"
            value={row.marketPrice}
            onValue={(marketPrice) => set(replaced(rows, at, { marketPrice }))}
          />
          <Button onClick={() => set(without(rows, at))}>{t('interview.debt.remove')}</Button>
        </div>
      ))}
      <Button onClick={() => set([...rows, blankGoods(today)])}>{t('interview.debt.add')}</Button>
    </div>
  )
}
function DeliveryList({ rows, set, today }: ListProps<DebtRows['deliveries'][number]>) {
  const { t } = useWords()
  return (
    <div role="group" aria-label={t('interview.debt.deliveries')}>
      <h4>{t('interview.debt.deliveries')}</h4>
      {rows.map((row, at) => (
        <div className="debt-row" key={at}>
          <DateField label={t('interview.debt.on')} value={row.on} max={today} onValue={(on) => set(replaced(rows, at, { on }))} />
          <SelectField
            label={t('interview.debt.unit')}
            value={row.unit}
            options={[
              { value: 'grams', label: t('interview.debt.unit.kilogram') },
              { value: 'milligrams', label: t('interview.debt.unit.gram') },
            ]}
            onValue={(unit) => set(replaced(rows, at, { unit }))}
          />
          <TextField
            label={t('interview.debt.mass')}
            inputMode="decimal"
            value={row.mass}
            onValue={(mass) => set(replaced(rows, at, { mass }))}
          />
          <TextField
            label={t('interview.debt.paid')}
            inputMode="decimal"
            value={row.paid}
            onValue={(paid) => set(replaced(rows, at, { paid }))}
          />
          <SelectField
            label={t('interview.debt.given')}
            value={row.given}
            options={[
              { value: 'credited', label: t('interview.debt.given.credited') },
              { value: 'cash', label: t('interview.debt.given.cash') },
            ]}
            onValue={(given) => set(replaced(rows, at, { given }))}
          />
          <TextField
            label={t('interview.debt.market.unit')}
            inputMode="decimal"
            value={row.marketPrice}
            onValue={(marketPrice) => set(replaced(rows, at, { marketPrice }))}
          />
          <Button onClick={() => set(without(rows, at))}>{t('interview.debt.remove')}</Button>
        </div>
      ))}
      <Button onClick={() => set([...rows, blankDelivery(today)])}>{t('interview.debt.add')}</Button>
    </div>
  )
}

export function DebtSum({ rows, today }: { readonly rows: DebtRows; readonly today: string }) {
  const { t, language } = useWords()
  if (isEmptyDebt(rows)) return null
  const { facts, unread } = readDebt(rows, today)
  const sum = debtWorksheet(facts)
  const money = (cents: number): string =>
    new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(cents / 100)
  return (
    <div className="stack">
      {unread.map(({ list, row }) => (
        <Note key={`${list} ${row}`}>
          {list === 'claimed' ? t('interview.debt.unread.claimed') : t('interview.debt.unread', { list: t(`interview.debt.${list}`), row })}
        </Note>
      ))}
      <Pairs
        lines={[
          [t('interview.debt.sum.advances'), money(sum.advancesAtMarketCents)],
          [t('interview.debt.sum.deliveries'), `− ${money(sum.deliveriesAtMarketCents)}`],
          [t('interview.debt.sum.interest'), money(sum.interestCents)],
          [t('interview.debt.sum.fair'), <b key="fair">{money(sum.fairBalanceCents)}</b>],
          [t('interview.debt.sum.claimed'), sum.claimedCents === null ? t('interview.debt.sum.never-shown') : money(sum.claimedCents)],
          [t('interview.debt.sum.underpaid'), money(sum.underpaidCents)],
          [t('interview.debt.sum.overcharged'), money(sum.overchargedCents)],
          [t('interview.debt.sum.deductions'), money(sum.deductionsNotRecognisedCents)],
        ]}
      />
      {sum.fairBalanceCents < 0 && <Note tone="calm">{t('interview.debt.creditor-owes')}</Note>}
      {sum.flags.map(({ flag }) => (
        <Note key={flag} live>
          {say(debtFlagLabels, flag, language)}. {t('interview.debt.asks')}
        </Note>
      ))}
      <Source>
        {t('interview.debt.source', {
          percent: identificationRules.claimedPercentOfFair.value,
          rate: identificationRules.legalInterestPerYear.value / 100,
        })}
      </Source>
    </div>
  )
}
