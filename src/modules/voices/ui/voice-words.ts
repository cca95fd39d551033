/* Words for what comes from data. */
import { wordOr } from '../../../app/words.ts'
import type { VoiceRow } from '../contract.ts'

export const CATEGORIES = [
  ...(['illegal-tax', 'armed-presence', 'child-labour', 'forced-labour', 'violence', 'sexual-violence', 'tag-misuse', 'fraud'] as const),
  ...(['untagged-mineral', 'missing-record', 'accident', 'environment', 'corruption', 'roadblock', 'other'] as const),
] as const
export const KINDS = [
  ...(['ministry', 'provincial-division', 'saemape', 'ceec', 'mines-police', 'police', 'army', 'armed-group', 'cooperative'] as const),
  ...(['trader', 'processor', 'exporter', 'concession-holder', 'scheme-operator', 'civil-society', 'ngo', 'un'] as const),
  ...(['cadastre', 'committee', 'private-sector', 'auditor'] as const),
] as const
export const categoryText = (category: string): string => wordOr(`incident.category.${category}`, category)
export const kindText = (kind: string): string => wordOr(`named.${kind}`, kind)
export const deskText = (desk: string): string => wordOr(`voices.desk.${desk}`, desk)
export const aboutText = ({ categories }: Pick<VoiceRow, 'categories'>): string => categories.map(categoryText).join(', ')
export const placeText = ({ siteName, area }: Pick<VoiceRow, 'siteName' | 'area'>): string => [siteName, area].filter(Boolean).join(', ')
