/* Finding sites for a mission or an order by name or code; several may be picked, each with its status beside it. */
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { SearchPick, useSearch } from '../../../../app/kit/search-pick.tsx'
import { StandingMark } from '../../../../app/kit/status-mark.tsx'
import { useWords } from '../../../../app/words.ts'
import type { SiteList } from '../../domain/register/answers.ts'

export interface PickedSite {
  readonly site: string
  readonly name: string
  readonly nationalId: string
}
export function SiteSearch({
  label,
  picked,
  onPick,
}: {
  readonly label: string
  readonly picked: readonly PickedSite[]
  readonly onPick: (sites: readonly PickedSite[]) => void
}) {
  const { t } = useWords()
  const search = useSearch()
  const { data, error } = useAnswer<SiteList>(search.wanted === null ? null : `/api/sites?text=${encodeURIComponent(search.wanted)}`)
  const found = data?.sites.filter((one) => !picked.some((other) => other.site === one.id))
  return (
    <div className="stack" style={{ gap: 8 }}>
      <SearchPick
        label={label}
        hint={t('missions.search.hint')}
        none={t('missions.search.none')}
        search={search}
        found={found?.map(({ id, name, nationalId, standing }) => ({
          id,
          name,
          code: nationalId,
          mark: <StandingMark standing={standing} />,
        }))}
        error={error}
        onPick={({ id, name, code }) => {
          onPick([...picked, { site: id, name, nationalId: code }])
          search.setText('')
        }}
      />
      <ul className="plain-list stack" style={{ gap: 4 }}>
        {picked.map((one) => (
          <li key={one.site} className="row tight">
            <span className="grow">
              <b>{one.name}</b> <span className="small">{one.nationalId}</span>
            </span>
            <Button kind="quiet" onClick={() => onPick(picked.filter((other) => other.site !== one.site))}>
              {t('missions.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
