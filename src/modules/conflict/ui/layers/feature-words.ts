/* What the map of conflicts says of one feature, in one line: layer, what, how old, how sure, by whom, whether somebody looked. Codes in words. */
import { ageText } from '../../../../app/kit/clock.ts'
import { type Translate, wordOr } from '../../../../app/words.ts'
import { PlacePrecision, Violence } from '../../contract-events.ts'
import type { ConflictFeature, ConflictLayer } from '../../contract-layers.ts'
import { ArmedOnRoad, OperatorClass } from '../../contract-roads.ts'
import { Interference } from '../../contract-sheets.ts'
import { stateOfArea } from './layer-rules.ts'

/** Of an area the sentence, so that a file or a reader never meets a bare 0. */
export function whatOf(t: Translate, { geometry, properties }: ConflictFeature): string {
  const { layer, title, areaName, events, persons } = properties
  if (layer === 'told') return `${title}${t('app.colon')} ${t('conflict-map.persons', { n: persons ?? 0 })}`
  if (geometry !== null) return [title, areaName].filter(Boolean).join(' · ')
  const number = (events ?? 0) > 0 ? ` (${t('conflict-map.events', { n: events ?? 0 })})` : ''
  return `${title}${t('app.colon')} ${t(`conflict-map.state.${stateOfArea(properties)}`)}${number}`
}
export const kindsOf = (t: Translate, { properties: { layer, kinds } }: ConflictFeature): string =>
  kinds.map((one) => kindOf(t, layer, one)).join(', ')
export function confidenceOf(t: Translate, { properties: { confidence } }: ConflictFeature): string {
  const known = PlacePrecision.options.find((one) => one === confidence)
  return known ? t(`violence.precision.${known}`) : (confidence ?? '')
}
/** The house itself, and what was told of places, have a name in words. */
export function sourceOf(t: Translate, { properties: { source, layer } }: ConflictFeature): string {
  if (layer === 'told') return t('conflict-map.source.told')
  return source === 'chanzo' ? t('conflict-map.source.house') : source
}
export const saidOf = (t: Translate, feature: ConflictFeature, day: string): string =>
  [
    t(`conflict-map.layer.${feature.properties.layer}`),
    whatOf(t, feature),
    kindsOf(t, feature),
    feature.properties.on === null ? '' : ageText(t, feature.properties.on, day),
    confidenceOf(t, feature),
    sourceOf(t, feature),
  ]
    .filter((one) => one !== '')
    .join(' · ')

/** A code in words; one that this program does not know stands as it travels. */
function kindOf(t: Translate, layer: ConflictLayer, kind: string): string {
  switch (layer) {
    case 'events': {
      const known = Violence.options.find((one) => one === kind)
      return known ? t(`violence.kind.${known}`) : kind
    }
    case 'sheets': {
      const known = Interference.options.find((one) => one === kind)
      return known ? t(`code.interference.${known}`) : kind
    }
    case 'roadblocks': {
      const known = OperatorClass.options.find((one) => one === kind)
      return known ? t(`route.operator.${known}`) : kind
    }
    case 'roads': {
      const known = ArmedOnRoad.options.find((one) => one === kind)
      return known ? t(`route.armed.${known}`) : kind
    }
    case 'told':
      return wordOr(`told.type.${kind}`, kind)
  }
}
