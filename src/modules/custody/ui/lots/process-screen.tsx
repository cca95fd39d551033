/*
A processing or a split: lots in hand go in, products come out, each weighed; moisture and grade where a laboratory said them. The balance runs
along by the same rules as on the server, wet, dry and by contained element, before anybody confirms.
*/
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { madeId } from '../../../../app/api.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { MassText } from '../../../../app/kit/values.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { LotSummary } from '../../contract.ts'
import { balanceFindings, balanceOf, chargesOf } from '../../domain/plausibility/processing-rules.ts'
import { combinationFinding } from '../../domain/plausibility/mass-balance.ts'
import { sumDraws } from './combination.ts'
import { Inputs } from './combine-screen.tsx'
import { findingSentence } from './findings.tsx'
import { gramsOf, MassField } from './mass-field.tsx'
import { gradeOf, hundredthsOfPercent } from './money.ts'
import { useLastMeasures } from './use-last-measures.ts'
import { useLots } from './use-lots.ts'

const kinds = ['cleaning', 'washing', 'magnetic-separation', 'crushing', 'drying', 'smelting', 'refining', 'split', 'other'] as const
type Kind = (typeof kinds)[number]
const roles = ['main', 'by-product', 'tailings'] as const
type Role = (typeof roles)[number]
const elements: { readonly [mineral: string]: 'Sn' | 'Ta2O5' | 'WO3' | 'Au' } = { Sn: 'Sn', Ta: 'Ta2O5', W: 'WO3', Au: 'Au' }

interface Product {
  readonly number: string
  readonly role: Role
  readonly mass: string
  readonly moisture: string
  readonly grade: string
}
const product = (role: Role): Product => ({ number: '', role, mass: '', moisture: '', grade: '' })

export function ProcessScreen() {
  const { t } = useWords()
  const own = useMe().data?.organisation?.id
  const asked = useLots(own ? { holder: own, state: 'held' } : null)
  const usable = asked.lots.filter((lot) => lot.remainingGrams > 0 && lot.massMilligrams === null)
  return (
    <Page
      title={t('act.process')}
      under={t('act.process.explain')}
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
        <ProcessForm lots={usable} more={asked.more} />
      )}
    </Page>
  )
}

function ProcessForm({ lots, more }: { readonly lots: readonly LotSummary[]; readonly more: (() => void) | null }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [texts, setTexts] = useState<Texts>(() => ({ kind: 'cleaning', number: '', place: '', day: todayHere(), moisture: '', grade: '' }))
  const set = (part: Partial<Texts>) => setTexts({ ...texts, ...part })
  const { kind, number, place, day, moisture, grade } = texts
  const [draws, setDraws] = useState<ReadonlyMap<string, string>>(new Map())
  const [products, setProducts] = useState<readonly Product[]>([product('main'), product('tailings')])
  const { send, sending, error } = useCommand('/api/processings')
  const summed = sumDraws(lots.flatMap((lot) => (draws.has(lot.id) ? [{ lot, typed: draws.get(lot.id) ?? '' }] : [])))
  const element = elements[lots.find((lot) => draws.has(lot.id))?.mineral ?? ''] ?? null
  const measured = { ...moistureData(moisture), ...gradeData(grade, element) }
  const outputs = products.flatMap((one) => productData(one, element))
  const ready =
    number.trim() !== '' &&
    day !== '' &&
    summed.inputs.length > 0 &&
    summed.faults.size === 0 &&
    outputs.length === products.length &&
    outputs.length > 0
  const data = {
    ...{ number: number.trim(), kind, doneOn: day, ...(place.trim() === '' ? {} : { place: place.trim() }) },
    inputs: summed.inputs.map((one) => ({ ...one, ...measured })),
    outputs,
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const receipt = ready ? await send(data).catch(() => null) : null
    if (receipt) await navigate({ to: `/slips/processings/${madeId(receipt)}` })
  }
  const change = (at: number, part: Partial<Product>) =>
    setProducts(products.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Inputs lots={lots} draws={draws} setDraws={setDraws} summed={summed} more={more} title={t('act.process.inputs')} />
      <div className="columns">
        <WhatPanel texts={texts} set={set} element={element} />
        {products.map((one, at) => (
          <ProductPanel key={at} at={at} one={one} element={element} change={change}>
            {products.length > 1 && (
              <Button onClick={() => setProducts(products.filter((_, index) => index !== at))}>{t('act.process.remove')}</Button>
            )}
          </ProductPanel>
        ))}
        <div>
          <Button onClick={() => setProducts([...products, product('by-product')])}>{t('act.process.add')}</Button>
        </div>
        <Running kind={kind} data={data} />
      </div>
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={sending} disabled={!ready}>
          {t('act.process.go')}
        </Button>
      </div>
    </form>
  )
}

