/* Which layer is drawn, and the one choice that some layers have beside it. All of it stands in the address. */
import { SelectField } from '../../../../app/kit/field.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import type { UrlState } from '../../../../app/kit/url-state.ts'
import { useWords } from '../../../../app/words.ts'
import type { SiteLayers } from '../../domain/register/site-layers.ts'
import { type LayerChoice, layerNames } from './layers.ts'
import { yearChoices } from './map-state.ts'

export interface LayerBarProps {
  readonly choice: LayerChoice
  readonly codes: SiteLayers['codes'] | undefined
  readonly change: (state: UrlState) => void
}
export function LayerBar({ choice, codes, change }: LayerBarProps) {
  const { t } = useWords()
  const all = { value: '', label: t('filter.any') }
  const services = [...(codes?.services ?? [])].sort((a, b) => a.localeCompare(b, 'fr'))
  return (
    <Toolbar label={t('map.layer')}>
      <SelectField
        label={t('map.layer')}
        value={choice.layer}
        options={layerNames.map((value) => ({ value, label: t(`map.layer.${value}`) }))}
        onValue={(layer) => change({ layer: layer === 'status' ? '' : layer, hide: '', actor: '', service: '' })}
      />
      {choice.layer === 'interference' && (
        <SelectField
          label={t('map.actor')}
          value={choice.actor}
          options={[all, ...(codes?.actors ?? []).map((value) => ({ value, label: t(`actor.${value}`) }))]}
          onValue={(actor) => change({ actor, hide: '' })}
        />
      )}
      {choice.layer === 'services' && (
        <SelectField
          label={t('map.service')}
          value={choice.service}
          options={[all, ...services.map((value) => ({ value, label: value }))]}
          onValue={(service) => change({ service, hide: '' })}
        />
      )}
      {choice.layer === 'visits' && (
        <SelectField
          label={t('map.years')}
          value={yearChoices.find((one) => Number(one) === choice.years) ?? '3'}
          options={yearChoices.map((value) => ({ value, label: t('map.years.value', { n: Number(value) }) }))}
          onValue={(years) => change({ years: years === '3' ? '' : years })}
        />
      )}
    </Toolbar>
  )
}
