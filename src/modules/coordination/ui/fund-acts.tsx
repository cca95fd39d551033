/* What the secretariat records of the fund: what came in, a project, how far it is, what was spent. Amounts are typed in units and sent in hundredths. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { useWords } from '../../../app/words.ts'
import { FundProjectState, FundSector, type FundShown, TenderState } from '../contract-fund.ts'

interface ActProps {
  readonly id: string
  readonly again: () => void
}
interface FundProps {
  readonly fund: FundShown
  readonly again: () => void
}
interface Named {
  readonly id: string
  readonly name: string
}
/** `12,50` and `12.50` are 1250 hundredths; `null` when it is no amount. */
export function hundredths(typed: string): number | null {
  const clean = typed.replaceAll(/[\s\u00a0]/g, '').replace(',', '.')
  return /^\d+(\.\d{1,2})?$/.test(clean) && Number(clean) > 0 ? Math.round(Number(clean) * 100) : null
}
const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code)

export function ContributeAct({ id, again }: ActProps) {
  const { t } = useWords()
  const bodies = useAnswer<{ readonly organisations: readonly Named[] }>('/api/organisations').data?.organisations
  const [said, setSaid] = useState({ payer: '', is: 'lot', basis: '', amount: '', currency: 'USD', on: todayHere() })
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const amount = hundredths(said.amount)
  const n = Number(said.basis.replace(',', '.'))
  const basis =
    said.is === 'other'
      ? said.basis.trim() === ''
        ? null
        : { is: 'other', words: said.basis.trim() }
      : !(n > 0)
        ? null
        : said.is === 'lot'
          ? { is: 'lot', lots: Math.round(n) }
          : { is: 'mass', grams: Math.round(n * 1000) }
  const isWhole = said.payer !== '' && basis !== null && amount !== null && isCurrency(said.currency) && said.on !== ''
  const labels = { lot: 'fund.basis.lots', mass: 'fund.basis.kg', other: 'fund.basis.words' } as const
  const label = said.is === 'lot' ? labels.lot : said.is === 'mass' ? labels.mass : labels.other
  return (
    <ActDialog
      {...{ title: t('fund.contribute'), explain: t('fund.contribute.explain'), go: t('fund.go') }}
      path={`/api/coordination/committees/${id}/fund/contributions`}
      data={isWhole ? { payer: said.payer, basis, amount, currency: said.currency, on: said.on } : null}
      onDone={again}
    >
      <NamedField
        label={t('fund.payer')}
        value={said.payer}
        named={bodies}
        empty={t('committee.choose')}
        onValue={(payer) => set({ payer })}
      />
      <SelectField
        label={t('fund.basis.is')}
        value={said.is}
        options={[
          { value: 'lot', label: t('fund.basis.is.lot') },
          { value: 'mass', label: t('fund.basis.is.mass') },
          { value: 'other', label: t('fund.basis.is.other') },
        ]}
        onValue={(is) => set({ is })}
      />
      <TextField label={t(label)} value={said.basis} onValue={(to) => set({ basis: to })} maxLength={200} required />
      <Money said={said} set={set} />
      <DateField label={t('committee.on')} value={said.on} max={todayHere()} onValue={(on) => set({ on })} required />
    </ActDialog>
  )
}
interface MoneySaid {
  readonly amount: string
  readonly currency: string
}
function Money({ said, set }: { readonly said: MoneySaid; readonly set: (part: Partial<MoneySaid>) => void }) {
  const { t } = useWords()
  return (
    <>
      <TextField label={t('fund.amount')} inputMode="decimal" value={said.amount} onValue={(amount) => set({ amount })} required />
      <TextField
        label={t('fund.currency')}
        value={said.currency}
        onValue={(currency) => set({ currency: currency.toUpperCase() })}
        maxLength={3}
        required
      />
    </>
  )
}

