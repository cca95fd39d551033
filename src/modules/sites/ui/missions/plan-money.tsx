/* The act and the money of a plan: legal basis, who pays, budget lines with their sums, consents of title holders. */
import { LongTextField, DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { lineFault } from '../../../../app/kit/line-fault.ts'
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { budgetTotals } from '../../domain/missions/budget-totals.ts'
import { amountText } from './amount-text.ts'
import { PaperField } from '../paper-field.tsx'
import { LINE, type PlanForm } from './plan.ts'
import { RowsEditor } from './rows-editor.tsx'

export interface PlanPart {
  readonly form: PlanForm
  readonly change: (part: Partial<PlanForm>) => void
}
const currencies = ['USD', 'CDF', 'EUR', 'RWF', 'BIF', 'UGX'] as const

export function PlanMoney({ form, change }: PlanPart) {
  const { t } = useWords()
  return (
    <Panel title={t('plan.act')}>
      <div className="stack">
        <LongTextField
          label={t('missions.legal')}
          hint={t('missions.legal.hint')}
          fault={lineFault(t, form.legalBasis, LINE)}
          maxLength={4000}
          value={form.legalBasis}
          onValue={(legalBasis) => change({ legalBasis })}
          rows={3}
          required
        />
        <TextField label={t('missions.funding')} value={form.funding} onValue={(funding) => change({ funding })} maxLength={160} />
        <h3>{t('plan.budget')}</h3>
        <Budget form={form} change={change} />
      </div>
    </Panel>
  )
}

function Budget({ form, change }: PlanPart) {
  const { t, language } = useWords()
  const read = form.budget.map((row) => ({ currency: row.currency, amount: Number(row.amount.replace(/\s/g, '').replace(',', '.')) || 0 }))
  const totals = budgetTotals(read.filter((row) => row.amount > 0))
  return (
    <>
      <RowsEditor
        rows={form.budget}
        onRows={(budget) => change({ budget })}
        fresh={(last) => ({ label: '', amount: '', currency: last?.currency ?? 'USD' })}
        add={t('plan.budget.add')}
        name={(row, at) => row.label || `${t('plan.budget.line')} ${at + 1}`}
      >
        {(row, edit) => (
          <>
            <TextField label={t('plan.budget.label')} value={row.label} onValue={(label) => edit({ label })} maxLength={160} />
            <TextField
              label={t('plan.budget.amount')}
              value={row.amount}
              onValue={(amount) => edit({ amount })}
              inputMode="decimal"
              maxLength={16}
            />
            <SelectField
              label={t('plan.budget.currency')}
              value={row.currency}
              options={[...new Set([...currencies, row.currency])].map((value) => ({ value, label: value }))}
              onValue={(currency) => edit({ currency })}
            />
          </>
        )}
      </RowsEditor>
      {totals.length > 0 && (
        <p>
          {t('plan.budget.total')} <b>{totals.map((one) => amountText(one, language)).join(' + ')}</b>
        </p>
      )}
    </>
  )
}

export function PlanConsents({ form, change }: PlanPart) {
  const { t } = useWords()
  return (
    <Panel title={t('plan.consents')}>
      <div className="stack">
        <p className="small">{t('plan.consents.explain')}</p>
        <RowsEditor
          rows={form.consents}
          onRows={(consents) => change({ consents })}
          fresh={() => ({ title: '', date: '', reference: '', paper: null })}
          add={t('plan.consents.add')}
          name={(row, at) => row.title || `${t('plan.consents.one')} ${at + 1}`}
        >
          {(row, edit) => (
            <>
              <TextField
                label={t('plan.consents.title')}
                hint={t('plan.consents.title.hint')}
                value={row.title}
                onValue={(title) => edit({ title })}
                maxLength={80}
                required
              />
              <DateField label={t('plan.consents.date')} value={row.date} onValue={(date) => edit({ date })} required />
              <TextField
                label={t('plan.consents.reference')}
                value={row.reference}
                onValue={(reference) => edit({ reference })}
                maxLength={200}
              />
              <PaperField
                label={t('plan.consents.paper')}
                title={t('plan.consents.one')}
                kind="consent"
                paper={row.paper}
                onPaper={(paper) => edit({ paper })}
              />
            </>
          )}
        </RowsEditor>
      </div>
    </Panel>
  )
}