interface Texts {
  readonly kind: Kind
  readonly number: string
  readonly place: string
  readonly day: string
  readonly moisture: string
  readonly grade: string
}
interface WhatProps {
  readonly texts: Texts
  readonly set: (part: Partial<Texts>) => void
  readonly element: string | null
}
function WhatPanel({ texts, set, element }: WhatProps) {
  const { t } = useWords()
  return (
    <Panel title={t('act.process.what')}>
      <div className="stack">
        <SelectField
          label={t('act.process.kind')}
          value={texts.kind}
          options={kinds.map((one) => ({ value: one, label: t(`act.kind.${one}`) }))}
          onValue={(kind) => set({ kind })}
        />
        <TextField
          label={t('act.process.number')}
          hint={t('act.process.number.hint')}
          value={texts.number}
          onValue={(number) => set({ number })}
          maxLength={40}
          required
        />
        <TextField label={t('act.process.place')} value={texts.place} onValue={(place) => set({ place })} maxLength={120} />
        <DateField label={t('act.process.day')} value={texts.day} onValue={(day) => set({ day })} max={todayHere()} required />
        <TextField
          label={t('act.process.moisture.in')}
          hint={t('act.process.assay.hint')}
          value={texts.moisture}
          onValue={(moisture) => set({ moisture })}
          inputMode="decimal"
        />
        <TextField
          label={element === null ? t('act.process.grade.plain') : t('act.process.grade.in', { element })}
          value={texts.grade}
          onValue={(grade) => set({ grade })}
          inputMode="decimal"
        />
      </div>
    </Panel>
  )
}

interface ProductPanelProps {
  readonly at: number
  readonly one: Product
  readonly element: string | null
  readonly change: (at: number, part: Partial<Product>) => void
  readonly children: ReactNode
}
function ProductPanel({ at, one, element, change, children }: ProductPanelProps) {
  const { t } = useWords()
  return (
    <Panel title={`${t('act.process.product')} ${at + 1}`} aside={children}>
      <div className="stack">
        <SelectField
          label={t('act.process.role')}
          value={one.role}
          options={roles.map((role) => ({ value: role, label: t(`act.role.${role}`) }))}
          onValue={(role) => change(at, { role })}
        />
        <TextField label={t('lots.number')} value={one.number} onValue={(number) => change(at, { number })} maxLength={60} required />
        <MassField label={t('act.process.mass')} value={one.mass} onValue={(mass) => change(at, { mass })} />
        <TextField
          label={t('act.process.moisture.percent')}
          value={one.moisture}
          onValue={(moisture) => change(at, { moisture })}
          inputMode="decimal"
        />
        <TextField
          label={element === null ? t('act.process.grade.plain') : t('act.process.grade.percent', { element })}
          value={one.grade}
          onValue={(grade) => change(at, { grade })}
          inputMode="decimal"
        />
      </div>
    </Panel>
  )
}

type Element = 'Sn' | 'Ta2O5' | 'WO3' | 'Au'
interface Measured {
  readonly moistureHundredths?: number
  readonly grade?: { readonly element: Element; readonly percent: number }
}
function moistureData(text: string): Measured {
  const value = hundredthsOfPercent(text)
  return value === null ? {} : { moistureHundredths: value }
}
function gradeData(text: string, element: Element | null): Measured {
  const percent = gradeOf(text)
  return percent === null || element === null ? {} : { grade: { element, percent } }
}
function productData(one: Product, element: Element | null) {
  const massGrams = gramsOf(one.mass)
  if (massGrams === null || one.number.trim() === '') return []
  return [{ number: one.number.trim(), role: one.role, massGrams, ...moistureData(one.moisture), ...gradeData(one.grade, element) }]
}

interface RunningProps {
  readonly kind: Kind
  readonly data: {
    readonly inputs: readonly ({ readonly lot: string; readonly drawnGrams: number } & Measured)[]
    readonly outputs: readonly ({ readonly massGrams: number; readonly role: Role } & Measured)[]
  }
}
/** Provisional: what the rules will say of these weights. */
function Running({ kind, data: { inputs, outputs } }: RunningProps) {
  const { t, language } = useWords()
  const known = useLastMeasures(inputs.map((one) => one.lot))
  if (inputs.length === 0 || outputs.length === 0) return null
  if (known === null) return <Loading />
  const { going, coming } = chargesOf({ kind, inputs, outputs }, known)
  const balance = balanceOf(going, coming)
  const findings = [combinationFinding(balance.inputGrams, balance.outputGrams), ...balanceFindings(balance, kind)].filter(
    (one) => one !== null,
  )
  return (
    <Panel title={t('combine.balance')}>
      <div className="stack" aria-live="polite">
        <dl className="balance">
          <dt>{t('act.process.in')}</dt>
          <dd>
            <MassText grams={balance.inputGrams} />
          </dd>
          <dt>{t('act.process.out')}</dt>
          <dd>
            <MassText grams={balance.outputGrams} />
          </dd>
          <dt className="total">{t('act.process.loss')}</dt>
          <dd className="total">
            <MassText grams={balance.lossGrams} /> ({numberText(language, balance.lossHundredthsOfPercent / 100, 2)} %)
          </dd>
          <dt>{t('act.process.loss.dry')}</dt>
          <dd>
            <MassText grams={balance.dryLossGrams} /> ({numberText(language, balance.dryLossHundredthsOfPercent / 100, 2)} %)
          </dd>
          {balance.inputContainedGrams !== null && (
            <>
              <dt>{t('act.process.contained', { element: balance.element ?? '' })}</dt>
              <dd>
                <MassText grams={balance.inputContainedGrams} /> → <MassText grams={balance.outputContainedGrams} />
              </dd>
            </>
          )}
        </dl>
        {findings.map((finding) => (
          <Note key={finding.rule} tone={finding.severity === 'C' ? 'red' : 'warn'}>
            <b>{t(finding.severity === 'C' ? 'balance.will-quarantine' : 'balance.will-note', { rule: finding.rule })}</b>{' '}
            {findingSentence(finding)}
          </Note>
        ))}
        {findings.length === 0 && <Note tone="good">{t('balance.fine')}</Note>}
        <Source>{t('act.process.limits')}</Source>
      </div>
    </Panel>
  )
}
