/* Where an entry is: a site of the register, or a place as people call it, in a territoire of the workshop; and what kind of site it is. */
import { asId } from '../../../../kernel/schema.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { SearchPick, useSearch } from '../../../../app/kit/search-pick.tsx'
import { useWords } from '../../../../app/words.ts'
import { LegalState, SiteKind } from '../../contract-sheets.ts'
import type { WorkshopShown } from '../../contract-workshops.ts'
import type { PartProps } from './tab-props.ts'

interface Sites {
  readonly sites: readonly { readonly id: string; readonly name: string; readonly nationalId: string }[]
}
interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
export function PlaceFields({ content, set, data }: PartProps & { readonly data: WorkshopShown }) {
  const { t } = useWords()
  const { place } = content
  const areas = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas
  return (
    <Panel title={t('workshop.place')}>
      <div className="stack">
        <SitePick content={content} set={set} data={data} />
        {place.site === null && (
          <TextField
            {...{ label: t('workshop.place.name'), hint: t('workshop.no-persons'), value: place.provisionalName ?? '', maxLength: 120 }}
            onValue={(provisionalName) => set({ place: { ...place, provisionalName } })}
          />
        )}
        <SelectField
          label={t('workshop.territoire')}
          value={place.territoire ?? ''}
          options={[
            { value: '', label: t('workshop.not-said') },
            ...[...new Set([...data.convened.territoires, ...(place.territoire === null ? [] : [place.territoire])])].map((code) => ({
              value: code,
              label: areas?.find((one) => one.code === code)?.name ?? code,
            })),
          ]}
          onValue={(territoire) => set({ place: { ...place, territoire: territoire === '' ? null : territoire } })}
        />
        <div className="field-row">
          <SelectField<SiteKind | ''>
            label={t('workshop.facet.kind')}
            value={content.siteKind ?? ''}
            options={[
              { value: '', label: t('workshop.not-said') },
              ...SiteKind.options.map((value) => ({ value, label: t(`code.site-kind.${value}`) })),
            ]}
            onValue={(siteKind) => set({ siteKind: siteKind === '' ? null : siteKind })}
          />
          <SelectField<LegalState | ''>
            label={t('workshop.facet.legal')}
            value={content.legalState ?? ''}
            options={[
              { value: '', label: t('workshop.not-said') },
              ...LegalState.options.map((value) => ({ value, label: t(`code.legal.${value}`) })),
            ]}
            onValue={(legalState) => set({ legalState: legalState === '' ? null : legalState })}
          />
          <TextField
            {...{ label: t('workshop.facet.access'), value: content.access ?? '', maxLength: 200 }}
            onValue={(access) => set({ access })}
          />
        </div>
      </div>
    </Panel>
  )
}
type SiteKind = (typeof SiteKind.options)[number]
type LegalState = (typeof LegalState.options)[number]

function SitePick({ content: { place }, set, data }: PartProps & { readonly data: WorkshopShown }) {
  const { t } = useWords()
  const search = useSearch()
  const { data: found, error } = useAnswer<Sites>(search.wanted === null ? null : `/api/sites?text=${encodeURIComponent(search.wanted)}`)
  if (place.site !== null) {
    const name = [...(found?.sites ?? []), ...data.sites].find((one) => one.id === place.site)?.name ?? t('workshop.place.of-register')
    return (
      <div className="row tight">
        <span className="grow">{t('workshop.place.site', { name })}</span>
        <Button onClick={() => set({ place: { ...place, site: null } })}>{t('workshop.place.change')}</Button>
      </div>
    )
  }
  return (
    <SearchPick
      {...{
        label: t('workshop.place.search'),
        hint: t('workshop.place.search.hint'),
        none: t('workshop.place.search.none'),
        search,
        error,
      }}
      found={found?.sites.map(({ id, name, nationalId }) => ({ id, name, code: nationalId, mark: null }))}
      onPick={({ id }) => set({ place: { ...place, site: asId('site', id), provisionalName: null } })}
    />
  )
}
