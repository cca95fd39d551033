/* Choosing a rulebook for a country from a day on, with the values that nobody read in the source. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { Rules } from '../../domain/status/rules-answer.ts'
import { rulebookTitle } from '../rulebook-title.ts'
import { settable, valueText, valuesOf } from './rule-values.ts'

export function AdoptDialog({ rules }: { readonly rules: Rules }) {
  const { t, language } = useWords()
  const [country, setCountry] = useState('CD')
  const [chosen, setBook] = useState('')
  const [from, setFrom] = useState(todayHere)
  const [reason, setReason] = useState('')
  const [set, setSet] = useState<{ readonly [name: string]: string }>({})
  const fitting = rules.books.filter((book) => isFor(book.values, country))
  const book = fitting.find((one) => one.id === chosen) ?? fitting.at(-1)
  const open = book ? valuesOf(book.values).filter(settable) : []
  const periods = open.flatMap(({ name }) => {
    const value = set[name] ?? ''
    if (value === '') return []
    return [{ name, value: name === 'blueAfterGreenCountsFrom' ? value : Number(value) }]
  })
  const complete = book !== undefined && from !== '' && reason.trim() !== ''
  return (
    <ActDialog
      title={t('rules.adopt')}
      explain={t('rules.adopt.explain')}
      go={t('rules.adopt')}
      path="/api/status/rulebook-choices"
      data={complete ? { country, rulebook: book.id, from, periods, reason: reason.trim() } : null}
    >
      <SelectField
        label={t('rules.country')}
        value={country}
        options={rules.countries.map((one) => ({ value: one.country, label: wordOr(`rules.country.${one.country}`, one.country) }))}
        onValue={setCountry}
      />
      <SelectField
        label={t('rules.adopt.book')}
        value={book?.id ?? ''}
        options={fitting.map((one) => ({ value: one.id, label: rulebookTitle(one.id, language) }))}
        onValue={setBook}
      />
      <DateField label={t('rules.adopt.from')} value={from} onValue={setFrom} required />
      {open.map((one) =>
        one.name === 'blueAfterGreenCountsFrom' ? (
          <SelectField
            key={one.name}
            label={`${t(`rules.name.${one.name}`)} [${one.evidence}]`}
            value={set[one.name] ?? ''}
            options={[
              { value: '', label: t('rules.adopt.keep', { n: valueText(t, one) }) },
              { value: 'lapse', label: t('rules.from-lapse') },
              { value: 'green', label: t('rules.from-green') },
            ]}
            onValue={(value) => setSet({ ...set, [one.name]: value })}
          />
        ) : (
          <TextField
            key={one.name}
            label={`${t(`rules.name.${one.name}`)} [${one.evidence}]`}
            hint={t('rules.adopt.keep', { n: valueText(t, one) })}
            inputMode="numeric"
            maxLength={3}
            value={set[one.name] ?? ''}
            onValue={(value) => setSet({ ...set, [one.name]: value.replace(/\D/g, '') })}
          />
        ),
      )}
      <LongTextField label={t('rules.adopt.reason')} value={reason} onValue={setReason} required maxLength={2000} rows={3} />
    </ActDialog>
  )
}

const isFor = (values: unknown, country: string): boolean =>
  typeof values === 'object' && values !== null && 'country' in values && (values.country === '*' || values.country === country)
