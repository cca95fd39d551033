/* The worksheet of a debt: worked out here with the person, sealed whole, and only the fair balance and the claim noted beside it. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { debtWorksheet } from '../../domain/identification/debt-worksheet.ts'
import { Currency } from '../../domain/livelihood/grant.ts'
import type { PartProps } from '../file/part-props.ts'
import { useSteps } from '../file/use-steps.ts'
import { DebtTable } from '../screening/debt-part.tsx'
import { type DebtRows, readDebt } from '../screening/debt-rows.ts'

const blank: DebtRows = {
  ...{ principal: [], goods: [], deliveries: [], deductions: [], claimed: '' },
  ...({ mayLeave: 'UNKNOWN', limitedInTime: 'UNKNOWN' } as const),
}
export function DebtSheet({ work, thing }: PartProps & { readonly thing: string }) {
  const { t } = useWords()
  const [debt, setDebt] = useState(blank)
  const [currency, setCurrency] = useState<(typeof Currency.options)[number]>('CDF')
  const { act, sending, error } = useSteps(work)
  const today = todayHere()
  const { facts, unread } = readDebt(debt, today)
  const save = () =>
    act(async () => {
      const { fairBalanceCents, claimedCents } = debtWorksheet(facts)
      const sealed = await work.seal('narrative', 'note', JSON.stringify(debt))
      if (!sealed.ok) return sealed
      const ask = { step: 'calculate', worksheet: sealed.value.ref, fairBalanceCents, claimedCents: claimedCents ?? 0, currency } as const
      return accepted({ all: [sealed.value.command, { about: 'debt', thing, ask }] })
    })
  return (
    <details className="panel">
      <summary>{t('support.worksheet')}</summary>
      <div className="stack">
        <p className="small">{t('support.worksheet.note')}</p>
        <SelectField
          label={t('support.currency')}
          value={currency}
          options={Currency.options.map((value) => ({ value, label: value }))}
          onValue={setCurrency}
        />
        <DebtTable debt={debt} set={(part) => setDebt({ ...debt, ...part })} today={today} />
        {unread.length > 0 && <Note>{t('support.not-read')}</Note>}
        {error !== null && <ErrorState error={error} />}
        <div className="form-actions">
          <Button kind="primary" busy={sending} disabled={unread.length > 0} onClick={() => void save()}>
            {t('support.worksheet')}
          </Button>
        </div>
      </div>
    </details>
  )
}
