/* Choosing an organisation or a site for a form: by name from what the server knows; nothing is typed freehand. */
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { SearchPick, useSearch } from '../../../../app/kit/search-pick.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { StandingMark, type StandingShown } from '../../../../app/kit/status-mark.tsx'
import { useWords } from '../../../../app/words.ts'

export interface OrganisationShown {
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
  const named = data?.organisations.filter((one) => kinds.includes(one.kind) && one.id !== not)
  return <NamedField label={label} hint={hint} value={value} named={named} empty={t('pick.choose')} onValue={onValue} required />
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
  const search = useSearch()
  const path = value === null && search.wanted !== null ? `/api/sites?text=${encodeURIComponent(search.wanted)}` : null
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
    <SearchPick
      label={label}
      hint={t('pick.site.hint')}
      none={t('pick.site.none')}
      search={search}
      found={data?.sites.map(({ id, name, nationalId, standing }) => ({
        id,
        name,
        code: nationalId,
        mark: <StandingMark standing={standing} />,
      }))}
      error={error}
      onPick={({ id, name, code }) => onValue({ id, name, nationalId: code })}
    />
  )
}