export function StartAct({ id, again }: ActProps) {
  const { t } = useWords()
  const areas = useAnswer<{ readonly areas: readonly { readonly code: string; readonly name: string }[] }>(
    '/api/places/areas?level=territoire',
  ).data?.areas
  const [said, setSaid] = useState({ title: '', territory: '', sector: 'school', amount: '', currency: 'USD' })
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const budget = hundredths(said.amount)
  const isWhole = said.title.trim() !== '' && said.territory !== '' && budget !== null && isCurrency(said.currency)
  const { title, territory, sector, currency } = said
  return (
    <ActDialog
      {...{ title: t('fund.project.start'), explain: t('fund.project.explain'), go: t('fund.go') }}
      path={`/api/coordination/committees/${id}/fund/projects`}
      kind="plain"
      data={isWhole ? { title: title.trim(), territory, sector, budget, currency } : null}
      onDone={again}
    >
      <TextField label={t('fund.project')} value={title} onValue={(to) => set({ title: to })} maxLength={200} required />
      <NamedField
        label={t('fund.territory')}
        value={territory}
        named={areas?.map(({ code, name }) => ({ id: code, name }))}
        empty={t('committee.choose')}
        onValue={(to) => set({ territory: to })}
      />
      <SelectField
        label={t('fund.sector')}
        value={sector}
        options={FundSector.options.map((value) => ({ value: String(value), label: t(`fund.sector.${value}`) }))}
        onValue={(to) => set({ sector: to })}
      />
      <Money said={said} set={set} />
    </ActDialog>
  )
}
const projectsOf = ({ projects }: FundShown): readonly Named[] => projects.map(({ id, title }) => ({ id, name: title }))

export function MoveAct({ fund, again }: FundProps) {
  const { t } = useWords()
  const [said, setSaid] = useState({ project: '', status: 'approved', tender: 'none', reason: '' })
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const { reason, ...rest } = said
  return (
    <span className="no-print">
      <ActDialog
        {...{ title: t('fund.move'), explain: t('fund.move.explain'), go: t('fund.go') }}
        path={`/api/coordination/committees/${fund.committee}/fund/project-states`}
        kind="plain"
        data={said.project === '' ? null : { ...rest, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }}
        onDone={again}
      >
        <NamedField
          label={t('fund.project')}
          value={said.project}
          named={projectsOf(fund)}
          empty={t('committee.choose')}
          onValue={(project) => set({ project })}
        />
        <SelectField
          label={t('fund.status')}
          value={said.status}
          options={FundProjectState.options.map((value) => ({ value: String(value), label: t(`fund.status.${value}`) }))}
          onValue={(status) => set({ status })}
        />
        <SelectField
          label={t('fund.tender')}
          value={said.tender}
          options={TenderState.options.map((value) => ({ value: String(value), label: t(`fund.tender.${value}`) }))}
          onValue={(tender) => set({ tender })}
        />
        <LongTextField label={t('committee.reason')} value={reason} onValue={(to) => set({ reason: to })} maxLength={400} />
      </ActDialog>
    </span>
  )
}
interface ReverseProps extends ActProps {
  readonly receipt: string
}
export function ReverseAct({ id, receipt, again }: ReverseProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <span className="no-print">
      <ActDialog
        {...{ title: t('fund.reverse'), explain: t('fund.reverse.explain'), go: t('fund.go') }}
        path={`/api/coordination/committees/${id}/fund/reversals`}
        kind="plain"
        data={reason.trim() === '' ? null : { receipt, reason: reason.trim() }}
        onDone={again}
      >
        <p>{receipt}</p>
        <LongTextField label={t('committee.reason')} value={reason} onValue={setReason} maxLength={400} required />
      </ActDialog>
    </span>
  )
}
export function SpendAct({ fund, again }: FundProps) {
  const { t } = useWords()
  const [said, setSaid] = useState({ project: '', amount: '', currency: 'USD', what: '', on: todayHere() })
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const amount = hundredths(said.amount)
  const isWhole = said.project !== '' && amount !== null && isCurrency(said.currency) && said.what.trim() !== '' && said.on !== ''
  return (
    <ActDialog
      {...{ title: t('fund.spend'), explain: t('fund.spend.explain'), go: t('fund.go') }}
      path={`/api/coordination/committees/${fund.committee}/fund/spendings`}
      kind="plain"
      data={isWhole ? { ...said, amount, what: said.what.trim() } : null}
      onDone={again}
    >
      <NamedField
        label={t('fund.project')}
        value={said.project}
        named={projectsOf(fund)}
        empty={t('committee.choose')}
        onValue={(project) => set({ project })}
      />
      <TextField label={t('fund.what')} value={said.what} onValue={(what) => set({ what })} maxLength={200} required />
      <Money said={said} set={set} />
      <DateField label={t('committee.on')} value={said.on} max={todayHere()} onValue={(on) => set({ on })} required />
    </ActDialog>
  )
}
