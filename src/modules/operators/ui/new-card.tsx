/* Issuing a card that is in hand already, or applying for one. The end may stay empty: then it is the usual length, as the rule says. */
import { useState } from 'react'
import { madeId } from '../../../app/api.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'
import type { CardHolder, CardKind } from '../contract.ts'
import { cardRules, isApproval, isOfZone, monthsOf } from '../domain/card-rules.ts'
import { useNavigate } from '@tanstack/react-router'

export interface NewCardProps {
  readonly kind: CardKind
  readonly holder: CardHolder
}
type Class = 'A' | 'B'

/** The fields of a period, shared by an issue and a renewal. */
export function useIssue(kind: CardKind, given: { readonly class?: Class | null; readonly zone?: string | null } = {}) {
  const { t } = useWords()
  const [number, setNumber] = useState('')
  const [zone, setZone] = useState(given.zone ?? '')
  const [cardClass, setClass] = useState<Class>(given.class ?? 'A')
  const [issuedOn, setIssuedOn] = useState(todayHere)
  const [validUntil, setUntil] = useState('')
  const complete = number.trim() !== '' && issuedOn !== '' && (!isOfZone(kind) || zone.trim() !== '')
  const data = {
    number: number.trim(),
    issuedOn,
    ...(validUntil === '' ? {} : { validUntil }),
    ...(isOfZone(kind) ? { zone: zone.trim() } : {}),
    ...(kind === 'trader-card' ? { class: cardClass } : {}),
  }
  const fields = (
    <>
      <TextField label={t('cards.number')} value={number} onValue={setNumber} maxLength={40} required />
      {isOfZone(kind) && (
        <TextField label={t('cards.zone')} hint={t('cards.zone.hint')} value={zone} onValue={setZone} maxLength={40} required />
      )}
      {kind === 'trader-card' && <ClassField value={cardClass} onValue={setClass} />}
      <DateField label={t('cards.issued-on')} value={issuedOn} onValue={setIssuedOn} max={todayHere()} required />
      <DateField
        label={t('cards.until')}
        hint={t('cards.until.hint', { months: monthsOf[kind], mark: markOf(kind) })}
        value={validUntil}
        onValue={setUntil}
      />
    </>
  )
  return { fields, data: complete ? data : null }
}
const markOf = (kind: CardKind): string =>
  (kind === 'trader-card' ? cardRules.traderCardMonths : kind === 'miner-card' ? cardRules.minerCardMonths : cardRules.approvalMonths)
    .evidence

function ClassField({ value, onValue }: { readonly value: Class; readonly onValue: (value: Class) => void }) {
  const { t } = useWords()
  return (
    <SelectField
      label={t('cards.class')}
      value={value}
      options={[
        { value: 'A', label: 'A' },
        { value: 'B', label: 'B' },
      ]}
      onValue={onValue}
    />
  )
}

export function EnterDialog({ kind, holder }: NewCardProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { fields, data } = useIssue(kind)
  return (
    <ActDialog
      title={t(`cards.enter.${isApproval(kind) ? 'approval' : 'card'}`)}
      explain={t('cards.enter.explain')}
      go={t('cards.enter.go')}
      path="/api/cards"
      data={data === null ? null : { kind, holder, ...data }}
      onDone={(receipt) => void navigate({ to: `/cards/${madeId(receipt)}` })}
    >
      {fields}
    </ActDialog>
  )
}

export function ApplyDialog({ kind, holder }: NewCardProps) {
  const { t } = useWords()
  const [zone, setZone] = useState('')
  const [cardClass, setClass] = useState<Class>('A')
  const [appliedOn, setAppliedOn] = useState(todayHere)
  const [year, setYear] = useState(() => String(Number(todayHere().slice(0, 4)) + 1))
  const needsZone = isOfZone(kind)
  const isYear = /^20\d\d$/.test(year)
  const complete = appliedOn !== '' && (!needsZone || zone.trim() !== '') && (!isApproval(kind) || isYear)
  const data = {
    ...{ kind, holder, appliedOn },
    ...(needsZone ? { zone: zone.trim() } : {}),
    ...(kind === 'trader-card' ? { class: cardClass } : {}),
    ...(isApproval(kind) ? { forYear: Number(year) } : {}),
  }
  return (
    <ActDialog
      title={t('cards.apply')}
      explain={t('cards.apply.explain')}
      go={t('cards.apply.go')}
      path="/api/card-applications"
      kind="plain"
      data={complete ? data : null}
    >
      {needsZone && (
        <TextField label={t('cards.zone')} hint={t('cards.zone.hint')} value={zone} onValue={setZone} maxLength={40} required />
      )}
      {kind === 'trader-card' && <ClassField value={cardClass} onValue={setClass} />}
      {isApproval(kind) && (
        <TextField
          label={t('cards.for-year')}
          hint={t('cards.for-year.hint')}
          value={year}
          onValue={setYear}
          inputMode="numeric"
          required
        />
      )}
      <DateField label={t('cards.applied-on')} value={appliedOn} onValue={setAppliedOn} max={todayHere()} required />
    </ActDialog>
  )
}
