/* A site of the register by its name. */
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { SearchPick, useSearch } from '../../../../app/kit/search-pick.tsx'
import { useWords } from '../../../../app/words.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { SiteId } from '../../../sites/contract.ts'

interface Found {
  readonly sites: readonly { readonly id: string; readonly name: string; readonly nationalId: string }[]
}
interface Props {
  readonly name: string | null
  readonly fixed: boolean
  readonly onSite: (site: { readonly id: SiteId; readonly name: string } | null) => void
}
export function SiteField({ name, fixed, onSite }: Props) {
  const { t } = useWords()
  const search = useSearch()
  const asked = name === null && search.wanted !== null ? `/api/sites?text=${encodeURIComponent(search.wanted)}` : null
  const { data, error } = useAnswer<Found>(asked)
  if (name !== null)
    return (
      <div className="field">
        <strong>{t('conflict-sheets.site')}</strong>
        <div className="row tight">
          <span className="grow">{name}</span>
          {!fixed && <Button onClick={() => onSite(null)}>{t('sheet-form.site.change')}</Button>}
        </div>
      </div>
    )
  return (
    <SearchPick
      label={t('conflict-sheets.site')}
      hint={t('sheet-form.site.hint')}
      none={t('sheet-form.site.none')}
      search={search}
      found={data?.sites.map((one) => ({ id: one.id, name: one.name, code: one.nationalId, mark: null }))}
      error={error}
      onPick={(one) => onSite({ id: asId('site', one.id), name: one.name })}
    />
  )
}
