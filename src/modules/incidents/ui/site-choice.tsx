/* A site of the register by its name; on a telephone, one of those that it carries. */
import { useAnswer } from '../../../app/ask.ts'
import { fieldHand } from '../../../app/device.ts'
import { Button } from '../../../app/kit/button.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { SearchPick, useSearch } from '../../../app/kit/search-pick.tsx'
import { useWords } from '../../../app/words.ts'

interface Site {
  readonly id: string
  readonly name: string
}
interface Props {
  readonly value: Site | null
  readonly onValue: (site: Site | null) => void
}
interface Found {
  readonly sites: readonly (Site & { readonly nationalId: string })[]
}
const isPhone = (): boolean => fieldHand() !== null

export function SiteChoice({ value, onValue }: Props) {
  const { t } = useWords()
  if (isPhone()) return <CarriedSites value={value} onValue={onValue} />
  if (value === null) return <SiteSearch onValue={onValue} />
  return (
    <div className="field">
      <strong>{t('incident-new.site')}</strong>
      <div className="row tight">
        <span className="grow">{value.name}</span>
        <Button onClick={() => onValue(null)}>{t('incident-new.site.change')}</Button>
      </div>
    </div>
  )
}
function CarriedSites({ value, onValue }: Props) {
  const { t } = useWords()
  const { data } = useAnswer<Found>('/api/sites?pageSize=50&sort=name')
  return (
    <NamedField
      label={t('incident-new.site')}
      value={value?.id ?? ''}
      named={data?.sites ?? []}
      empty={t('incident-new.site.other')}
      onValue={(id) => onValue(data?.sites.find((one) => one.id === id) ?? null)}
    />
  )
}
function SiteSearch({ onValue }: Pick<Props, 'onValue'>) {
  const { t } = useWords()
  const search = useSearch()
  const { data, error } = useAnswer<Found>(search.wanted === null ? null : `/api/sites?text=${encodeURIComponent(search.wanted)}`)
  return (
    <SearchPick
      label={t('incident-new.site')}
      hint={t('incident-new.site.hint')}
      none={t('incident-new.site.none')}
      search={search}
      found={data?.sites.map(({ id, name, nationalId }) => ({ id, name, code: nationalId, mark: null }))}
      error={error}
      onPick={({ id, name }) => onValue({ id, name })}
    />
  )
}
