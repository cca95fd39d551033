/* Choosing an organisation or a site for a form: by name from what the server knows; nothing is typed freehand. */
import { useDeferredValue, useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { Field, SelectField } from '../../../app/kit/field.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { StandingMark, type StandingShown } from '../../../app/kit/status-mark.tsx'
import { useWords } from '../../../app/words.ts'
import './custody.css'

interface OrganisationShown {
  readonly id: string
  readonly name: string
  readonly kind: string
}
/** Kinds through whose hands minerals go. */
export const tradingKinds: readonly string[] = ['cooperative', 'trader', 'processor', 'exporter']

export interface OrganisationFieldProps {
  readonly label: string
  readonly value: string
  readonly onValue: (id: string) => void
  readonly kinds?: readonly string[]
  readonly not?: string | null
  readonly hint?: string
}
export function OrganisationField({ label, value, onValue, kinds = tradingKinds, not = null, hint }: OrganisationFieldProps) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<{ readonly organisations: readonly OrganisationShown[] }>('/api/organisations')
  if (error) return <ErrorState error={error} again={again} />
  const shown = (data?.organisations ?? []).filter((one) => kinds.includes(one.kind) && one.id !== not)
  const options = [
    { value: '', label: data ? t('pick.choose') : t('app.loading') },
    ...shown.toSorted((a, b) => a.name.localeCompare(b.name)).map((one) => ({ value: one.id, label: one.name })),
  ]
  return <SelectField label={label} hint={hint} value={value} options={options} onValue={onValue} required />
}

export interface PickedSite {
  readonly id: string
  readonly name: string
  readonly nationalId: string
}
interface FoundSite extends PickedSite {
  readonly standing: StandingShown
}
export interface SiteFieldProps {
  readonly label: string
  readonly value: PickedSite | null
  readonly onValue: (site: PickedSite | null) => void
}
/** Search by name or code; the status stands beside each, because it decides what may be done there. */
export function SiteField({ label, value, onValue }: SiteFieldProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const path = value === null && wanted.length >= 2 ? `/api/sites?text=${encodeURIComponent(wanted)}` : null
  const { data, error } = useAnswer<{ readonly sites: readonly FoundSite[] }>(path)
  if (value !== null) {
    return (
      <div className="field">
        <strong>{label}</strong>
        <div className="row tight">
          <span className="grow">
            {value.name} <span className="small">{value.nationalId}</span>
          </span>
          <Button onClick={() => onValue(null)}>{t('pick.change')}</Button>
        </div>
      </div>
    )
  }
  return (
    <Field label={label} hint={t('pick.site.hint')}>
      {(wiring) => (
        <>
          <input
            className="input"
            type="search"
            autoComplete="off"
            {...wiring}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {error && <ErrorState error={error} />}
          {data?.sites.length === 0 && <span className="small">{t('pick.site.none')}</span>}
          {data && data.sites.length > 0 && (
            <div className="found-sites">
              {data.sites.slice(0, 12).map(({ id, name, nationalId, standing }) => (
                <button key={id} type="button" onClick={() => onValue({ id, name, nationalId })}>
                  <span className="grow">
                    {name} <span className="small">{nationalId}</span>
                  </span>
                  <StandingMark standing={standing} />
                </button>
              ))}
            </div>
          )}
        </>
      )}
    </Field>
  )
}
