/* What people declare for a certificate, as a form. The rest follows from the lot. */
import { Choice } from '../../../../app/kit/choice.tsx'
import { DateField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { DossierTerms } from '../../contract.ts'
import { centsOf, centsText, countriesOf } from './typed-numbers.ts'

const modes = ['road', 'air', 'water', 'rail'] as const
type Mode = (typeof modes)[number]

export const emptyTerms = {
  importer: '',
  country: '',
  address: '',
  description: '',
  grade: '',
  origin: 'CD',
  value: '',
  shipment: '',
  route: '',
  mode: '',
  company: '',
}
export type TermsForm = typeof emptyTerms

export const formOfTerms = (language: 'fr' | 'en', terms: DossierTerms): TermsForm => ({
  importer: terms.importer.name,
  country: terms.importer.country,
  address: terms.importer.address ?? '',
  description: terms.mineralDescription ?? '',
  grade: terms.grade,
  origin: terms.origin.join(', '),
  value: centsText(language, terms.customsValueUsdCents),
  shipment: terms.plannedShipmentOn,
  route: terms.route?.join(' → ') ?? '',
  mode: terms.transport?.mode ?? '',
  company: terms.transport?.company ?? '',
})

/** The declaration, or null while something that it must hold is missing. */
export function termsOf(form: TermsForm): DossierTerms | null {
  const [cents, origin, route] = [centsOf(form.value), countriesOf(form.origin), countriesOf(form.route)]
  const country = form.country.trim().toUpperCase()
  const mode = modes.find((one) => one === form.mode)
  if (form.importer.trim() === '' || !/^[A-Z]{2}$/.test(country) || !hasNumber(form.grade) || form.shipment === '') return null
  if (cents === null || origin === null || origin.length === 0 || route === null) return null
  const company = form.company.trim()
  const [address, description] = [form.address.trim(), form.description.trim()]
  return {
    ...(description === '' ? {} : { mineralDescription: description }),
    importer: { name: form.importer.trim(), country, ...(address === '' ? {} : { address }) },
    grade: form.grade.trim(),
    origin: [...origin],
    customsValueUsdCents: cents,
    plannedShipmentOn: form.shipment,
    ...(route.length > 0 ? { route: [...route] } : {}),
    ...(mode ? { transport: { mode, ...(company === '' ? {} : { company }) } } : {}),
  }
}

/** Labels of the fields that keep the declaration from being one; said beside the button instead of a button that stays grey. */
export function missingIn(form: TermsForm): readonly MissingLabel[] {
  const [origin, route] = [countriesOf(form.origin), countriesOf(form.route)]
  const asked: readonly (readonly [MissingLabel, boolean])[] = [
    ['dossier.importer', form.importer.trim() !== ''],
    ['dossier.importer.country', /^[A-Z]{2}$/i.test(form.country.trim())],
    ['dossier.grade', hasNumber(form.grade)],
    ['dossier.value', centsOf(form.value) !== null],
    ['dossier.origin', origin !== null && origin.length > 0],
    ['dossier.shipment', form.shipment !== ''],
    ['dossier.route', route !== null],
  ]
  return asked.flatMap(([label, isThere]) => (isThere ? [] : [label]))
}
type MissingLabel =
  | 'dossier.importer'
  | 'dossier.importer.country'
  | 'dossier.grade'
  | 'dossier.value'
  | 'dossier.origin'
  | 'dossier.shipment'
  | 'dossier.route'
/** A grade is a number with its unit: what a laboratory can be held against. */
const hasNumber = (grade: string): boolean => /\d/.test(grade)

export interface TermsFieldsProps {
  readonly form: TermsForm
  readonly change: (part: Partial<TermsForm>) => void
}
export function TermsFields(props: TermsFieldsProps) {
  return (
    <>
      <BuyerFields {...props} />
      <WayFields {...props} />
    </>
  )
}

/** A fault's sentence once something was typed that cannot be read. */
const faultOf = (text: string, isRight: boolean, sentence: string): string | undefined =>
  text.trim() === '' || isRight ? undefined : sentence

function BuyerFields({ form, change }: TermsFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <TextField
        label={t('dossier.importer')}
        hint={t('dossier.importer.hint')}
        value={form.importer}
        onValue={(importer) => change({ importer })}
        maxLength={120}
        required
      />
      <TextField
        label={t('dossier.importer.country')}
        hint={t('dossier.code.hint')}
        value={form.country}
        onValue={(country) => change({ country })}
        maxLength={2}
        autoCapitalize="characters"
        required
      />
      <TextField
        label={t('dossier.importer.address')}
        hint={t('dossier.importer.address.hint')}
        value={form.address}
        onValue={(address) => change({ address })}
        maxLength={200}
      />
      <TextField
        label={t('dossier.description')}
        hint={t('dossier.description.hint')}
        value={form.description}
        onValue={(description) => change({ description })}
        maxLength={120}
      />
      <TextField
        label={t('dossier.grade')}
        hint={t('dossier.grade.hint')}
        fault={faultOf(form.grade, hasNumber(form.grade), t('dossier.fault.grade'))}
        value={form.grade}
        onValue={(grade) => change({ grade })}
        maxLength={40}
        required
      />
      <TextField
        label={t('dossier.value')}
        fault={faultOf(form.value, centsOf(form.value) !== null, t('dossier.fault.money'))}
        value={form.value}
        onValue={(value) => change({ value })}
        inputMode="decimal"
        required
      />
    </>
  )
}

function WayFields({ form, change }: TermsFieldsProps) {
  const { t } = useWords()
  const mode: Mode | '' = modes.find((one) => one === form.mode) ?? ''
  return (
    <>
      <TextField
        label={t('dossier.origin')}
        hint={t('dossier.origin.hint')}
        fault={faultOf(form.origin, countriesOf(form.origin) !== null, t('dossier.fault.codes'))}
        value={form.origin}
        onValue={(origin) => change({ origin })}
        required
      />
      <DateField label={t('dossier.shipment')} value={form.shipment} onValue={(shipment) => change({ shipment })} required />
      <TextField
        label={t('dossier.route')}
        hint={t('dossier.route.hint')}
        fault={faultOf(form.route, countriesOf(form.route) !== null, t('dossier.fault.codes'))}
        value={form.route}
        onValue={(route) => change({ route })}
      />
      <Choice
        legend={t('dossier.transport')}
        value={mode}
        onValue={(next) => change({ mode: next })}
        options={modes.map((value) => ({ value, label: t(`dossier.mode.${value}`) }))}
      />
      <TextField label={t('dossier.company')} value={form.company} onValue={(company) => change({ company })} maxLength={120} />
    </>
  )
}
