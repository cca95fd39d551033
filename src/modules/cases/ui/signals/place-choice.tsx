/* Where: a site of the register by its name (on a telephone, one of those that it carries), else a territory, else not known. */
import { useAnswer } from '../../../../app/ask.ts'
import { fieldHand } from '../../../../app/device.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { SearchPick, useSearch } from '../../../../app/kit/search-pick.tsx'
import { useWords } from '../../../../app/words.ts'
import { type Place, TERRITOIRES } from './place.ts'

interface Props {
  readonly value: Place
  readonly onValue: (place: Place) => void
}
interface Found {
  readonly sites: readonly { readonly id: string; readonly name: string; readonly nationalId: string }[]
}
interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}

export function PlaceChoice(props: Props) {
  return (
    <>
      {fieldHand() === null ? <SiteSearch {...props} /> : <CarriedSites {...props} />}
      {props.value.site === '' && <Area {...props} />}
    </>
  )
}
function CarriedSites({ value, onValue }: Props) {
  const { t } = useWords()
  const { data } = useAnswer<Found>('/api/sites?pageSize=50&sort=name')
  return (
    <NamedField
      label={t('signals.site')}
      value={value.site}
      named={data?.sites ?? []}
      empty={t('signals.site.other')}
      onValue={(site) => onValue({ ...value, site, siteName: data?.sites.find((one) => one.id === site)?.name ?? '' })}
    />
  )
}
function SiteSearch({ value, onValue }: Props) {
  const { t } = useWords()
  const search = useSearch()
  const asked = value.site === '' && search.wanted !== null ? `/api/sites?text=${encodeURIComponent(search.wanted)}` : null
  const { data, error } = useAnswer<Found>(asked)
  if (value.site !== '')
    return (
      <div className="field">
        <strong>{t('signals.site')}</strong>
        <div className="row tight">
          <span className="grow">{value.siteName}</span>
          <Button onClick={() => onValue({ ...value, site: '', siteName: '' })}>{t('signals.site.change')}</Button>
        </div>
      </div>
    )
  return (
    <SearchPick
      label={t('signals.site')}
      hint={t('signals.site.hint')}
      none={t('signals.site.none')}
      search={search}
      found={data?.sites.map(({ id, name, nationalId }) => ({ id, name, code: nationalId, mark: null }))}
      error={error}
      onPick={({ id, name }) => onValue({ ...value, site: id, siteName: name })}
    />
  )
}
function Area({ value, onValue }: Props) {
  const { t } = useWords()
  const { data } = useAnswer<Areas>(TERRITOIRES)
  const named = data?.areas.map((one) => ({ id: one.code, name: one.name }))
  return (
    <NamedField
      label={t('signals.area')}
      value={value.area}
      named={named ?? []}
      empty={t('signals.area.unknown')}
      onValue={(area) => onValue({ ...value, area })}
    />
  )
}
