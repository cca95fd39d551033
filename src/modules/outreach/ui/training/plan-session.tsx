/* A session is planned: curriculum, place, days, trainers by function, and the items of its test, drawn from the bank for its modules. */
import { useState } from 'react'
import { addDays } from '../../../../kernel/calendar.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { useWords } from '../../../../app/words.ts'
import { type Curricula, type ItemBank, TrainingLanguage, TrainingMode } from '../../contract-training.ts'
import { inLanguage } from './in-language.ts'
import { typedWhole } from './typed-numbers.ts'

interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string; readonly parent?: string }[]
}
const currencies = ['USD', 'CDF', 'EUR', 'MNT'] as const

const halfDaysFrom = (from: string, days: number) =>
  Array.from({ length: days }, (_none, at) => addDays(from, at)).flatMap((on) => ['am', 'pm'].map((part) => ({ on, part })))

export function PlanSessionAct({ again }: { readonly again: () => void }) {
  const { t, language } = useWords()
  const [said, setSaid] = useState({ curriculum: '', province: '', territoire: '', place: '', from: todayHere(), days: '2', trainers: '' })
  const [more, setMore] = useState({ mode: 'on-site', language: 'fr', amount: '', currency: 'USD', withTest: true })
  const curricula = useAnswer<Curricula>('/api/training/curricula').data?.curricula
  const bank = useAnswer<ItemBank>('/api/training/items').data?.items
  const chosen = curricula?.find((one) => one.id === said.curriculum)
  const items = more.withTest ? (bank ?? []).filter((one) => !one.isRetired && chosen?.modules.includes(one.module)).slice(0, 20) : []
  const days = Number(said.days)
  const trainers = said.trainers.split('\n').flatMap((line) => line.trim() || [])
  const cost = typedWhole(more.amount)
  const isSaid = said.province !== '' && said.place.trim() !== '' && said.from !== '' && trainers.length > 0
  const isWhole = chosen && isSaid && cost !== 'fault' && days >= 1 && days <= 20
  const data = isWhole
    ? {
        ...{
          curriculum: said.curriculum,
          province: said.province,
          territoire: said.territoire || null,
          place: said.place.trim(),
          trainers,
        },
        halfDays: halfDaysFrom(said.from, days),
        ...{ mode: more.mode, language: more.language, items: items.map(({ id }) => id) },
        cost: cost === null ? null : { amount: cost, currency: more.currency },
      }
    : null
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  return (
    <ActDialog
      {...{
        title: t('training.plan'),
        explain: t('training.plan.explain'),
        go: t('training.plan.go'),
        path: '/api/training/sessions',
        data,
      }}
      missing={t('training.plan.missing')}
      onDone={again}
    >
      <NamedField
        label={t('training.curriculum')}
        value={said.curriculum}
        named={curricula?.map((one) => ({ id: one.id, name: inLanguage(one.title, language) }))}
        empty={t('training.choose')}
        onValue={(curriculum) => set({ curriculum })}
      />
      <WhereFields said={said} set={set} />
      <TextField label={t('training.place')} value={said.place} onValue={(place) => set({ place })} maxLength={160} required />
      <DateField label={t('training.from')} value={said.from} onValue={(from) => set({ from })} required />
      <TextField
        label={t('training.day-count')}
        type="number"
        min={1}
        max={20}
        value={said.days}
        onValue={(value) => set({ days: value })}
      />
      <LongTextField
        label={t('training.trainers')}
        hint={t('training.trainers.hint')}
        value={said.trainers}
        onValue={(value) => set({ trainers: value })}
        rows={3}
        required
      />
      <HowFields more={more} setMore={setMore} items={items.length} />
    </ActDialog>
  )
}

interface Where {
  readonly province: string
  readonly territoire: string
}
function WhereFields({ said, set }: { readonly said: Where; readonly set: (part: Partial<Where>) => void }) {
  const { t } = useWords()
  const provinces = useAnswer<Areas>('/api/places/areas?level=province').data?.areas
  const territoires = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas
  return (
    <>
      <NamedField
        label={t('training.province')}
        value={said.province}
        named={provinces?.map(({ code, name }) => ({ id: code, name }))}
        empty={t('training.choose')}
        onValue={(province) => set({ province, territoire: '' })}
      />
      <NamedField
        label={t('training.territoire')}
        value={said.territoire}
        named={territoires?.filter(({ parent }) => parent === said.province).map(({ code, name }) => ({ id: code, name }))}
        empty={t('training.territoire.none')}
        onValue={(territoire) => set({ territoire })}
      />
    </>
  )
}

interface How {
  readonly mode: string
  readonly language: string
  readonly amount: string
  readonly currency: string
  readonly withTest: boolean
}
function HowFields({ more, setMore, items }: { readonly more: How; readonly setMore: (more: How) => void; readonly items: number }) {
  const { t } = useWords()
  return (
    <>
      <SelectField
        label={t('training.mode')}
        value={more.mode}
        options={TrainingMode.options.map((value) => ({ value: String(value), label: t(`training.mode.${value}`) }))}
        onValue={(mode) => setMore({ ...more, mode })}
      />
      <SelectField
        label={t('training.language')}
        value={more.language}
        options={TrainingLanguage.options.map((value) => ({ value: String(value), label: t(`training.language.${value}`) }))}
        onValue={(value) => setMore({ ...more, language: value })}
      />
      <TextField
        label={t('training.cost')}
        fault={typedWhole(more.amount) === 'fault' ? t('training.cost.fault') : undefined}
        inputMode="numeric"
        value={more.amount}
        onValue={(amount) => setMore({ ...more, amount })}
      />
      <SelectField
        label={t('training.currency')}
        value={more.currency}
        options={currencies.map((value) => ({ value: String(value), label: value }))}
        onValue={(currency) => setMore({ ...more, currency })}
      />
      <CheckChoice
        label={t('training.with-test', { n: items })}
        hint={t('training.with-test.hint')}
        checked={more.withTest}
        onChecked={(withTest) => setMore({ ...more, withTest })}
      />
    </>
  )
}
