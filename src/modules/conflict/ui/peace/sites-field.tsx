/* Sites that something is tied to: found by name or number, taken off by a button. */
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { SearchPick, useSearch } from '../../../../app/kit/search-pick.tsx'
import { useWords } from '../../../../app/words.ts'

export interface LinkedSite {
  readonly id: string
  readonly name: string
}
interface Found {
  readonly sites: readonly { readonly id: string; readonly name: string; readonly nationalId: string }[]
}
interface Props {
  readonly sites: readonly LinkedSite[]
  readonly onSites: (sites: readonly LinkedSite[]) => void
}
export function SitesField({ sites, onSites }: Props) {
  const { t } = useWords()
  const search = useSearch()
  const { data, error } = useAnswer<Found>(search.wanted === null ? null : `/api/sites?text=${encodeURIComponent(search.wanted)}`)
  return (
    <>
      <SearchPick
        {...{ label: t('roadmap.site'), hint: t('roadmap.site.hint'), none: t('roadmap.site.none'), search, error }}
        found={data?.sites.map((one) => ({ id: one.id, name: one.name, code: one.nationalId, mark: null }))}
        onPick={({ id, name }) => {
          search.setText('')
          onSites([...sites.filter((one) => one.id !== id), { id, name }])
        }}
      />
      {sites.length > 0 && (
        <div className="row tight">
          {sites.map(({ id, name }) => (
            <Button key={id} aria-label={t('roadmap.site.off', { name })} onClick={() => onSites(sites.filter((one) => one.id !== id))}>
              {name} ×
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
