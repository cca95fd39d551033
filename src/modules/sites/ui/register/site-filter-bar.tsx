/* The filters of the map and the list: each a field of the address. */
import type { ReactNode } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useWords } from '../../../../app/words.ts'
import { colours, minerals, readFilter } from './site-filter.ts'

interface AreaList {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}

export function SiteFilterBar({ children }: { readonly children?: ReactNode }) {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const filter = readFilter(state)
  const areas = useAnswer<AreaList>('/api/places/areas?level=province').data?.areas ?? []
  const any = { value: '', label: t('filter.any') } as const
  const lapsedOptions = [any, { value: 'no', label: t('filter.lapsed.no') }, { value: 'yes', label: t('filter.lapsed.yes') }] as const
  const set = (name: string) => (value: string) => change({ [name]: value, page: '' })
  return (
    <Toolbar label={t('filter.title')}>
      <TextField label={t('filter.text')} type="search" value={filter.text} onValue={set('q')} />
      <SelectField
        label={t('filter.colour')}
        value={filter.colour}
        options={[any, ...colours.map((value) => ({ value, label: t(`status.${value}`) }))]}
        onValue={set('colour')}
      />
      <SelectField
        label={t('filter.mineral')}
        value={filter.mineral}
        options={[
          any,
          ...minerals.map((value) => ({ value, label: value === 'other' ? t('mineral.other') : `${value} · ${t(`mineral.${value}`)}` })),
        ]}
        onValue={set('mineral')}
      />
      <SelectField label={t('filter.lapsed')} value={filter.lapsed} options={lapsedOptions} onValue={set('lapsed')} />
      {areas.length > 0 && (
        <SelectField
          label={t('filter.province')}
          value={filter.province}
          options={[any, ...areas.map(({ code, name }) => ({ value: code, label: name }))]}
          onValue={set('province')}
        />
      )}
      {children}
    </Toolbar>
  )
}
