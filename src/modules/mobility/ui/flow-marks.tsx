/* How numbers of flows are said: what is too small to be told in words, shares in whole percent, states with their reason. */
import { numberText } from '../../../kernel/phrase.ts'
import { type Translate, useWords, wordOr } from '../../../app/words.ts'
import type { Language } from '../../../kernel/phrase.ts'
import type { PointFlow, PointLine, ShownNumber } from '../contract.ts'

export interface Saying {
  readonly t: Translate
  readonly language: Language
}
export const shownText = ({ t, language }: Saying, shown: ShownNumber | null, least: number): string => {
  if (shown === null) return '–'
  return shown.is === 'few' ? t('flows.few', { least }) : numberText(language, shown.n)
}
export const percentText = ({ t, language }: Saying, percent: number | null): string => {
  if (percent === null) return t('flows.not-told')
  return language === 'fr' ? `${percent}\u00a0%` : `${percent}%`
}
export const decimalText = ({ language }: Saying, value: number | null): string => (value === null ? '–' : numberText(language, value, 1))
export const stateText = ({ t }: Saying, { state, suspension }: PointLine): string =>
  suspension === null
    ? t(`flow-state.${state}`, { reason: '' })
    : t('flow-state.suspended', { reason: t(`flow-suspension.${suspension.reason}`) })
/** A reason, or `unknown`. */
export const reasonText = (key: string): string => wordOr(`flow-reason.${key}`, key)
export const passagesText = (saying: Saying, { passages, fewDays, countedDays }: PointFlow, least: number): string => {
  if (countedDays === 0) return '–'
  const n = numberText(saying.language, passages)
  return fewDays === 0 ? n : saying.t('flows.passages.few', { n, few: fewDays, least })
}
export function BoomText({ boom }: Pick<PointFlow, 'boom'>) {
  const { t } = useWords()
  return <span className={boom.is === 'alert' ? 'flow-alert' : undefined}>{t(`flow-boom.${boom.is}`)}</span>
}
